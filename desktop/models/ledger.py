"""The ledger: post the greatest line of each field into typed tables, rebuild them, compare them with the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Insert, Table, and_, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from desktop.models import journal, overruled, records, schema
from desktop.models.journal import Line
from desktop.models.records import KINDS, Kind

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Winner:
    """The line that stands for a field now."""

    record: str
    field: str
    after: str | None
    stamp: str
    on_day: str


@cache
def _upsert(dialect: str, kind: str, columns: tuple[str, ...]) -> Insert:
    table = KINDS[kind].table
    statement = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    changed = {name: statement.excluded[name] for name in columns if name != "id"}
    return statement.on_conflict_do_update(index_elements=[table.c.id], set_=changed)


def post(connection: Connection, winners: Iterable[Winner]) -> None:
    """Write winning lines into their tables. Fields and kinds of a newer program stay in the journal, unposted."""
    rows: dict[str, dict[str, Value]] = {}
    for winner in winners:
        _fill(rows, winner)
    batches: dict[tuple[str, tuple[str, ...]], list[dict[str, Value]]] = {}
    for record, row in rows.items():
        batches.setdefault((record.partition(":")[0], tuple(row)), []).append(row)
    for (kind, columns), batch in batches.items():
        connection.execute(_upsert(connection.dialect.name, kind, columns), batch)


def _fill(rows: dict[str, dict[str, Value]], winner: Winner) -> None:
    name, key = records.split(winner.record)
    kind = KINDS.get(name)
    if kind is None or winner.field not in kind.fields:
        return
    row = rows.get(winner.record)
    if row is None:
        row = rows[winner.record] = {"id": key}
    row[winner.field] = _typed(kind, winner.field, winner.after)
    if name == "commitment":
        _derive(row, key, winner)
    elif name == "request" and winner.field not in kind.marks:
        # Who only looked has changed nothing.
        row["updated_stamp"] = max(str(row.get("updated_stamp", "")), winner.stamp)


def _typed(kind: Kind, field: str, text: str | None) -> Value:
    if field not in kind.numbers:
        return text
    return int(text) if text else None


def _derive(row: dict[str, Value], key: str, winner: Winner) -> None:
    row["action"], _, row["window"] = key.partition("@")
    row["updated_stamp"] = max(str(row.get("updated_stamp", "")), winner.stamp)
    row[f"{winner.field}_stamp"] = winner.stamp
    if winner.field == "status":
        row["status_on"] = winner.on_day


def newest(lines: Iterable[Line], placed: str, on_day: str) -> list[Winner]:
    """Return the lines of an entry made here as winners: a stamp made here is later than all that stands."""
    return [Winner(one.record, one.field, one.after, placed, on_day) for one in lines]


def repost(connection: Connection, touched: Iterable[tuple[str, str]]) -> None:
    """Post the touched fields anew from their greatest booked lines; records without any booked line leave the ledger.

    All fields of a touched record are posted, so that columns computed over them (`updated_stamp`) hold.
    """
    fields = sorted(set(touched))
    names = sorted({record for record, _ in fields})
    for start in range(0, len(names), 500):
        part = names[start : start + 500]
        for kind in {name.partition(":")[0] for name in part} & set(KINDS):
            table = KINDS[kind].table
            keys = [records.split(name)[1] for name in part if name.startswith(f"{kind}:")]
            connection.execute(delete(table).where(table.c.id.in_(keys)))
        post(connection, _winners(connection, part))
    overruled.find(connection, fields)


def _winners(connection: Connection, only: list[str] | None = None) -> Iterable[Winner]:
    one, top = schema.line.alias(), schema.line.alias()
    newest_of = select(top.c.record, top.c.field, func.max(top.c.stamp).label("stamp")).where(top.c.booked == 1)
    if only is not None:
        newest_of = newest_of.where(top.c.record.in_(only))
    best = newest_of.group_by(top.c.record, top.c.field).subquery()
    same = and_(one.c.record == best.c.record, one.c.field == best.c.field, one.c.stamp == best.c.stamp)
    made = schema.entry.c
    query = (
        select(one.c.record, one.c.field, one.c.after, one.c.stamp, made.on_day)
        .select_from(best.join(one, same))
        .join(schema.entry, and_(made.device == one.c.device, made.seq == one.c.seq))
    )
    for row in connection.execute(query):
        yield Winner(*row)


def rebuild(connection: Connection) -> None:
    """Drop the ledger's rows and derive them from the journal; what its lines repeat of their entries too."""
    journal.mend_days(connection)
    for table in records.LEDGER:
        connection.execute(delete(table))
    post(connection, _winners(connection))
    overruled.find_all(connection)


Rows = dict[str, list[dict[str, object]]]


def contents(connection: Connection) -> Rows:
    """Return all rows of ledger and overruled tables in order, for comparing two books or a book with its rebuild."""
    found: Rows = {}
    for table in (*records.LEDGER, schema.overruled):
        query = select(*_stored(table)).order_by(*table.primary_key.columns)
        found[table.name] = [dict(row) for row in connection.execute(query).mappings()]
    return found


def _stored(table: Table) -> list[Column[Any]]:
    """Return the columns that are written; what the engine computes of them need not be compared."""
    return [column for column in table.columns if column.computed is None]


def expected(connection: Connection) -> Rows:
    """Return what `contents` would return after a rebuild, writing nothing."""
    rows: dict[str, dict[str, Value]] = {}
    for winner in _winners(connection):
        _fill(rows, winner)
    flags = list(overruled.expected(connection))
    settled = {row["id"] for record, row in rows.items() if record.startswith("dispute:") and row.get("settled")}
    for flag in flags:
        about = (str(flag["device"]), int(flag["seq"]), str(flag["record"]), str(flag["field"]))
        if flag["field"] == "status" and overruled.name(*about) not in settled:
            rows[str(flag["record"])]["disputed"] = "1"
    found: Rows = {table.name: [] for table in records.LEDGER}
    for record, row in sorted(rows.items()):
        table = KINDS[record.partition(":")[0]].table
        found[table.name].append({column.name: row.get(column.name) for column in _stored(table)})
    return {**found, schema.overruled.name: [dict(flag) for flag in flags]}
