"""Widgets one after another: what was hidden takes no room."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.views.flow import Flow
from tests.views.seat import show


def test_a_hidden_part_leaves_no_gap_and_comes_back(qtbot: QtBot) -> None:
    flow = Flow()
    parts = [QPushButton(name) for name in ("one", "two", "three")]
    for part in parts:
        flow.add(part)
    show(qtbot, flow, 600, 60)
    before = parts[2].x()
    parts[1].hide()
    qtbot.waitUntil(lambda: parts[2].x() < before)
    assert parts[2].x() == parts[0].geometry().right() + 1 + 6
    parts[1].show()
    qtbot.waitUntil(lambda: parts[2].x() == before)
