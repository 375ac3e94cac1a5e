"""Backups: whole copies of a book, checked before they count, thinned as they age; and putting one back.

They hold journal and ledger, under the book's own key; evidence lies beside the book and never changes.
"""

import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop import paths
from desktop.models import bare as driver
from desktop.models import rights, store
from desktop.models.bare import opens
from desktop.models.clock import BEIJING
from desktop.models.desk import Desk
from desktop.models.disk import examine_pages, sync
from desktop.models.failures import plainly_bare
from desktop.models.places import Place, file_of
from desktop.models.refusals import BookRefused
from desktop.models.rekey import rekey
from desktop.models.rights import Right
from desktop.models.underway import Told, unheard

_OFTEN = 50_000
"""Steps of the database's machine between two looks at how far a copy is: some hundredths of a second."""
_FORM = "%Y%m%dT%H%M%SZ"
_SUFFIX = ".backup"
YOUNG = timedelta(hours=1)
"""A backup at close is made only when the last one is older: one is kept for each hour anyway."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a book: when it was made (UTC), its size in bytes, how many entries it holds."""

    path: Path
    at: datetime
    size: int
    entries: int

    @property
    def day(self) -> date:
        """The day in Beijing on which it was made."""
        return self.at.astimezone(BEIJING).date()


def folder(book_id: str) -> Path:
    """Return where the backups of a book lie."""
    return paths.data() / "backups" / book_id


def backups(book_id: str) -> list[Backup]:
    """Return the backups of a book, newest first."""
    found = (_read(path) for path in folder(book_id).glob(f"*{_SUFFIX}"))
    return sorted((one for one in found if one is not None), key=lambda one: one.at, reverse=True)


def _read(path: Path) -> Backup | None:
    instant, _, entries = path.name.removesuffix(_SUFFIX).partition("-")
    try:
        at = datetime.strptime(instant, _FORM).replace(tzinfo=UTC)
        return Backup(path, at, path.stat().st_size, int(entries))
    except (ValueError, OSError):
        return None


def make(place: Place, key: bytes | None, now: datetime, told: Told = unheard) -> Backup:
    """Copy a book, check the copy, and thin the older ones. Other processes may go on writing meanwhile.

    Raises what `told` raises; BookRefused: `disk_full`, `damaged`, `backup_failed` (path), `server_backup` on a server.
    """
    path = file_of(place)
    facts = facts_of(path, key)
    place = folder(facts.id) / f"{now.strftime(_FORM)}-{facts.entries}{_SUFFIX}"
    part = place.with_name(place.name + ".part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with plainly_bare(path), driver.bare(path, key) as connection:
            _copy(connection, part, path.stat().st_size, told)
        told(0.5)
        examine(part, key)
        sync(part)
        part.replace(place)
    except OSError as error:
        raise BookRefused("backup_failed", path=str(place.parent)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    _thin(facts.id, now)
    return Backup(place, now.replace(microsecond=0), place.stat().st_size, facts.entries)


def _copy(connection: Any, part: Path, size: int, told: Told) -> None:  # noqa: ANN401 - the driver ships no types
    """Copy a book into a file; checking the copy afterwards takes about as long as this."""
    why: list[Exception] = []

    def ask() -> bool:
        try:
            told(min(1.0, part.stat().st_size / size) / 2 if part.exists() else 0.0)
        except Exception as reason:
            why.append(reason)
        return bool(why)

    connection.set_progress_handler(ask, _OFTEN)
    try:
        connection.execute("VACUUM INTO ?", (str(part),))
    except Exception:
        if why:
            raise why[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def at_close(path: Path, key: bytes | None, now: datetime) -> Backup | None:
    """Make a backup when the last one is an hour old and entries were added since."""
    facts = facts_of(path, key)
    last = next(iter(backups(facts.id)), None)
    if facts.entries == 0 or (last is not None and (last.entries == facts.entries or now - last.at < YOUNG)):
        return None
    return make(path, key, now)


@dataclass(frozen=True, slots=True)
class Facts:
    """What tells one book from another, and how many entries it holds."""

    id: str
    entries: int


def facts_of(place: Place, key: bytes | None) -> Facts:
    """Read the facts of a book or backup. Raises BookRefused where it is none, `server_backup` on a server."""
    path = file_of(place)
    driver.examine(path, key)
    with plainly_bare(path), driver.bare(path, key) as connection:
        book_id = connection.execute("SELECT value FROM fact WHERE name = 'id'").fetchone()[0]
        entries = connection.execute("SELECT coalesce(max(arrival), 0) FROM entry").fetchone()[0]
    return Facts(book_id, entries)


def examine(path: Path, key: bytes | None) -> None:
    """Raise BookRefused when a file is no book, or a page of it is damaged."""
    driver.examine(path, key)
    examine_pages(path, key)


_WHOLE = timedelta(hours=24)
_STEPS = ((14, "%Y%m%d"), (8, "%G-%V"), (12, "%Y%m"))
"""How many are kept of which span of Beijing time: days, ISO weeks, months."""


def survivors(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which backups stay: all of the last 24 hours, the newest of 14 days, 8 weeks and 12 months with any."""
    ordered = sorted(made, reverse=True)
    kept = {at for at in ordered if at > now - _WHOLE}
    for number, form in _STEPS:
        spans: dict[str, datetime] = {}
        for at in ordered:
            spans.setdefault(at.astimezone(BEIJING).strftime(form), at)
        kept.update(list(spans.values())[:number])
    return kept


def _thin(book_id: str, now: datetime) -> None:
    found = backups(book_id)
    stay = survivors((one.at for one in found), now)
    for one in found:
        if one.at not in stay:
            with suppress(OSError):
                one.path.unlink()


def restore(
    place: Place, chosen: Path, key: bytes | None, now: datetime, desk: Desk, *, force: bool = False
) -> Backup | None:
    """Put a backup in a book's place and return the backup made of what stood there, None where that was unreadable.

    A readable book is put back by a chief or the bureau, an unreadable one by anybody: there is nothing to lose. It is
    kept beside it as `BOOK.damaged-<time>`. A book that is behind its mark afterwards goes on as a new device. A backup
    of the time before the book was encrypted is encrypted first.

    Raises RuleBroken `right_missing`; BookRefused: `other_books_backup` unless forced, `damaged`, `busy` while the book
    is open, `server_backup` on a server.
    """
    path = file_of(place)
    own = None if key is None or opens(chosen, None) else key
    examine(chosen, own)
    wanted, present = facts_of(chosen, own).id, _id_there(path, key)
    if present is not None:
        rights.refuse(Right.RESTORE, desk)
    if present is not None and present != wanted and not force:
        raise BookRefused("other_books_backup", path=str(path), backup=str(chosen))
    store.refuse_bad_place(path)
    part = path.with_name(path.name + ".part")
    try:
        shutil.copyfile(chosen, part)
        rekey(part, own, key)
        sync(part)
        saved = _put_aside(path, key, now)
        part.replace(path)
        sync(path.parent)
    except OSError as error:
        raise BookRefused("backup_failed", path=str(path.parent)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return saved


def _id_there(path: Path, key: bytes | None) -> str | None:
    try:
        return facts_of(path, key).id
    except BookRefused as refusal:
        if refusal.code == "busy":
            raise
        return None


def _put_aside(path: Path, key: bytes | None, now: datetime) -> Backup | None:
    """Save what stands there, and see to it that nobody has it open and no journal of it is left."""
    if not path.exists():
        return None
    try:
        saved = make(path, key, now)
    except BookRefused as refusal:
        if refusal.code in {"busy", "disk_full"}:
            raise
        for one in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            if one.exists():
                one.replace(one.with_name(f"{path.name}.damaged-{now.strftime(_FORM)}{one.name[len(path.name) :]}"))
        return None
    with plainly_bare(path), driver.bare(path, key, wait_ms=0) as connection:
        # Leaving WAL needs the file to itself, and removes -wal and -shm.
        connection.execute("PRAGMA journal_mode = DELETE")
    return saved
