"""Everything on the board, the checklist, the panel and the printing desk can be reached by Tab and read aloud."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.board.screen import BoardScreen
from desktop.views.item.panel import ItemPanel
from desktop.views.mine.screen import MineScreen
from desktop.views.printing.options import Options
from tests.views.seat import Seat, fresh, seat, show

__all__ = ["fresh", "seat"]
Maker = Callable[[Seat], QWidget]
MAKERS: dict[str, Maker] = {
    "board": lambda seat: BoardScreen(seat.focus, seat.bridge, ItemPanel(seat.focus, seat.bridge)),
    "mine": lambda seat: MineScreen(seat.focus, seat.bridge, ItemPanel(seat.focus, seat.bridge)),
    "print": lambda seat: Options(seat.focus, seat.bridge, "W1"),
}


def _stops(screen: QWidget) -> list[QWidget]:
    tab = Qt.FocusPolicy.TabFocus
    every = screen.findChildren(QWidget)
    return [one for one in every if one.isVisible() and one.isEnabled() and one.focusPolicy() & tab == tab]


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("which", MAKERS)
def test_every_stop_of_tab_has_a_name(seat: Seat, qtbot: QtBot, which: str) -> None:
    screen = MAKERS[which](seat)
    show(qtbot, screen)
    qtbot.wait(150)
    stops = [one for one in _stops(screen) if one.focusProxy() is None]
    assert stops
    nameless = [one for one in stops if not _name(one)]
    assert nameless == []


@pytest.mark.parametrize("which", ["board", "mine"])
def test_tab_goes_round_and_comes_back(seat: Seat, qtbot: QtBot, which: str) -> None:
    screen = MAKERS[which](seat)
    show(qtbot, screen)
    qtbot.wait(150)
    seen: list[QWidget] = []
    here: QWidget | None = _stops(screen)[0]
    assert here is not None
    here.setFocus()
    for _stop in range(60):
        here = QApplication.focusWidget()
        if here is None or here in seen:
            break
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert here in seen
    assert len(seen) > 5
