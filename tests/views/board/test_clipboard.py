"""Copy and paste on the board over a real book."""

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QGuiApplication,
)
from PySide6.QtTest import QTest

from desktop import i18n
from desktop.models.vocabulary import Status
from desktop.views.board.screen import BoardScreen
from tests.views.board.met import begin, clipboard, keys, panel_of, paste, write
from tests.views.seat import ACTIONS, WINDOWS, Seat, press

Key = Qt.Key
CTRL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)


# Copy


def test_a_block_is_copied_as_lines_and_as_a_table(screen: BoardScreen, seat: Seat) -> None:
    begin(screen, seat, "A01@W2")
    press(screen.pane.grid_view, Key.Key_Right, Key.Key_Down, shift=True)
    keys(screen, Key.Key_C, CTRL)
    assert clipboard().text() == "Not started\tIn progress\nNot started\tNot started\n"
    assert "<tr><td>Not started</td><td>In progress</td></tr>" in clipboard().html()


def test_heads_come_with_whole_columns_and_when_they_are_asked_for(screen: BoardScreen) -> None:
    keys(screen, Key.Key_C, CTRL | SHIFT)
    assert clipboard().text() == "No.\tAction\tWindow 1\nA01\tAction 1\tNot started\n"
    names = screen.pane.grid_view.names
    QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(names.sectionViewportPosition(1) + 8, 9))
    keys(screen, Key.Key_C, CTRL)
    lines = clipboard().text().splitlines()
    assert lines[0] == "No.\tAction\tWindow 2"
    assert len(lines) == ACTIONS + 1


def test_pieces_are_copied_in_one_table_with_what_lies_between_left_empty(screen: BoardScreen) -> None:
    view = screen.pane.grid_view
    index = view.grid.index(1, 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, view.visualRect(index).center())
    keys(screen, Key.Key_C, CTRL)
    assert clipboard().text() == "Not started\t\n\tNot started\n"


def test_states_are_copied_in_the_language_in_use(screen: BoardScreen) -> None:
    i18n.use("zh")
    keys(screen, Key.Key_C, CTRL)
    assert clipboard().text() == "未启动\n"


# Paste


def test_pasted_states_are_shown_first_and_then_done_with_one_undo(screen: BoardScreen, seat: Seat) -> None:
    form = panel_of(screen).form
    paste(screen, "推进中\tBlocked\n2\t３\n")
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
    paste(screen, "blockt\tin progress\nxyz\t\n\n")
    shown = panel_of(screen).form.preview.words
    assert "1 of 3 will change" in shown
    assert "1: “blockt” is no state. Did you mean “Blocked”?\nA01 at Window 1" in shown
    assert "1: This is no state. Right would be: 1 Not started, 2 In progress" in shown
    assert "“xyz”: A02 at Window 1" in shown


def test_a_copy_of_which_nothing_can_be_done_says_why_and_offers_only_to_close(screen: BoardScreen) -> None:
    paste(screen, "xyz\t7\n")
    form = panel_of(screen).form
    assert form.preview.words.startswith("0 of 2 will change")
    assert not form.send.isVisible()
    assert form.fields.drop.hasFocus()
    press(form.fields.drop, Key.Key_Return)
    assert not form.isVisible()
    assert screen.pane.grid_view.hasFocus()


def test_a_copied_table_with_heads_finds_its_own_places(screen: BoardScreen, seat: Seat) -> None:
    form = panel_of(screen).form
    paste(screen, "No.\tAction\tWindow 3\tWindow 2\nA05\tAction 5\tblocked\t\nA09\tAction 9\t\tblocked\n")
    write("no printer", form.reason)
    press(form.reason, Key.Key_Return)
    blocked = [one.id for one in seat.book.commitments() if one.status is Status.BLOCKED]
    assert blocked == ["A05@W3", "A09@W2"]


def test_one_copied_state_goes_to_all_that_is_chosen(screen: BoardScreen) -> None:
    press(screen.pane.grid_view, Key.Key_Down, Key.Key_Down, shift=True)
    paste(screen, "◐")
    assert panel_of(screen).form.preview.words.startswith("3 will change\nIn progress: 3")


def test_a_table_of_a_web_page_is_read_too(screen: BoardScreen) -> None:
    data = QMimeData()
    data.setHtml("<p>x</p><table><tr><td>推进中</td></tr><tr><td> 受阻 </td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    keys(screen, Key.Key_V, CTRL)
    assert panel_of(screen).form.preview.words.startswith("2 will change")


def test_what_falls_beside_the_table_is_left_out(screen: BoardScreen) -> None:
    screen.pane.grid_view.select(ACTIONS - 1, WINDOWS - 1)
    paste(screen, "2\t2\n2\t2")
    shown = panel_of(screen).form.preview.words
    assert shown.startswith("1 of 4 will change")
    assert "3: Nothing stands there" in shown
    assert "line 1, column 2 of the copy" in shown


def test_nothing_to_paste_is_said(screen: BoardScreen, seat: Seat) -> None:
    QGuiApplication.clipboard().setMimeData(QMimeData())
    keys(screen, Key.Key_V, CTRL)
    assert seat.refused == ["Nothing is copied that could be pasted here: states, files or a picture."]
