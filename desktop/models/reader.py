"""What a deed may read while it decides, under the write lock of its own transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, text

from desktop.models import in_force, keeping
from desktop.models.catalogue import Catalogue
from desktop.models.dialects import cursor_of
from desktop.models.workdays import Calendar

_STANDING = "SELECT field, after FROM line WHERE record = :record AND booked = 1 ORDER BY stamp"


def _nobody() -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The book as a command sees it. `unit` is the book's unit; `catalogue` is None before the first.

    `now` is the instant in UTC; `device` writes what this deed writes, `counter()` names the device of requests, which
    is recognised when it is asked for.

    `tell` is called for each commitment or record read, so that a deed on thousands can say how far it is; what it
    raises stops the deed, and nothing is changed.
    """

    connection: Connection
    unit: str
    today: date
    catalogue: Catalogue | None
    device: str
    now: datetime
    counter: Callable[[], str]
    tell: Callable[[], None] = _nobody

    def standing(self, record: str) -> dict[str, str]:
        """Return the fields of any record as they stand, without those that are empty."""
        self.tell()
        latest: dict[str, str | None] = dict(
            cursor_of(self.connection).execute(_STANDING, {"record": record}).fetchall()
        )
        return {field: after for field, after in latest.items() if after is not None}

    def commitment(self, key: str) -> dict[str, str]:
        """Return a commitment's fields as the ledger has them; empty while nobody has touched it."""
        return self._row(_COMMITMENT, key)

    def request(self, key: str) -> dict[str, str]:
        """Return the fields of a request by its id; empty for an unknown one and for one that was taken back."""
        found = self._row(_REQUEST, key)
        return found if "status" in found else {}

    def _row(self, query: str, key: str) -> dict[str, str]:
        self.tell()
        found = cursor_of(self.connection).execute(query, {"id": key})
        row = found.fetchone()
        names = [column[0] for column in found.description or ()]
        return {name: value for name, value in zip(names, row or (), strict=False) if value is not None}

    def exists(self, record: str) -> bool:
        """Say whether any booked line names the record."""
        return bool(self.standing(record))

    def scope(self) -> frozenset[str]:
        """Return the ids of the book's unit and of those below it."""
        return self.catalogue.under(self.unit) if self.catalogue else frozenset({self.unit})

    def is_bureau(self) -> bool:
        """Say whether the book is a bureau's: the city bureau, or a county bureau, branch or zone."""
        return self.catalogue is None or self.catalogue.is_bureaus(self.unit)

    def calendar(self) -> Calendar:
        """Return the calendar of workdays."""
        return in_force.calendar(cursor_of(self.connection))

    def numbers(self) -> dict[str, int]:
        """Return the numbers that the bureau has changed, by the name of their rule."""
        return in_force.numbers(cursor_of(self.connection))

    def kept(self, kind: str) -> dict[str, str]:
        """Return every local value of a kind by its key."""
        return keeping.kept(self.connection, kind)

    def rows(self, query: str, **values: object) -> Sequence[Sequence[object]]:
        """Return the rows of a plain query; for the modules of models/ alone."""
        return self.connection.execute(text(query), values).all()


_COMMITMENT = "SELECT * FROM commitment WHERE id = :id"
_REQUEST = "SELECT * FROM request WHERE id = :id"
