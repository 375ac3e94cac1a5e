"""What a deed decides: the fields it would change, before the journal gives them a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop.models.desk import Desk
from desktop.models.journal import Evidence, Line
from desktop.models.reader import Reader


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one record and the text it shall have.

    `instead_of` says it again for a line that a redaction takes away: kept though nothing differs, and with the base of
    that line.
    """

    record: str
    field: str
    after: str | None
    instead_of: Line | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One entry to be: its changes, the deed's own day, and what belongs to the entry and never to a field.

    `forgets` names local values, by kind and key, that the entry makes needless: they go in the same transaction, so
    that a crash leaves either the value or the entry, never both and never neither.
    """

    changes: tuple[Change, ...]
    on_day: date | None = None
    note: str = ""
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    undoes: str | None = None
    forgets: tuple[tuple[str, str], ...] = ()


class Command(Protocol):
    """A deed. `kind` names it in the journal."""

    @property
    def kind(self) -> str:
        """The word for the deed in the journal."""

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Decide the entries, reading the book under the write lock. Raises RuleBroken or InputRefused."""
