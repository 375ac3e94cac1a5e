"""Taking over the ledger that an office has kept until now: on day one, all of it or nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop.commands.progress import refuse_role
from desktop.models import plain_text, rights
from desktop.models.commitment import Commitment
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.reader import Reader
from desktop.models.refusals import RuleBroken
from desktop.models.rights import Right
from desktop.models.vocabulary import DONE, Role, Status

BUREAU_STATES = frozenset({Status.VERIFIED, Status.NOT_APPLICABLE})
"""States that only the bureau gives, taken over or not."""


class Taken(Protocol):
    """What an old ledger says of one commitment; `exchange.ledger_take_over.TakenRow` is one."""

    @property
    def commitment(self) -> str:
        """The id, action@window."""

    @property
    def status(self) -> Status:
        """The state."""

    @property
    def on_day(self) -> date | None:
        """The day of the state, None where the ledger names none."""

    @property
    def due_on(self) -> date | None:
        """The day by which it is due."""

    @property
    def officer(self) -> str:
        """Who is in charge."""

    @property
    def note(self) -> str:
        """Remarks."""


def states_for(role: Role) -> frozenset[Status]:
    """Return the states that a role may take over."""
    return frozenset(Status) if role is Role.BUREAU else frozenset(Status) - BUREAU_STATES


@dataclass(frozen=True, slots=True)
class TakeOverLedger:
    """Enter the rows of an old ledger, each with its own day; all are one act, one undo.

    The day of a state done counts as its confirmation, since the old ledger's proof is not at hand. `source` is the
    name of the file and stands as the reason of every entry.
    """

    rows: Sequence[Taken]
    source: str

    kind = "import"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return a draft for each row. Raises RuleBroken where one may not be written or stands in the book already."""
        refuse_role(reader, desk)
        rights.refuse(Right.TAKE_OVER, desk)
        reason = plain_text.note(self.source)
        return [self._draft(reader, desk, row, reason) for row in self.rows]

    def _draft(self, reader: Reader, desk: Desk, row: Taken, reason: str) -> Draft:
        _refuse(reader, desk, row)
        record = f"commitment:{row.commitment}"
        changes = tuple(Change(record, field, value) for field, value in _fields(row, reader.today))
        return Draft(changes, row.on_day, plain_text.note(row.note), reason)


def _refuse(reader: Reader, desk: Desk, row: Taken) -> None:
    action, _sep, key = row.commitment.partition("@")
    catalogue = reader.catalogue
    if catalogue is None or action not in catalogue.actions:
        raise RuleBroken("unknown_action", code=action)
    window = catalogue.windows.get(key)
    if window is None:
        raise RuleBroken("unknown_window", code=key)
    if window.kind not in catalogue.actions[action].kinds:
        raise RuleBroken("no_commitment", id=row.commitment, kind=window.kind)
    if window.unit not in reader.scope():
        raise RuleBroken("other_unit", unit=window.unit, own=reader.unit)
    if row.status not in states_for(desk.role):
        raise RuleBroken("bureau_state", id=row.commitment, status=row.status, role=desk.role)
    if stands(reader.commitment(row.commitment)):
        raise RuleBroken("already_in_book", id=row.commitment)


def _fields(row: Taken, today: date) -> Iterator[tuple[str, str]]:
    yield "status", row.status
    if row.due_on:
        yield "due_on", row.due_on.isoformat()
    if row.officer:
        yield "officer", row.officer
    if row.note:
        yield "noted_on", (row.on_day or today).isoformat()
    if row.status in DONE and row.on_day:
        yield "confirmed_on", row.on_day.isoformat()


def stands(fields: Mapping[str, str]) -> bool:
    """Say whether a commitment's fields say anything; after an undo they say nothing again."""
    moved = fields.get("status", Status.NOT_STARTED) != Status.NOT_STARTED
    return moved or any(fields.get(name) for name in ("due_on", "officer", "proposal"))


def touched(commitments: Iterable[Commitment]) -> frozenset[str]:
    """Return the ids of which the book says anything: they cannot be taken over."""
    return frozenset(
        one.id
        for one in commitments
        if one.status is not Status.NOT_STARTED or one.due_on or one.officer or one.proposal
    )
