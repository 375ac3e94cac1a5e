"""Moves of a request by `request_transitions.csv`, and what each writes beside the state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.commands import requests_checks
from desktop.commands.requests_checks import Standing
from desktop.models import plain_text, request_clock, request_rules
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.reader import Reader
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.request_clock import Running
from desktop.models.request_rules import RequestMove, RequestNeed, RequestStatus

EXTENDING = ("workday", "day", "month", "hour", "minute")
"""In what an extension may be counted."""
LONGEST = 3650
WORST, BEST = 1, 5
"""Levels of 好差评, 非常不满意 to 非常满意 (`appraisal.csv`)."""
NOBODY = "nobody"
"""Stands in `reached` when the telephone was not answered."""

Fields = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Said:
    """Whatever a move may have to bring with it; each state asks for some of it (`RequestMove.needs`).

    `notice` is what the applicant was told in writing, kept as the entry's note; `extension` a number and a unit;
    `answer` what somebody said who was called back, or NOBODY.
    """

    note: str = ""
    reason: str = ""
    notice: str = ""
    target: str = ""
    handler: str = ""
    result: str = ""
    approval: str = ""
    extension: tuple[int, str] | None = None
    level: int | None = None
    rating: str = ""
    assignee: str = ""
    due_on: date | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """Move requests to a state; several make one entry, one undo. `seen` is the state that the person saw."""

    requests: tuple[str, ...]
    to: RequestStatus
    said: Said = Said()
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
            fields: Fields = {"status": self.to, **_beside(reader, one, self.to, self.said)}
            changes += requests_checks.changes(one.id, fields)
        return [Draft(tuple(changes), note=told(self.said), reason=plain_text.note(self.said.reason))]


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


def _beside(reader: Reader, one: Standing, to: RequestStatus, said: Said) -> Fields:
    """Return what a move writes beside the state."""
    match to:
        case RequestStatus.ACCEPTED:
            return _accepted(reader, one)
        case RequestStatus.SUPPLEMENT:
            # Time runs anew once the papers are there (local practice, weakly sourced).
            return {"noticed_on": _today(reader), "started_at": None, "due_on": None, "legal_due_on": None}
        case RequestStatus.PROCESSING:
            return _processing(reader, one, said)
        case RequestStatus.SPECIAL:
            stops = request_clock.stopped(one.fields.get("stops", ""), reader.today)
            return {"noticed_on": _today(reader), **_reckoned(reader, one, {"stops": stops})}
        case RequestStatus.EXTENDED:
            return _extended(reader, one, said)
        case RequestStatus.COMPLETED:
            return {"result": said.result, "closed_at": _now(reader)}
        case RequestStatus.TRANSFERRED:
            return {"target": plain_text.note(said.target).strip(), "closed_at": _now(reader)}
        case RequestStatus.REJECTED:
            return {"noticed_on": _today(reader), "closed_at": _now(reader)}
        case RequestStatus.WITHDRAWN:
            return {"closed_at": _now(reader)}
        case _:
            return _afterwards(reader, one, to, said)


def _afterwards(reader: Reader, one: Standing, to: RequestStatus, said: Said) -> Fields:
    """Return what a move after the completion writes."""
    match to:
        case RequestStatus.CALLBACK:
            return called(reader, one, said.answer or said.result)
        case RequestStatus.RATED:
            return {"level": _level(said), "rating": plain_text.note(said.rating).strip() or None}
        case RequestStatus.RECTIFYING:
            due = said.due_on.isoformat() if said.due_on else None
            return {"assignee": plain_text.note(said.assignee).strip(), "rect_due_on": due}
        case RequestStatus.ARCHIVED if one.status is RequestStatus.RECTIFYING:
            answer = requests_checks.one_of(said.answer, (*request_rules.CALLS, NOBODY), "reached")
            return {"correction": said.result, **called(reader, one, answer)}
        case _:
            return {}


def called(reader: Reader, one: Standing, answer: str) -> Fields:
    """Return what a call writes: its day, what was said, how often it was tried."""
    calls = int(one.fields.get("calls", "0")) + 1
    return {"called_on": _today(reader), "reached": answer, "calls": str(calls)}


def _accepted(reader: Reader, one: Standing) -> Fields:
    now = _now(reader)
    start = one.fields.get("started_at", now)
    return {"accepted_at": now, **_reckoned(reader, one, {"started_at": start})}


def _processing(reader: Reader, one: Standing, said: Said) -> Fields:
    handler = plain_text.note(said.handler).strip()
    named: Fields = {"handler": handler} if handler else {}
    if one.status is not RequestStatus.SPECIAL:
        return named
    stops = request_clock.resumed(one.fields.get("stops", ""), reader.today)
    return named | _reckoned(reader, one, {"stops": stops})


def _extended(reader: Reader, one: Standing, said: Said) -> Fields:
    """Return the extension's fields. Raises RuleBroken `extended_already`: once, after a special procedure too."""
    if one.fields.get("extension"):
        raise RuleBroken("extended_already", id=one.id, extension=one.fields["extension"])
    value, unit = said.extension or (0, "")
    requests_checks.one_of(unit, EXTENDING, "extension")
    if not 1 <= value <= LONGEST:
        raise InputRefused("number_out_of_range", value=value, first=1, last=LONGEST)
    approval = plain_text.note(said.approval).strip()
    more = {"extension": f"{value} {unit}"}
    return {"approval": approval, "noticed_on": _today(reader), **_reckoned(reader, one, more)}


def _reckoned(reader: Reader, one: Standing, moved: dict[str, str]) -> Fields:
    """Return what moves the clock, and the due dates that come of it."""
    clock = {name: one.fields.get(name, "") for name in ("promise", "legal", "stops", "extension")} | moved
    start = clock.pop("started_at", one.fields.get("started_at", one.fields.get("accepted_at", "")))
    return {**moved, **request_clock.due(Running(start, **clock), reader.calendar())._asdict()}


def _level(said: Said) -> str:
    level = said.level or 0
    if not WORST <= level <= BEST:
        raise InputRefused("number_out_of_range", value=level, first=WORST, last=BEST)
    return str(level)


def _today(reader: Reader) -> str:
    return reader.today.isoformat()


def _now(reader: Reader) -> str:
    return request_clock.minute(reader.now)


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
