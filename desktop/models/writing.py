"""Giving drafts a place: seq, stamp, base and digest are read inside the transaction, never kept in memory."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert

from desktop.models import journal, keeping, ledger, records, schema
from desktop.models.clock import next_stamp
from desktop.models.dialects import cursor_of
from desktop.models.draft import Change, Draft
from desktop.models.journal import Entry, Line, Place
from desktop.models.refusals import RuleBroken


@dataclass(frozen=True, slots=True)
class Head:
    """Where the journal stands: the newest stamp that counts, the last arrival, this device's last entry.

    `is_doubted` after a clock doubt on this device: its clock may come again to an instant that it has stamped before.
    """

    newest: str | None
    arrival: int
    seq: int
    digest: str
    is_doubted: bool = False


@dataclass(frozen=True, slots=True)
class Posted:
    """The news of one transaction: the stamps written, the records touched, the order of arrival afterwards."""

    kind: str
    stamps: tuple[str, ...]
    records: frozenset[str]
    arrival: int
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, from where, when."""

    device: str
    officer: str
    role: str
    unit: str
    now: datetime
    today: date


_HEAD = (
    "SELECT (SELECT placed FROM entry WHERE device NOT LIKE 'cat-%' AND placed IS NOT NULL"
    " ORDER BY placed DESC LIMIT 1),"
    " (SELECT max(arrival) FROM entry), seq, digest,"
    " EXISTS (SELECT 1 FROM clock_doubt WHERE id >= :device || '/' AND id < :device || '0')"
    " FROM (SELECT 1) AS one LEFT JOIN entry ON device = :device"
    " AND seq = (SELECT max(seq) FROM entry WHERE device = :device)"
)


def head(connection: Connection, device: str) -> Head:
    """Read where the journal and this device's chain stand."""
    newest, arrival, seq, digest, doubted = _first(connection, _HEAD, device=device) or (None,) * 5
    return Head(newest, arrival or 0, seq or 0, digest or "", is_doubted=bool(doubted))


def _first(connection: Connection, query: str, **values: object) -> Sequence[Any] | None:
    """Return the first row of a query, by the driver: these few run in every deed, where Core would cost the most."""
    row: Sequence[Any] | None = cursor_of(connection).execute(query, values).fetchone()
    return row


_STANDING = (
    "SELECT device, seq, after, stamp FROM line WHERE record = :record AND field = :field AND booked = 1"
    " ORDER BY stamp DESC LIMIT 1"
)


def write(connection: Connection, kind: str, drafts: Sequence[Draft], author: Author) -> Posted:
    """Append the drafts as entries and post their lines. Several drafts share one booking, so one undo.

    A draft that leaves every field as it stands, takes nothing back and brings neither note nor evidence, is dropped.
    """
    at = head(connection, author.device)
    booking = _open_booking(connection, kind, author) if len(drafts) > 1 else None
    stamps: list[str] = []
    touched: set[str] = set()
    for draft in drafts:
        keeping.forget(connection, draft.forgets)
        entry, seen = _entry(connection, kind, draft, author, at)
        if entry is None:
            continue
        content = entry.content
        digest = journal.chain(at.digest, content)
        at = Head(max(entry.stamp, seen), at.arrival + 1, entry.seq, digest, at.is_doubted)
        journal.append(connection, entry, content, Place(entry.stamp, at.arrival, digest, booking))
        ledger.post(connection, ledger.newest(entry.lines, entry.stamp, entry.on_day))
        stamps.append(entry.stamp)
        touched.update(one.record for one in entry.lines)
    return Posted(kind, tuple(stamps), frozenset(touched), at.arrival)


def _open_booking(connection: Connection, kind: str, author: Author) -> int:
    row = {"source": kind, "state": "booked", "at": author.now.isoformat()}
    key = connection.execute(insert(schema.booking), row).inserted_primary_key
    return int(key[0]) if key else 0


def _entry(connection: Connection, kind: str, draft: Draft, author: Author, at: Head) -> tuple[Entry | None, str]:
    on_day = draft.on_day or author.today
    if on_day > author.today:
        raise RuleBroken("future_day", day=on_day, today=author.today)
    seen = at.newest or ""
    lines = []
    for change in draft.changes:
        line, stamp = _line(connection, change)
        seen = max(seen, stamp)
        if line is not None:
            lines.append(line)
    if not lines and not draft.note and not draft.evidence and not draft.undoes:
        return None, seen
    made = Entry(
        author.device, at.seq + 1, _stamp(connection, author, at, seen), on_day.isoformat(), kind,
        author.officer, author.role, author.unit, draft.note, draft.reason, draft.evidence, draft.undoes,
        tuple(lines),
    )  # fmt: skip
    return made, seen


def _stamp(connection: Connection, author: Author, at: Head, seen: str) -> str:
    made = next_stamp(author.now, seen or None, author.device)
    while at.is_doubted and _first(connection, _USED, device=author.device, stamp=made) is not None:
        made = next_stamp(author.now, made, author.device)
    return made


_USED = (
    "SELECT 1 FROM entry WHERE device = :device AND stamp = :stamp"
    " UNION ALL SELECT 1 FROM redaction WHERE target = :stamp LIMIT 1"
)


def _line(connection: Connection, change: Change) -> tuple[Line | None, str]:
    row = _first(connection, _STANDING, record=change.record, field=change.field)
    if row is None:
        return (Line(change.record, change.field, None, None, change.after) if change.after is not None else None), ""
    device, seq, standing, stamp = row
    if change.instead_of is not None:
        return change.instead_of, stamp
    if standing == change.after and not is_mark(change):
        return None, stamp
    return Line(change.record, change.field, (device, seq), standing, change.after), stamp


def is_mark(change: Change) -> bool:
    """Say whether a change only says that something happened, and is therefore kept even when nothing differs."""
    kind = records.KINDS.get(change.record.partition(":")[0])
    return kind is not None and change.field in kind.marks


def touches_catalogue(touched: Iterable[str]) -> bool:
    """Say whether any of the records is more than daily work: what was read of the catalogue must be read anew."""
    return any(not record.startswith(_DAILY) for record in touched)


_DAILY = ("commitment:", "request:", "rating:", "purge:")
