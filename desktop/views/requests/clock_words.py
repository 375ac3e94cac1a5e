"""What the panel says of a request's time: by when, what is left, why then, and what stands in the way. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.i18n import _
from desktop.models import papers_notice, request_clock
from desktop.models.clock import BEIJING
from desktop.models.day_count import State, day_of
from desktop.models.deadlines import Deadline
from desktop.models.history import Told
from desktop.models.limits import Amount, LimitUnit
from desktop.models.request_clock import Running
from desktop.models.request_rules import RequestStatus, Ticking
from desktop.models.requests import RequestRow
from desktop.models.workdays import Calendar, Certainty
from desktop.texts import deadlines as sentences
from desktop.texts import request_names
from desktop.texts.promises import span

_DAYS_FROM = 48
"""Hours from which days are told."""
_SOON = 3
"""Workdays left at which a case is due soon; hours are due soon on their day."""


Limits = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClockWords:
    """The clock in words. `due` stands large, `left` beside it in `tone`; `limits` are both clocks by their names.

    `sentence` explains the date day by day; `warnings` are sentences that somebody has to act on.
    """

    due: str
    left: str
    tone: str
    limits: Limits
    sentence: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """When it is looked at, by which calendar, and from when the action counts (`clock_from`)."""

    now: datetime
    calendar: Calendar
    clock_from: str = "acceptance"

    @property
    def day(self) -> date:
        """The day in Beijing."""
        return self.now.astimezone(BEIJING).date()


def deadline_of(row: RequestRow, calendar: Calendar) -> Deadline | None:
    """Return the deadline of a request, None where time has not begun or nothing is promised."""
    running = Running(row.started_at or row.accepted_at, row.promise, row.legal, row.stops, row.extension)
    return None if row.status is RequestStatus.SUPPLEMENT else request_clock.deadline(running, calendar)


def clock(row: RequestRow, story: Sequence[Told], at: Moment) -> ClockWords:
    """Return what is said of the time of a request; `story` tells why a clock stands."""
    if row.status is RequestStatus.RECTIFYING:
        return _correcting(row, at)
    found = deadline_of(row, at.calendar)
    if found is None:
        return _not_running(row, at)
    sentence = sentences.sentence(found, at.clock_from if row.started_at == row.registered_at else "acceptance")
    limits = _limits(found)
    if row.clock is Ticking.ENDED:
        return _ended(row, found, limits, sentence)
    if found.state is State.STOPPED:
        reason = _stopped_by(story)
        told = _("Stopped for: {reason}").format(reason=reason) if reason else ""
        sentence = "\n".join(filter(None, (told, sentence)))
        return ClockWords(_("Clock stopped"), _since(row), "warn", limits, sentence)
    if found.due is None:
        return ClockWords(_("No date"), _("no calendar of that year"), "warn", limits, sentence)
    left, tone = _left(found, at)
    if found.certainty is Certainty.PROVISIONAL:
        left = _("{left} · provisional").format(left=left)
    return ClockWords(_shown(found.due), left, tone, limits, sentence)


def _shown(end: date | datetime) -> str:
    return f"{end:%Y-%m-%d %H:%M}" if isinstance(end, datetime) else end.isoformat()


def _left(found: Deadline, at: Moment) -> tuple[str, str]:
    overdue = found.is_overdue(at.now if isinstance(found.due, datetime) else at.day)
    amount = found.left(at.now if isinstance(found.due, datetime) else at.day, at.calendar)
    if amount is None:
        return (_("overdue"), "danger") if overdue else ("", "")
    if overdue:
        return _("overdue by {span}").format(span=_span(Amount(abs(amount.value), amount.unit))), "danger"
    if found.due is not None and day_of(found.due) == at.day:
        text = _("due today") if amount.unit is not LimitUnit.MINUTE else _("{span} left").format(span=_span(amount))
        return text, "warn"
    return _("{span} left").format(span=_span(amount)), "warn" if _is_soon(amount) else ""


def _is_soon(amount: Amount) -> bool:
    return amount.unit is not LimitUnit.MINUTE and amount.value <= _SOON


def _span(amount: Amount) -> str:
    if amount.unit is not LimitUnit.MINUTE or amount.value < 60:
        return span(amount.value, amount.unit)
    hours, minutes = divmod(amount.value, 60)
    if hours >= _DAYS_FROM:
        days, hours = divmod(hours, 24)
        return " ".join(filter(None, (span(days, "day"), span(hours, "hour") if hours else "")))
    return " ".join(filter(None, (span(hours, "hour"), span(minutes, "minute") if minutes else "")))


def _limits(found: Deadline) -> Limits:
    lines = []
    for name, one in ((_("Promised"), found.promised), (_("By law"), found.legal)):
        if one is None:
            continue
        told = span(one.limit.value, one.limit.unit)
        lines.append((name, f"{told} → {_shown(one.due)}" if one.due is not None else told))
    return tuple(lines)


def _bare_limits(row: RequestRow) -> Limits:
    pairs = ((_("Promised"), row.promise), (_("By law"), row.legal))
    return tuple((name, request_names.limit(told)) for name, told in pairs if told)


def _not_running(row: RequestRow, at: Moment) -> ClockWords:
    limits = _bare_limits(row)
    if not limits:
        return ClockWords(_("No time promised"), "", "", (), "")
    if row.status is RequestStatus.SUPPLEMENT:
        told = _("The applicant was told on {day}; time begins anew with the acceptance.").format(day=row.noticed_on)
        return ClockWords(_("Clock stopped"), _("papers are missing"), "warn", limits, told)
    if row.clock is not Ticking.NOT_STARTED:
        return ClockWords(_closed(row), "", "", limits, "")
    missed = papers_notice.counts_as_accepted(row, at.day, at.calendar)
    if missed is not None:
        return ClockWords(_("Accept it now"), _("counts as accepted"), "danger", limits, "", (untold(row, missed),))
    last = papers_notice.last_day(date.fromisoformat(row.registered_at[:10]), at.calendar)
    told = _("Time begins with the acceptance.")
    if last is not None:
        told = _("{sentence} Missing papers are told once, until {day} at the latest.").format(sentence=told, day=last)
    return ClockWords(_("Not begun"), "", "", limits, told)


def untold(row: RequestRow, missed: date) -> str:
    """Return the sentence on a request whose missing papers were not told in time."""
    return _(
        "Missing papers could be told until {day}; that is over, so it counts as accepted from {received} "
        "(Administrative Licensing Law, Art. 32)."
    ).format(day=missed, received=row.registered_at[:10])


def _ended(row: RequestRow, found: Deadline, limits: Limits, sentence: str) -> ClockWords:
    closed = datetime.fromisoformat(row.closed_at).replace(tzinfo=BEIJING) if row.closed_at else None
    if closed is None or found.due is None:
        return ClockWords(_closed(row), "", "", limits, sentence)
    late = found.is_overdue(closed if isinstance(found.due, datetime) else closed.date())
    told, tone = (_("late"), "danger") if late else (_("in time"), "good")
    return ClockWords(_closed(row), told, tone, limits, sentence)


def _closed(row: RequestRow) -> str:
    return _("Closed {day}").format(day=row.closed_at[:10]) if row.closed_at else _("Ended")


def _correcting(row: RequestRow, at: Moment) -> ClockWords:
    told = _("To be put right by {name}, then the applicant is called back.").format(name=row.assignee)
    is_late = bool(row.rect_due_on) and row.rect_due_on < at.day.isoformat()
    left = _("overdue") if is_late else _("correction of a bad rating")
    return ClockWords(row.rect_due_on or _("No date"), left, "danger" if is_late else "", (), told)


def _stopped_by(story: Sequence[Told]) -> str:
    """Return the reason of the special procedure that goes on."""
    for told in reversed(story):
        if not told.undone and any(one.field == "status" and one.after == "special" for one in told.changes):
            return told.reason
    return ""


def _since(row: RequestRow) -> str:
    first = row.stops.rpartition(";")[2].partition("/")[0]
    return _("since {day}").format(day=first) if first else ""
