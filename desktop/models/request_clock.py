"""By when a request is due: its fields as the deadline engine takes them, and its answer as fields again.

Texts of fields: a limit is `10 workday`, stops are `2026-10-01/2026-10-05;2026-11-02/` (whole days, both ends stopped,
open while it goes on), a day is ISO, an instant Beijing time to the minute, `2026-10-08T15:30`.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from desktop.models import deadlines
from desktop.models.clock import BEIJING
from desktop.models.deadlines import Deadline
from desktop.models.limits import Extension, Limit, Promise, Stop
from desktop.models.workdays import Calendar

_DAY = timedelta(days=1)


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


def deadline(running: Running, calendar: Calendar) -> Deadline | None:
    """Return the deadline of a request, which explains itself day by day; None where time does not run, or for ever."""
    promised, legal = (_limit(told) for told in (running.promise, running.legal))
    if not running.start or (promised is None and legal is None):
        return None
    start = datetime.fromisoformat(running.start).replace(tzinfo=BEIJING)
    more = _limit(running.extension)
    extension = Extension(more.value, more.unit) if more else None
    return deadlines.due(start, Promise(promised, legal), stops_of(running.stops), extension, calendar)


def due(running: Running, calendar: Calendar) -> Due:
    """Return when a request is due; None where there is no limit, no calendar, or the clock stands."""
    found = deadline(running, calendar)
    if found is None:
        return Due(None, None)
    return Due(_text(found.due), _text(found.legal.due) if found.legal else None)


def _limit(told: str) -> Limit | None:
    value, _, unit = told.partition(" ")
    return Limit.of(int(value), unit) if told else None


def _text(end: date | datetime | None) -> str | None:
    if end is None:
        return None
    return minute(end) if isinstance(end, datetime) else end.isoformat()
