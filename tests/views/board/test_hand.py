"""Quick deeds on the board over a real book: what is shown before it is done, whole lines chosen."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QKeyEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.commands.progress import Move
from desktop.models.vocabulary import Status
from desktop.views.board.screen import BoardScreen
from tests import books
from tests.views.board.met import begin, keys, panel_of, paste, write
from tests.views.seat import ACTIONS, WINDOWS, Seat, press

Key = Qt.Key
CTRL, SHIFT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)


# What is left out


def test_a_change_that_some_may_not_make_is_shown_first_and_made_for_those_that_may(
    screen: BoardScreen, seat: Seat
) -> None:
    begin(screen, seat, "A02@W1")
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
    begin(screen, seat, "A02@W1")
    before, arrival = seat.statuses(), seat.focus.board.heard
    press(screen.pane.grid_view, Key.Key_Down, shift=True)
    press(screen.pane.grid_view, Key.Key_3)
    press(panel_of(screen).form.reason, Key.Key_Escape)
    assert not panel_of(screen).form.isVisible()
    assert screen.pane.grid_view.hasFocus()
    assert (seat.statuses(), seat.focus.board.heard) == (before, arrival)


def test_what_the_legend_makes_faint_is_not_meant(screen: BoardScreen, seat: Seat) -> None:
    begin(screen, seat, "A02@W1", "A05@W3")
    screen.chips.chips[1].click()
    keys(screen, Key.Key_A, CTRL)
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
    begin(screen, seat, "A02@W1")
    panel = panel_of(screen)
    press(screen.pane.grid_view, Key.Key_Down, shift=True)
    press(screen.pane.grid_view, Key.Key_1)
    assert not panel.form.isVisible()
    seat.focus.sit(books.CHIEF)
    press(screen.pane.grid_view, Key.Key_7)
    assert not panel.form.isVisible()
    paste(screen, "3\n1")
    assert panel.form.isVisible()
    assert not panel.head.isVisible()
    QApplication.processEvents()
    assert panel.form.height() > panel.height() * 0.9
    screen.step_back()
    assert panel.head.isVisible()
    QApplication.processEvents()
    assert panel.foot.visibleRegion().boundingRect() == panel.foot.rect()


def test_a_full_width_digit_of_an_input_method_is_a_digit(screen: BoardScreen) -> None:
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_unknown, NONE, "２")
    QApplication.sendEvent(screen.pane.grid_view, event)
    assert panel_of(screen).form.isVisible()
    assert panel_of(screen).form.title.text() == "Start"
