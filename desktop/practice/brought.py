"""What each move of a practice request brings with it: sample words, results, who is named."""

from collections.abc import Callable

from desktop.commands.requests_effects import Said
from desktop.models import request_rules
from desktop.models.request_rules import RequestNeed
from desktop.models.request_rules import RequestStatus as S
from desktop.practice.cases import Case
from desktop.practice.year import DAY, Year


def brought(year: Year, case: Case, origin: S, to: S) -> Said:
    """Return what a move from one state to another asks for."""
    make = _corrected if (origin, to) == (S.RECTIFYING, S.ARCHIVED) else _BROUGHT.get(to)
    if make is not None:
        return make(year, case)
    move = request_rules.find(origin, to)
    asks = move is not None and RequestNeed.REASON in move.needs
    return Said(reason=year.one("unreached")) if asks else Said()


def _completed(year: Year, _case: Case) -> Said:
    return Said(result=year.chance.choice(("granted", "granted", "handled", "answered")))


def _called(year: Year, _case: Case) -> Said:
    return Said(answer=year.chance.choice(("satisfied", "satisfied", "satisfied", "neutral")))


def _rectifying(year: Year, case: Case) -> Said:
    return Said(assignee=case.clerk.officer, due_on=year.today + year.chance.randint(-3, 6) * DAY)


def _extended(year: Year, case: Case) -> Said:
    return Said(notice=year.one("extended_notice"), approval=case.chief.officer, extension=(5, "workday"))


def _corrected(year: Year, _case: Case) -> Said:
    return Said(result="corrected", answer="satisfied", note=year.one("corrected"))


_BROUGHT: dict[S, Callable[[Year, Case], Said]] = {
    S.SUPPLEMENT: lambda year, _case: Said(notice=year.one("supplement")),
    S.TRANSFERRED: lambda year, _case: Said(target=year.one("target")),
    S.REJECTED: lambda year, _case: Said(reason=year.one("rejected_reason"), notice=year.one("rejected_notice")),
    S.WITHDRAWN: lambda year, _case: Said(reason=year.one("withdrawn")),
    S.PROCESSING: lambda year, case: Said(handler=case.clerk.officer, note=year.one("note")),
    S.SPECIAL: lambda year, _case: Said(reason=year.one("special_reason"), notice=year.one("special_notice")),
    S.EXTENDED: _extended,
    S.COMPLETED: _completed,
    S.CALLBACK: _called,
    S.RECTIFYING: _rectifying,
}
