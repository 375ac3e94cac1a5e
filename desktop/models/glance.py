"""A first look at a book by the driver alone: its board within the time of a blink, before the engine is imported."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.models import file_format
from desktop.models.bare import bare, examine, rows
from desktop.models.board import Board
from desktop.models.boards import at_moment
from desktop.models.refusals import BookRefused
from desktop.models.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Glance:
    """What the first figures need: the board of today, whose book it is, and whether it is for practice."""

    board: Board
    unit: str
    practice: bool


def glance(path: Path, today: date, key: bytes | None = None) -> Glance:
    """Return the first look. Only reads.

    Raises BookRefused as opening does, and `ledger_form` where the ledger must first be laid out anew.
    """
    examine(path, key)
    with bare(path, key, wait_ms=0) as connection:
        connection.execute("BEGIN")
        facts = {row.name: row.value for row in rows(connection.cursor(), "SELECT name, value FROM fact")}
        if facts.get("ledger_form") != str(file_format.LEDGER_FORM):
            raise BookRefused("ledger_form", path=str(path))
        board, _ = at_moment(connection.cursor(), Rulebook(), today)
        connection.execute("COMMIT")
    return Glance(board, facts["unit"], facts["practice"] == "1")
