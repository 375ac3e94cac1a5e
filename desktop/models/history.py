"""The readable story of one record: every entry that touched it, in the order of the stamps that count."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, text

from desktop.models.clock import iso
from desktop.models.journal import Evidence, unpack_evidence


@dataclass(frozen=True, slots=True)
class Changed:
    """One field as the author found it and left it."""

    record: str
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as far as it touches the record. `at` is ISO 8601 in UTC; `undone`: a later entry takes it back."""

    stamp: str
    at: str
    on_day: str
    author: str
    role: str
    unit: str
    kind: str
    changes: tuple[Changed, ...]
    note: str
    reason: str
    evidence: tuple[Evidence, ...]
    undoes: str | None
    undone: bool
    overruled: bool


_STORY = text(
    "SELECT l.stamp, l.field, l.before, l.after, l.device, l.seq, l.base_device, l.base_seq, e.stamp AS own, e.on_day,"
    " e.booking, e.author, e.role, e.unit, e.kind, e.note, e.reason, e.evidence, e.undoes,"
    " EXISTS (SELECT 1 FROM overruled o WHERE o.record = l.record AND o.field = l.field AND o.stamp = l.stamp) AS lost"
    " FROM line l JOIN entry e ON e.device = l.device AND e.seq = l.seq"
    " WHERE l.record = :record AND l.booked = 1 AND l.stamp < :end ORDER BY l.stamp, l.field"
)
_END_OF_TIME = "~"


def history(connection: Connection, record: str, end: str | None = None) -> list[Told]:
    """Return the record's entries, oldest first; up to a stamp when `end` is given."""
    groups: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(_STORY, {"record": record, "end": end or _END_OF_TIME}):
        groups.setdefault(row.stamp, []).append(row)
    taken = _taken(groups.values())
    return [_told(record, rows, taken) for rows in groups.values()]


def _taken(groups: Collection[list[Row[Any]]]) -> set[str]:
    """Return the stamps of the entries that a later one takes back: the one that it names, and those it stands on.

    An act of many entries is taken back by naming one of them, so the others are known by what the undo had before it.
    """
    taken: set[str] = set()
    stamps = {(rows[0].device, rows[0].seq): rows[0].own for rows in groups if rows[0].booking is not None}
    for rows in reversed(list(groups)):
        if rows[0].undoes and rows[0].own not in taken:
            taken.add(rows[0].undoes)
            taken.update(stamps[base] for row in rows if (base := (row.base_device, row.base_seq)) in stamps)
    return taken


def _told(record: str, rows: list[Row[Any]], taken: set[str]) -> Told:
    first = rows[0]
    changes = tuple(Changed(record, row.field, row.before, row.after) for row in rows)
    return Told(
        first.own, iso(first.own), first.on_day, first.author, first.role, first.unit, first.kind, changes,
        first.note, first.reason, unpack_evidence(first.evidence), first.undoes, first.own in taken,
        any(row.lost for row in rows),
    )  # fmt: skip
