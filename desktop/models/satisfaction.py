"""The honest satisfaction figures: cases, ratings, five counts, rates, their 95 % interval, and ranks that may stand.

A rate never comes alone (R10 of `rectification.csv`): a group carries its cases, its ratings and all five counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

LEVELS = (5, 4, 3, 2, 1)
"""The five official levels of 好差评 in the order in which counts stand, from very satisfied to very dissatisfied."""
BAD = frozenset({2, 1})
"""The levels that are bad ratings (差评): R01 of `rectification.csv`."""
Z = 1.959963984540054
"""The standard normal deviate that leaves 2.5 % on each side."""


def wilson(part: int, whole: int) -> tuple[float, float] | None:
    """Return both ends of Wilson's 95 % interval of a proportion (Wilson 1927), as fractions; None for 0 of 0.

    (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n) with p = part/whole and n = whole.
    """
    if not whole:
        return None
    share, square = part / whole, Z * Z
    middle = share + square / (2 * whole)
    reach = Z * sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    below, above = (middle - reach) / (1 + square / whole), (middle + reach) / (1 + square / whole)
    # At the ends the formula gives exactly 0 and 1, which floating point misses by a hair.
    return (0.0 if part == 0 else below), (1.0 if part == whole else above)


@dataclass(frozen=True, slots=True)
class Panel:
    """The figures of one group. `key` is None for the whole, and for what belongs to no group.

    `counts` follow LEVELS and hold only what counts: `left_out` ratings, whose appeal was upheld, stand apart (R08).
    `corrected` are bad ratings that were put right, and called back where somebody can be called.
    """

    key: str | None
    cases: int = 0
    counts: tuple[int, ...] = (0,) * len(LEVELS)
    left_out: int = 0
    corrected: int = 0
    rank: int | None = None

    @property
    def ratings(self) -> int:
        """All ratings that count: the denominator of 满意率."""
        return sum(self.counts)

    @property
    def satisfied(self) -> int:
        """Ratings of level 3 to 5."""
        return sum(number for level, number in zip(LEVELS, self.counts, strict=True) if level not in BAD)

    @property
    def bad(self) -> int:
        """Ratings of level 1 and 2."""
        return self.ratings - self.satisfied

    @property
    def response_rate(self) -> float | None:
        """参评率 as a fraction of the completed cases, None where there are none.

        Above 1 where visits were rated that are no case of the register.
        """
        return self.ratings / self.cases if self.cases else None

    @property
    def rate(self) -> float | None:
        """满意率 as a fraction of the ratings, None where there are none."""
        return self.satisfied / self.ratings if self.ratings else None

    @property
    def wilson_low(self) -> float | None:
        """The lower end of the interval of `rate`, None where there are no ratings."""
        found = wilson(self.satisfied, self.ratings)
        return found[0] if found else None

    @property
    def wilson_high(self) -> float | None:
        """The upper end of the interval of `rate`, None where there are no ratings."""
        found = wilson(self.satisfied, self.ratings)
        return found[1] if found else None

    @property
    def correction_rate(self) -> float | None:
        """差评整改率 as a fraction of the bad ratings, None where there are none."""
        return self.corrected / self.bad if self.bad else None


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """The whole and its groups in printed order; `rank_least` is the number of ratings from which a rank is given."""

    total: Panel
    groups: tuple[Panel, ...]
    rank_least: int


def summed(key: str | None, panels: Iterable[Panel]) -> Panel:
    """Return panels added up as one, without a rank."""
    every = tuple(panels)
    counts = tuple(sum(numbers) for numbers in zip(*(one.counts for one in every), strict=True))
    return Panel(
        key,
        sum(one.cases for one in every),
        counts or Panel(key).counts,
        sum(one.left_out for one in every),
        sum(one.corrected for one in every),
    )


def grouped(
    panels: Iterable[Panel], group: Mapping[str | None, str | None], order: Sequence[str | None], rank_least: int
) -> Satisfaction:
    """Return panels added up by group. `group` names the group of a panel's key, None where it has none.

    Groups come in `order`, which leaves out nothing: what it does not name follows.
    """
    parts: dict[str | None, list[Panel]] = {key: [] for key in order}
    for one in panels:
        parts.setdefault(group.get(one.key), []).append(one)
    found = tuple(summed(key, part) for key, part in parts.items())
    return Satisfaction(summed(None, found), ranked(found, rank_least), rank_least)


def ranked(panels: Sequence[Panel], least: int) -> tuple[Panel, ...]:
    """Return panels with their ranks by 满意率, the best 1, equal rates sharing one.

    No rank is given to a group of fewer than `least` ratings, nor to what belongs to no group: chance would rank it.
    """
    rates = [one.rate for one in panels if _is_ranked(one, least)]
    return tuple(
        replace(one, rank=1 + sum(rate > one.rate for rate in rates if rate is not None and one.rate is not None))
        if _is_ranked(one, least)
        else one
        for one in panels
    )


def _is_ranked(one: Panel, least: int) -> bool:
    return one.key is not None and one.ratings >= max(least, 1)
