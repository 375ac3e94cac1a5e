"""The board by keys and clicks, over a real book."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.board import Cell
from desktop.models.desk import Desk
from desktop.models.vocabulary import Lamp, Role, Status
from desktop.views import theme
from desktop.views.board.changes import ChangesList, Difference, differences, line
from desktop.views.board.choice import Choice
from desktop.views.board.screen import BoardScreen
from desktop.views.focus import Drill
from desktop.views.item.panel import ItemPanel
from tests import books
from tests.views.seat import ACTIONS, WINDOWS, Seat, click, press, show

Key = Qt.Key


@pytest.fixture
def screen(seat: Seat, qtbot: QtBot) -> BoardScreen:
    made = BoardScreen(seat.focus, seat.bridge, ItemPanel(seat.focus, seat.bridge))
    show(qtbot, made)
    made.arrive()
    return made


def _panel(screen: BoardScreen) -> ItemPanel:
    assert isinstance(screen.beside, ItemPanel)
    return screen.beside


def _type(text: str, field: QWidget) -> None:
    assert field.hasFocus()
    QTest.keyClicks(field, text)


def _current(screen: BoardScreen) -> Cell:
    cell = screen.pane.current()
    assert cell is not None
    return cell


def test_the_keyboard_stands_on_the_first_commitment(screen: BoardScreen, seat: Seat) -> None:
    assert screen.pane.grid_view.hasFocus()
    assert _current(screen).id == "A01@W1" == seat.focus.chosen


def test_a_key_asks_for_the_note_and_enter_does_it(screen: BoardScreen, seat: Seat) -> None:
    view, form = screen.pane.grid_view, _panel(screen).form
    press(view, Key.Key_Down, Key.Key_2)
    _type("notice posted", form.note)
    press(form.note, Key.Key_Return)
    assert seat.status("A02@W1") is Status.IN_PROGRESS
    assert _current(screen).status is Status.IN_PROGRESS
    assert view.hasFocus()
    assert seat.done == [seat.bridge.undo_label()]


def test_ten_actions_of_a_window_are_changed_by_keyboard_in_one_entry_and_taken_back_in_one(
    screen: BoardScreen, seat: Seat
) -> None:
    view, form = screen.pane.grid_view, _panel(screen).form
    press(view, *[Key.Key_Down] * 9, shift=True)
    press(view, Key.Key_2)
    _type("all begun today", form.note)
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
    assert not _panel(screen).form.isVisible()


def test_a_move_of_many_names_those_that_may_not_and_changes_nothing(screen: BoardScreen, seat: Seat) -> None:
    view, form = screen.pane.grid_view, _panel(screen).form
    press(view, Key.Key_2)
    _type("begun", form.note)
    press(form.note, Key.Key_Return)
    press(view, Key.Key_Down, Key.Key_Down, shift=True)
    press(view, Key.Key_8)
    assert "“Not applicable” is for Bureau administrator to set" in seat.refused[-1]
    press(view, Key.Key_5)
    assert seat.refused[-1] == (
        "3 of 3 cannot become Verified: A01 at Window 1 (In progress); A02 at Window 1 (Not started); "
        "A03 at Window 1 (Not started). Nothing was changed."
    )
    assert seat.statuses().count(Status.IN_PROGRESS) == 1


def test_one_key_confirms_a_whole_selection_unchanged(screen: BoardScreen, seat: Seat) -> None:
    view = screen.pane.grid_view
    view.selectColumn(0)
    press(view, Key.Key_0)
    confirmed = [one.id for one in seat.book.commitments() if one.confirmed_on]
    assert len(confirmed) == ACTIONS
    assert {one.rpartition("@")[2] for one in confirmed} == {"W1"}


def test_input_methods_are_off_on_the_board_and_on_in_the_note(screen: BoardScreen) -> None:
    view, form = screen.pane.grid_view, _panel(screen).form
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
    before = _current(screen).id
    press(screen.pane.grid_view, Key.Key_A, Key.Key_9)
    assert _current(screen).id == before


def test_enter_opens_the_panel_and_escape_gives_the_board_back(screen: BoardScreen) -> None:
    view = screen.pane.grid_view
    press(view, Key.Key_Return)
    focused = screen.focusWidget()
    assert _panel(screen).isAncestorOf(focused)
    assert screen.step_back()
    assert view.hasFocus()


def test_a_past_day_is_read_only(screen: BoardScreen, seat: Seat) -> None:
    seat.focus.look_at(date(2026, 8, 30))
    press(screen.pane.grid_view, Key.Key_2)
    press(screen.pane.grid_view, Key.Key_0)
    assert seat.refused == ["A past day is shown. Return to today to change anything."] * 2
    assert not _panel(screen).form.isVisible()


def test_a_row_and_a_category_are_picked_in_the_frozen_columns(screen: BoardScreen) -> None:
    rows = screen.pane.rows_view
    place = QPoint(rows.columnViewportPosition(2) + 5, rows.rowViewportPosition(3) + 5)
    click(rows.viewport(), place)
    assert {cell.action.id for cell in screen.pane.chosen()} == {"A04"}
    assert len(screen.pane.chosen()) == WINDOWS
    click(rows.viewport(), QPoint(5, place.y()))
    assert len(screen.pane.chosen()) == WINDOWS * ACTIONS


def test_text_filters_as_it_is_typed_and_show_all_brings_everything_back(screen: BoardScreen) -> None:
    QTest.keyClicks(screen.filters.text, "a03")
    assert screen.grid.rowCount() == 1
    assert screen.subtitle().startswith("1 actions × 4 windows")
    click(screen.filters.clear)
    assert screen.grid.rowCount() == ACTIONS
    assert screen.filters.text.text() == ""


def test_a_unit_chosen_in_the_field_leaves_its_windows(screen: BoardScreen) -> None:
    box = screen.filters.unit
    box.setCurrentIndex(box.findData("S1"))
    box.activated.emit(box.currentIndex())
    assert [screen.grid.scene.board.windows[column].id for column in screen.grid.scene.columns] == ["W1", "W3"]


def test_a_chip_of_the_legend_shows_only_its_state_and_a_second_click_all(screen: BoardScreen) -> None:
    view, form = screen.pane.grid_view, _panel(screen).form
    press(view, Key.Key_2)
    _type("begun", form.note)
    press(form.note, Key.Key_Return)
    chip = screen.chips.chips[1]
    assert chip.count == 1
    click(chip)
    assert (screen.grid.rowCount(), screen.grid.columnCount()) == (1, 1)
    assert screen.chips.chips[0].count == ACTIONS * WINDOWS - 1
    click(chip)
    assert screen.grid.rowCount() == ACTIONS


def test_escape_closes_the_form_first(screen: BoardScreen) -> None:
    press(screen.pane.grid_view, Key.Key_2)
    assert screen.step_back()
    assert not _panel(screen).form.isVisible()
    assert screen.pane.grid_view.hasFocus()
    assert not screen.step_back()


def test_the_persons_unit_is_looked_at_first(screen: BoardScreen, seat: Seat) -> None:
    seat.focus.settle("S1", "W1")
    assert screen.choice.unit == "S1"
    assert screen.grid.columnCount() == WINDOWS // 2
    screen.filters.clear.click()
    seat.focus.settle("S2", "W2")
    assert screen.choice.unit == ""


def test_text_size_and_theme_are_taken_over_live(screen: BoardScreen) -> None:
    try:
        before = screen.pane.grid_view.names.defaultSectionSize()
        theme.current().wear("dark", 130)
        assert screen.pane.grid_view.names.defaultSectionSize() == round(28 * 1.3) > before
        assert all(screen.chips.rect().contains(chip.geometry()) for chip in screen.chips.chips)
    finally:
        theme.current().wear("light", 100)


def test_escape_drops_the_filters(screen: BoardScreen) -> None:
    QTest.keyClicks(screen.filters.text, "a03")
    assert screen.step_back()
    assert screen.choice == Choice()
    assert not screen.step_back()


def test_a_way_down_from_a_figure_shows_its_rows(screen: BoardScreen) -> None:
    screen.look_for(Drill(status=Status.NOT_STARTED, window="W2", measure="M01", commitment="A03@W2"))
    assert _current(screen).id == "A03@W2"
    assert screen.grid.columnCount() == 1
    assert screen.grid.rowCount() == ACTIONS // 2
    screen.look_for(Drill(sign=Lamp.OVERDUE))
    assert screen.grid.rowCount() == 0


def test_comparing_shows_only_what_changed(screen: BoardScreen, seat: Seat) -> None:
    seat.hands.go(days=20)
    view, form = screen.pane.grid_view, _panel(screen).form
    seat.focus.reload()
    press(view, Key.Key_2)
    _type("begun", form.note)
    press(form.note, Key.Key_Return)
    click(screen.filters.changes.switch)
    assert (screen.grid.rowCount(), screen.grid.columnCount()) == (1, 1)
    assert screen.grid.scene.former is not None
    assert screen.grid.scene.former[0] == Status.NOT_STARTED.code
    assert screen.filters.changes.all.text() == "1 changes"
    assert [line(one) for one in differences(screen.grid.scene)] == [
        "A01 Action 1 · Window 1: Not started → In progress"
    ]


def test_another_day_to_compare_with_turns_the_comparison_on(screen: BoardScreen, seat: Seat) -> None:
    screen.filters.changes.day_picked.emit(date(2026, 8, 28))
    assert seat.focus.since == date(2026, 8, 28)
    assert screen.filters.changes.on
    assert screen.grid.rowCount() == 0


def test_a_line_of_the_list_of_changes_leads_to_its_commitment(screen: BoardScreen, seat: Seat, qtbot: QtBot) -> None:
    cell = screen.grid.cell(screen.grid.find("A03@W2"))
    assert cell is not None
    popup = ChangesList(screen, [Difference(cell, Status.BLOCKED)], date(2026, 8, 1))
    qtbot.addWidget(popup)
    popup.picked.connect(seat.focus.choose)
    popup.list.itemActivated.emit(popup.list.item(0))
    assert _current(screen).id == "A03@W2"


def test_what_another_process_posts_is_seen(screen: BoardScreen, seat: Seat) -> None:
    from desktop.commands.progress import Move
    from desktop.models.book import Book

    other = Book.open(seat.book.path, clock=seat.book.clock)
    other.do(Move(("A02@W3",), Status.IN_PROGRESS, note="there"), books.CLERK)
    other.close()
    seat.bridge.poll()
    cell = screen.grid.cell(screen.grid.find("A02@W3"))
    assert cell is not None
    assert cell.status is Status.IN_PROGRESS


def test_a_tile_wears_the_fill_of_its_state_in_both_themes(screen: BoardScreen, seat: Seat) -> None:
    for look in ("light", "dark"):
        theme.current().wear(look)
        view = screen.pane.grid_view
        image = view.viewport().grab().toImage()
        ratio = image.devicePixelRatio()
        corner = view.visualRect(view.grid.find("A05@W2")).topLeft() + QPoint(6, 6)
        expected = QColor(theme.current().tokens.states[Status.NOT_STARTED].fill)
        assert image.pixelColor(corner * ratio) == expected
    theme.current().wear("light")


def test_the_menu_offers_what_this_role_may_do(screen: BoardScreen, seat: Seat) -> None:
    seat.focus.sit(Desk(Role.BUREAU, "zhao"))
    menu = screen._acts.menu(screen, QPoint(0, 0), screen.pane.chosen())
    enabled = [action.text().partition("\t")[2] for action in menu.actions() if action.isEnabled() and action.text()]
    assert enabled == ["8", "0"]
    menu.close()


def test_the_view_is_handed_over_for_writing_as_it_stands(screen: BoardScreen) -> None:
    QTest.keyClicks(screen.filters.text, "a03")
    shown = screen.shown()
    assert [action.id for action in shown.board.actions] == ["A03"]
    assert shown.commitments == ("A03@W1", "A03@W2", "A03@W3", "A03@W4")
