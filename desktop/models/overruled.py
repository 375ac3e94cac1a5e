"""Changes overruled unseen: found by what each author saw, shown until somebody settles them.

A line is overruled unseen when the next line of its field names another base and another value. Judged by identity,
not by value, so that A-B-A is found; the same value written twice overrules nothing. Where the base is a stub here
(redacted, or not for this reader) nothing can be said, and nothing is flagged. An edition of the catalogue is
byte-equal in every book, so it cannot say what it saw and overrules nobody.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from desktop.models import edition, records, schema
from desktop.models.records import KINDS

Lines = Sequence[Row[Any]]
Flag = dict[str, str | int]


def find(connection: Connection, fields: Iterable[tuple[str, str]]) -> None:
    """Find anew the overruled lines of the touched fields (pairs of record and field)."""
    here, flags = schema.line.c, schema.overruled.c
    touched = sorted(set(fields))
    names = sorted({record for record, field in touched if records.is_contested(record, field)})
    for start in range(0, len(names), 500):
        part = names[start : start + 500]
        connection.execute(delete(schema.overruled).where(flags.record.in_(part)))
        _write(connection, _flags(connection, select(schema.line).where(here.booked == 1, here.record.in_(part))))
    recount(connection, {record for record, _ in touched})


def find_all(connection: Connection) -> None:
    """Find anew the overruled lines of the whole journal."""
    connection.execute(delete(schema.overruled))
    _write(connection, expected(connection))
    recount(connection, None)


def expected(connection: Connection) -> Iterator[Flag]:
    """Yield the rows of the overruled lines of the whole journal, in order of record, field and stamp."""
    yield from _flags(connection, select(schema.line).where(schema.line.c.booked == 1))


def _write(connection: Connection, flags: Iterable[Flag]) -> None:
    rows = list(flags)
    if rows:
        connection.execute(insert(schema.overruled), rows)


def _flags(connection: Connection, query: Select[Any]) -> Iterator[Flag]:
    here = schema.line.c
    columns = (here.record, here.field, here.stamp, here.device, here.seq, here.base_device, here.base_seq, here.after)
    ordered = query.with_only_columns(*columns).order_by(here.record, here.field, here.stamp)
    rows: Lines = [*connection.execute(ordered)]
    for (record, field), lines in groupby(rows, lambda row: (row.record, row.field)):
        if records.is_contested(record, field):
            yield from _of_field(connection, list(lines))


def _of_field(connection: Connection, lines: Lines) -> Iterator[Flag]:
    for earlier, later in pairwise(lines):
        saw = (later.base_device, later.base_seq)
        if saw == (earlier.device, earlier.seq) or earlier.after == later.after:
            continue
        if later.device.startswith(edition.PSEUDO) or _is_stub(connection, saw):
            continue
        yield {
            "record": earlier.record, "field": earlier.field, "stamp": earlier.stamp, "device": earlier.device,
            "seq": earlier.seq, "by_device": later.device, "by_seq": later.seq,
        }  # fmt: skip


def _is_stub(connection: Connection, place: tuple[str | None, int | None]) -> bool:
    made = schema.entry.c
    query = select(made.content).where(made.device == place[0], made.seq == place[1], made.stamp.is_(None))
    return connection.execute(query).first() is not None


def recount(connection: Connection, only: Iterable[str] | None) -> None:
    """Set `disputed` of the named records (None: all): 1 while a status overruled unseen is not settled.

    `only` may hold records of any kind; a dispute's record stands for the one that it settles.
    """
    names = None if only is None else {settles(one)[0] if one.startswith("dispute:") else one for one in only}
    for kind in _DISPUTED:
        _recount(connection, kind, names)


_DISPUTED = ("commitment", "request")


def _recount(connection: Connection, kind: str, only: set[str] | None) -> None:
    table = KINDS[kind].table
    statement = update(table)
    if only is not None:
        keys = [records.split(name)[1] for name in only if name.startswith(f"{kind}:")]
        if not keys:
            return
        statement = statement.where(table.c.id.in_(keys))
    connection.execute(statement.where(table.c.disputed.is_not(None)).values(disputed=None))
    for record in _open_disputes(connection):
        if record.startswith(f"{kind}:"):
            connection.execute(statement.where(table.c.id == records.split(record)[1]).values(disputed="1"))


def _open_disputes(connection: Connection) -> set[str]:
    dispute = KINDS["dispute"].table
    settled = set(connection.execute(select(dispute.c.id).where(dispute.c.settled.is_not(None))).scalars())
    flags = schema.overruled.c
    rows = connection.execute(select(schema.overruled).where(flags.field == "status"))
    return {row.record for row in rows if name(row.device, row.seq, row.record, row.field) not in settled}


def name(device: str, seq: int, record: str, field: str) -> str:
    """Return the id of the dispute over a line."""
    return f"{device}/{seq}/{record}/{field}"


def settles(record: str) -> tuple[str, str]:
    """Return record and field of the line that a `dispute:` record is about."""
    about = record.partition(":")[2].split("/", 2)[2]
    found, _, field = about.rpartition("/")
    return found, field
