"""Which citizens' data may go (清除): what is kept of requests that ended before a day, and of those taken back.

What is kept of a request that is open, disputed, or merged into one that is open stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from desktop.models import in_force, purge_rule
from desktop.models.book import Book
from desktop.models.dialects import cursor_of
from desktop.models.history import history
from desktop.models.records import KINDS
from desktop.models.request_rules import RequestStatus, moves_from
from desktop.models.underway import Told, unheard

_HERE = KINDS["request"].table.c
_AT_ONCE = 500
_DEEPEST = 8
"""Merged into merged into …: by hand it is one step, through packages it could be more."""
_ENDED = frozenset(status for status in RequestStatus if not moves_from(status))
"""A completed request still waits for its call-back, which needs the telephone; these wait for nothing."""
_REQUEST = "request:"


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a purge would delete: records, and how many hold names or telephones, and words.

    `kept` counts all requests of which something is kept, `oldest` is the day of the oldest of them.
    """

    before: date
    records: tuple[str, ...] = ()
    contacts: int = 0
    texts: int = 0
    kept: int = 0
    oldest: date | None = None


@dataclass(frozen=True, slots=True)
class Purged:
    """A purge as it stands in the journal: requests of which something was deleted, and older backups that went."""

    id: str
    before: date
    on: date
    officer: str
    reason: str
    requests: int
    contacts: int
    texts: int
    backups: int


def usual(book: Book) -> date:
    """Return the day that the rule of the bureau gives today: requests that ended before it are no longer needed."""
    with book.reading() as connection:
        return purge_rule.before(book.clock.today(), in_force.numbers(cursor_of(connection)))


def months(book: Book) -> int:
    """Return how many months data are kept after the end of a request, by the rule of the bureau."""
    with book.reading() as connection:
        return in_force.numbers(cursor_of(connection)).get(purge_rule.KEEP_MONTHS, purge_rule.MONTHS)


def since(book: Book) -> date | None:
    """Return the day in the number of what was taken down first and is still kept; None where nothing is."""
    return min(filter(None, map(_day, book.private.first())), default=None)


def rehearse(book: Book, before: date, told: Told = unheard) -> Rehearsal:
    """Return what a purge of requests that ended before a day would delete. Writes nothing.

    A large register takes seconds: `told` hears how far it is. Raises BookRefused where the private file does not open.
    """
    records: list[str] = []
    contacts = texts = kept = 0
    oldest: date | None = None
    whole = book.private.count() or 1
    for page in book.private.pages():
        kept += len(page)
        told(min(1.0, kept / whole))
        oldest = min(filter(None, (oldest, *(_day(one.record) for one in page))), default=None)
        with book.reading() as connection:
            going = ended(connection, [one.record for one in page], before)
        for one in page:
            if one.record in going:
                records.append(one.record)
                contacts += one.contact
                texts += one.text
    return Rehearsal(before, tuple(records), contacts, texts, kept, oldest)


def _day(record: str) -> date | None:
    """Return the day that stands in a request's number."""
    try:
        return date.fromisoformat(record.split("-")[-3])
    except (IndexError, ValueError):
        return None


def ended(connection: Connection, records: Sequence[str], before: date) -> frozenset[str]:
    """Return those of some records of the private file whose words may go."""
    rows = _Rows(connection, [record.removeprefix(_REQUEST) for record in records if record.startswith(_REQUEST)])
    return frozenset(record for record in records if rows.has_ended(record.removeprefix(_REQUEST), before))


class _Rows:
    """Some requests as the ledger has them, with those they were merged into."""

    def __init__(self, connection: Connection, keys: Sequence[str]) -> None:
        self._rows: dict[str, tuple[str | None, str, str | None, str | None]] = {}
        asked = set(keys)
        for _step in range(_DEEPEST):
            found = self._read(connection, sorted(asked))
            asked = {same for _status, _day, same, _lost in found if same} - self._rows.keys()
            if not asked:
                break

    def _read(
        self, connection: Connection, keys: Sequence[str]
    ) -> list[tuple[str | None, str, str | None, str | None]]:
        columns = (_HERE.id, _HERE.status, _HERE.closed_at, _HERE.registered_at, _HERE.same_as, _HERE.disputed)
        found = []
        for start in range(0, len(keys), _AT_ONCE):
            for row in connection.execute(select(*columns).where(_HERE.id.in_(keys[start : start + _AT_ONCE]))):
                one = (row.status, str(row.closed_at or row.registered_at or "")[:10], row.same_as, row.disputed)
                self._rows[row.id] = one
                found.append(one)
        return found

    def has_ended(self, key: str, before: date, left: int = _DEEPEST) -> bool:
        """Say whether nothing can come any more for which the words of a request would be needed."""
        if key not in self._rows or left == 0:
            # The journal does not know it: an older book was put back. Its number tells how old it is.
            day = _day(key)
            return left > 0 and day is not None and day < before
        status, closed, same, disputed = self._rows[key]
        if status is None:
            return True
        if same:
            return self.has_ended(same, before, left - 1)
        return status in _ENDED and not disputed and "" < closed < before.isoformat()


def purges(book: Book) -> list[Purged]:
    """Return every purge of which the journal tells, the newest first."""
    table = KINDS["purge"].table.c
    with book.reading() as connection:
        keys = connection.execute(select(table.id).where(table.before.is_not(None))).scalars().all()
        told = [(key, history(connection, f"purge:{key}")[0]) for key in keys]
    made = []
    for key, one in sorted(told, key=lambda pair: pair[1].stamp, reverse=True):
        fields = {change.field: change.after or "" for change in one.changes}
        counts = (int(fields.get(name) or 0) for name in ("requests", "contacts", "texts", "backups"))
        before, on = date.fromisoformat(fields["before"]), date.fromisoformat(one.on_day)
        made.append(Purged(key, before, on, one.author, one.reason, *counts))
    return made
