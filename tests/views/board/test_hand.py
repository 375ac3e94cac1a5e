"""Quick deeds on the board over a real book: preview, copy, paste, files dropped on commitments, whole lines chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.commands.progress import Move
from desktop.models.desk import Desk
from desktop.models.vocabulary import Role, Status
from desktop.views.board.screen import BoardScreen
from tests import books
from tests.views.board.met import current, panel_of, write
from tests.views.seat import ACTIONS, WINDOWS, Seat, press

Key = Qt.Key
CTRL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    path = tmp_path / "photo.png"
    image.save(str(path))
    return path


def _begin(screen: BoardScreen, seat: Seat, *ids: str) -> None:
    seat.bridge.do(Move(ids, Status.IN_PROGRESS, note="begun"))


def _keys(screen: BoardScreen, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(screen.pane.grid_view, key, modifiers)


def _clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def _paste(screen: BoardScreen, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    _keys(screen, Key.Key_V, CTRL)


def _urls(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


# What is left out


def test_a_change_that_some_may_not_make_is_shown_first_and_made_for_those_that_may(
    screen: BoardScreen, seat: Seat
) -> None:
    _begin(screen, seat, "A02@W1")
    seat.book.do(Move(("A03@W1",), Status.NOT_APPLICABLE, reason="none here"), books.BUREAU)
    seat.focus.reload()
    view, form = screen.pane.grid_view, panel_of(screen).form
    press(view, Key.Key_Down, Key.Key_Down, Key.Key_Down, shift=True)
    press(view, Key.Key_2)
    shown = form.preview.words
    assert shown.startswith("2 of 4 will change\nIn progress: 2\n")
    assert "1: This is already In progress." in shown
    assert "1: From Not applicable there is no move to In progress. It can go to: Not started." in shown
    assert "A03 at Window 1" in shown
    assert form.preview.isVisible()
    assert form.send.text() == "Change these 2  ⏎"
    assert [seat.status(one) for one in ("A01@W1", "A04@W1")] == [Status.NOT_STARTED] * 2
    write("all begun", form.note)
    press(form.note, Key.Key_Return)
    assert [seat.status(f"A0{n}@W1") for n in (1, 2, 3, 4)] == [
        Status.IN_PROGRESS, Status.IN_PROGRESS, Status.NOT_APPLICABLE, Status.IN_PROGRESS,
    ]  # fmt: skip
    assert seat.bridge.undo()
    assert seat.status("A04@W1") is Status.NOT_STARTED
    assert seat.status("A02@W1") is Status.IN_PROGRESS


def test_a_change_that_is_not_confirmed_changes_nothing(screen: BoardScreen, seat: Seat) -> None:
    _begin(screen, seat, "A02@W1")
    before, arrival = seat.statuses(), seat.focus.board.heard
    press(screen.pane.grid_view, Key.Key_Down, shift=True)
    press(screen.pane.grid_view, Key.Key_3)
    press(panel_of(screen).form.reason, Key.Key_Escape)
    assert not panel_of(screen).form.isVisible()
    assert screen.pane.grid_view.hasFocus()
    assert (seat.statuses(), seat.focus.board.heard) == (before, arrival)


def test_what_the_legend_makes_faint_is_not_meant(screen: BoardScreen, seat: Seat) -> None:
    _begin(screen, seat, "A02@W1", "A05@W3")
    screen.chips.chips[1].click()
    _keys(screen, Key.Key_A, CTRL)
    assert [cell.id for cell in screen.pane.chosen()] == ["A02@W1", "A05@W3"]


def test_whole_rows_columns_and_categories_are_chosen_by_deeds_with_keys(screen: BoardScreen) -> None:
    deeds = {deed.id: deed for deed in screen.deeds()}
    assert [deeds[f"choose.{one}"].shown_key for one in ("row", "column", "category", "all")] == [
        "Ctrl+Shift+R", "Ctrl+Shift+L", "Ctrl+Shift+G", "Ctrl+A",
    ]  # fmt: skip
    deeds["choose.row"].run()
    assert len(screen.pane.chosen()) == WINDOWS
    press(screen.pane.grid_view, Key.Key_Right)
    deeds["choose.column"].run()
    assert {cell.window.id for cell in screen.pane.chosen()} == {"W2"}
    assert len(screen.pane.chosen()) == ACTIONS
    deeds["choose.category"].run()
    assert len(screen.pane.chosen()) == ACTIONS * WINDOWS


def test_a_head_chooses_its_column_and_ctrl_adds_another(screen: BoardScreen) -> None:
    names = screen.pane.grid_view.names
    for column, modifier in ((0, NONE), (2, CTRL)):
        place = QPoint(names.sectionViewportPosition(column) + 8, 20)
        QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    assert {cell.window.id for cell in screen.pane.chosen()} == {"W1", "W3"}
    assert len(screen.pane.chosen()) == 2 * ACTIONS


def test_dragging_along_the_frozen_columns_chooses_rows(screen: BoardScreen) -> None:
    rows = screen.pane.rows_view
    at = [QPoint(rows.columnViewportPosition(2) + 5, rows.rowViewportPosition(row) + 5) for row in (1, 4)]
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, NONE, at[0])
    QTest.mouseMove(rows.viewport(), at[1])
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, NONE, at[1])
    assert {cell.action.id for cell in screen.pane.chosen()} == {"A02", "A03", "A04", "A05"}


def test_a_preview_of_many_takes_the_place_of_the_one_that_was_shown(screen: BoardScreen, seat: Seat) -> None:
    _begin(screen, seat, "A02@W1")
    panel = panel_of(screen)
    press(screen.pane.grid_view, Key.Key_Down, shift=True)
    press(screen.pane.grid_view, Key.Key_1)
    assert not panel.form.isVisible()
    seat.focus.sit(books.CHIEF)
    press(screen.pane.grid_view, Key.Key_7)
    assert not panel.form.isVisible()
    _paste(screen, "3\n1")
    assert panel.form.isVisible()
    assert not panel.head.isVisible()
    screen.step_back()
    assert panel.head.isVisible()


def test_a_full_width_digit_of_an_input_method_is_a_digit(screen: BoardScreen) -> None:
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_unknown, NONE, "２")
    QApplication.sendEvent(screen.pane.grid_view, event)
    assert panel_of(screen).form.isVisible()
    assert panel_of(screen).form.title.text() == "Start"


# Copy


def test_a_block_is_copied_as_lines_and_as_a_table(screen: BoardScreen, seat: Seat) -> None:
    _begin(screen, seat, "A01@W2")
    press(screen.pane.grid_view, Key.Key_Right, Key.Key_Down, shift=True)
    _keys(screen, Key.Key_C, CTRL)
    assert _clipboard().text() == "Not started\tIn progress\nNot started\tNot started\n"
    assert "<tr><td>Not started</td><td>In progress</td></tr>" in _clipboard().html()


def test_heads_come_with_whole_columns_and_when_they_are_asked_for(screen: BoardScreen) -> None:
    _keys(screen, Key.Key_C, CTRL | SHIFT)
    assert _clipboard().text() == "No.\tAction\tWindow 1\nA01\tAction 1\tNot started\n"
    names = screen.pane.grid_view.names
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(names.sectionViewportPosition(1) + 8, 9))
    _keys(screen, Key.Key_C, CTRL)
    lines = _clipboard().text().splitlines()
    assert lines[0] == "No.\tAction\tWindow 2"
    assert len(lines) == ACTIONS + 1


def test_pieces_are_copied_in_one_table_with_what_lies_between_left_empty(screen: BoardScreen) -> None:
    view = screen.pane.grid_view
    index = view.grid.index(1, 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, view.visualRect(index).center())
    _keys(screen, Key.Key_C, CTRL)
    assert _clipboard().text() == "Not started\t\n\tNot started\n"


def test_states_are_copied_in_the_language_in_use(screen: BoardScreen) -> None:
    i18n.use("zh")
    _keys(screen, Key.Key_C, CTRL)
    assert _clipboard().text() == "未启动\n"


# Paste


def test_pasted_states_are_shown_first_and_then_done_with_one_undo(screen: BoardScreen, seat: Seat) -> None:
    form = panel_of(screen).form
    _paste(screen, "推进中\tBlocked\n2\t３\n")
    assert form.preview.words.splitlines()[:3] == ["4 will change", "In progress: 2", "Blocked: 2"]
    assert set(seat.statuses()) == {Status.NOT_STARTED}
    write("as agreed on Monday", form.reason)
    press(form.reason, Key.Key_Return)
    assert [seat.status(one) for one in ("A01@W1", "A01@W2", "A02@W1", "A02@W2")] == [
        Status.IN_PROGRESS, Status.BLOCKED, Status.IN_PROGRESS, Status.BLOCKED,
    ]  # fmt: skip
    assert seat.bridge.undo()
    assert set(seat.statuses()) == {Status.NOT_STARTED}


def test_a_word_that_is_no_state_is_named_by_its_place_with_what_would_be_right(screen: BoardScreen) -> None:
    _paste(screen, "blockt\tin progress\nxyz\t\n\n")
    shown = panel_of(screen).form.preview.words
    assert "1 of 3 will change" in shown
    assert "1: “blockt” is no state. Did you mean “Blocked”?\nA01 at Window 1" in shown
    assert "1: This is no state. Right would be: 1 Not started, 2 In progress" in shown
    assert "“xyz”: A02 at Window 1" in shown


def test_a_copy_of_which_nothing_can_be_done_says_why_and_offers_only_to_close(screen: BoardScreen) -> None:
    _paste(screen, "xyz\t7\n")
    form = panel_of(screen).form
    assert form.preview.words.startswith("0 of 2 will change")
    assert not form.send.isVisible()
    assert form.fields.drop.hasFocus()
    press(form.fields.drop, Key.Key_Return)
    assert not form.isVisible()
    assert screen.pane.grid_view.hasFocus()


def test_a_copied_table_with_heads_finds_its_own_places(screen: BoardScreen, seat: Seat) -> None:
    form = panel_of(screen).form
    _paste(screen, "No.\tAction\tWindow 3\tWindow 2\nA05\tAction 5\tblocked\t\nA09\tAction 9\t\tblocked\n")
    write("no printer", form.reason)
    press(form.reason, Key.Key_Return)
    blocked = [one.id for one in seat.book.commitments() if one.status is Status.BLOCKED]
    assert blocked == ["A05@W3", "A09@W2"]


def test_one_copied_state_goes_to_all_that_is_chosen(screen: BoardScreen) -> None:
    press(screen.pane.grid_view, Key.Key_Down, Key.Key_Down, shift=True)
    _paste(screen, "◐")
    assert panel_of(screen).form.preview.words.startswith("3 will change\nIn progress: 3")


def test_a_table_of_a_web_page_is_read_too(screen: BoardScreen) -> None:
    data = QMimeData()
    data.setHtml("<p>x</p><table><tr><td>推进中</td></tr><tr><td> 受阻 </td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    _keys(screen, Key.Key_V, CTRL)
    assert panel_of(screen).form.preview.words.startswith("2 will change")


def test_what_falls_beside_the_table_is_left_out(screen: BoardScreen) -> None:
    screen.pane.grid_view.select(ACTIONS - 1, WINDOWS - 1)
    _paste(screen, "2\t2\n2\t2")
    shown = panel_of(screen).form.preview.words
    assert shown.startswith("1 of 4 will change")
    assert "3: Nothing stands there" in shown
    assert "line 1, column 2 of the copy" in shown


def test_nothing_to_paste_is_said(screen: BoardScreen, seat: Seat) -> None:
    QGuiApplication.clipboard().setMimeData(QMimeData())
    _keys(screen, Key.Key_V, CTRL)
    assert seat.refused == ["Nothing is copied that could be pasted here: states, files or a picture."]


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
    data = _urls(photo)
    _drag(screen, 2, 1, data)
    target = screen._drops.target
    assert target.isVisible()
    assert target.words == "Attach 1 files as evidence here"
    QApplication.sendEvent(screen.pane.grid_view.viewport(), QDragLeaveEvent())
    assert not target.isVisible()


def test_a_file_dropped_on_a_commitment_opens_the_form_with_it_and_enter_does_it(
    screen: BoardScreen, seat: Seat, photo: Path, qtbot: QtBot
) -> None:
    data, form = _urls(photo), panel_of(screen).form
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
    data, form = _urls(photo), panel_of(screen).form
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
    data, form = _urls(photo), panel_of(screen).form
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
    _keys(screen, Key.Key_V, CTRL)
    form = panel_of(screen).form
    (path,) = form.evidence.paths
    with qtbot.waitSignal(seat.bridge.posted, timeout=5000):
        press(form.note, Key.Key_Return)
    assert not path.exists()
    assert len(seat.book.history("commitment:A01@W1")[0].evidence) == 1


def test_copied_files_are_pasted_as_evidence(screen: BoardScreen, photo: Path) -> None:
    QGuiApplication.clipboard().setMimeData(_urls(photo))
    _keys(screen, Key.Key_V, CTRL)
    assert panel_of(screen).form.evidence.paths == (photo,)
    assert current(screen).id == "A01@W1"


def test_a_window_of_another_unit_takes_no_files(screen: BoardScreen, seat: Seat, tmp_path: Path, photo: Path) -> None:
    station = books.make(tmp_path / "s1.bianmin", "S1", edition=books.source(ACTIONS, WINDOWS))
    seat.bridge.close()
    seat.bridge.open(station)
    seat.focus.sit(Desk(Role.CLERK, "w"))
    data = _urls(photo)
    _let_go(screen, _drag(screen, 0, 1, data), data)
    assert not panel_of(screen).form.isVisible()
    assert "A window of another unit" in seat.refused[-1]
