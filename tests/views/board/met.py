"""The board over a real book, as its tests meet it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.commands.progress import Move
from desktop.models.board import Cell
from desktop.models.vocabulary import Status
from desktop.views.board.screen import BoardScreen
from desktop.views.item.panel import ItemPanel
from tests.views.seat import Seat, show


@pytest.fixture
def screen(seat: Seat, qtbot: QtBot) -> BoardScreen:
    made = BoardScreen(seat.focus, seat.bridge, ItemPanel(seat.focus, seat.bridge))
    show(qtbot, made)
    made.arrive()
    return made


def panel_of(screen: BoardScreen) -> ItemPanel:
    assert isinstance(screen.beside, ItemPanel)
    return screen.beside


def write(text: str, field: QWidget) -> None:
    assert field.hasFocus()
    QTest.keyClicks(field, text)


def current(screen: BoardScreen) -> Cell:
    cell = screen.pane.current()
    assert cell is not None
    return cell


def begin(screen: BoardScreen, seat: Seat, *ids: str) -> None:
    seat.bridge.do(Move(ids, Status.IN_PROGRESS, note="begun"))


def keys(screen: BoardScreen, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(screen.pane.grid_view, key, modifiers)


def clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def paste(screen: BoardScreen, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    keys(screen, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data
