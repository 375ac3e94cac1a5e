"""The board by keys and clicks, over a real book."""

from datetime import date

from PySide6.QtCore import QPoint, Qt

from desktop.models.desk import Desk
from desktop.models.vocabulary import Role, Status
from desktop.views.board.screen import BoardScreen
from tests.views.board.met import current, panel_of, write
from tests.views.seat import ACTIONS, WINDOWS, Seat, click, press

Key = Qt.Key


def test_the_keyboard_stands_on_the_first_commitment(screen: BoardScreen, seat: Seat) -> None:
    assert screen.pane.grid_view.hasFocus()
    assert current(screen).id == "A01@W1" == seat.focus.chosen


def test_a_key_asks_for_the_note_and_enter_does_it(screen: BoardScreen, seat: Seat) -> None:
    view, form = screen.pane.grid_view, panel_of(screen).form
    press(view, Key.Key_Down, Key.Key_2)
    write("notice posted", form.note)
    press(form.note, Key.Key_Return)
    assert seat.status("A02@W1") is Status.IN_PROGRESS
    assert current(screen).status is Status.IN_PROGRESS
    assert view.hasFocus()
    assert seat.done == [seat.bridge.undo_label()]


def test_ten_actions_of_a_window_are_changed_by_keyboard_in_one_entry_and_taken_back_in_one(
    screen: BoardScreen, seat: Seat
) -> None:
    view, form = screen.pane.grid_view, panel_of(screen).form
    press(view, *[Key.Key_Down] * 9, shift=True)
    press(view, Key.Key_2)
    write("all begun today", form.note)
    press(form.note, Key.Key_Return)
    assert seat.statuses().count(Status.IN_PROGRESS) == 10
    assert len(seat.book.history("commitment:A01@W1")) == 1
    assert seat.bridge.undo()
    assert seat.statuses().count(Status.NOT_STARTED) == ACTIONS * WINDOWS
    assert set(screen.grid.scene.board.status) == {Status.NOT_STARTED.code}


def test_a_move_that_does_not_exist_is_refused_in_a_sentence(screen: BoardScreen, seat: Seat) -> None:
    press(screen.pane.grid_view, Key.Key_7)
    assert seat.refused == [
        "From Not started there is no move to Relapsed. It can go to: In progress, Blocked, In place, Not applicable."
    ]
    assert not panel_of(screen).form.isVisible()


def test_one_key_confirms_a_whole_selection_unchanged(screen: BoardScreen, seat: Seat) -> None:
    view = screen.pane.grid_view
    view.selectColumn(0)
    press(view, Key.Key_0)
    confirmed = [one.id for one in seat.book.commitments() if one.confirmed_on]
    assert len(confirmed) == ACTIONS
    assert {one.rpartition("@")[2] for one in confirmed} == {"W1"}


def test_input_methods_are_off_on_the_board_and_on_in_the_note(screen: BoardScreen) -> None:
    view, form = screen.pane.grid_view, panel_of(screen).form
    attribute = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not view.testAttribute(attribute)
    press(view, Key.Key_Down)
    view.clearFocus()
    view.setFocus()
    assert not view.testAttribute(attribute)
    press(view, Key.Key_2)
    assert form.note.testAttribute(attribute)


def test_tab_leaves_the_board(screen: BoardScreen) -> None:
    assert not screen.pane.grid_view.tabKeyNavigation()
    press(screen.pane.grid_view, Key.Key_Tab)
    assert not screen.pane.grid_view.hasFocus()


def test_letters_do_nothing_on_the_board(screen: BoardScreen) -> None:
    before = current(screen).id
    press(screen.pane.grid_view, Key.Key_A, Key.Key_9)
    assert current(screen).id == before


def test_enter_opens_the_panel_and_escape_gives_the_board_back(screen: BoardScreen) -> None:
    view = screen.pane.grid_view
    press(view, Key.Key_Return)
    focused = screen.focusWidget()
    assert panel_of(screen).isAncestorOf(focused)
    assert screen.step_back()
    assert view.hasFocus()


def test_a_past_day_is_read_only(screen: BoardScreen, seat: Seat) -> None:
    seat.focus.look_at(date(2026, 8, 30))
    press(screen.pane.grid_view, Key.Key_2)
    press(screen.pane.grid_view, Key.Key_0)
    assert seat.refused == ["A past day is shown. Return to today to change anything."] * 2
    assert not panel_of(screen).form.isVisible()


def test_a_row_and_a_category_are_picked_in_the_frozen_columns(screen: BoardScreen) -> None:
    rows = screen.pane.rows_view
    place = QPoint(rows.columnViewportPosition(2) + 5, rows.rowViewportPosition(3) + 5)
    click(rows.viewport(), place)
    assert {cell.action.id for cell in screen.pane.chosen()} == {"A04"}
    assert len(screen.pane.chosen()) == WINDOWS
    click(rows.viewport(), QPoint(5, place.y()))
    assert len(screen.pane.chosen()) == WINDOWS * ACTIONS


def test_escape_closes_the_form_first(screen: BoardScreen) -> None:
    press(screen.pane.grid_view, Key.Key_2)
    assert screen.step_back()
    assert not panel_of(screen).form.isVisible()
    assert screen.pane.grid_view.hasFocus()
    assert not screen.step_back()


def test_the_menu_offers_what_this_role_may_do(screen: BoardScreen, seat: Seat) -> None:
    seat.focus.sit(Desk(Role.BUREAU, "zhao"))
    menu = screen._acts.menu(screen, QPoint(0, 0))
    enabled = [action.text().partition("\t")[2] for action in menu.actions() if action.isEnabled() and action.text()]
    assert enabled == ["8", "0", "Ctrl+C", "Ctrl+V"]
    menu.close()
