"""What lies on the disk for good: written through to it, and every page of it as it was written."""

import os
from functools import partial
from pathlib import Path

from desktop.models.bare import bare
from desktop.models.failures import plainly_bare
from desktop.models.refusals import BookRefused


def examine_pages(path: Path, key: bytes | None) -> None:
    """Raise BookRefused `damaged` when a page of a database file is not what was written."""
    with plainly_bare(path), bare(path, key) as connection:
        said = [row[0] for row in connection.execute("PRAGMA integrity_check(1)")]
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall() if key is not None else []
    if said != ["ok"] or broken:
        raise BookRefused("damaged", path=str(path))


def sync(place: Path) -> None:
    """Have a file, or the names in a folder, written to the disk before anything else."""
    if os.name != "posix" and place.is_dir():
        return
    handle = os.open(place, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(place: Path, content: bytes, mode: int = 0o666) -> None:
    """Write a file so that it is there whole, and for good, or not at all; `mode`: who may read it.

    Raises OSError; then what stood there before still does.
    """
    part = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        with open(part, "wb", opener=partial(os.open, mode=mode)) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    sync(place.parent)
