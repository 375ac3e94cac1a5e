"""Writing one database file anew under another key, or under none: beside it, compared row by row, then in its place.

A crash leaves the old file whole, or the new one. Nobody else may have the file open meanwhile.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from desktop.models.bare import bare, opens
from desktop.models.disk import examine_pages, sync
from desktop.models.failures import plainly_bare
from desktop.models.refusals import BookRefused

PART = ".rekey.part"
_AT_ONCE = 1000
_BLOCK = bytes(1 << 20)


def _nothing() -> None:
    """Do nothing."""


def rekey(
    path: Path, old: bytes | None, new: bytes | None,
    before: Callable[[], None] = _nothing, after: Callable[[], None] = _nothing,
) -> bool:  # fmt: skip
    """Write a file anew under another key; return False where it opens with that one already.

    `before` and `after` run right before and after the new file takes its place, while nobody else has the file.
    Raises BookRefused: `busy` while anybody has it open, `disk_full`, `damaged`, `rekey_failed` (path): then the file
    is as it was.
    """
    if opens(path, new):
        return False
    part = path.with_name(path.name + PART)
    try:
        with alone(path, old) as connection:
            part.unlink(missing_ok=True)
            _copy(connection, part, new)
            examine_pages(part, new)
            before()
            if os.name == "posix":
                _swap(part, path)
                after()
        if os.name != "posix":
            part.replace(path)
            after()
    except OSError as error:
        raise BookRefused("rekey_failed", path=str(path)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return True


@contextmanager
def alone(path: Path, key: bytes | None) -> Iterator[dbapi2.Connection]:
    """Give a connection to a file that nobody else can read or write meanwhile. Raises BookRefused `busy`."""
    with plainly_bare(path), bare(path, key, wait_ms=0) as connection:
        # Leaving WAL needs the file to itself, and removes -wal and -shm.
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        if mode != "delete":
            raise BookRefused("busy", path=str(path))
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        # What is compared would otherwise be spilled to the disk as it is.
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        yield connection


def _copy(connection: dbapi2.Connection, part: Path, new: bytes | None) -> None:
    key = "''" if new is None else f"\"x'{new.hex()}'\""
    connection.execute(f"ATTACH DATABASE ? AS fresh KEY {key}", (str(part),))
    # A copy that is cut off is thrown away: it needs no journal, and one left behind would be taken for the next's.
    connection.execute("PRAGMA fresh.journal_mode = OFF")
    connection.execute("PRAGMA fresh.synchronous = OFF")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("SELECT sqlcipher_export('fresh')")
    for name in ("application_id", "user_version"):
        value = connection.execute(f"PRAGMA main.{name}").fetchone()[0]
        connection.execute(f"PRAGMA fresh.{name} = {value}")
    connection.execute("COMMIT")
    _compare(connection, part)
    connection.execute("DETACH DATABASE fresh")
    sync(part)


_TABLES = "SELECT type, name, tbl_name, sql FROM {side}.sqlite_master ORDER BY type, name"


def _compare(connection: dbapi2.Connection, part: Path) -> None:
    """Raise BookRefused `rekey_failed` unless the copy has every table, index, trigger and row."""
    ours, theirs = (connection.execute(_TABLES.format(side=side)).fetchall() for side in ("main", "fresh"))
    same = ours == theirs and all(
        _rows_agree(connection, name)
        for kind, name, _table, sql in ours
        # The rows of a virtual table lie in its shadow tables.
        if kind == "table" and not str(sql).upper().startswith("CREATE VIRTUAL")
    )
    if not same:
        raise BookRefused("rekey_failed", path=str(part))


def _rows_agree(connection: dbapi2.Connection, table: str) -> bool:
    # A cursor that is left open keeps its connection's file open, and its lock.
    with closing(connection.cursor()) as mine, closing(connection.cursor()) as copied:
        mine.execute(f'SELECT * FROM main."{table}"')
        copied.execute(f'SELECT * FROM fresh."{table}"')
        while some := mine.fetchmany(_AT_ONCE):
            if some != copied.fetchmany(_AT_ONCE):
                return False
        return copied.fetchone() is None


def _swap(part: Path, path: Path) -> None:
    """Put the new file in place while the old one is still locked, then wipe the old one.

    Who waited for the old one finds no book in it, instead of writing into a file that nobody will read. On a magnetic
    disk its words are gone as well; flash keeps what it likes.
    """
    handle = os.open(path, os.O_RDWR)
    try:
        stood = os.fstat(handle)
        part.replace(path)
        sync(path.parent)
        if stood.st_nlink == 1:
            _wipe(handle, stood.st_size)
    finally:
        # Closing it lets go of the lock of this process, so nothing may follow that needs the lock.
        os.close(handle)


def _wipe(handle: int, size: int) -> None:
    for at in range(0, size, len(_BLOCK)):
        os.pwrite(handle, _BLOCK[: size - at], at)
    os.fsync(handle)
