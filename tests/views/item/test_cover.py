"""Covering a photo by mouse and by keyboard, up to the copy that the book keeps."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.vocabulary import Status
from desktop.views.item.cover import CoverDialog
from desktop.views.item.panel import ItemPanel
from tests.views.seat import Seat, ask, click, press, show

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ITEM = "A01@W1"


@pytest.fixture
def dialog(photo: Path, qtbot: QtBot) -> CoverDialog:
    made = CoverDialog(photo, ())
    show(qtbot, made, 760, 560)
    return made


def _at(dialog: CoverDialog, x: float, y: float) -> QPoint:
    room = dialog.canvas.room()
    return QPoint(round(room.left() + x * room.width()), round(room.top() + y * room.height()))


def _drag(dialog: CoverDialog, start: QPoint, end: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(dialog.canvas, left, none, start)
    QTest.mouseMove(dialog.canvas, end)
    QTest.mouseRelease(dialog.canvas, left, none, end)


def test_a_box_is_drawn_by_dragging_from_corner_to_corner(dialog: CoverDialog) -> None:
    _drag(dialog, _at(dialog, 0.6, 0.5), _at(dialog, 0.2, 0.25))
    (one,) = dialog.canvas.covers
    assert (one.left, one.top, one.right, one.bottom) == pytest.approx((0.2, 0.25, 0.6, 0.5), abs=0.01)
    assert dialog.canvas.accessibleDescription() in ("1 boxes", "1 个黑块")


def test_a_box_is_carried_by_dragging_it_and_stays_within_the_photo(dialog: CoverDialog) -> None:
    _drag(dialog, _at(dialog, 0.1, 0.1), _at(dialog, 0.3, 0.3))
    _drag(dialog, _at(dialog, 0.2, 0.2), _at(dialog, 0.99, 0.4))
    (one,) = dialog.canvas.covers
    assert (one.left, one.right) == pytest.approx((0.8, 1.0), abs=0.01)
    assert (one.top, one.bottom) == pytest.approx((0.3, 0.5), abs=0.01)


def test_a_click_beside_the_boxes_draws_none(dialog: CoverDialog) -> None:
    _drag(dialog, _at(dialog, 0.5, 0.5), _at(dialog, 0.5, 0.5))
    assert dialog.canvas.covers == []


def test_boxes_are_made_moved_stretched_and_taken_back_by_keyboard(dialog: CoverDialog) -> None:
    canvas = dialog.canvas
    press(canvas, Key.Key_Insert)
    made = canvas.covers[0]
    press(canvas, Key.Key_Right)
    assert canvas.covers[0].left == pytest.approx(made.left + 0.01)
    QTest.keyClick(canvas, Key.Key_Down, SHIFT)
    assert canvas.covers[0].bottom == pytest.approx(made.bottom + 0.01)
    assert canvas.covers[0].top == made.top
    press(canvas, Key.Key_Insert)
    press(canvas, Key.Key_PageDown)
    assert canvas.chosen == 0
    press(canvas, Key.Key_Delete)
    assert len(canvas.covers) == 1
    QTest.keyClick(canvas, Key.Key_Z, CTRL)
    assert len(canvas.covers) == 2


def test_what_was_covered_is_black_in_the_book(seat: Seat, qtbot: QtBot, photo: Path) -> None:
    panel = ItemPanel(seat.focus, seat.bridge)
    show(qtbot, panel, 340, 900)
    ask(panel, seat, (ITEM,), Status.IN_PLACE)
    field = panel.form.evidence
    field.add([photo])
    assert field.cover.isVisible()
    click(field.cover)
    dialog = panel.window().findChild(CoverDialog)
    assert dialog is not None
    press(dialog.canvas, Key.Key_Insert)
    press(dialog.canvas, Key.Key_Return)
    assert field.list.item(0).text() == "photo.png · 1 covered"
    with qtbot.waitSignal(seat.bridge.posted):
        click(panel.form.send)
    (proof,) = seat.book.history(f"commitment:{ITEM}")[-1].evidence
    kept = QImage(str(seat.book.evidence.path(proof.sha256)))
    assert kept.pixelColor(300, 200) == Qt.GlobalColor.black
    assert kept.pixelColor(20, 20) == Qt.GlobalColor.green


def test_a_document_is_not_offered_for_covering(seat: Seat, qtbot: QtBot, tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("words", encoding="utf-8")
    panel = ItemPanel(seat.focus, seat.bridge)
    show(qtbot, panel, 340, 900)
    ask(panel, seat, (ITEM,), Status.IN_PLACE)
    panel.form.evidence.add([paper])
    assert not panel.form.evidence.cover.isVisible()
