"""What every start looks at within a second and a half: the small tables, the clock, backups, room, the engine."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection, select

from desktop import BUILT_ON
from desktop.models import backup, clock, engine_version, journal, keeping, schema
from desktop.models.checks import Finding, hint, pragma, wrong
from desktop.models.clock import Clock
from desktop.models.places import Place, Server
from desktop.models.purge_rule import PLANNED

ROOM = 200 << 20
"""Free bytes below which a book, its journal file and a backup may soon not fit."""
BACKUP_DAYS = 7


@dataclass(frozen=True, slots=True)
class Start:
    """What the checks at a start look at: the book's place and id, the clock, the newest stamp and the last arrival."""

    place: Place
    book_id: str
    clock: Clock
    newest: str | None
    entries: int


def at_start(connection: Connection, start: Start) -> list[Finding]:
    """Check what can be checked at once: the file's first pages, clock, backups, room, engine."""
    found = [*_quick(connection), *on_clock(start), *_purge(connection)]
    if not isinstance(start.place, Server):
        found += [*_copies(start), *_room(start.place), *_engine()]
    return sorted(found, key=lambda finding: not finding.is_wrong)


def _quick(connection: Connection) -> Iterator[Finding]:
    """Check the small tables whole and the ends of the journal; the whole of a large file takes minutes."""
    for table in ("fact", "booking", "kept", "commitment", "unit", "window"):
        yield from pragma(connection, f"quick_check({table})")
    rows = connection.execute(select(schema.entry).order_by(schema.entry.c.arrival.desc()).limit(_TAIL)).all()
    for row in rows:
        one = journal.whole(row, journal.lines_of(connection, row.device, row.seq))
        if one.content != row.content:
            yield wrong("content_wrong", device=row.device, seq=row.seq)


_TAIL = 50


def on_clock(start: Start) -> Iterator[Finding]:
    """Say what is doubtful about this computer's clock; a practice clock is chosen, so never doubted."""
    if start.clock.fixed:
        return
    said = clock.doubt(start.clock.now(), start.newest, date.fromisoformat(BUILT_ON))
    if said is not None:
        newest = clock.beijing_day(start.newest) if start.newest else None
        yield wrong(f"clock_{said}", today=start.clock.today(), newest=newest, built=BUILT_ON)


def _purge(connection: Connection) -> Iterator[Finding]:
    """Say that a crash cut a purge off, so that somebody goes on with it."""
    if keeping.kept(connection, PLANNED[0]):
        yield wrong("purge_interrupted")


def _copies(start: Start) -> Iterator[Finding]:
    last = next(iter(backup.backups(start.book_id)), None)
    if start.entries == 0 or (last is not None and last.entries >= start.entries):
        return
    if last is None:
        yield hint("no_backup")
    elif start.clock.now() - last.at > timedelta(days=BACKUP_DAYS):
        yield hint("old_backup", day=last.day)


def _room(path: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(path.parent).free
    needed = ROOM + 2 * path.stat().st_size
    if free < needed:
        yield wrong("little_room", path=str(path.parent), free=free >> 20, needed=needed >> 20)


def _engine() -> Iterator[Finding]:
    version, oldest = engine_version.sqlite(), engine_version.oldest()
    if version < oldest:
        yield wrong("old_engine", version=".".join(map(str, version)), oldest=".".join(map(str, oldest)))
