"""The board over a real book, as its tests meet it."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.board import Cell
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
