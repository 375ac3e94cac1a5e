"""Settling a request whose state was overruled unseen when books met."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.commands import requests_checks, requests_effects, required
from desktop.commands.requests_checks import Standing
from desktop.models import disputes, request_rules, rights
from desktop.models.desk import Desk
from desktop.models.disputes import Dispute
from desktop.models.draft import Change, Draft
from desktop.models.reader import Reader
from desktop.models.refusals import RuleBroken
from desktop.models.request_rules import RequestStatus, Ticking
from desktop.models.rights import Right


@dataclass(frozen=True, slots=True)
class SettleRequest:
    """Settle every open dispute of a request: keep its state, or choose one of those that were overruled unseen.

    A state in which time runs gets its due date anew, and is not closed any more.
    """

    request: str
    reason: str
    choose: RequestStatus | None = None

    kind = "settle"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken `nothing_disputed`, `not_in_dispute`, `right_missing`."""
        rights.refuse(Right.SETTLE, desk)
        one = requests_checks.standing(reader, desk, self.request)
        found = disputes.of(reader.connection, f"request:{one.id}")
        if not found:
            raise RuleBroken("nothing_disputed", id=one.id)
        chosen = self._chosen(one, found)
        reason = required.reason(self.reason, one.id)
        closed = [Change(f"dispute:{each.id}", "settled", chosen) for each in found]
        fields = {"status": str(chosen), **_beside(reader, one, chosen)}
        return [Draft((*requests_checks.changes(one.id, fields), *closed), reason=reason)]

    def _chosen(self, one: Standing, found: Sequence[Dispute]) -> RequestStatus:
        chosen = self.choose or one.status
        lost = overruled_states(found)
        if chosen is not one.status and chosen not in lost:
            raise RuleBroken("not_in_dispute", id=one.id, to=chosen, moves=tuple(sorted({*lost, one.status})))
        return chosen


def overruled_states(found: Sequence[Dispute]) -> tuple[RequestStatus, ...]:
    """Return the states that were overruled unseen, each once."""
    return tuple(dict.fromkeys(RequestStatus(one.lost) for one in found if one.field == "status" and one.lost))


def _beside(reader: Reader, one: Standing, chosen: RequestStatus) -> requests_effects.Fields:
    if chosen is one.status or request_rules.ticking(chosen) is not Ticking.RUNNING:
        return {}
    return {"closed_at": None, **requests_effects.due_again(reader, one)}
