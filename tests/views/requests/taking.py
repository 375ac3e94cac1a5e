"""The form of a request in front of a clerk at a station, and the keys that fill it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.models.book import Book
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.requests.entry import EntryDialog
from tests import books, counter
from tests.views.seat import Seat

ID = "11010519491231002X"
CODE = "91110000600037341L"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return
Open = Callable[..., EntryDialog]


@pytest.fixture
def station(tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """A clerk at the window W1 of a station."""
    i18n.use("en")
    theme.current().wear("light")
    hands = books.Hands()
    book = counter.station(tmp_path / "b.bianmin", hands)
    focus = Focus(books.CLERK)
    bridge = Bridge(focus)
    found = Seat(book, focus, bridge, hands)
    bridge.refused.connect(found.refused.append)
    bridge.done.connect(found.done.append)
    bridge.open(book)
    focus.settle("S1", "W1")
    yield found
    bridge.close()
    i18n.use(i18n.DEFAULT)


@pytest.fixture
def entry(station: Seat, qtbot: QtBot) -> Iterator[Open]:
    """Return a way to open the form."""
    opened: list[EntryDialog] = []

    def open_form(window: str = "") -> EntryDialog:
        made = EntryDialog(station.focus, station.bridge, window)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        qtbot.waitUntil(made.fields.matter.hasFocus)
        opened.append(made)
        return made

    yield open_form
    for one in opened:
        one.keeper.rest()
        one.done(0)


def says(dialog: EntryDialog, text: str) -> None:
    """Type into the field that has the keyboard; Chinese as an input method commits it."""
    here = dialog.focusWidget()
    if text.isascii():
        QTest.keyClicks(here, text)
    elif isinstance(here, QLineEdit):
        here.insert(text)
        here.textEdited.emit(here.text())
    else:
        assert isinstance(here, QPlainTextEdit)
        here.insertPlainText(text)


def hit(dialog: EntryDialog, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(dialog.focusWidget(), key, modifiers)


def choose(dialog: EntryDialog, qtbot: QtBot, typed: str = "A01") -> None:
    says(dialog, typed)
    qtbot.waitUntil(lambda: dialog.fields.matter.is_listing and bool(dialog.fields.matter.marked))
    hit(dialog, ENTER)


def rows(book: Book) -> list[str]:
    return [row.id for row in book.requests().rows]
