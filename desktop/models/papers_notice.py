"""Missing papers are told once and in time, or the request counts as accepted from the day it came in.

Administrative Licensing Law, Art. 32 (4): whoever asks is told everything that is missing on the spot or once within
five days; who is not told in time is accepted from the receipt. By Art. 82 these are workdays.

The catalogue does not tell which actions are licences. What it tells is from when time runs, and the rule matters
exactly where that is the acceptance; so it holds for every request whose clock waits for one.
"""

from datetime import date

from desktop.models.request_rules import RequestStatus
from desktop.models.requests import RequestRow
from desktop.models.workdays import Calendar

WITHIN = 5
"""Workdays after the receipt in which missing papers may be told."""


def last_day(received: date, calendar: Calendar) -> date | None:
    """Return the last day on which missing papers may be told, None beyond the calendar."""
    return calendar.add_workdays(received, WITHIN)


def is_missed(received: date, told: date, calendar: Calendar) -> bool:
    """Say whether a day is too late to tell what is missing; never where there is no calendar."""
    last = last_day(received, calendar)
    return last is not None and told > last


def received_before(today: date, calendar: Calendar) -> date | None:
    """Return the day before which everything was received whose time for telling is over; None beyond the calendar."""
    return calendar.add_workdays(today, -WITHIN)


def counts_as_accepted(row: RequestRow, today: date, calendar: Calendar) -> date | None:
    """Return the last day for telling where it went by and the request still waits for its acceptance, else None."""
    waits = row.status is RequestStatus.REGISTERED and not row.started_at and bool(row.promise or row.legal)
    received = date.fromisoformat(row.registered_at[:10])
    return last_day(received, calendar) if waits and is_missed(received, today, calendar) else None
