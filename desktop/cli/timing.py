"""The command that counts a deadline. It needs no book: without one the shipped calendar is asked."""

from collections.abc import Mapping
from datetime import date, datetime

from desktop.cli import output
from desktop.cli.call import Call, Runner
from desktop.cli.shapes import Shape
from desktop.models.day_count import Count
from desktop.models.deadlines import Deadline, due
from desktop.models.limits import Promise
from desktop.models.refusals import InputRefused
from desktop.models.shipped_calendar import shipped
from desktop.models.workdays import Calendar
from desktop.texts import deadlines


def _deadline(call: Call) -> int:
    asked = call.options
    if len(asked.extensions) > 1:
        raise InputRefused("one_extension")
    extension = next(iter(asked.extensions), None)
    calendar = _calendar(call)
    found = due(asked.start, Promise(asked.promise, asked.legal), asked.stops, extension, calendar)
    if call.wants_json:
        output.tell(_shape(found, call.options.as_of or call.clock().now(), calendar))
    else:
        output.say(deadlines.sentence(found))
    return 0


def _calendar(call: Call) -> Calendar:
    """Return the calendar of the book that was named; the one opened last is not asked, for nobody named it."""
    if not call.options.book:
        return shipped()
    with call.book() as book:
        return book.calendar()


def _shape(found: Deadline, as_of: date | datetime, calendar: Calendar) -> Shape:
    left = found.left(as_of, calendar)
    return {
        "start": _moment(found.start),
        "promised": _clock(found.promised),
        "legal": _clock(found.legal),
        "due": _moment(found.due),
        "decided_by": found.decided_by,
        "state": found.state,
        "certainty": found.certainty,
        "counted": [day.isoformat() for day in found.counted],
        "left_out": [{"date": one.day.isoformat(), "why": one.why, "name": one.name_zh} for one in found.left_out],
        "left": left.value if left else None,
        "left_unit": left.unit if left else None,
        "rest": [{"value": one.value, "unit": one.unit} for one in found.leading.rest],
        "overdue": found.is_overdue(as_of) if found.due else None,
        "sentence": deadlines.sentence(found),
    }


def _clock(one: Count | None) -> Shape | None:
    if one is None:
        return None
    return {
        "value": one.limit.value,
        "unit": one.limit.unit,
        "due": _moment(one.due),
        "state": one.state,
        "certainty": one.certainty,
    }


def _moment(moment: date | datetime | None) -> str | None:
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat() if moment else None


RUNNERS: Mapping[str, Runner] = {"deadline": _deadline}
