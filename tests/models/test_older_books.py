"""A book that an older program made opens whole: what it lacks is laid out on opening, and nothing is lost."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.commands.progress import Move
from desktop.models.bare import bare
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.vocabulary import Status
from tests import books
from tests.books import Hands

KEY = bytes(range(32))


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "sealed"])
def test_a_book_without_the_day_of_its_lines_gets_it(tmp_path: Path, key: bytes | None) -> None:
    hands = Hands()
    book = books.make(tmp_path / "old.bianmin", hands=hands, key=key)
    before = hands.at.date()
    for status, note in ((Status.IN_PROGRESS, "begun"), (Status.BLOCKED, "no room")):
        book.do(Move(("A01@W1",), status, note=note, reason=note), books.CLERK)
        hands.go(days=10)
    wanted, then, entries = book.board(), book.board(before), book.entries()
    book.close()
    _make_older(book.path, key)
    again = Book.open(book.path, key=key, clock=Clock(hands))
    assert again.entries() == entries
    for day, known in ((None, wanted), (before, then), (before + timedelta(days=12), wanted)):
        board = again.board(day)
        assert (board.status, board.marks) == (known.status, board.marks)
    assert again.check() == []
    again.do(Move(("A01@W1",), Status.IN_PROGRESS, note="room"), books.CLERK)
    again.close()


def _make_older(path: Path, key: bytes | None) -> None:
    """Take from a book what the program before did not write."""
    with bare(path, key) as connection:
        connection.execute("ALTER TABLE line DROP COLUMN on_day")
        connection.execute("UPDATE fact SET value = '4' WHERE name = 'ledger_form'")
