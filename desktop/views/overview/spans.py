"""The days a trend is drawn through: each day, the ends of weeks, or the ends of months, by how long it goes back."""

from collections.abc import Iterator
from datetime import date, timedelta

_DAY = timedelta(days=1)
_DAILY, _WEEKLY = 21, 26 * 7
"""Up to so many days every day is shown, up to so many the end of every week, beyond them of every month."""
_MOST = 120
"""At most so many points: those of the last ten years."""

WEEKS, YEAR = 13 * 7, 366
"""The usual spans, in days."""


def days(first: date, last: date) -> tuple[date, ...]:
    """Return the days of a trend from one day to another, both within; one alone where they are the same."""
    passed = (last - first).days
    if passed <= _DAILY:
        return tuple(first + n * _DAY for n in range(passed + 1))
    ends = _sundays(first, last) if passed <= _WEEKLY else _month_ends(first, last)
    return (*ends, last)[-_MOST:]


def _sundays(first: date, last: date) -> Iterator[date]:
    day = first + (6 - first.weekday()) * _DAY
    while day < last:
        yield day
        day += 7 * _DAY


def _month_ends(first: date, last: date) -> Iterator[date]:
    day = (first.replace(day=1) + 32 * _DAY).replace(day=1) - _DAY
    while day < last:
        yield day
        day = (day + 32 * _DAY).replace(day=1) - _DAY


def is_monthly(shown: tuple[date, ...]) -> bool:
    """Say whether these are ends of months, so that a month's name says enough."""
    return len(shown) > 2 and all((day + _DAY).day == 1 for day in shown[:-1])
