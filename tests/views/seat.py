"""A seat before a real book: focus, bridge and what was said, for tests of screens by keys and clicks."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.vocabulary import Status
from desktop.views import theme
from desktop.views.beside import Beside
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.wish import Wish, weigh
from tests import books

ACTIONS, WINDOWS = 12, 4


@dataclass
class Seat:
    """A person before a book."""

    book: Book
    focus: Focus
    bridge: Bridge
    hands: books.Hands
    refused: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def status(self, commitment: str) -> Status:
        """Return the state that the book holds."""
        return self.book.commitments([commitment])[0].status

    def statuses(self) -> list[Status]:
        """Return all states in the order of the board."""
        return [one.status for one in self.book.commitments()]


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bureau's book of 12 actions at 4 windows in which nothing has been done; to be copied."""
    path = tmp_path_factory.mktemp("fresh") / "fresh.bianmin"
    books.make(path, edition=books.source(ACTIONS, WINDOWS)).close()
    return path


@pytest.fixture
def seat(tmp_path: Path, qtbot: QtBot, fresh: Path) -> Iterator[Seat]:
    """A clerk before a copy of the fresh book, in English."""
    i18n.use("en")
    theme.current().wear("light")
    hands = books.Hands()
    shutil.copy(fresh, tmp_path / "b.bianmin")
    book = Book.open(tmp_path / "b.bianmin", clock=Clock(hands))
    focus = Focus(books.CLERK)
    bridge = Bridge(focus)
    found = Seat(book, focus, bridge, hands)
    bridge.refused.connect(found.refused.append)
    bridge.done.connect(found.done.append)
    bridge.open(book)
    yield found
    bridge.close()
    i18n.use(i18n.DEFAULT)


def show(qtbot: QtBot, widget: QWidget, width: int = 1300, height: int = 700) -> None:
    """Show a widget and wait until it stands there."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()


def ask(beside: Beside, seat: Seat, commitments: Sequence[str], to: Status) -> None:
    """Ask for a move of these commitments beside a table."""
    board = seat.focus.board
    places = ((row, column) for row in range(len(board.actions)) for column in range(len(board.windows)))
    cells = [cell for row, column in places if (cell := board.cell(row, column)) and cell.id in commitments]
    wish = weigh(cells, to, seat.focus.desk.role, seat.bridge.scope)
    assert isinstance(wish, Wish)
    beside.ask(wish)


def press(widget: QWidget, *keys: Qt.Key, shift: bool = False) -> None:
    """Press keys one after another."""
    for key in keys:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(widget, key, modifier)


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click into a widget, at its middle unless a place is given."""
    at = place or widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
