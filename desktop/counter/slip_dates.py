"""The due dates of a request as its slips print them, each with the sentence that explains it."""

from datetime import date, datetime

from desktop.models import request_clock
from desktop.models.day_count import day_of
from desktop.models.deadlines import Deadline
from desktop.models.request_clock import Running
from desktop.models.requests import RequestRow
from desktop.models.workdays import Calendar
from desktop.reports.slip_facts import Due
from desktop.texts import deadlines


def dues(row: RequestRow, calendar: Calendar, clock_from: str) -> tuple[Due | None, Due | None]:
    """Return promised and legal date, None where there is no such limit or time does not run yet.

    One sentence explains both clocks; it stands at the first of them.
    """
    found = _deadline(row, calendar, row.extension)
    if found is None:
        return None, None
    told = deadlines.sentence(found, clock_from)
    promised = Due(_on(found.promised.due), told) if found.promised else None
    legal = Due(_on(found.legal.due), "" if promised else told) if found.legal else None
    return promised, legal


def extended(row: RequestRow, calendar: Calendar, clock_from: str) -> tuple[Due, Due]:
    """Return the date that counted before the extension, and the one after it."""
    before, after = (_deadline(row, calendar, extension) for extension in ("", row.extension))
    return _counting(before, clock_from), _counting(after, clock_from)


def _counting(found: Deadline | None, clock_from: str) -> Due:
    return Due(_on(found.due), deadlines.sentence(found, clock_from)) if found is not None else Due(None)


def _deadline(row: RequestRow, calendar: Calendar, extension: str) -> Deadline | None:
    start = row.started_at or row.accepted_at
    return request_clock.deadline(Running(start, row.promise, row.legal, row.stops, extension), calendar)


def _on(end: date | datetime | None) -> date | None:
    return None if end is None else day_of(end)
