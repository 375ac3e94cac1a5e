"""The journal: entries and lines, their canonical content, digests, and reading them back. Format 1, for ever."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, insert, select, text

from desktop.models import file_format, schema


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file of an entry, named by the SHA-256 of the copy that is kept."""

    sha256: str
    name: str
    size: int
    media: str


@dataclass(frozen=True, slots=True)
class Line:
    """One field of one record: what its author saw (`base`: device and seq of that line), found and left."""

    record: str
    field: str
    base: tuple[str, int] | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed with its lines, as it travels and as it is hashed."""

    device: str
    seq: int
    stamp: str
    on_day: str
    kind: str
    author: str
    role: str
    unit: str
    note: str = ""
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    undoes: str | None = None
    lines: tuple[Line, ...] = ()
    format: int = file_format.FORMAT

    @property
    def content(self) -> str:
        """SHA-256 of the canonical entry with its lines, in hex."""
        return hashlib.sha256(canonical(self)).hexdigest()


@dataclass(frozen=True, slots=True)
class Stub:
    """An entry that the receiver need not see, or whose words were redacted: only its place in the chain."""

    device: str
    seq: int
    content: str


def canonical(entry: Entry) -> bytes:
    """Return the bytes that are hashed: JSON, keys in order, no spaces, UTF-8, lines in order of record and field."""
    lines = sorted(entry.lines, key=lambda one: (one.record, one.field))
    whole = {
        "format": entry.format,
        "device": entry.device,
        "seq": entry.seq,
        "stamp": entry.stamp,
        "on_day": entry.on_day,
        "kind": entry.kind,
        "author": entry.author,
        "role": entry.role,
        "unit": entry.unit,
        "note": entry.note,
        "reason": entry.reason,
        "evidence": [[e.sha256, e.name, e.size, e.media] for e in entry.evidence],
        "undoes": entry.undoes,
        "lines": [
            [one.record, one.field, list(one.base) if one.base else None, one.before, one.after] for one in lines
        ],
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def chain(previous: str, content: str) -> str:
    """Return the digest of an entry: SHA-256 of the previous digest of its device and its own content."""
    return hashlib.sha256(bytes.fromhex(previous) + bytes.fromhex(content)).hexdigest()


def pack_evidence(evidence: Iterable[Evidence]) -> str:
    """Return evidence as the text of its column."""
    return json.dumps([[e.sha256, e.name, e.size, e.media] for e in evidence], ensure_ascii=False)


def unpack_evidence(text: str | None) -> tuple[Evidence, ...]:
    """Return the evidence of a column's text."""
    return tuple(Evidence(*one) for one in json.loads(text)) if text else ()


_ADD_ENTRY = insert(schema.entry)
_ADD_LINE = insert(schema.line)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands in this book: the stamp that counts, the order of arrival, the act it came in by."""

    placed: str
    arrival: int
    digest: str | None
    booking: int | None = None
    booked: bool = True


def append(connection: Connection, entry: Entry, content: str, place: Place) -> None:
    """Write an entry and its lines. A place that is taken raises the database's integrity error."""
    connection.execute(
        _ADD_ENTRY,
        {
            "device": entry.device, "seq": entry.seq, "stamp": entry.stamp, "on_day": entry.on_day,
            "kind": entry.kind, "author": entry.author, "role": entry.role, "unit": entry.unit,
            "note": entry.note, "reason": entry.reason,
            "evidence": pack_evidence(entry.evidence) if entry.evidence else None,
            "undoes": entry.undoes, "format": entry.format, "content": content, "digest": place.digest,
            "placed": place.placed if place.booked else None, "arrival": place.arrival, "booking": place.booking,
        },
    )  # fmt: skip
    append_lines(connection, entry, place)


def append_lines(connection: Connection, entry: Entry, place: Place) -> None:
    """Write the lines of an entry whose row stands already."""
    if not entry.lines:
        return
    rows = [
        {
            "record": one.record, "field": one.field, "stamp": place.placed, "device": entry.device, "seq": entry.seq,
            "base_device": one.base[0] if one.base else None, "base_seq": one.base[1] if one.base else None,
            "before": one.before, "after": one.after, "booked": int(place.booked), "on_day": entry.on_day,
        }
        for one in entry.lines
    ]  # fmt: skip
    connection.execute(_ADD_LINE, rows)


def append_stub(connection: Connection, stub: Stub, digest: str | None, arrival: int, booking: int | None) -> None:
    """Write a stub."""
    connection.execute(
        _ADD_ENTRY,
        {
            **dict.fromkeys(schema.entry.c.keys()), "device": stub.device, "seq": stub.seq, "content": stub.content,
            "digest": digest, "arrival": arrival, "booking": booking,
        },
    )  # fmt: skip


def mend_days(connection: Connection) -> None:
    """Give every line the day of its entry again where it says another."""
    connection.execute(text(_MEND_DAYS))


_MEND_DAYS = (
    "UPDATE line SET on_day = (SELECT e.on_day FROM entry e WHERE e.device = line.device AND e.seq = line.seq)"
    " WHERE EXISTS (SELECT 1 FROM entry e WHERE e.device = line.device AND e.seq = line.seq"
    " AND e.on_day <> line.on_day)"
)


def line_of(row: Row[tuple[object, ...]]) -> Line:
    """Return a row of the line table as the line that was written."""
    seen = (row.base_device, row.base_seq) if row.base_device is not None else None
    return Line(row.record, row.field, seen, row.before, row.after)


def lines_of(connection: Connection, device: str, seq: int) -> tuple[Line, ...]:
    """Return the lines of an entry in the order of record and field."""
    query = select(schema.line).where(schema.line.c.device == device, schema.line.c.seq == seq)
    rows = connection.execute(query.order_by(schema.line.c.record, schema.line.c.field))
    return tuple(line_of(row) for row in rows)


def whole(row: Row[tuple[object, ...]], lines: Sequence[Line]) -> Entry | Stub:
    """Return a row of the entry table with its lines as the entry, or the stub, that was written."""
    if row.stamp is None:
        return Stub(row.device, row.seq, row.content)
    return Entry(
        row.device, row.seq, row.stamp, row.on_day, row.kind, row.author, row.role, row.unit, row.note, row.reason,
        unpack_evidence(row.evidence), row.undoes, tuple(lines), row.format,
    )  # fmt: skip


def entries(connection: Connection, *, booked: bool = True) -> list[Entry | Stub]:
    """Return every entry (only the booked ones, unless told) in the order of device and seq, as export writes them."""
    e = schema.entry.c
    query = select(schema.entry).order_by(e.device, e.seq)
    if booked:
        open_bookings = select(schema.booking.c.id).where(schema.booking.c.state != "booked")
        query = query.where(e.booking.is_(None) | e.booking.not_in(open_bookings))
    lines: dict[tuple[str, int], list[Line]] = {}
    for row in connection.execute(select(schema.line).order_by(schema.line.c.record, schema.line.c.field)):
        lines.setdefault((row.device, row.seq), []).append(line_of(row))
    return [whole(row, lines.get((row.device, row.seq), ())) for row in connection.execute(query)]
