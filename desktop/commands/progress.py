"""Deeds on commitments: moves of the state, “unchanged”, notes, due dates, officers, proposals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.commands import required
from desktop.models import plain_text, rules
from desktop.models.catalogue import ServiceWindow
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.journal import Evidence
from desktop.models.reader import Reader
from desktop.models.refusals import RuleBroken
from desktop.models.vocabulary import Need, Role, Status

PROPOSAL = Status.NOT_APPLICABLE.value


def _window(reader: Reader, desk: Desk, key: str) -> ServiceWindow:
    """Return the commitment's window, or refuse: unknown, not applicable here, another unit's, another role's."""
    catalogue = reader.catalogue
    action_id, _, window_id = key.partition("@")
    if catalogue is None or action_id not in catalogue.actions:
        raise RuleBroken("unknown_action", code=action_id)
    if window_id not in catalogue.windows:
        raise RuleBroken("unknown_window", code=window_id)
    window = catalogue.windows[window_id]
    if window.kind not in catalogue.actions[action_id].kinds:
        raise RuleBroken("no_commitment", id=key, kind=window.kind)
    if not window.is_open(reader.today):
        raise RuleBroken("window_closed", window=window_id)
    if window.unit not in reader.scope():
        raise RuleBroken("other_unit", unit=window.unit, own=reader.unit)
    refuse_role(reader, desk)
    return window


def refuse_role(reader: Reader, desk: Desk) -> None:
    """Refuse the bureau's role in the book of a station or department: it verifies nobody."""
    if desk.role is Role.BUREAU and not reader.is_bureau():
        raise RuleBroken("role_not_here", role=desk.role, unit=reader.unit)


def _once(keys: Sequence[str]) -> tuple[str, ...]:
    if not keys:
        raise RuleBroken("nothing_chosen")
    return tuple(dict.fromkeys(keys))


def _status(reader: Reader, key: str) -> Status:
    return Status(reader.commitment(key).get("status", Status.NOT_STARTED))


def _record(key: str) -> str:
    return f"commitment:{key}"


def _day(reader: Reader, on_day: date | None) -> str:
    return (on_day or reader.today).isoformat()


@dataclass(frozen=True, slots=True)
class Move:
    """Set a state by one of the moves of `status_transitions.csv`; several commitments make one entry, one undo.

    `seen` is the state that the person saw: when it has changed meanwhile, the deed is refused.
    """

    commitments: tuple[str, ...]
    to: Status
    note: str = ""
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    due_on: date | None = None
    on_day: date | None = None
    seen: Status | None = None

    kind = "move"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken where a move is not in the table, not this role's, or lacks a need."""
        changes: list[Change] = []
        for key in _once(self.commitments):
            _window(reader, desk, key)
            self._refuse(reader, desk, key)
            changes.append(Change(_record(key), "status", self.to))
            changes += self._beside(reader, desk, key)
        note, reason = plain_text.note(self.note), plain_text.note(self.reason)
        return [Draft(tuple(changes), self.on_day, note, reason, self.evidence)]

    def _refuse(self, reader: Reader, desk: Desk, key: str) -> None:
        now = _status(reader, key)
        if self.seen is not None and self.seen is not now:
            raise RuleBroken("changed_meanwhile", id=key, status=now)
        rule = rules.find(now, self.to)
        if rule is None:
            moves = tuple(move.to for move in rules.moves_from(now))
            raise RuleBroken("no_such_move", id=key, origin=now, to=self.to, moves=moves)
        if desk.role not in rule.roles:
            code = "may_only_propose" if self.to is Status.NOT_APPLICABLE else "role_may_not"
            raise RuleBroken(code, id=key, origin=now, to=self.to, role=desk.role, roles=tuple(sorted(rule.roles)))
        given = {
            Need.NOTE: plain_text.says_something(self.note + self.reason),
            Need.REASON: plain_text.says_something(self.reason),
            Need.EVIDENCE: bool(self.evidence),
            Need.DEADLINE: self.due_on is not None,
        }
        missing = [need for need in Need if need in rule.needs and not given[need]]
        if missing:
            raise RuleBroken(f"needs_{missing[0]}", id=key, origin=now, to=self.to)

    def _beside(self, reader: Reader, desk: Desk, key: str) -> list[Change]:
        record = _record(key)
        changes = []
        if self.due_on is not None:
            _refuse_due(reader, desk, key, self.due_on)
            changes.append(Change(record, "due_on", self.due_on.isoformat()))
        if self.evidence:
            changes.append(Change(record, "evidence_on", _day(reader, self.on_day)))
        if self.to is Status.NOT_APPLICABLE and reader.commitment(key).get("proposal"):
            changes.append(Change(record, "proposal", None))
        return changes


def _refuse_due(reader: Reader, desk: Desk, key: str, due_on: date) -> None:
    """Let a clerk set a due date where there is none; moving one is an extension, the chief's or the bureau's."""
    now = reader.commitment(key).get("due_on")
    if now and now != due_on.isoformat() and desk.role is Role.CLERK:
        raise RuleBroken("due_is_set", id=key, due_on=now)


@dataclass(frozen=True, slots=True)
class ConfirmUnchanged:
    """Say that nothing has changed: keeps proofs fresh and counts as reported this month."""

    commitments: tuple[str, ...]
    note: str = ""
    on_day: date | None = None

    kind = "unchanged"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft over all commitments."""
        keys = _once(self.commitments)
        for key in keys:
            _window(reader, desk, key)
        day = _day(reader, self.on_day)
        changes = tuple(Change(_record(key), "confirmed_on", day) for key in keys)
        return [Draft(changes, self.on_day, plain_text.note(self.note))]


@dataclass(frozen=True, slots=True)
class AddNote:
    """Write a note or attach evidence without moving the state, to one commitment or to several in one entry."""

    commitments: tuple[str, ...]
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    on_day: date | None = None

    kind = "note"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken when there is neither note nor evidence."""
        keys = _once(self.commitments)
        for key in keys:
            _window(reader, desk, key)
        note = plain_text.note(self.note)
        if not plain_text.says_something(note) and not self.evidence:
            raise RuleBroken("needs_note", id=keys[0])
        day = _day(reader, self.on_day)
        fields = [
            name
            for name, given in (("noted_on", plain_text.says_something(note)), ("evidence_on", self.evidence))
            if given
        ]
        changes = tuple(Change(_record(key), name, day) for key in keys for name in fields)
        return [Draft(changes, self.on_day, note, evidence=self.evidence)]


@dataclass(frozen=True, slots=True)
class SetDue:
    """Set or move due dates; None takes them away. Moving one needs a reason (extension)."""

    commitments: tuple[str, ...]
    due_on: date | None
    reason: str = ""

    kind = "due"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft over all commitments."""
        changes = []
        reason = plain_text.note(self.reason)
        for key in _once(self.commitments):
            _window(reader, desk, key)
            now = reader.commitment(key).get("due_on")
            wanted = self.due_on.isoformat() if self.due_on else None
            if now and now != wanted:
                if desk.role is Role.CLERK:
                    raise RuleBroken("due_is_set", id=key, due_on=now)
                if not plain_text.says_something(reason):
                    raise RuleBroken("extension_needs_reason", id=key, due_on=now)
            changes.append(Change(_record(key), "due_on", wanted))
        return [Draft(tuple(changes), reason=reason)]


@dataclass(frozen=True, slots=True)
class SetOfficer:
    """Name who is in charge (经办人), as free text; empty takes the name away."""

    commitments: tuple[str, ...]
    officer: str

    kind = "officer"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft over all commitments."""
        keys = _once(self.commitments)
        for key in keys:
            _window(reader, desk, key)
        name = plain_text.note(self.officer).strip() or None
        return [Draft(tuple(Change(_record(key), "officer", name) for key in keys))]


def _with_reason(commitments: Sequence[str], words: str) -> tuple[tuple[str, ...], str]:
    """Return the commitments, each once, and the reason, which must say something."""
    reason = required.reason(words, commitments[0] if commitments else "")
    return _once(commitments), reason


@dataclass(frozen=True, slots=True)
class ProposeNotApplicable:
    """Propose 不适用 with a reason: the state stays until the bureau confirms or declines."""

    commitments: tuple[str, ...]
    reason: str

    kind = "propose"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken for a clerk, without a reason, or where nothing could be confirmed."""
        if desk.role is not Role.CHIEF:
            raise RuleBroken("chief_proposes", role=desk.role)
        keys, reason = _with_reason(self.commitments, self.reason)
        for key in keys:
            _window(reader, desk, key)
            now = _status(reader, key)
            if rules.find(now, Status.NOT_APPLICABLE) is None:
                raise RuleBroken("no_such_move", id=key, origin=now, to=Status.NOT_APPLICABLE, moves=())
        changes = tuple(Change(_record(key), "proposal", PROPOSAL) for key in keys)
        return [Draft(changes, reason=reason)]


@dataclass(frozen=True, slots=True)
class DeclineProposal:
    """Decline a proposal of 不适用, with a reason; the bureau's."""

    commitments: tuple[str, ...]
    reason: str

    kind = "decline"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken where nothing is proposed or the role is not the bureau's."""
        if desk.role is not Role.BUREAU:
            raise RuleBroken("bureau_only", role=desk.role)
        keys, reason = _with_reason(self.commitments, self.reason)
        for key in keys:
            _window(reader, desk, key)
            if not reader.commitment(key).get("proposal"):
                raise RuleBroken("nothing_proposed", id=key)
        changes = tuple(Change(_record(key), "proposal", None) for key in keys)
        return [Draft(changes, reason=reason)]
