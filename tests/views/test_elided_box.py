"""A closed list shows what is chosen without indentation, and ends it in an ellipsis where there is no room."""

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.views.elided_box import ElidedBox

_LONG = "City bureau service hall"


def _painted(qtbot: QtBot, text: str) -> QImage:
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItem(text)
    box.setFixedSize(120, 36)
    return box.grab().toImage()


def test_what_does_not_fit_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    found = _painted(qtbot, _LONG)
    assert any(found == _painted(qtbot, f"{_LONG[:length].rstrip()}…") for length in range(3, len(_LONG)))


def test_how_deep_a_unit_stands_in_the_open_list_is_not_seen_in_the_closed_one(qtbot: QtBot) -> None:
    assert _painted(qtbot, "\u3000\u3000Hall") == _painted(qtbot, "Hall")


def test_the_tip_says_its_name_and_all_that_is_chosen(qtbot: QtBot) -> None:
    box = ElidedBox()
    qtbot.addWidget(box)
    box.addItems(["\u3000Hall", "Station"])
    box.setAccessibleName("Window")
    box.show()
    assert box.toolTip() == "Window: Hall"
    box.setCurrentIndex(1)
    assert box.toolTip() == "Window: Station"
