"""Sizes of parts of the window are written down when they rest, and read again at the next start."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import settings
from desktop.app.application import Application
from desktop.views.board.screen import BoardScreen
from desktop.views.mine.screen import MineScreen
from desktop.views.shapes import Shapes

Start = Callable[..., Application]


def test_many_changes_are_written_once_when_they_rest(qtbot: QtBot) -> None:
    written: list[int] = []
    shapes = Shapes({}, lambda: written.append(1))
    for width in range(300, 320):
        shapes.keep("panel", {"width": width})
    qtbot.waitUntil(lambda: bool(written), timeout=2000)
    assert written == [1]
    assert shapes.of("panel") == {"width": 319}


def test_a_panel_folded_by_its_key_is_folded_on_every_page_and_at_the_next_start(program: Start) -> None:
    application = program()
    application.frame.go("board")
    board = application.window.page
    assert isinstance(board, BoardScreen)
    QTest.keyClick(board.pane.grid_view, Qt.Key.Key_F9)
    assert not board.beside.isVisible()
    application.frame.go("window")
    mine = application.window.page
    assert isinstance(mine, MineScreen)
    assert not mine.beside.isVisible()
    application.window.close()
    assert settings.load().shapes["panel"]["folded"]
