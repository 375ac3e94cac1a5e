"""A deadline in one sentence that explains itself: from when, how many days, which did not count, until when."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from functools import reduce

from desktop.i18n import _, either, mark
from desktop.models.day_count import Count, LeftOut, State, Why, day_of
from desktop.models.deadlines import Deadline, Decider
from desktop.models.limits import INSTANTS, Amount, Extension, Limit, LimitUnit
from desktop.models.workdays import Certainty
from desktop.texts.promises import span

_STARTS = {
    "acceptance": mark("accepted on {day}"),
    "receipt": mark("received on {day}"),
    "request": mark("asked for on {day}"),
    "close": mark("closed on {day}"),
    "dispatch": mark("dispatched on {day}"),
}
"""What starts a clock, by `clock_from` of an action."""
_MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"), mark("July"),
    mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)  # fmt: skip
_LEADS = {Decider.PROMISED: mark("promised {span}"), Decider.LEGAL: mark("by law {span}")}
_AT_ONCE = {Decider.PROMISED: mark("promised on the spot"), Decider.LEGAL: mark("by law on the spot")}
_VERDICTS = {Decider.PROMISED: mark("the promise counts"), Decider.LEGAL: mark("the law counts")}


def sentence(deadline: Deadline, clock_from: str = "acceptance") -> str:
    """Return why a case is due when it is, in the language in use; `clock_from` is that of the action.

    The clock that counts is explained day by day, the other one by its date. A day of another year than the start's
    carries its year.
    """
    year = day_of(deadline.start).year
    start = _(_STARTS.get(clock_from, mark("from {day}"))).format(day=_moment(deadline.start, year))
    clocks = [
        _clock(decider, one, deadline, year)
        for decider, one in ((Decider.PROMISED, deadline.promised), (Decider.LEGAL, deadline.legal))
        if one is not None
    ]
    clauses = [start, *_begins(deadline.leading), _("; ").join(clocks)]
    if len(clocks) > 1:
        clauses.append(_(_VERDICTS[deadline.decided_by]) if deadline.decided_by else _("which of them counts is open"))
    told = _("{sentence}.").format(sentence=_joined(clauses))
    return told[0].upper() + told[1:]


def _joined(clauses: Iterable[str]) -> str:
    return reduce(lambda one, more: _("{one}, {more}").format(one=one, more=more), clauses)


def _begins(leading: Count) -> list[str]:
    if leading.limit.unit in INSTANTS:
        return [_("counted at once")]
    return [_("counted from the next day")] if leading.counted else []


def _clock(decider: Decider, one: Count, deadline: Deadline, year: int) -> str:
    at_once = one.limit.unit is LimitUnit.ON_THE_SPOT
    lead = _(_AT_ONCE[decider] if at_once else _LEADS[decider]).format(span=_span(one.limit))
    clauses = _explained(one, deadline, year) if one is deadline.leading else []
    return _joined([lead, *clauses, _end(one, year)])


def _explained(one: Count, deadline: Deadline, year: int) -> list[str]:
    clauses = []
    if deadline.extension is not None:
        clauses.append(_("extended by {span}").format(span=_span(deadline.extension)))
    off = Counter(_off(day) for day in one.left_out if day.why is not Why.STOPPED)
    if off:
        days = [_("{name} ({n})").format(name=name, n=n) for name, n in off.items()]
        clauses.append(_("skipping {days}").format(days=_(", ").join(days)))
    made_up = sum(day.weekday() > 4 for day in one.counted) if one.limit.unit is LimitUnit.WORKDAY else 0
    if made_up and one.unit is LimitUnit.WORKDAY:
        clauses.append(_("with make-up workdays ({n})").format(n=made_up))
    clauses += _stopped([day for day in one.left_out if day.why is Why.STOPPED])
    if one.moved_from is not None:
        clauses.append(_("moved on from {day}, a day that does not count").format(day=_moment(one.moved_from, year)))
    return clauses


def _off(day: LeftOut) -> str:
    if day.why is Why.WEEKEND:
        return _("weekend")
    return either(day.name_zh, day.name_en or day.name_zh) or _("holiday")


def _stopped(days: list[LeftOut]) -> list[str]:
    if not days:
        return []
    reasons = [*dict.fromkeys(day.name_zh for day in days if day.name_zh)]
    if not reasons:
        return [_("clock stopped ({n})").format(n=len(days))]
    return [_("clock stopped ({n}) for: {reasons}").format(n=len(days), reasons=_(", ").join(reasons))]


def _end(one: Count, year: int) -> str:
    if one.due is not None:
        until = _("until {day} (provisional)") if one.certainty is Certainty.PROVISIONAL else _("until {day}")
        return until.format(day=_moment(one.due, year))
    day = one.halted_on or date.max
    if one.state is State.NO_CALENDAR:
        return _("no date, since there is no calendar of {year}").format(year=day.year)
    since = _moment(day, year)
    if not one.rest:
        return _("stopped since {day}").format(day=since)
    rest = " + ".join(_span(limit) for limit in one.rest)
    return _("stopped since {day}, still to count: {rest}").format(day=since, rest=rest)


def _span(limit: Limit | Extension | Amount) -> str:
    return span(limit.value, limit.unit)


def _moment(moment: date | datetime, year: int) -> str:
    day = day_of(moment)
    plain = _("{d} {month}") if day.year == year else _("{d} {month} {y}")
    told = plain.format(d=day.day, month=_(_MONTHS[day.month - 1]), y=day.year)
    return f"{told} {moment:%H:%M}" if isinstance(moment, datetime) else told
