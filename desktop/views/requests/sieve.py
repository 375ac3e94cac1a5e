"""What of the register is looked at: the filters as a person sets them, and as the book is asked. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop.i18n import mark
from desktop.models import papers_notice, request_clock
from desktop.models.catalogue import Catalogue
from desktop.models.clock import BEIJING
from desktop.models.request_rules import RequestStatus
from desktop.models.requests import OPEN, RequestFilter
from desktop.models.workdays import Calendar

ME = "@"
"""Stands for whoever looks: as handler, or for the unit of the person."""
OVERDUE, TODAY, TOMORROW, WEEK, CALL, RETURNED = "overdue", "today", "tomorrow", "week", "call", "returned"
UNTOLD = "untold"
TASKS: Mapping[str, str] = {
    OVERDUE: mark("Overdue"),
    TODAY: mark("Due today"),
    TOMORROW: mark("Due tomorrow"),
    WEEK: mark("Due within seven days"),
    CALL: mark("To call back"),
    RETURNED: mark("Returned to me"),
    UNTOLD: mark("Counts as accepted"),
}
"""What waits, by name, in the order in which it is offered."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """The filters of the register; an empty value lets everything through. `since` and `until` are ISO days."""

    text: str = ""
    states: frozenset[RequestStatus] = frozenset()
    unit: str = ""
    window: str = ""
    task: str = ""
    action: str = ""
    channel: str = ""
    applicant: str = ""
    handler: str = ""
    since: str = ""
    until: str = ""
    merged: bool = False


ALL = Sieve()
_NEVER = "0"
"""Before every day."""


def without(sieve: Sieve, name: str) -> Sieve:
    """Return the sieve without one filter."""
    return replace(sieve, **{name: getattr(ALL, name)})


def cleared(sieve: Sieve) -> Sieve:
    """Return the sieve without any filter; the window or unit looked at stays, for it is where one works."""
    return Sieve(unit=sieve.unit, window=sieve.window)


def windows_of(sieve: Sieve, catalogue: Catalogue, own: str) -> frozenset[str] | None:
    """Return the windows looked at, None for all of a book of the unit `own`: it holds no others."""
    if sieve.window:
        return frozenset({sieve.window})
    if not sieve.unit:
        return None
    under = catalogue.under(sieve.unit)
    if own and catalogue.under(own) <= under:
        return None
    return frozenset(one.id for one in catalogue.windows.values() if one.unit in under)


def asked(
    sieve: Sieve, windows: frozenset[str] | None, now: datetime, officer: str, calendar: Callable[[], Calendar]
) -> RequestFilter:  # fmt: skip
    """Return what the book is asked for, for who sits at the desk at an instant; `calendar` is asked if it counts."""
    found = RequestFilter(
        statuses=sieve.states, windows=windows, action=sieve.action, channel=sieve.channel, applicant=sieve.applicant,
        handler=officer if sieve.handler == ME else sieve.handler, since=sieve.since, until=sieve.until,
        text=sieve.text.strip(), merged=sieve.merged,
    )  # fmt: skip
    if sieve.task == UNTOLD:
        before = papers_notice.received_before(now.astimezone(BEIJING).date(), calendar())
        return replace(found, untold_before=before.isoformat() if before is not None else _NEVER)
    return _of_task(found, sieve.task, now, officer)


def _of_task(found: RequestFilter, task: str, now: datetime, officer: str) -> RequestFilter:
    at, today = request_clock.minute(now), now.astimezone(BEIJING).date()

    def day(number: int) -> str:
        return (today + timedelta(days=number)).isoformat()

    if task == CALL:
        return replace(found, statuses=_within(found, RequestStatus.COMPLETED))
    if task == RETURNED:
        return replace(found, statuses=_within(found, RequestStatus.RECTIFYING), assignee=officer)
    spans: Mapping[str, Mapping[str, str]] = {
        OVERDUE: {"overdue_at": at},
        TODAY: {"in_time_at": at, "due_before": day(1)},
        TOMORROW: {"due_from": day(1), "due_before": day(2)},
        WEEK: {"in_time_at": at, "due_before": day(7)},
    }
    if task not in spans:
        return found
    return replace(found, statuses=_within(found, *OPEN), **spans[task])  # type: ignore[arg-type]  # texts all


def _within(found: RequestFilter, *states: RequestStatus) -> frozenset[RequestStatus]:
    """Return which of these states are looked at; where none of those chosen is among them, those chosen."""
    return (found.statuses & frozenset(states)) or found.statuses or frozenset(states)
