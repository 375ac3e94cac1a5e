"""What a redaction takes away, and what has to be said again so that the figures stay.

The words go from every copy with the whole entry; only its place in the chain is left. Fields that hold no words as
typed (state, days) are said anew in the name of the entry that is gone: same day, and the base that it had, so that
nothing which somebody else wrote meanwhile is overruled without being found.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, text

from desktop.models import journal
from desktop.models.draft import Change
from desktop.models.journal import Evidence, Line

WORDS = frozenset({"officer"})
"""Fields of a commitment that hold words as somebody typed them."""

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Target:
    """An entry whose words shall go: its own stamp, day and author's role, and what is said again in its place."""

    place: Place
    stamp: str
    on_day: str
    role: str
    unit: str
    undoes: str | None
    evidence: tuple[Evidence, ...]
    lines: tuple[Line, ...]

    @property
    def record(self) -> str:
        """The record that says on every copy that the words are to go."""
        return f"redaction:{self.place[0]}/{self.place[1]}"


_BY_STAMP = text("SELECT * FROM entry WHERE stamp = :stamp AND placed IS NOT NULL AND device NOT LIKE 'cat-%'")
_BY_PLACE = text("SELECT * FROM entry WHERE device = :device AND seq = :seq AND placed IS NOT NULL")
_RESTING = text(
    "SELECT DISTINCT device, seq FROM line WHERE record = :record AND field = :field AND base_device = :device"
    " AND base_seq = :seq AND booked = 1 AND (before = :words OR after = :words) ORDER BY device, seq"
)
_STANDING = text(
    "SELECT device, seq FROM line WHERE record = :record AND field = :field AND booked = 1 ORDER BY stamp DESC LIMIT 1"
)


def targets(connection: Connection, stamp: str) -> list[Target]:
    """Return the named entry first, then every later one that repeats a text of it; empty where there is none."""
    row = connection.execute(_BY_STAMP, {"stamp": stamp}).first()
    if row is None:
        return []
    first = _target(connection, row)
    found = {first.place: first}
    words = [(line, line.after) for line in first.lines if line.field in WORDS and line.after]
    for line, said in words:
        _follow(connection, found, first.place, (line.record, line.field, said))
    return list(found.values())


def _target(connection: Connection, row: Row[Any]) -> Target:
    return Target(
        (row.device, row.seq), row.stamp, row.on_day, row.role, row.unit, row.undoes,
        journal.unpack_evidence(row.evidence), journal.lines_of(connection, row.device, row.seq),
    )  # fmt: skip


def _follow(
    connection: Connection, found: dict[Place, Target], start: Place, said: tuple[str, str, str | None]
) -> None:
    """Find the entries that rest on a text and repeat it, undo and redo included."""
    waiting = [start]
    while waiting:
        device, seq = waiting.pop()
        asked = {"record": said[0], "field": said[1], "words": said[2], "device": device, "seq": seq}
        for place in [(one.device, one.seq) for one in connection.execute(_RESTING, asked)]:
            if place not in found:
                at = {"device": place[0], "seq": place[1]}
                found[place] = _target(connection, connection.execute(_BY_PLACE, at).one())
                waiting.append(place)


def restated(connection: Connection, one: Target, every: Sequence[Target]) -> tuple[Change, ...]:
    """Return what is said again for an entry that goes: its values that still stand, but for the removed words."""
    gone = {(target.place, line.record, line.field): line for target in every for line in target.lines}
    words = {(line.record, line.after) for line in every[0].lines if line.field in WORDS}
    changes = []
    for line in one.lines:
        at = {"record": line.record, "field": line.field}
        standing = connection.execute(_STANDING, at).first()
        if standing is None or tuple(standing) != one.place:
            continue
        if line.field in WORDS and (line.record, line.after) in words:
            continue
        changes.append(Change(line.record, line.field, line.after, instead_of=_rooted(line, gone)))
    return tuple(changes)


def _rooted(line: Line, gone: dict[tuple[Place, str, str], Line]) -> Line:
    """Return the line with the nearest base, and the value before, that are not going away themselves."""
    base, before = line.base, line.before
    while base is not None and (below := gone.get((base, line.record, line.field))) is not None:
        base, before = below.base, below.before
    return Line(line.record, line.field, base, before, line.after)
