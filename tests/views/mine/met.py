"""How tests meet the checklist: at the window of one clerk."""

from pytestqt.qtbot import QtBot

from desktop.views.item.panel import ItemPanel
from desktop.views.mine.screen import MineScreen
from tests.views.seat import Seat, show


def at_the_window(seat: Seat, qtbot: QtBot) -> MineScreen:
    """Return the checklist of the first window, seen, over what the book holds by now."""
    seat.focus.reload()
    seat.focus.settle("", "W1")
    made = MineScreen(seat.focus, seat.bridge, ItemPanel(seat.focus, seat.bridge))
    show(qtbot, made, 1366, 700)
    made.arrive()
    return made


def panel_of(screen: MineScreen) -> ItemPanel:
    assert isinstance(screen.beside, ItemPanel)
    return screen.beside
