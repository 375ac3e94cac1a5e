"""What may be done with requests now, by whom, and what each deed asks for. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop import texts
from desktop.commands.requests_effects import NOBODY
from desktop.i18n import _
from desktop.models import request_rules
from desktop.models.request_rules import CALLS, RequestMove, RequestStatus, Ticking
from desktop.models.requests import RequestRow
from desktop.models.vocabulary import Role
from desktop.texts import names, request_names
from desktop.views.wish import who


class Do(StrEnum):
    """The deeds of the panel."""

    MOVE = "move"
    CALL = "call"
    REOPEN = "reopen"
    SPLIT = "split"
    MERGE = "merge"
    SETTLE = "settle"
    UNMASK = "unmask"


class Ask(StrEnum):
    """What a form asks for, in the order in which it stands there: the needs of moves, and what other deeds want."""

    RESULT = "result"
    CALLBACK = "callback"
    CHOICE = "choice"
    INTO = "into"
    PARTS = "parts"
    TARGET = "target"
    HANDLER = "handler"
    APPROVAL = "approval"
    RATING = "rating"
    ASSIGNEE = "assignee"
    DEADLINE = "deadline"
    REASON = "reason"
    NOTICE = "notice"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Way:
    """A move that leads out of where the requests stand: its digit, its name, why it may not be made (empty: it may).

    `rules` are the moves of the table that it stands for, one for each state that the requests are in.
    """

    number: int
    to: RequestStatus
    title: str
    rules: tuple[RequestMove, ...]
    barred: str

    @property
    def open(self) -> bool:
        """Whether the person at the desk may make it."""
        return not self.barred

    @property
    def is_forward(self) -> bool:
        """Whether it may stand first in colour; a step aside or back is offered, never urged."""
        return self.to in _FORWARD


_FORWARD = frozenset({
    RequestStatus.ACCEPTED, RequestStatus.PROCESSING, RequestStatus.COMPLETED, RequestStatus.CALLBACK,
    RequestStatus.ARCHIVED,
})  # fmt: skip
_ONE_BY_ONE = frozenset({RequestStatus.CALLBACK, RequestStatus.RATED})
"""Every applicant answers for one matter."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a deed asks for: fields that must be filled, and those that may be.

    `results` are the values of RESULT and of CALLBACK, `choices` the states of which a dispute chooses one; `seen` is
    the state that the person saw, None where there are several.
    """

    do: Do
    requests: tuple[str, ...]
    title: str
    required: frozenset[Ask] = frozenset()
    offered: frozenset[Ask] = frozenset()
    to: RequestStatus | None = None
    results: tuple[str, ...] = ()
    choices: tuple[RequestStatus, ...] = ()
    seen: RequestStatus | None = None

    @property
    def fields(self) -> tuple[Ask, ...]:
        """All fields of the form, in their order."""
        return tuple(one for one in Ask if one in self.required | self.offered)

    @property
    def kind(self) -> str:
        """The kind of deed, for words used before."""
        return f"request.{self.do}:{self.to or ''}"


def ways_out(rows: Sequence[RequestRow], role: Role) -> list[Way]:
    """Return every move out of the states of some requests, numbered from one, those that may not be made with why."""
    reached = dict.fromkeys(move.to for row in rows for move in request_rules.moves_from(row.status))
    return [_way(number, to, rows, role) for number, to in enumerate(reached, 1)]


def _way(number: int, to: RequestStatus, rows: Sequence[RequestRow], role: Role) -> Way:
    rules = tuple(dict.fromkeys(rule for row in rows if (rule := request_rules.find(row.status, to)) is not None))
    titles = list(dict.fromkeys(map(texts.label, rules)))
    title = titles[0] if len(titles) == 1 else names.request_status(to)
    return Way(number, to, title, rules, _barred(to, rows, role, rules))


def _barred(to: RequestStatus, rows: Sequence[RequestRow], role: Role, rules: Sequence[RequestMove]) -> str:
    for row in rows:
        if request_rules.find(row.status, to) is None:
            return _("{number} is {status}: not from there").format(
                number=row.number, status=names.request_status(row.status)
            )
        if to is RequestStatus.EXTENDED and row.extension:
            return _("extended already by {limit}; once is all").format(limit=request_names.limit(row.extension))
    for rule in rules:
        if role not in rule.roles:
            return _("for {roles}").format(roles=who(rule.roles))
    if len(rows) > 1 and to in _ONE_BY_ONE:
        return _("one request at a time")
    return ""


def asked_for(way: Way, rows: Sequence[RequestRow]) -> Asked:
    """Return what a move of some requests asks for: the needs of all of them together."""
    keys = tuple(row.id for row in rows)
    if way.to is RequestStatus.CALLBACK:
        return Asked(
            Do.CALL, keys, way.title, frozenset({Ask.CALLBACK}), frozenset({Ask.NOTE}), way.to, (*CALLS, NOBODY)
        )
    needs = frozenset(Ask(need) for rule in way.rules for need in rule.needs)
    results = next((rule.results for rule in way.rules if rule.results), ())
    offered = frozenset[Ask]() if needs & {Ask.NOTICE, Ask.RATING} else frozenset({Ask.NOTE})
    seen = rows[0].status if len({row.status for row in rows}) == 1 else None
    return Asked(Do.MOVE, keys, way.title, needs, offered - needs, way.to, results, seen=seen)


def other_deeds(row: RequestRow, role: Role) -> list[tuple[Do, str, str]]:
    """Return the deeds beside the moves: which, its name, and why it cannot be done (empty: it can)."""
    ended = row.clock in {Ticking.ENDED, Ticking.RECTIFYING}
    at_counter = "" if role is not Role.BUREAU else _("for {roles}").format(
        roles=who(frozenset({Role.CLERK, Role.CHIEF}))
    )  # fmt: skip
    goes_on = _("it goes on; only an ended one is taken up again")
    over = _("it has ended")
    deeds = [
        (Do.REOPEN, _("Reopen under a new number…"), at_counter or ("" if row.clock is Ticking.ENDED else goes_on)),
        (Do.SPLIT, _("Take further matters out…"), at_counter or (over if ended else "")),
        (Do.MERGE, _("Same as another…"), at_counter or (over if ended else "")),
    ]
    if row.disputed:
        heads = frozenset({Role.CHIEF, Role.BUREAU})
        barred = "" if role in heads else _("for {roles}").format(roles=who(heads))
        deeds.insert(0, (Do.SETTLE, _("Settle the dispute…"), barred))
    return deeds


def asked_for_deed(do: Do, row: RequestRow, choices: Sequence[RequestStatus] = ()) -> Asked:
    """Return what another deed on one request asks for."""
    one, reason = (row.id,), frozenset({Ask.REASON})
    forms = {
        Do.REOPEN: Asked(do, one, _("Reopen under a new number"), reason),
        Do.SPLIT: Asked(do, one, _("Take further matters out"), reason | {Ask.PARTS}),
        Do.MERGE: Asked(do, one, _("Same as another request"), reason | {Ask.INTO}),
        Do.SETTLE: Asked(do, one, _("Settle the dispute"), reason | {Ask.CHOICE}, choices=tuple(choices)),
        Do.UNMASK: Asked(do, one, _("Show name and telephone"), reason),
    }
    return forms[do]
