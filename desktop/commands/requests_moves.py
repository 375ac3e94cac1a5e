"""Moves of a request by `request_transitions.csv`, and what each writes beside the state."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.commands import ratings, requests_checks
from desktop.commands.requests_checks import Standing
from desktop.commands.requests_effects import NOBODY, NOTHING, Fields, Said, beside, called
from desktop.models import plain_text, request_rules
from desktop.models.ballot_box import Ballot
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.reader import Reader
from desktop.models.refusals import RuleBroken
from desktop.models.request_rules import RequestMove, RequestNeed, RequestStatus


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """Move requests to a state; several make one entry, one undo. `seen` is the state that the person saw."""

    requests: tuple[str, ...]
    to: RequestStatus
    said: Said = NOTHING
    seen: RequestStatus | None = None

    kind = "request_move"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken where a move is not in the table, not this role's, or lacks a need."""
        changes: list[Change] = []
        for one in requests_checks.several(reader, desk, self.requests):
            if self.seen is not None and self.seen is not one.status:
                raise RuleBroken("changed_meanwhile", id=one.id, status=one.status)
            move = allowed(one, self.to, desk)
            _refuse_needs(one, move, self.said)
            changes += _written(reader, one, self.to, self.said)
        return [Draft(tuple(changes), note=told(self.said), reason=plain_text.note(self.said.reason))]


def _written(reader: Reader, one: Standing, to: RequestStatus, said: Said) -> list[Change]:
    if to is not RequestStatus.RATED:
        return [*requests_checks.changes(one.id, {"status": to, **beside(reader, one, to, said)})]
    ballot = Ballot(said.level or 0, ";".join(said.reasons), said.way)
    rating = ratings.named(reader, one.id, ballot)
    fields: Fields = {"status": to, "level": str(ballot.level), "rating": rating[0].record.partition(":")[2]}
    return [*requests_checks.changes(one.id, fields), *rating]


def told(said: Said) -> str:
    """Return the note of the entry: what was told in writing, then what else was noted."""
    return plain_text.note("\n".join(part for part in (said.notice, said.note) if plain_text.says_something(part)))


def allowed(one: Standing, to: RequestStatus, desk: Desk) -> RequestMove:
    """Return the move of the table. Raises RuleBroken `request_no_move`, `request_role_may_not`."""
    move = request_rules.find(one.status, to)
    facts = {"id": one.id, "origin": one.status, "to": to}
    if move is None:
        raise RuleBroken("request_no_move", **facts, ways=request_rules.moves_from(one.status))
    if desk.role not in move.roles:
        raise RuleBroken("request_role_may_not", **facts, role=desk.role, roles=tuple(sorted(move.roles)))
    return move


def _refuse_needs(one: Standing, move: RequestMove, said: Said) -> None:
    given = {
        RequestNeed.NOTE: plain_text.says_something(said.note),
        RequestNeed.REASON: plain_text.says_something(said.reason),
        RequestNeed.NOTICE: plain_text.says_something(said.notice),
        RequestNeed.TARGET: plain_text.says_something(said.target),
        RequestNeed.HANDLER: plain_text.says_something(said.handler),
        RequestNeed.RESULT: _result_of(move, said) != "",
        RequestNeed.APPROVAL: plain_text.says_something(said.approval) and said.extension is not None,
        RequestNeed.RATING: said.level is not None,
        RequestNeed.ASSIGNEE: plain_text.says_something(said.assignee),
        RequestNeed.DEADLINE: said.due_on is not None,
        RequestNeed.CALLBACK: said.answer != "",
    }
    missing = [need for need in RequestNeed if need in move.needs and not given[need]]
    if missing:
        raise RuleBroken(f"needs_{missing[0]}", id=one.id, origin=move.origin, to=move.to)
    if move.results:
        requests_checks.one_of(_result_of(move, said), move.results, "result")


def _result_of(move: RequestMove, said: Said) -> str:
    return said.answer or said.result if move.to is RequestStatus.CALLBACK else said.result


@dataclass(frozen=True, slots=True)
class CallBack:
    """Call an applicant back after completion: what was said moves the request, nobody reached leaves it as it is."""

    request: str
    answer: str = NOBODY
    note: str = ""

    kind = "request_call"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken where nothing is completed that could be called about."""
        one = requests_checks.standing(reader, desk, self.request)
        allowed(one, RequestStatus.CALLBACK, desk)
        requests_checks.one_of(self.answer, (*request_rules.CALLS, NOBODY), "reached")
        fields = called(reader, one, self.answer)
        if self.answer != NOBODY:
            fields["status"] = RequestStatus.CALLBACK
        return [Draft(requests_checks.changes(one.id, fields), note=plain_text.note(self.note))]
