"""How tests meet the register: the list of a station's book with the panel beside it, read to its end."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.board import Board
from desktop.models.book import Book
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.requests.entry import EntryDialog
from desktop.views.requests.neighbours import Dialogs
from desktop.views.requests.panel import RequestPanel
from desktop.views.requests.screen import RequestsScreen
from tests import books
from tests.views.seat import show


@dataclass
class Met:
    """The register, over which book, and what was said."""

    book: Book
    focus: Focus
    bridge: Bridge
    hands: books.Hands
    screen: RequestsScreen
    qtbot: QtBot
    entries: list[QDialog] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def board(self) -> Board:
        """The board looked at."""
        return self.focus.board

    def wait(self) -> "Met":
        """Wait until nothing is read any more."""
        settled = 0

        def is_still() -> bool:
            nonlocal settled
            reader = self.screen.register.reader
            waits = self.screen.bar.is_typing or self.screen.register.is_due
            settled = 0 if reader.is_running or waits else settled + 1
            return settled > 2

        self.qtbot.waitUntil(is_still, timeout=10_000)
        return self

    def ids(self) -> list[str]:
        """Return the ids that are listed, from the top."""
        self.wait()
        return [self.screen.model.id_at(row) for row in range(self.screen.model.rowCount())]

    def cell(self, row: int, column: str) -> str:
        """Return what stands in a cell."""
        self.wait()
        said = self.screen.model.said(row)
        assert said is not None
        return said[column]


def at_the_register(book: Book, hands: books.Hands, qtbot: QtBot, window: str = "") -> Met:
    """Return the register of a book, seen by a clerk, read to its end."""
    focus = Focus(books.CLERK)
    bridge = Bridge(focus)
    bridge.open(book)
    focus.settle("", window)
    entries: list[QDialog] = []

    def entry(at: str, over: QWidget) -> QDialog:
        entries.append(EntryDialog(focus, bridge, at, over))
        return entries[-1]

    screen = RequestsScreen(focus, bridge, RequestPanel(focus, bridge), Dialogs(entry))
    met = Met(book, focus, bridge, hands, screen, qtbot, entries)
    bridge.said.connect(met.said.append)
    bridge.refused.connect(met.said.append)
    show(qtbot, screen, 1366, 700)
    screen.arrive()
    return met.wait()
