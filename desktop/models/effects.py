"""The two deeds that reach back into the journal: redaction and a clock doubt. Both hold in any order of arrival."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, select, text

from desktop.models import dialects, schema
from desktop.models.clock import capped
from desktop.models.journal import Entry, Stub
from desktop.models.records import KINDS

Fields = set[tuple[str, str]]


@contextmanager
def lifted(connection: Connection) -> Iterator[None]:
    """Lift the append-only guards inside the running transaction, and set them again."""
    if connection.dialect.name == "sqlite":
        for name in schema.GUARDS:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        yield
        guard(connection)
    else:
        connection.exec_driver_sql(dialects.LIFT)
        yield
        connection.exec_driver_sql(dialects.LAY)


def guard(connection: Connection) -> None:
    """Set the append-only guards."""
    if connection.dialect.name == "sqlite":
        for name, body in schema.GUARDS.items():
            connection.exec_driver_sql(f"CREATE TRIGGER IF NOT EXISTS {name} {body}")
    else:
        for statement in dialects.GUARDS:
            connection.exec_driver_sql(statement)


def redacted(connection: Connection) -> set[tuple[str, int]]:
    """Return device and seq of every entry whose words some booked entry has redacted."""
    rows = connection.execute(select(KINDS["redaction"].table.c.id)).scalars()
    return {(device, int(seq)) for device, _, seq in (row.rpartition("/") for row in rows) if seq.isdecimal()}


def redact(connection: Connection) -> Fields:
    """Reduce every redacted entry that still has words to its stub; return the fields to be posted anew."""
    touched: Fields = set()
    for device, seq in sorted(redacted(connection)):
        at = {"device": device, "seq": seq}
        if connection.execute(text(_HAS_WORDS), at).first() is None:
            continue
        touched.update(map(tuple, connection.execute(text(_FIELDS), at)))
        with lifted(connection):
            connection.execute(text("DELETE FROM line WHERE device = :device AND seq = :seq"), at)
            connection.execute(text(_TO_STUB), at)
        # Words offered again for the next note may be the very words that are to go.
        connection.execute(text("DELETE FROM kept WHERE kind IN ('recall', 'draft')"))
    return touched


_HAS_WORDS = "SELECT 1 FROM entry WHERE device = :device AND seq = :seq AND stamp IS NOT NULL"
_FIELDS = "SELECT record, field FROM line WHERE device = :device AND seq = :seq"
_TO_STUB = (
    "UPDATE entry SET stamp = NULL, on_day = NULL, kind = NULL, author = NULL, role = NULL, unit = NULL, note = NULL,"
    " reason = NULL, evidence = NULL, undoes = NULL, format = NULL, placed = NULL WHERE device = :device AND seq = :seq"
)


Doubts = list[tuple[str, int, int, datetime]]


def doubts(connection: Connection) -> Doubts:
    """Return every clock doubt: device, first and last seq, and the instant at which its stamps are capped."""
    table = KINDS["clock_doubt"].table
    rows = connection.execute(select(table.c.id, table.c.cap).where(table.c.cap.is_not(None)).order_by(table.c.id))
    return [one for row in rows for one in _doubt(row.id, row.cap)]


def doubts_within(items: Iterable[Entry | Stub]) -> Doubts:
    """Return the clock doubts that a package brings: one made on the doubted computer lies ahead itself."""
    lines = (line for one in items if isinstance(one, Entry) for line in one.lines)
    kind = "clock_doubt:"
    named = [(line.record.removeprefix(kind), line.after) for line in lines if line.record.startswith(kind)]
    return [one for key, cap in named if cap for one in _doubt(key, cap)]


def _doubt(key: str, cap: str) -> Doubts:
    """Read a doubt, as a list that is empty where a newer program writes it otherwise."""
    device, _, span = key.rpartition("/")
    first, _, last = span.partition("-")
    try:
        return [(device, int(first), int(last), datetime.fromisoformat(cap))]
    except ValueError:
        return []


def last_seq(connection: Connection, device: str) -> int:
    """Return the newest seq that the book holds of a device, 0 where it holds none."""
    query = text("SELECT coalesce(max(seq), 0) FROM entry WHERE device = :device")
    return int(connection.execute(query, {"device": device}).scalar_one())


def place(known: Doubts, device: str, seq: int, stamp: str) -> str:
    """Return the stamp that counts for an entry: its own, or the earliest cap laid on it."""
    caps = [capped(cap, seq, device) for who, first, last, cap in known if who == device and first <= seq <= last]
    return min((stamp, *caps))


def cap(connection: Connection) -> Fields:
    """Move the entries of every clock doubt to their capped stamps, and back those whose doubt was taken back.

    Returns the fields to be posted anew.
    """
    touched: Fields = set()
    known = doubts(connection)
    found = set(map(tuple, connection.execute(text(_MOVED))))
    for device, first, last, _ in known:
        span = {"device": device, "first": first, "last": last}
        found.update(map(tuple, connection.execute(text(_SPAN), span)))
    for device, seq, stamp, placed in sorted(found, key=lambda row: (row[0], row[1])):
        there = place(known, device, seq, stamp)
        if placed is None:
            move_lines(connection, device, seq, there)
        elif there != placed:
            at = {"device": device, "seq": seq, "stamp": there}
            connection.execute(text("UPDATE entry SET placed = :stamp WHERE device = :device AND seq = :seq"), at)
            move_lines(connection, device, seq, there)
            touched.update(map(tuple, connection.execute(text(_FIELDS), at)))
    return touched


_MOVED = "SELECT device, seq, stamp, placed FROM entry WHERE stamp IS NOT NULL AND placed <> stamp"
_SPAN = (
    "SELECT device, seq, stamp, placed FROM entry WHERE device = :device AND seq BETWEEN :first AND :last"
    " AND stamp IS NOT NULL"
)


def move_lines(connection: Connection, device: str, seq: int, there: str) -> None:
    """Move an entry's lines to the stamp that counts."""
    with lifted(connection):
        statement = text("UPDATE line SET stamp = :stamp WHERE device = :device AND seq = :seq")
        connection.execute(statement, {"device": device, "seq": seq, "stamp": there})
