"""By when a request is due: the one place where the two clocks of a promise are reckoned.

Texts of fields: a limit is `10 workday`, stops are `2026-10-01/2026-10-05;2026-11-02/` (whole days, both ends stopped,
open while it goes on), a day is ISO, an instant Beijing time to the minute, `2026-10-08T15:30`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop.models.clock import BEIJING
from desktop.models.workdays import Calendar

_DAY = timedelta(days=1)
_LENGTHS = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1)}
_MONTH_DAYS = 30


class Stop(NamedTuple):
    """A special procedure: days that do not count, `last` None while it goes on."""

    first: date
    last: date | None


class Due(NamedTuple):
    """The texts of both due fields: the earlier of the two clocks, and the legal one; None without a date."""

    due_on: str | None
    legal_due_on: str | None


@dataclass(frozen=True, slots=True)
class Running:
    """A request's clock: its start (Beijing, to the minute), limits, stops and extension as their fields have them."""

    start: str
    promise: str = ""
    legal: str = ""
    stops: str = ""
    extension: str = ""


def minute(now: datetime) -> str:
    """Return an instant as the fields keep it: Beijing time to the minute."""
    return now.astimezone(BEIJING).strftime("%Y-%m-%dT%H:%M")


def limit(value: int | None, unit: str) -> str:
    """Return a limit of the catalogue as a field's text, empty for none."""
    return f"{value or 0} {unit}" if unit and (value is not None or unit == "on_the_spot") else ""


def stops_of(told: str) -> list[Stop]:
    """Return the stops of a field."""
    pairs = (one.partition("/") for one in told.split(";") if one)
    return [Stop(date.fromisoformat(first), date.fromisoformat(last) if last else None) for first, _, last in pairs]


def stopped(told: str, day: date) -> str:
    """Return the stops with one that begins on a day."""
    return ";".join(filter(None, (told, f"{day}/")))


def resumed(told: str, day: date) -> str:
    """Return the stops with the open one ended, so that the clock runs on a day again.

    The day on which it began is stopped, even where it ends on that day.
    """
    *before, last = told.split(";")
    first = date.fromisoformat(last.partition("/")[0])
    return ";".join((*before, f"{first}/{max(first, day - _DAY)}"))


def due(running: Running, calendar: Calendar) -> Due:
    """Return when a request is due by both clocks; None where there is no limit, no calendar, or the clock stands."""
    legal = _end(running, running.legal, calendar)
    both = [found for one in (running.promise, running.legal) if (found := _end(running, one, calendar))]
    return Due(min(both, key=_last_instant, default=None), legal)


def _last_instant(told: str) -> str:
    return told if "T" in told else f"{told}T24:00"


def _end(running: Running, told: str, calendar: Calendar) -> str | None:
    stops = stops_of(running.stops)
    if not told or any(stop.last is None for stop in stops):
        return None
    start = datetime.fromisoformat(running.start)
    value, unit = _parts(told)
    if unit in _LENGTHS:
        return _instant(start, value * _LENGTHS[unit], stops)
    day: date | None = start.date()
    for count, kind in (_parts(one) for one in (told, running.extension) if one):
        day = None if day is None else _counted(day, count, kind, stops, calendar)
    return None if day is None else (day if unit == "on_the_spot" else _open(day, calendar)).isoformat()


def _parts(told: str) -> tuple[int, str]:
    value, _, unit = told.partition(" ")
    return int(value), unit


def _instant(start: datetime, length: timedelta, stops: Sequence[Stop]) -> str:
    end = start + length
    for stop in stops:
        if stop.last is not None and stop.first <= end.date():
            end += (stop.last - stop.first + _DAY) if stop.last >= start.date() else timedelta()
    return end.strftime("%Y-%m-%dT%H:%M")


def _counted(day: date, count: int, kind: str, stops: Sequence[Stop], calendar: Calendar) -> date | None:
    """Return the last of so many counted days; days of a stop do not count (Administrative Licensing Law 45)."""
    left = count * _MONTH_DAYS if kind == "month" else count if kind != "on_the_spot" else 0
    at: date | None = day
    while left and at is not None:
        at = calendar.add_workdays(at, 1) if kind == "workday" else at + _DAY
        if at is not None and not any(one.first <= at <= (one.last or at) for one in stops):
            left -= 1
    return at


def _open(day: date, calendar: Calendar) -> date:
    """Return a last day, or the next workday where that is a day off (Civil Code 203)."""
    return day if calendar.is_workday(day) is not False else calendar.add_workdays(day, 1) or day
