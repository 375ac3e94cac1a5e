"""Looking a whole book over: pages, contents, chains, bookings, ledger, evidence. Nothing is written."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Select, select, text

from desktop.models import effects, journal, ledger, schema
from desktop.models.dialects import SERVER
from desktop.models.evidence import EvidenceStore
from desktop.models.journal import Entry, Line, Stub

_MOST = 20
"""Findings of one kind that are told one by one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or (not `is_wrong`) worth knowing. `texts` words it by code and facts."""

    code: str
    is_wrong: bool = True
    facts: Mapping[str, object] = field(default_factory=dict)


def wrong(code: str, **facts: object) -> Finding:
    """Return a finding of something wrong."""
    return Finding(code, facts=facts)


def hint(code: str, **facts: object) -> Finding:
    """Return a finding that is only worth knowing."""
    return Finding(code, is_wrong=False, facts=facts)


def look_over(connection: Connection, evidence: EvidenceStore, own: Collection[str]) -> list[Finding]:
    """Check everything: pages, contents, chains, stubs, stamps, ledger, evidence. Writes nothing.

    `own` are the devices of this computer, one for each stream.
    """
    said = list(_pages(connection))
    if said:
        return said
    parts = (
        _journal(connection, own),
        _bookings(connection),
        _ledger(connection),
        _evidence(connection, evidence, own),
    )
    return [finding for part in parts for finding in part]


def _pages(connection: Connection) -> Iterator[Finding]:
    for name in (f"integrity_check({_MOST})", "cipher_integrity_check", "foreign_key_check"):
        yield from pragma(connection, name)


def pragma(connection: Connection, name: str) -> Iterator[Finding]:
    """Yield what a checking pragma of SQLite finds wrong; a server looks after its pages itself."""
    if connection.dialect.name == SERVER:
        return
    result = connection.exec_driver_sql(f"PRAGMA {name}")
    for row in result if result.returns_rows else ():
        if row[0] != "ok":
            yield wrong("pages_damaged", said=" ".join(map(str, row)))


def _journal(connection: Connection, own: Collection[str]) -> Iterator[Finding]:
    """Recompute every content and chain, and see that stamps of this computer rise."""
    known = effects.doubts(connection)
    for device, entries in groupby(_whole(connection), lambda one: one[0].device):
        chain: str | None = ""
        last, placed = 0, ""
        for row, one, has_lines in entries:
            if row.seq != last + 1:
                yield hint("entries_missing", device=device, first=last + 1, last=row.seq - 1)
                chain = None
            chain = journal.chain(chain, row.content) if chain is not None else None
            if row.digest != chain:
                yield wrong("chain_wrong", device=device, seq=row.seq)
            yield from _row(row, one, known, has_lines=has_lines)
            if device in own and row.placed is not None and row.placed <= placed:
                yield wrong("stamp_went_back", device=device, seq=row.seq)
            last, placed = row.seq, row.placed or placed


def _row(row: Row[Any], one: Entry | Stub, known: effects.Doubts, *, has_lines: bool) -> Iterator[Finding]:
    if isinstance(one, Stub):
        if has_lines or any(getattr(row, name) is not None for name in _WORDS):
            yield wrong("stub_with_words", device=row.device, seq=row.seq)
        return
    if one.content != row.content:
        yield wrong("content_wrong", device=row.device, seq=row.seq)
    if row.placed is not None and row.placed != effects.place(known, row.device, row.seq, row.stamp):
        yield wrong("place_wrong", device=row.device, seq=row.seq)


_WORDS = ("on_day", "kind", "author", "role", "unit", "note", "reason", "evidence", "undoes", "format", "placed")


def _whole(connection: Connection) -> Iterator[tuple[Row[Any], Entry | Stub, bool]]:
    """Yield every row of the journal with its entry, and whether it has lines, in the order of device and seq."""
    e, one = schema.entry.c, schema.line.c
    lines = _lines(connection, select(schema.line).order_by(one.device, one.seq, one.record, one.field))
    place, ahead = next(lines, _NO_LINES)
    query = select(schema.entry).order_by(e.device, e.seq).execution_options(yield_per=_AT_ONCE)
    for row in connection.execute(query):
        mine: list[Line] = []
        if place == (row.device, row.seq):
            mine = ahead
            place, ahead = next(lines, _NO_LINES)
        yield row, journal.whole(row, mine), bool(mine)


_AT_ONCE = 1000
_NO_LINES: tuple[tuple[str, int], list[Line]] = (("", 0), [])


def _lines(connection: Connection, query: Select[Any]) -> Iterator[tuple[tuple[str, int], list[Line]]]:
    rows = connection.execute(query.execution_options(yield_per=_AT_ONCE))
    for place, group in groupby(rows, lambda row: (row.device, row.seq)):
        yield place, [journal.line_of(row) for row in group]


def _bookings(connection: Connection) -> Iterator[Finding]:
    for device, seq in connection.execute(text(_MISBOOKED), {"most": _MOST}):
        yield wrong("booking_wrong", device=device, seq=seq)
    for device, seq in connection.execute(text(_MISDATED), {"most": _MOST}):
        yield wrong("day_wrong", device=device, seq=seq)
    for device, seq in sorted(effects.redacted(connection)):
        at = {"device": device, "seq": seq}
        if connection.execute(text(_HAS_WORDS), at).first() is not None:
            yield wrong("redaction_undone", device=device, seq=seq)
    for code, query in _WAITING.items():
        count = connection.execute(text(query)).scalar_one()
        if count:
            yield hint(code, count=count)


_MISBOOKED = (
    "SELECT e.device, e.seq FROM entry e LEFT JOIN booking b ON b.id = e.booking WHERE e.stamp IS NOT NULL"
    " AND (e.placed IS NOT NULL) <> (coalesce(b.state, 'booked') = 'booked')"
    " UNION SELECT e.device, e.seq FROM line l JOIN entry e ON e.device = l.device AND e.seq = l.seq"
    " WHERE l.booked <> (e.placed IS NOT NULL) OR l.stamp <> e.placed LIMIT :most"
)
_MISDATED = (
    "SELECT DISTINCT e.device, e.seq FROM line l JOIN entry e ON e.device = l.device AND e.seq = l.seq"
    " WHERE l.on_day <> e.on_day LIMIT :most"
)
_HAS_WORDS = "SELECT 1 FROM entry WHERE device = :device AND seq = :seq AND stamp IS NOT NULL"
_WAITING = {
    "forks": "SELECT count(*) FROM quarantine",
    "held": "SELECT count(*) FROM booking WHERE state = 'held'",
    "staged": "SELECT count(*) FROM booking WHERE state = 'staged'",
}


def _ledger(connection: Connection) -> Iterator[Finding]:
    """Compare ledger and overruled lines with what the journal gives."""
    wanted, there = ledger.expected(connection), ledger.contents(connection)
    for table, rows in wanted.items():
        if rows != there[table]:
            differing = {tuple(row.values()) for row in rows} ^ {tuple(row.values()) for row in there[table]}
            yield wrong("ledger_differs", table=table, rows=len(differing))


def _evidence(connection: Connection, store: EvidenceStore, own: Collection[str]) -> Iterator[Finding]:
    """See that every file is there with the content it is named by. Files of other stations may still be on the way."""
    named: set[str] = set()
    shares = connection.dialect.name == SERVER
    for packed, device, is_local in connection.execute(text(_FILES)):
        is_own = is_local and not (shares and device not in own)
        for one in journal.unpack_evidence(packed):
            if one.sha256 not in named and not store.is_right(one.sha256):
                yield (wrong if is_own else hint)("evidence_not_right", name=one.name, sha256=one.sha256)
            named.add(one.sha256)
    orphans = store.orphans(named)
    if orphans:
        yield hint("evidence_orphans", count=len(orphans), names=tuple(one.name for one in orphans[:_MOST]))


_FILES = "SELECT evidence, device, booking IS NULL FROM entry WHERE evidence IS NOT NULL ORDER BY booking IS NOT NULL"
