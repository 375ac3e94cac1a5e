"""The driver itself: what the first figures of the window are read by, before SQLAlchemy is imported."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Protocol

from sqlcipher3 import dbapi2

from desktop.models import file_format
from desktop.models.refusals import BookRefused
from desktop.models.underway import Told, unheard

WAIT_MS = 10_000
OFTEN = 50_000
"""Steps of the database's machine between two words on how far a copy is: some hundredths of a second."""
KEYS = ".keys"
"""The end of the name of a key file."""


class Cursor(Protocol):
    """A cursor of the database driver."""

    @property
    def description(self) -> Sequence[Sequence[Any]] | None:
        """The columns of the last query."""

    def execute(self, query: str, values: Mapping[str, object] = ..., /) -> "Cursor":
        """Run a query with named values."""

    def fetchall(self) -> Sequence[Any]:
        """Return all rows."""

    def fetchone(self) -> Sequence[Any] | None:
        """Return the next row."""


def rows(cursor: Cursor, query: str, **values: object) -> list[SimpleNamespace]:
    """Return the rows of a query with their columns as attributes."""
    found = cursor.execute(query, values)
    names = [column[0] for column in found.description or ()]
    return [SimpleNamespace(**dict(zip(names, row, strict=True))) for row in found.fetchall()]


def unlock(connection: dbapi2.Connection, key: bytes | None) -> None:
    """Hand the key to a fresh connection."""
    # SQLCipher would write every wrong key and damaged page to stderr; the program says it in a sentence.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


@contextmanager
def bare(path: Path, key: bytes | None, wait_ms: int = WAIT_MS) -> Iterator[Any]:
    """Give a connection of the driver itself, for what cannot be done inside a transaction."""
    connection = dbapi2.connect(str(path), isolation_level=None, timeout=wait_ms / 1000)
    try:
        unlock(connection, key)
        yield connection
    finally:
        connection.close()


def copy(path: Path, key: bytes | None, to: Path, told: Told = unheard) -> None:
    """Copy a database into a new file under the same key, while others go on writing. Raises what `told` raises."""
    why: list[Exception] = []

    def ask() -> bool:
        try:
            told(min(1.0, to.stat().st_size / path.stat().st_size) if to.exists() else 0.0)
        except Exception as reason:
            why.append(reason)
        return bool(why)

    with bare(path, key) as connection:
        connection.set_progress_handler(ask, OFTEN)
        try:
            connection.execute("VACUUM INTO ?", (str(to),))
        except dbapi2.Error:
            if why:
                raise why[0] from None
            raise
    told(1.0)


_MEANINGS = (
    ("locked", "busy"),
    ("busy", "busy"),
    ("full", "disk_full"),
    ("readonly", "read_only"),
    ("read-only", "read_only"),
    ("malformed", "damaged"),
    ("not a database", "not_a_book"),
    ("hmac", "damaged"),
    ("disk i/o", "disk_failed"),
    ("unable to open", "cannot_open"),
)
_ROOM = 1 << 16
"""The files beside a book in WAL mode take at least this; without it SQLite only says that it cannot open or write."""


def meaning(path: object, said: object) -> str | None:
    """Return the code of the refusal that an error of the engine about a file means, None where nobody knows it."""
    words = str(said).lower()
    code = next((code for part, code in _MEANINGS if part in words), None)
    return "disk_full" if code in {"disk_failed", "cannot_open"} and _is_full(Path(str(path))) else code


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.resolve().parent).free < _ROOM
    except OSError:
        return False


def opens(path: Path, key: bytes | None) -> bool:
    """Tell whether a database opens with a key, or without one. Raises BookRefused where it cannot be read at all."""
    try:
        # Reading its head as a file would, on closing, let go of every lock that this process has on it.
        with bare(path, key) as connection:
            connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except dbapi2.Error as error:
        code = meaning(path, error) or "cannot_open"
        if code != "not_a_book":
            raise BookRefused(code, path=str(path)) from error
        return False
    return True


def is_locked(path: Path) -> bool:
    """Tell whether a book is encrypted and has a key file, so that somebody has to open it."""
    return path.with_name(path.name + KEYS).is_file() and path.is_file() and not opens(path, None)


def examine(path: Path, key: bytes | None) -> None:
    """Raise BookRefused when the file is not a book, is locked by another key, or was written by a newer program."""
    if not path.is_file():
        raise BookRefused("no_such_book", path=str(path))
    if key is None and is_locked(path):
        raise BookRefused("book_locked", path=str(path))
    try:
        with bare(path, key) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
    except dbapi2.Error as error:
        raise BookRefused(meaning(path, error) or "not_a_book", path=str(path)) from error
    if application != file_format.APPLICATION_ID:
        raise BookRefused("not_a_book", path=str(path))
    if version > file_format.FORMAT:
        raise BookRefused("newer_book", path=str(path), book=version, program=file_format.FORMAT)
