"""Backups of the file with citizens' data: under its own key, beside the book's, at most 35 days old."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.models.backup import YOUNG, folder, survivors
from desktop.models.bare import copy
from desktop.models.clock import AHEAD
from desktop.models.disk import examine_pages
from desktop.models.failures import plainly_bare
from desktop.models.refusals import BookRefused

LONGEST = timedelta(days=35)
_FORM = "%Y%m%dT%H%M%SZ"
_SUFFIX = ".private"
_PART = ".part"


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup of a private file: when it was made (UTC), and how often the file had been changed by then."""

    path: Path
    at: datetime
    changes: int


def copies(book_id: str) -> list[Copy]:
    """Return the backups of the private file of a book, newest first."""
    found = (_read(path) for path in folder(book_id).glob(f"*{_SUFFIX}"))
    return sorted((one for one in found if one is not None), key=lambda one: one.at, reverse=True)


def _read(path: Path) -> Copy | None:
    instant, _, changes = path.name.removesuffix(_SUFFIX).partition("-")
    try:
        return Copy(path, datetime.strptime(instant, _FORM).replace(tzinfo=UTC), int(changes))
    except ValueError:
        return None


def is_due(book_id: str, changes: int, now: datetime) -> bool:
    """Say whether the file was changed since its last backup, and that one is an hour old."""
    last = next(iter(copies(book_id)), None)
    return changes > 0 and (last is None or (last.changes != changes and now - last.at >= YOUNG))


def make(path: Path, key: bytes, book_id: str, changes: int, now: datetime) -> Copy:
    """Copy a private file, and let the old copies go. Raises BookRefused `disk_full`, `damaged`, `backup_failed`."""
    place = folder(book_id) / f"{now.strftime(_FORM)}-{changes}{_SUFFIX}"
    part = place.with_name(place.name + _PART)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with plainly_bare(path):
            copy(path, key, part)
        examine_pages(part, key)
        part.replace(place)
    except OSError as error:
        raise BookRefused("backup_failed", path=str(place.parent)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    expire(book_id, now)
    return Copy(place, now.replace(microsecond=0), changes)


def expire(book_id: str, now: datetime) -> None:
    """Remove the backups that are past their 35 days, dated in the future, or thinned like those of a book."""
    found = copies(book_id)
    stay = survivors((one.at for one in found), now)
    for one in found:
        # One of the future was dated by a wrong clock, and would outlive its days.
        if one.at not in stay or not -AHEAD <= now - one.at <= LONGEST:
            with suppress(OSError):
                one.path.unlink()
    _drop_parts(book_id, now)


def _drop_parts(book_id: str, now: datetime) -> None:
    for part in folder(book_id).glob(f"*{_SUFFIX}{_PART}"):
        with suppress(OSError):
            if now.timestamp() - part.stat().st_mtime > AHEAD.total_seconds():
                part.unlink()


def drop(book_id: str, but: Copy | None = None) -> list[str]:
    """Remove all backups but one, half-made ones too. Return the paths of those that could not be removed."""
    left = []
    for pattern in (f"*{_SUFFIX}", f"*{_SUFFIX}{_PART}"):
        for path in folder(book_id).glob(pattern):
            if but is not None and path == but.path:
                continue
            try:
                path.unlink(missing_ok=True)
            except OSError:
                left.append(str(path))
    return left
