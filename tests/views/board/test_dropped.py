"""Files dropped and pasted on the board over a real book, as evidence."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.desk import Desk
from desktop.models.vocabulary import Role, Status
from desktop.views.board.screen import BoardScreen
from tests import books
from tests.views.board.met import current, keys, panel_of, urls, write
from tests.views.seat import ACTIONS, WINDOWS, Seat, press

Key = Qt.Key
CTRL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)


# Evidence


def _drag(screen: BoardScreen, row: int, column: int, data: QMimeData) -> QPoint:
    view = screen.pane.grid_view
    place = view.visualRect(screen.grid.index(row, column)).center()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    for made in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(view.viewport(), made(place, copy, data, left, NONE))
    return place


def _let_go(screen: BoardScreen, place: QPoint, data: QMimeData) -> None:
    event = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(screen.pane.grid_view.viewport(), event)


def test_a_file_dragged_over_a_commitment_shows_where_it_would_go(screen: BoardScreen, photo: Path) -> None:
    data = urls(photo)
    _drag(screen, 2, 1, data)
    target = screen._drops.target
    assert target.isVisible()
    assert target.words == "Attach 1 files as evidence here"
    QApplication.sendEvent(screen.pane.grid_view.viewport(), QDragLeaveEvent())
    assert not target.isVisible()


def test_a_file_dropped_on_a_commitment_opens_the_form_with_it_and_enter_does_it(
    screen: BoardScreen, seat: Seat, photo: Path, qtbot: QtBot
) -> None:
    data, form = urls(photo), panel_of(screen).form
    _let_go(screen, _drag(screen, 2, 1, data), data)
    assert form.evidence.paths == (photo,)
    write("posted at the door", form.note)
    with qtbot.waitSignal(seat.bridge.posted, timeout=5000):
        press(form.note, Key.Key_Return)
    (told,) = seat.book.history("commitment:A03@W2")
    assert (told.note, [one.name for one in told.evidence]) == ("posted at the door", ["photo.png"])


def test_a_file_dropped_on_what_is_chosen_goes_to_all_of_it_in_one_entry(
    screen: BoardScreen, seat: Seat, photo: Path, qtbot: QtBot
) -> None:
    press(screen.pane.grid_view, Key.Key_Down, Key.Key_Down, shift=True)
    data, form = urls(photo), panel_of(screen).form
    place = _drag(screen, 1, 0, data)
    assert screen._drops.target.words == "Attach 1 files as evidence to 3 items"
    _let_go(screen, place, data)
    with qtbot.waitSignal(seat.bridge.posted, timeout=5000):
        press(form.note, Key.Key_Return)
    stamps = {seat.book.history(f"commitment:A0{n}@W1")[0].stamp for n in (1, 2, 3)}
    assert len(stamps) == 1
    assert seat.book.commitments(["A03@W1"])[0].evidence_on is not None


def test_a_file_dropped_while_its_form_is_open_goes_into_that_form(
    screen: BoardScreen, seat: Seat, photo: Path, qtbot: QtBot
) -> None:
    press(screen.pane.grid_view, Key.Key_4)
    data, form = urls(photo), panel_of(screen).form
    _let_go(screen, _drag(screen, 0, 0, data), data)
    assert form.evidence.paths == (photo,)
    with qtbot.waitSignal(seat.bridge.posted, timeout=5000):
        press(screen.window().focusWidget(), Key.Key_Return)
    assert seat.status("A01@W1") is Status.IN_PLACE


def test_words_dragged_over_the_board_are_not_taken(screen: BoardScreen) -> None:
    data = QMimeData()
    data.setText("2")
    _drag(screen, 0, 0, data)
    assert not screen._drops.target.isVisible()


def test_a_copied_picture_is_pasted_as_evidence_and_its_file_is_gone_afterwards(
    screen: BoardScreen, seat: Seat, qtbot: QtBot
) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(0, 120, 0))
    QGuiApplication.clipboard().setImage(image)
    keys(screen, Key.Key_V, CTRL)
    form = panel_of(screen).form
    (path,) = form.evidence.paths
    with qtbot.waitSignal(seat.bridge.posted, timeout=5000):
        press(form.note, Key.Key_Return)
    assert not path.exists()
    assert len(seat.book.history("commitment:A01@W1")[0].evidence) == 1


def test_copied_files_are_pasted_as_evidence(screen: BoardScreen, photo: Path) -> None:
    QGuiApplication.clipboard().setMimeData(urls(photo))
    keys(screen, Key.Key_V, CTRL)
    assert panel_of(screen).form.evidence.paths == (photo,)
    assert current(screen).id == "A01@W1"


def test_a_window_of_another_unit_takes_no_files(screen: BoardScreen, seat: Seat, tmp_path: Path, photo: Path) -> None:
    station = books.make(tmp_path / "s1.bianmin", "S1", edition=books.source(ACTIONS, WINDOWS))
    seat.bridge.close()
    seat.bridge.open(station)
    seat.focus.sit(Desk(Role.CLERK, "w"))
    data = urls(photo)
    _let_go(screen, _drag(screen, 0, 1, data), data)
    assert not panel_of(screen).form.isVisible()
    assert "A window of another unit" in seat.refused[-1]
