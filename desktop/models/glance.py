"""A first look at a book by the driver alone: its board within the time of a blink, before the engine is imported."""

from datetime import date
from pathlib import Path

from sqlcipher3 import dbapi2

from desktop.models import file_format
from desktop.models.bare import bare, examine, rows
from desktop.models.board import Board
from desktop.models.boards import at_moment
from desktop.models.clock import Clock
from desktop.models.refusals import BookRefused
from desktop.models.rulebook import Rulebook


class Glance:
    """A book that can only be looked at: boards of today and of past days."""

    def __init__(self, path: Path, clock: Clock | None = None, key: bytes | None = None) -> None:
        """Examine the file. Raises BookRefused as opening does."""
        examine(path, key)
        self._path = path
        self._key = key
        self._clock = clock or Clock()
        self._rulebook = Rulebook()

    @property
    def guarded(self) -> bool:
        """Whether anybody has a PIN, so that nothing may be shown before it was asked."""
        query = "SELECT 1 FROM kept WHERE kind = 'officer' AND json_extract(value, '$.pin') <> '' LIMIT 1"
        try:
            with bare(self._path, self._key, wait_ms=0) as connection:
                return bool(rows(connection.cursor(), query))
        except dbapi2.Error:
            return True

    def board(self, as_of: date | None = None) -> Board:
        """Return every commitment as of a day (None: now).

        Raises BookRefused where there is no catalogue, and `ledger_form` where the ledger is to be laid out anew.
        """
        with bare(self._path, self._key, wait_ms=0) as connection:
            connection.execute("BEGIN")
            cursor = connection.cursor()
            form = {row.value for row in rows(cursor, "SELECT value FROM fact WHERE name = 'ledger_form'")}
            if form != {str(file_format.LEDGER_FORM)}:
                raise BookRefused("ledger_form", path=str(self._path))
            board, _ = at_moment(cursor, self._rulebook, self._clock.today(), as_of)
            connection.execute("COMMIT")
        return board
