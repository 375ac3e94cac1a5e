"""What a move of a request writes beside the state: days, clocks, names of officers, results. No citizen's word."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.commands import requests_checks
from desktop.commands.requests_checks import Standing
from desktop.models import papers_notice, plain_text, request_clock, request_rules
from desktop.models.reader import Reader
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.request_clock import Running
from desktop.models.request_rules import RequestStatus

EXTENDING = ("workday", "day", "month", "hour", "minute")
"""In what an extension may be counted."""
LONGEST = 3650
NOBODY = "nobody"
"""Stands in `reached` when the telephone was not answered."""

Fields = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Said:
    """Whatever a move may have to bring with it; each state asks for some of it (`RequestMove.needs`).

    `notice` is what the applicant was told in writing, kept as the entry's note; `extension` a number and a unit;
    `answer` what somebody said who was called back, or NOBODY. `level`, `reasons` and `way` are a rating by name.
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
    reasons: tuple[str, ...] = ()
    way: str = "call_back"
    assignee: str = ""
    due_on: date | None = None
    answer: str = ""


NOTHING = Said()
"""What most moves need."""


def beside(reader: Reader, one: Standing, to: RequestStatus, said: Said) -> Fields:
    """Return what a move writes beside the state. Raises RuleBroken or InputRefused where something cannot be right.

    A rating is a record of its own, and its deed's.
    """
    return _WRITING[to](reader, one, said)


def _supplement(reader: Reader, _one: Standing, _said: Said) -> Fields:
    """Stop what runs: time begins anew once the papers are there (local practice, weakly sourced)."""
    return {"noticed_on": _today(reader), "started_at": None, "due_on": None, "legal_due_on": None}


def _special(reader: Reader, one: Standing, _said: Said) -> Fields:
    stops = request_clock.stopped(one.fields.get("stops", ""), reader.today)
    return {"noticed_on": _today(reader), **_reckoned(reader, one, {"stops": stops})}


def _completed(reader: Reader, _one: Standing, said: Said) -> Fields:
    return {"result": said.result, "closed_at": _now(reader)}


def _transferred(reader: Reader, _one: Standing, said: Said) -> Fields:
    return {"target": plain_text.note(said.target).strip(), "closed_at": _now(reader)}


def _rejected(reader: Reader, _one: Standing, _said: Said) -> Fields:
    return {"noticed_on": _today(reader), "closed_at": _now(reader)}


def _withdrawn(reader: Reader, _one: Standing, _said: Said) -> Fields:
    return {"closed_at": _now(reader)}


def _called(reader: Reader, one: Standing, said: Said) -> Fields:
    return called(reader, one, said.answer or said.result)


def _rectifying(_reader: Reader, _one: Standing, said: Said) -> Fields:
    due = said.due_on.isoformat() if said.due_on else None
    return {"assignee": plain_text.note(said.assignee).strip(), "rect_due_on": due}


def _archived(reader: Reader, one: Standing, said: Said) -> Fields:
    if one.status is not RequestStatus.RECTIFYING:
        return {}
    answer = requests_checks.one_of(said.answer, (*request_rules.CALLS, NOBODY), "reached")
    return {"correction": said.result, **called(reader, one, answer)}


def called(reader: Reader, one: Standing, answer: str) -> Fields:
    """Return what a call writes: its day, what was said, how often it was tried."""
    calls = int(one.fields.get("calls", "0")) + 1
    return {"called_on": _today(reader), "reached": answer, "calls": str(calls)}


def _accepted(reader: Reader, one: Standing, _said: Said) -> Fields:
    now = _now(reader)
    start = one.fields.get("started_at") or (_received_at(reader, one) or now)
    return {"accepted_at": now, **_reckoned(reader, one, {"started_at": start})}


def _received_at(reader: Reader, one: Standing) -> str | None:
    """Return since when it counts as accepted by law, because missing papers were not told in time; else None."""
    received, told = one.fields["registered_at"], one.fields.get("noticed_on", _today(reader))
    days = date.fromisoformat(received[:10]), date.fromisoformat(told)
    return received if papers_notice.is_missed(*days, reader.calendar()) else None


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


def due_again(reader: Reader, one: Standing) -> Fields:
    """Return the due dates of a request as its clock stands."""
    return _reckoned(reader, one, {})


def _reckoned(reader: Reader, one: Standing, moved: dict[str, str]) -> Fields:
    """Return what moves the clock, and the due dates that come of it."""
    clock = {name: one.fields.get(name, "") for name in ("promise", "legal", "stops", "extension")} | moved
    start = clock.pop("started_at", one.fields.get("started_at", one.fields.get("accepted_at", "")))
    return {**moved, **request_clock.due(Running(start, **clock), reader.calendar())._asdict()}


def _today(reader: Reader) -> str:
    return reader.today.isoformat()


def _now(reader: Reader) -> str:
    return request_clock.minute(reader.now)


_WRITING: dict[RequestStatus, Callable[[Reader, Standing, Said], Fields]] = {
    RequestStatus.SUPPLEMENT: _supplement,
    RequestStatus.ACCEPTED: _accepted,
    RequestStatus.PROCESSING: _processing,
    RequestStatus.SPECIAL: _special,
    RequestStatus.EXTENDED: _extended,
    RequestStatus.TRANSFERRED: _transferred,
    RequestStatus.REJECTED: _rejected,
    RequestStatus.WITHDRAWN: _withdrawn,
    RequestStatus.COMPLETED: _completed,
    RequestStatus.CALLBACK: _called,
    RequestStatus.RECTIFYING: _rectifying,
    RequestStatus.ARCHIVED: _archived,
}
