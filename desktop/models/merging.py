"""Merge is a union: foreign entries in any order, any number of times, give the same ledger.

Equal content is skipped, other content at the same place is a fork and quarantined, everything else is a plain
INSERT. What comes in one act is one booking: staged, booked, held or taken back.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime

from sqlalchemy import Connection, insert, select, text, update

from desktop.models import edition, effects, journal, ledger, schema
from desktop.models.clock import AHEAD, instant_of
from desktop.models.journal import Entry, Place, Stub
from desktop.models.refusals import RuleBroken

STAGED, BOOKED, HELD, TAKEN_BACK = "staged", "booked", "held", "taken_back"


@dataclass(slots=True)
class Booking:
    """What one act of merging did: how many entries were new, known already, or forks; the records touched."""

    id: int
    state: str
    new: int = 0
    known: int = 0
    forks: int = 0
    fields: set[tuple[str, str]] = field(default_factory=set)

    @property
    def records(self) -> frozenset[str]:
        """The records that the booked lines touch."""
        return frozenset(record for record, _ in self.fields)


def merge(
    connection: Connection, items: Iterable[Entry | Stub], source: str, received: datetime, *, stage: bool = False
) -> Booking:
    """Unite entries with the journal. A package more than a day ahead of its receipt is held until it is freed."""
    ordered = sorted(items, key=lambda one: (one.device, one.seq))
    known = [*effects.doubts(connection), *effects.doubts_within(ordered)]
    is_ahead = any(_is_ahead(one, known, received) for one in ordered)
    state = HELD if is_ahead else STAGED if stage else BOOKED
    row = {"source": source, "state": state, "at": received.isoformat()}
    key = connection.execute(insert(schema.booking), row).inserted_primary_key
    done = Booking(int(key[0]) if key else 0, state)
    arrival = connection.execute(text("SELECT coalesce(max(arrival), 0) FROM entry")).scalar_one()
    gone = effects.redacted(connection)
    for one in ordered:
        arrival += _take(connection, done, one, arrival + 1, (known, gone))
    _fill_digests(connection, {one.device for one in ordered})
    if state == BOOKED:
        settle(connection, done.fields)
    return done


def _is_ahead(one: Entry | Stub, known: effects.Doubts, received: datetime) -> bool:
    if isinstance(one, Stub) or one.device.startswith(edition.PSEUDO):
        return False
    return instant_of(effects.place(known, one.device, one.seq, one.stamp)) > received + AHEAD


Context = tuple[effects.Doubts, set[tuple[str, int]]]


def _take(connection: Connection, done: Booking, one: Entry | Stub, arrival: int, context: Context) -> int:
    known, gone = context
    there = connection.execute(_THERE, {"device": one.device, "seq": one.seq}).first()
    if there is None:
        done.new += 1
        _insert(connection, done, _unless_gone(one, gone), arrival, known)
        return 1
    if there.content != one.content:
        done.forks += 1
        _quarantine(connection, done, one)
    elif there.stamp is None and isinstance(one, Entry) and (one.device, one.seq) not in gone:
        done.new += 1
        _fill(connection, done, one, there.arrival, known)
    elif there.state in {STAGED, HELD, TAKEN_BACK} and done.state == BOOKED and isinstance(one, Entry):
        done.new += 1
        _rebook(connection, done, one.device, one.seq, known)
    else:
        done.known += 1
    return 0


_THERE = text(
    "SELECT e.content, e.stamp, e.arrival, b.state FROM entry e LEFT JOIN booking b ON b.id = e.booking"
    " WHERE e.device = :device AND e.seq = :seq"
)


def _unless_gone(one: Entry | Stub, gone: set[tuple[str, int]]) -> Entry | Stub:
    return Stub(one.device, one.seq, one.content) if (one.device, one.seq) in gone else one


def _place(done: Booking, one: Entry, arrival: int, known: effects.Doubts) -> Place:
    placed = effects.place(known, one.device, one.seq, one.stamp)
    return Place(placed, arrival, None, done.id, booked=done.state == BOOKED)


def _insert(connection: Connection, done: Booking, one: Entry | Stub, arrival: int, known: effects.Doubts) -> None:
    if isinstance(one, Stub):
        journal.append_stub(connection, one, None, arrival, done.id)
        return
    journal.append(connection, one, one.content, _place(done, one, arrival, known))
    done.fields.update((line.record, line.field) for line in one.lines)


def _fill(connection: Connection, done: Booking, one: Entry, arrival: int, known: effects.Doubts) -> None:
    """Give a stub its words back: they have come by another way."""
    place = _place(done, one, arrival, known)
    evidence = journal.pack_evidence(one.evidence) if one.evidence else None
    values = {**{name: getattr(one, name) for name in _WORDS}, "evidence": evidence}
    here = schema.entry.c
    with effects.lifted(connection):
        statement = update(schema.entry).where(here.device == one.device, here.seq == one.seq)
        placed = place.placed if place.booked else None
        connection.execute(statement.values(**values, placed=placed, booking=done.id))
    journal.append_lines(connection, one, place)
    done.fields.update((line.record, line.field) for line in one.lines)


_WORDS = ("stamp", "on_day", "kind", "author", "role", "unit", "note", "reason", "undoes", "format")


def _rebook(connection: Connection, done: Booking, device: str, seq: int, known: effects.Doubts) -> None:
    at = {"device": device, "seq": seq, "booking": done.id}
    connection.execute(text("UPDATE entry SET booking = :booking WHERE device = :device AND seq = :seq"), at)
    done.fields |= _count(connection, device, seq, known, booked=True)


def _count(connection: Connection, device: str, seq: int, known: effects.Doubts, *, booked: bool) -> effects.Fields:
    """Let an entry's lines count, or not any more."""
    at = {"device": device, "seq": seq, "booked": int(booked)}
    connection.execute(text("UPDATE line SET booked = :booked WHERE device = :device AND seq = :seq"), at)
    stamp = connection.execute(text("SELECT stamp FROM entry WHERE device = :device AND seq = :seq"), at).scalar()
    placed = effects.place(known, device, seq, stamp) if booked and stamp else None
    place = {**at, "placed": placed}
    connection.execute(text("UPDATE entry SET placed = :placed WHERE device = :device AND seq = :seq"), place)
    if placed is not None and connection.execute(text(_ELSEWHERE), place).first() is not None:
        effects.move_lines(connection, device, seq, placed)
    rows = connection.execute(text("SELECT record, field FROM line WHERE device = :device AND seq = :seq"), at)
    return {(record, name) for record, name in rows}


_ELSEWHERE = "SELECT 1 FROM line WHERE device = :device AND seq = :seq AND stamp <> :placed LIMIT 1"


def _quarantine(connection: Connection, done: Booking, one: Entry | Stub) -> None:
    row = {
        "device": one.device, "seq": one.seq, "content": one.content, "booking": done.id,
        "entry": json.dumps(asdict(one), ensure_ascii=False, sort_keys=True),
    }  # fmt: skip
    at = schema.quarantine.c
    query = select(at.device).where(at.device == one.device, at.seq == one.seq, at.content == one.content)
    if connection.execute(query).first() is None:
        connection.execute(insert(schema.quarantine), row)


def _fill_digests(connection: Connection, devices: Iterable[str]) -> None:
    """Carry each device's chain on as far as its entries reach without a gap."""
    for device in sorted(devices):
        rows = connection.execute(text(_UNCHAINED), {"device": device}).all()
        for seq, content in rows:
            before = "" if seq == 1 else connection.execute(text(_DIGEST), {"device": device, "seq": seq - 1}).scalar()
            if before is None:
                break
            values = {"device": device, "seq": seq, "digest": journal.chain(before, content)}
            connection.execute(text("UPDATE entry SET digest = :digest WHERE device = :device AND seq = :seq"), values)


_UNCHAINED = "SELECT seq, content FROM entry WHERE device = :device AND digest IS NULL ORDER BY seq"
_DIGEST = "SELECT digest FROM entry WHERE device = :device AND seq = :seq"


def settle(connection: Connection, fields: Iterable[tuple[str, str]]) -> None:
    """Post the touched fields, then let redactions and clock doubts take effect, and book what they freed."""
    touched = set(fields)
    if not touched:
        return
    ledger.repost(connection, touched)
    if any(record.startswith(("redaction:", "clock_doubt:")) for record, _ in touched):
        reached = effects.redact(connection) | effects.cap(connection)
        ledger.repost(connection, reached)
        _free(connection)


def _free(connection: Connection) -> None:
    known = effects.doubts(connection)
    for key, at in connection.execute(text("SELECT id, at FROM booking WHERE state = 'held'")).all():
        rows = connection.execute(text(_STAMPS), {"id": key}).all()
        limit = datetime.fromisoformat(at) + AHEAD
        if all(instant_of(effects.place(known, device, seq, stamp)) <= limit for device, seq, stamp in rows):
            book(connection, key)


_STAMPS = "SELECT device, seq, stamp FROM entry WHERE booking = :id AND stamp IS NOT NULL ORDER BY device, seq"


def book(connection: Connection, key: int) -> effects.Fields:
    """Let a staged, held or taken-back booking count; return the fields it touches."""
    return _turn(connection, key, BOOKED, booked=True)


def take_back(connection: Connection, key: int) -> effects.Fields:
    """Let a booking count no more. Nothing is deleted, no inverse line is written.

    Raises RuleBroken once an entry made here rests on one of its lines, or a receipt for it has left.
    """
    if connection.execute(text(_RESTS), {"id": key}).first() is not None:
        raise RuleBroken("booking_rested_on", booking=key)
    if connection.execute(text("SELECT 1 FROM kept WHERE kind = 'receipt' AND key = :id"), {"id": str(key)}).first():
        raise RuleBroken("booking_receipted", booking=key)
    return _turn(connection, key, TAKEN_BACK, booked=False)


_RESTS = (
    "SELECT 1 FROM entry theirs JOIN line l ON l.base_device = theirs.device AND l.base_seq = theirs.seq"
    " JOIN entry mine ON mine.device = l.device AND mine.seq = l.seq"
    " WHERE theirs.booking = :id AND (mine.booking IS NULL"
    " OR mine.booking IN (SELECT id FROM booking WHERE source = mine.kind)) LIMIT 1"
)


def _turn(connection: Connection, key: int, state: str, *, booked: bool) -> effects.Fields:
    known = effects.doubts(connection)
    touched: effects.Fields = set()
    rows = connection.execute(text(_STAMPS), {"id": key}).all()
    for device, seq, _ in rows:
        touched |= _count(connection, device, seq, known, booked=booked)
    connection.execute(text("UPDATE booking SET state = :state WHERE id = :id"), {"state": state, "id": key})
    settle(connection, touched)
    return touched
