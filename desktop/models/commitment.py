"""One commitment (落实事项) in full: what the ledger, or a past day of the journal, says of it."""

from dataclasses import dataclass
from datetime import date

from desktop.models.vocabulary import Lamp, Mark, Status


@dataclass(frozen=True, slots=True)
class Commitment:
    """One action at one window. `updated_at` is ISO 8601 in UTC, empty while nobody has touched it."""

    id: str
    action: str
    window: str
    status: Status
    due_on: date | None
    officer: str
    proposal: str
    status_on: date | None
    evidence_on: date | None
    confirmed_on: date | None
    noted_on: date | None
    updated_at: str
    lamps: Lamp
    marks: Mark

    @property
    def record(self) -> str:
        """The record's name in the journal."""
        return f"commitment:{self.id}"
