"""Deadlines once more, day by day and minute by minute, without a line of the program: it asks the library alone.

A case is judged by searching: the end is the first day (or minute) by which enough days (minutes) have counted.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

import chinese_calendar

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
Span = tuple[int, str]
OPEN = date(9999, 1, 1)


@dataclass(frozen=True)
class Case:
    start: datetime
    promised: Span
    legal: Span | None
    stops: tuple[tuple[date, date], ...]
    """First and last days; OPEN as last day: not resumed."""
    extension: Span | None


@dataclass
class Judged:
    due: date | datetime | None
    counted: list[date]
    left: int | None
    """What was still to count, in days or minutes, when the clock stopped for good."""


def cases(number: int, seed: int) -> Iterator[Case]:
    """Give cases of 2010 to 2025, so that every end lies in years that the library knows."""
    chance = Random(seed)
    for _ in range(number):
        start = datetime.fromisoformat("2010-01-01") + chance.randrange(15 * 365 * 24 * 60) * MINUTE
        promised = _span(chance, ("workday", "workday", "day", "hour", "minute", "month", "on_the_spot"))
        legal = _span(chance, ("day", "workday", "month", "hour")) if chance.random() < 0.7 else None
        extension = _span(chance, ("workday", "day", "month", "hour")) if chance.random() < 0.4 else None
        stops = tuple(_stop(chance, start.date()) for _ in range(chance.choice((0, 0, 1, 1, 2, 3))))
        yield Case(start, promised, legal, stops, extension)


def _span(chance: Random, units: tuple[str, ...]) -> Span:
    unit = chance.choice(units)
    most = {"workday": 40, "day": 60, "hour": 72, "minute": 90, "month": 3}.get(unit, 0)
    return (chance.randint(1, most), unit) if most else (0, unit)


def _stop(chance: Random, start: date) -> tuple[date, date]:
    first = start + chance.randint(-5, 60) * DAY
    return first, OPEN if chance.random() < 0.12 else first + chance.choice((0, 1, 3, 9, 30)) * DAY


def judged(case: Case, span: Span) -> Judged:
    """Return how one clock of a case runs."""
    parts = [one for one in (span, case.extension) if one and one[1] != "on_the_spot"]
    if len(parts) == 2 and parts[0][1] == parts[1][1]:
        parts = [(parts[0][0] + parts[1][0], parts[0][1])]
    if not parts:
        return Judged(case.start.date(), [], None)
    stopped = {day for first, last in case.stops for day in _days(first, min(last, case.start.date() + 2000 * DAY))}
    forever = min((first for first, last in case.stops if last == OPEN), default=OPEN)
    at: date | datetime = case.start if parts[0][1] in {"hour", "minute"} else case.start.date()
    counted: list[date] = []
    for number, unit in parts:
        found: date | int
        if unit in {"hour", "minute"}:
            found = _minutes(at, number * (60 if unit == "hour" else 1), stopped, forever)
        else:
            found = _counted(at, (number, unit), stopped, forever, counted)
        if isinstance(found, int):
            return Judged(None, counted, found)
        at = found
    return Judged(at, counted, None) if isinstance(at, datetime) else _put_off(at, stopped, forever, counted)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + n * DAY for n in range((last - first).days + 1))


def _counted(at: date | datetime, span: Span, stopped: set[date], forever: date, counted: list[date]) -> date | int:
    number, unit = span
    day = at.date() if isinstance(at, datetime) else at
    if unit == "month":
        number, unit = len([*_days(day + DAY, _corresponding(day, number))]), "day"
    found = 0
    while found < number:
        day += DAY
        if day >= forever:
            return number - found
        if day not in stopped and (unit == "day" or chinese_calendar.is_workday(day)):
            counted.append(day)
            found += 1
    return day


def _corresponding(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _minutes(at: date | datetime, number: int, stopped: set[date], forever: date) -> datetime | int:
    now = at if isinstance(at, datetime) else datetime.combine(at + DAY, datetime.min.time())
    while number:
        if now.date() >= forever:
            return number
        if now.date() not in stopped:
            number -= 1
        now += MINUTE
    return now


def _put_off(day: date, stopped: set[date], forever: date, counted: list[date]) -> Judged:
    while day in stopped or chinese_calendar.is_holiday(day):
        day += DAY
        if day >= forever:
            return Judged(None, counted, 0)
    return Judged(day, counted, None)
