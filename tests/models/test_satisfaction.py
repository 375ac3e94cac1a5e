"""The honest figures: Wilson against published values and exact arithmetic, sums, ranks, and no denominator."""

from fractions import Fraction
from math import isqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.satisfaction import LEVELS, Panel, grouped, ranked, summed, wilson

PUBLISHED = [
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]


@pytest.mark.parametrize(("part", "whole", "low", "high"), PUBLISHED)
def test_wilsons_interval_is_the_published_one(part: int, whole: int, low: float, high: float) -> None:
    found = wilson(part, whole)
    assert found is not None
    assert [round(end, 4) for end in found] == [low, high]


def _root(square: Fraction) -> Fraction:
    """Return a square root to forty digits by whole numbers alone."""
    scale = 10**40
    return Fraction(isqrt(square.numerator * scale * scale // square.denominator), scale)


def _exact(part: int, whole: int) -> tuple[Fraction, Fraction]:
    """Solve (p̂ - p)² = z² p (1 - p) / n for p: the definition of the interval, not its closed form."""
    z2 = Fraction(1959963984540054, 10**15) ** 2
    share, n = Fraction(part, whole), Fraction(whole)
    a, b, c = 1 + z2 / n, -(2 * share + z2 / n), share * share
    root = _root(b * b - 4 * a * c)
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


@given(st.integers(1, 1_000_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_wilsons_interval_solves_its_equation_and_holds_the_rate(case: tuple[int, int]) -> None:
    part, whole = case
    found, exact = wilson(part, whole), _exact(part, whole)
    assert found is not None
    assert abs(found[0] - float(exact[0])) < 1e-12
    assert abs(found[1] - float(exact[1])) < 1e-12
    assert 0 <= found[0] <= part / whole <= found[1] <= 1


def test_without_a_denominator_there_is_no_figure() -> None:
    empty = Panel("W1")
    assert (empty.response_rate, empty.rate, empty.correction_rate) == (None, None, None)
    assert (empty.wilson_low, empty.wilson_high, empty.rank) == (None, None, None)
    assert Panel("W1", cases=0, counts=(3, 0, 0, 0, 0)).response_rate is None
    assert Panel("W1", cases=9, counts=(0, 0, 0, 0, 0)).response_rate == 0
    assert wilson(0, 0) is None


def test_satisfied_are_the_levels_three_to_five() -> None:
    one = Panel("W1", cases=40, counts=(5, 4, 3, 2, 1), corrected=2)
    assert (one.ratings, one.satisfied, one.bad) == (15, 12, 3)
    assert (one.response_rate, one.rate, one.correction_rate) == (15 / 40, 12 / 15, 2 / 3)


PANELS = st.lists(
    st.builds(
        Panel,
        st.sampled_from([f"W{n}" for n in range(9)] + [None]),
        st.integers(0, 500),
        st.tuples(*(st.integers(0, 90) for _level in LEVELS)),
        st.integers(0, 9),
        st.integers(0, 5),
    ),
    max_size=12,
    unique_by=lambda one: one.key,
)
UNITS: dict[str | None, str | None] = {f"W{n}": f"S{n % 3}" for n in range(8)}


def _figures(one: Panel) -> tuple[object, ...]:
    return one.cases, one.counts, one.left_out, one.corrected


@given(PANELS)
def test_the_windows_of_a_unit_add_up_to_the_unit_and_the_units_to_the_whole(panels: list[Panel]) -> None:
    found = grouped(panels, UNITS, ["S0", "S1", "S2"], 30)
    assert [one.key for one in found.groups][:3] == ["S0", "S1", "S2"]
    for unit in found.groups:
        own = [one for one in panels if UNITS.get(one.key) == unit.key]
        assert _figures(unit) == _figures(summed(unit.key, own))
    assert _figures(found.total) == _figures(summed(None, panels))
    assert found.total.ratings == sum(one.ratings for one in panels)
    assert found.total.rank is None


@given(PANELS, st.integers(0, 200))
def test_nobody_is_ranked_below_the_least_number_and_nobody_better_stands_lower(panels: list[Panel], n: int) -> None:
    found = ranked(panels, n)
    assert all((one.rank is None) == (one.key is None or one.ratings < max(n, 1)) for one in found)
    standing = [(one.rank, one.rate) for one in found if one.rank is not None and one.rate is not None]
    for rank, rate in standing:
        assert rank == 1 + sum(other > rate for _rank, other in standing)
