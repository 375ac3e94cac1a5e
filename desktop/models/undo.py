"""Undo and redo, read from the journal: no stack in memory, so it outlives the window and works across processes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, text

from desktop.models import plain_text
from desktop.models.clock import beijing_day
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.journal import Line, lines_of
from desktop.models.reader import Reader
from desktop.models.records import is_contested
from desktop.models.refusals import RuleBroken
from desktop.models.vocabulary import Role

_DEPTH = 400
_ENTRY = "SELECT device, seq, stamp, kind, role, undoes, booking, arrival FROM entry"
_OWN = (
    f"{_ENTRY} WHERE unit = :unit AND placed IS NOT NULL AND device NOT LIKE 'cat-%'"
    " AND (booking IS NULL OR booking IN (SELECT id FROM booking WHERE source = entry.kind))"
)
_LATEST = text(f"{_OWN} ORDER BY arrival DESC LIMIT :depth")
_NAMED = text(f"{_OWN} AND (undoes IS NOT NULL OR stamp = :stamp) ORDER BY arrival DESC")
_ACT = text(f"{_ENTRY} WHERE booking = :booking AND placed IS NOT NULL ORDER BY arrival DESC")
_TOLD = text(
    "SELECT min(record) AS record, field, after FROM line WHERE device = :device AND seq = :seq GROUP BY field, after"
    " ORDER BY 1, 2"
)
_COUNT = text("SELECT count(DISTINCT record) FROM line WHERE device = :device AND seq = :seq")
_FINAL = frozenset({"redact", "clock_doubt", "catalogue", "post_ratings"})
"""Deeds that nobody takes back. Ratings that came from citizens are among them: an unwelcome one is appealed, and the
local values they were posted from are gone."""

_NEVER = frozenset({"unmask", "purge"})
"""Deeds after which nothing could be put back: what was seen was seen, what is gone is gone. Redo looks past them."""


@dataclass(frozen=True, slots=True)
class Step:
    """What undo or redo would do next: the deed's stamp and kind, what it did, how many records it touched.

    `changes` holds one line for each field and new value, of the first record so changed: a deed on thousands is told
    as fast as one on a single record.
    """

    stamp: str
    kind: str
    changes: tuple[Line, ...]
    count: int


class _Past:
    """The unit's own deeds, newest first, and which of them stand; with a stamp, that deed however old it is."""

    def __init__(self, connection: Connection, unit: str, stamp: str | None = None) -> None:
        self._connection = connection
        asked = {"unit": unit, "depth": _DEPTH} if stamp is None else {"unit": unit, "stamp": stamp}
        self.rows = list(connection.execute(_LATEST if stamp is None else _NAMED, asked))
        self._acts = {row.stamp: row.booking or row.stamp for row in self.rows}
        self._taken: set[int | str] = set()
        for row in self.rows:
            if self.stands(row) and row.undoes:
                self._taken.add(self._acts.get(row.undoes, row.undoes))

    def stands(self, row: Row[Any]) -> bool:
        """Say whether no later deed that stands takes it back; the entries of one act stand and fall together."""
        return self._acts[row.stamp] not in self._taken

    def last_deed(self) -> Row[Any] | None:
        return next((r for r in self.rows if self.stands(r) and r.kind not in {"undo", *_FINAL, *_NEVER}), None)

    def last_undo(self) -> Row[Any] | None:
        for row in self.rows:
            if self.stands(row) and row.kind == "undo":
                return row
            if self.stands(row) and row.kind not in {"redo", *_NEVER}:
                return None
        return None

    def act(self, row: Row[Any]) -> list[Row[Any]]:
        """Return every entry of the deed's act, newest first: an import of many rows is one act."""
        if row.booking is None:
            return [row]
        return list(self._connection.execute(_ACT, {"booking": row.booking}))


def undoable(connection: Connection, unit: str) -> Step | None:
    """Return the deed that undo would take back, None where there is none."""
    past = _Past(connection, unit)
    return _step(connection, past, past.last_deed())


def redoable(connection: Connection, unit: str) -> Step | None:
    """Return the deed that redo would bring back, None where there is none."""
    past = _Past(connection, unit)
    undo = past.last_undo()
    deed = next((row for row in past.rows if undo is not None and row.stamp == undo.undoes), None)
    return _step(connection, past, deed)


def _step(connection: Connection, past: _Past, row: Row[Any] | None) -> Step | None:
    if row is None:
        return None
    if row.booking is not None:
        lines = _lines(connection, past.act(row))
        return Step(row.stamp, row.kind, tuple(lines), len({line.record for line in lines}))
    at = {"device": row.device, "seq": row.seq}
    told = connection.execute(_TOLD, at).all()
    changes = tuple(Line(one.record, one.field, None, None, one.after) for one in told)
    return Step(row.stamp, row.kind, changes, int(connection.execute(_COUNT, at).scalar_one()))


def _lines(connection: Connection, rows: Sequence[Row[Any]]) -> list[Line]:
    return [line for row in rows for line in lines_of(connection, row.device, row.seq)]


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last deed of this book's unit, or the one named by its stamp."""

    stamp: str | None = None
    reason: str = ""

    kind = "undo"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Write each field back as the deed found it. Refuses where one of them has moved on since."""
        past = _Past(reader.connection, reader.unit, self.stamp)
        row = past.last_deed() if self.stamp is None else self._named(past)
        if row is None:
            raise RuleBroken("nothing_to_undo")
        if Role(row.role).rank > desk.role.rank:
            raise RuleBroken("undo_other_role", role=row.role)
        reason = plain_text.note(self.reason)
        if not plain_text.says_something(reason) and beijing_day(row.stamp) < reader.today:
            raise RuleBroken("undo_needs_reason", stamp=row.stamp, day=beijing_day(row.stamp))
        changes = _backwards(reader, past.act(row))
        return [Draft(changes, reason=reason, undoes=row.stamp)]

    def _named(self, past: _Past) -> Row[Any]:
        row = next((one for one in past.rows if one.stamp == self.stamp), None)
        if row is None:
            raise RuleBroken("undo_unknown", stamp=self.stamp)
        if row.kind in _NEVER:
            raise RuleBroken("undo_never", deed=row.kind)
        if not past.stands(row) or row.kind in _FINAL:
            raise RuleBroken("undo_not_standing", stamp=self.stamp)
        return row


@dataclass(frozen=True, slots=True)
class Redo:
    """Undo the last undo, as long as nothing else was done since."""

    kind = "redo"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Write each field back as the undo found it."""
        past = _Past(reader.connection, reader.unit)
        row = past.last_undo()
        if row is None:
            raise RuleBroken("nothing_to_redo")
        if Role(row.role).rank > desk.role.rank:
            raise RuleBroken("undo_other_role", role=row.role)
        return [Draft(_backwards(reader, [row]), undoes=row.stamp)]


def _backwards(reader: Reader, act: Sequence[Row[Any]]) -> tuple[Change, ...]:
    found: dict[tuple[str, str], tuple[str | None, str | None]] = {}
    for line in _lines(reader.connection, act):
        key = (line.record, line.field)
        left = found[key][0] if key in found else line.after
        found[key] = (left, line.before)
    changes = []
    standing = {record: reader.standing(record) for record in dict.fromkeys(record for record, _field in found)}
    for (record, field), (left, before) in found.items():
        now = standing[record].get(field)
        if now == left:
            changes.append(Change(record, field, before))
        elif is_contested(record, field):
            raise RuleBroken("undo_moved_on", record=record, field=field, value=now)
    return tuple(changes)
