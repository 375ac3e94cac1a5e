"""Lengths of time, stops and extensions: what can be meant, and what the catalogue says."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from desktop import paths
from desktop.models.limits import LONGEST, Extension, Limit, LimitUnit, Promise, Stop
from desktop.models.refusals import InputRefused


@dataclass(frozen=True)
class Row:
    """The four cells of an action."""

    promise_value: int | None
    promise_unit: str
    legal_value: int | None
    legal_unit: str


def _actions() -> list[Row]:
    with (paths.resources() / "catalogue" / "actions.csv").open(encoding="utf-8", newline="") as file:
        return [
            Row(_number(row["promise_value"]), row["promise_unit"], _number(row["legal_value"]), row["legal_unit"])
            for row in csv.DictReader(file)
        ]


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


def test_every_unit_of_the_shipped_catalogue_is_understood() -> None:
    for row in _actions():
        promise = Promise.of(row)
        assert (promise is None) is (not row.promise_unit and not row.legal_unit), row
        assert promise is None or (promise.promised is None) is (not row.promise_unit), row
        assert promise is None or (promise.legal is None) is (not row.legal_unit), row


def test_nothing_of_any_unit_is_on_the_spot() -> None:
    assert Limit.of(0, "workday") == Limit.of(None, "on_the_spot") == Limit(0, LimitUnit.ON_THE_SPOT)


def test_a_unit_that_nobody_knows_or_a_missing_number_is_no_limit() -> None:
    assert [Limit.of(3, ""), Limit.of(3, "moon"), Limit.of(None, "day")] == [None, None, None]


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (lambda: Limit(0, LimitUnit.DAY), "limit_out_of_range"),
        (lambda: Limit(-1, LimitUnit.HOUR), "limit_out_of_range"),
        (lambda: Limit(LONGEST + 1, LimitUnit.MONTH), "limit_out_of_range"),
        (lambda: Limit(1, LimitUnit.ON_THE_SPOT), "limit_out_of_range"),
        (lambda: Extension(0, LimitUnit.WORKDAY), "limit_out_of_range"),
        (lambda: Extension(0, LimitUnit.ON_THE_SPOT), "extension_adds_nothing"),
        (lambda: Stop(date(2026, 12, 2), date(2026, 12, 1)), "stop_backwards"),
    ],
)
def test_what_nobody_can_mean_is_refused(made: Callable[[], object], code: str) -> None:
    with pytest.raises(InputRefused) as refused:
        made()
    assert refused.value.code == code


def test_a_promise_has_at_least_one_limit() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Promise(None)


def test_both_days_of_a_stop_are_held_and_an_open_one_holds_for_ever() -> None:
    stop = Stop(date(2026, 12, 1), date(2026, 12, 3))
    assert [stop.holds(date(2026, 12, n)) for n in (1, 3, 4)] == [True, True, False]
    assert not stop.holds(date(2026, 11, 30))
    assert Stop(date(2026, 12, 1)).holds(date(2199, 1, 1))
