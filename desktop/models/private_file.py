"""The file `BOOK.private` itself: made at its first use, always under a key, its tables, its log emptied."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, text

from desktop.models import bigrams, store
from desktop.models.bare import WAIT_MS, bare, opens
from desktop.models.failures import plainly, plainly_bare
from desktop.models.private_key import place, private_key
from desktop.models.private_rows import put_text
from desktop.models.refusals import BookRefused

APPLICATION_ID = 0x42494D50  # "BIMP"
FORMAT = 1
# Texts stand by record, so that those of a list are read along; who comes from the index finds records by number.
_TEXTS = (
    "CREATE TABLE request_text (id INTEGER NOT NULL UNIQUE, record TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL)"
    " STRICT, WITHOUT ROWID"
)
_TABLES = (
    "CREATE TABLE contact (record TEXT NOT NULL PRIMARY KEY, name TEXT, phone TEXT, id_last4 TEXT) STRICT",
    _TEXTS,
    "CREATE TABLE unsettled (record TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID",
    "CREATE TABLE fact (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    # The tokenizer `ascii` takes every character beyond ASCII for a letter, so a pair always stays whole.
    "CREATE VIRTUAL TABLE word USING fts5(pairs, content = '', tokenize = 'ascii')",
    # Without it a deleted token stays in the index until its part of it is merged some day.
    "INSERT INTO word (word, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO fact VALUES ('changes', 0), ('pairs', 0)",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {FORMAT}",
)


class PrivateFile:
    """The second file of a book. Nothing is made before the first writing."""

    def __init__(self, path: Path, book_id: str, book_key: bytes | None, wait_ms: int = WAIT_MS) -> None:
        """Take the file's own path, and id and key of the book it belongs to."""
        self.path = path
        self.book_id = book_id
        self._book_key = book_key
        self._wait_ms = wait_ms
        self._engine: Engine | None = None
        self._opening = Lock()

    @property
    def exists(self) -> bool:
        """Whether anything was ever written."""
        return self.path.is_file() and self.path.stat().st_size > 0

    @property
    def key(self) -> bytes:
        """The key that opens the file. Raises BookRefused as `private_key` does."""
        own = private_key(self.path, self.book_id, self._book_key, new=not self.exists)
        is_half = self._book_key is not None and place(self.book_id).exists() and self.exists
        if is_half and not opens(self.path, own):
            # A crash came between turning the book and turning this file; `encryption.settle` goes on with it.
            return private_key(self.path, self.book_id, None, new=False)
        return own

    @contextmanager
    def reading(self) -> Iterator[Connection | None]:
        """Give a connection that only reads, None where there is no file. Raises BookRefused when it does not open."""
        if not self.exists:
            yield None
            return
        engine = self._opened().execution_options(reading=True)
        with plainly(self.path), engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in one transaction, making the file where there is none."""
        with plainly(self.path), self._opened().begin() as connection:
            yield connection
            connection.execute(text("UPDATE fact SET value = value + 1 WHERE name = 'changes'"))

    def changes(self) -> int:
        """Return how often the file was written, 0 where there is none."""
        with self.reading() as connection:
            if connection is None:
                return 0
            return int(connection.execute(text("SELECT value FROM fact WHERE name = 'changes'")).scalar_one())

    def empty_log(self) -> None:
        """Empty the write-ahead log, where deleted words still stand. Raises BookRefused `busy` while others read."""
        with plainly_bare(self.path), bare(self.path, self.key, self._wait_ms) as connection:
            if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise BookRefused("busy", path=str(self.path))

    def compact(self) -> None:
        """Write every page anew: secure_delete leaves words in the gaps of rebalanced pages (seen: 1 text of 1,603)."""
        with plainly_bare(self.path), bare(self.path, self.key, self._wait_ms) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("INSERT INTO word (word) VALUES ('optimize')")
            connection.execute("VACUUM")

    def close(self) -> None:
        """Let go of the file; a later use opens it again."""
        with self._opening:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    def _opened(self) -> Engine:
        with self._opening:
            if self._engine is None:
                self._engine = self._open()
            return self._engine

    def _open(self) -> Engine:
        is_new, key = not self.exists, self.key
        if not is_new:
            self._examine(key)
        made = store.engine(self.path, key, self._wait_ms)
        try:
            with plainly(self.path):
                store.use_wal(self.path, key)
                with made.begin() as connection:
                    _lay_out(connection)
        except BaseException:
            made.dispose()
            raise
        return made

    def _examine(self, key: bytes) -> None:
        try:
            with plainly_bare(self.path), bare(self.path, key, self._wait_ms) as connection:
                version = connection.execute("PRAGMA user_version").fetchone()[0]
        except BookRefused as refusal:
            if refusal.code != "not_a_book":
                raise
            if self._book_key is not None:
                raise BookRefused("private_not_of_book", path=str(self.path)) from refusal
            raise BookRefused("private_key_wrong", path=str(self.path), key=str(place(self.book_id))) from refusal
        if version > FORMAT:
            raise BookRefused("newer_book", path=str(self.path), book=version, program=FORMAT)


def _lay_out(connection: Connection) -> None:
    """Make what is missing, and the index anew where another program cut words otherwise."""
    if connection.exec_driver_sql("PRAGMA user_version").scalar_one() < FORMAT:
        for statement in _TABLES:
            connection.exec_driver_sql(statement)
    if connection.execute(text("SELECT value FROM fact WHERE name = 'pairs'")).scalar_one() == bigrams.FORM:
        return
    connection.execute(text("INSERT INTO word (word) VALUES ('delete-all')"))
    texts = connection.execute(text("SELECT record, text FROM request_text ORDER BY id")).all()
    connection.execute(text("DROP TABLE request_text"))
    connection.execute(text(_TEXTS))
    for record, words in texts:
        put_text(connection, record, words)
    connection.execute(text("UPDATE fact SET value = :form WHERE name = 'pairs'"), {"form": bigrams.FORM})
