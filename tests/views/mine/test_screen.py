"""The checklist of one window by keys and clicks, over a real book."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.commands.progress import ConfirmUnchanged, Move, SetDue
from desktop.models.vocabulary import Lamp, Status
from desktop.views.columns import Layout
from desktop.views.item.panel import ItemPanel
from desktop.views.mine.columns import CODE, DUE, KNOWN, REPORTED, STATUS, TITLE, words
from desktop.views.mine.rows import reported
from desktop.views.mine.screen import MineScreen
from desktop.views.shapes import Shapes
from tests import books
from tests.views.mine.met import at_the_window, panel_of
from tests.views.seat import ACTIONS, Seat, click, press

Key = Qt.Key


@pytest.fixture
def screen(seat: Seat, qtbot: QtBot) -> MineScreen:
    seat.book.do(SetDue(("A02@W1",), date(2026, 8, 20)), books.CHIEF)
    seat.book.do(Move(("A03@W1",), Status.IN_PROGRESS, note="begun"), books.CLERK)
    return at_the_window(seat, qtbot)


def test_it_opens_on_the_persons_own_window(screen: MineScreen) -> None:
    assert screen.window_id == "W1"
    assert len(screen.checklist.items) == ACTIONS
    assert {item.cell.window.id for item in screen.checklist.items} == {"W1"}


def test_a_line_tells_state_due_date_and_whether_it_is_reported(screen: MineScreen) -> None:
    assert words(screen.checklist.items[1])[DUE] == "2026-08-20"
    assert words(screen.checklist.items[2])[STATUS] == "In progress"
    assert words(screen.checklist.items[2])[REPORTED] == "reported"
    assert words(screen.checklist.items[0])[REPORTED] == "not reported"


def test_reports_are_counted_as_they_come_in(screen: MineScreen, seat: Seat) -> None:
    assert screen.reported.words == f"1 of {ACTIONS} reported this month"
    screen.list.selectAll()
    press(screen.list, Key.Key_0)
    assert screen.reported.words == f"All {ACTIONS} reported this month"
    assert reported(screen._items) == (ACTIONS, ACTIONS)


def test_a_click_on_an_empty_tick_box_says_that_nothing_changed(screen: MineScreen, seat: Seat) -> None:
    tick = screen.list.visualRect(screen.checklist.index(4, REPORTED)).center()
    click(screen.list.viewport(), tick)
    assert screen.checklist.items[4].is_reported
    assert len(seat.book.history("commitment:A05@W1")) == 1
    click(screen.list.viewport(), tick)
    assert len(seat.book.history("commitment:A05@W1")) == 1


def test_a_key_moves_the_line_and_the_keyboard_comes_back(screen: MineScreen, seat: Seat) -> None:
    press(screen.list, Key.Key_2)
    form = panel_of(screen).form
    QTest.keyClicks(form.note, "posted")
    press(form.note, Key.Key_Return)
    assert seat.status("A01@W1") is Status.IN_PROGRESS
    assert screen.checklist.items[0].cell.status is Status.IN_PROGRESS
    assert screen.list.hasFocus()


def test_every_count_of_the_legend_shows_exactly_so_many_lines(screen: MineScreen) -> None:
    for chip in screen.chips.chips:
        click(chip)
        assert len(screen.checklist.items) == chip.count
        click(chip)
    assert len(screen.checklist.items) == ACTIONS


def test_the_count_of_what_is_reported_shows_those_lines(screen: MineScreen) -> None:
    click(screen.reported)
    assert [item.cell.id for item in screen.checklist.items] == ["A03@W1"]


def test_text_filters_and_escape_shows_all(screen: MineScreen) -> None:
    QTest.keyClicks(screen.text, "action 1")
    assert len(screen.checklist.items) == 4
    assert screen.step_back()
    assert len(screen.checklist.items) == ACTIONS


def test_another_window_is_chosen_in_the_field(screen: MineScreen) -> None:
    at = screen.window_box.findData("W2")
    screen.window_box.setCurrentIndex(at)
    screen.window_box.activated.emit(at)
    assert screen.subtitle() == "W2  Window 2 · as of 2026-09-01"
    assert {item.cell.window.id for item in screen.checklist.items} == {"W2"}


def test_a_lines_news_from_elsewhere_is_seen(screen: MineScreen, seat: Seat) -> None:
    seat.bridge.do(ConfirmUnchanged(("A05@W1",)))
    assert screen.checklist.items[4].is_reported
    assert screen.checklist.items[4].changed_on == seat.book.clock.today()


def test_input_methods_are_off_on_the_list(screen: MineScreen) -> None:
    assert not screen.list.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_model_keeps_the_rules(screen: MineScreen) -> None:
    tester = QAbstractItemModelTester(screen.checklist, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QTest.keyClicks(screen.text, "action 1")
    screen.step_back()
    assert tester.model() is screen.checklist


def test_the_window_is_handed_over_for_writing(screen: MineScreen) -> None:
    shown = screen.shown()
    assert [window.id for window in shown.board.windows] == ["W1"]
    assert len(shown.commitments) == ACTIONS


def test_lines_are_grouped_sorted_by_a_head_and_turned_round(screen: MineScreen) -> None:
    screen.bar.group_chosen.emit("status")
    assert list(dict.fromkeys(screen.checklist.groups)) == ["Not started", "In progress"]
    screen.bar.group_chosen.emit("")
    header = screen.list.horizontalHeader()
    header.sectionClicked.emit(DUE)
    assert screen.checklist.items[0].cell.id == "A02@W1"
    header.sectionClicked.emit(CODE)
    header.sectionClicked.emit(CODE)
    assert screen.checklist.items[0].cell.action.code == f"A{ACTIONS}"


def test_filters_stand_as_chips_and_go_one_by_one(screen: MineScreen) -> None:
    QTest.keyClicks(screen.text, "a02")
    click(next(chip for chip in screen.chips.chips if chip.meaning is Lamp.OVERDUE))
    assert [chip.key for chip in screen.active.chips] == ["text", "sign"]
    screen.active.chips[0].setFocus()
    press(screen.active.chips[0], Key.Key_Delete)
    assert screen.text.text() == ""
    assert [item.cell.id for item in screen.checklist.items] == ["A02@W1"]
    click(screen.active.clear)
    assert len(screen.checklist.items) == ACTIONS


def test_filters_that_leave_no_line_are_named_there(screen: MineScreen) -> None:
    screen.views.take("disputed")
    assert screen.empty.isVisible()
    assert screen.empty.why.text() == "Sign: Disputed"
    click(screen.empty.clear)
    assert screen.list.isVisible()
    assert len(screen.checklist.items) == ACTIONS


def test_selection_and_scroll_outlive_another_reading(screen: MineScreen, seat: Seat) -> None:
    screen.resize(1366, 420)
    screen.list.selectRow(6)
    press(screen.list, Key.Key_Down, shift=True)
    press(screen.list, Key.Key_Down, shift=True)
    bar = screen.list.verticalScrollBar()
    bar.setValue(40)
    seat.focus.reload()
    assert screen.list.rows() == [6, 7, 8]
    assert bar.value() == 40


def test_code_and_title_stay_in_sight_when_columns_do_not_fit(screen: MineScreen, qtbot: QtBot) -> None:
    view = screen.list
    assert not view.frozen.isVisible()
    view.columns.lay_out(Layout(tuple(column.id for column in KNOWN)))
    qtbot.waitUntil(view.frozen.isVisible)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    shown = [section for section in range(len(KNOWN)) if not view.frozen.isColumnHidden(section)]
    assert shown == [REPORTED, STATUS, CODE, TITLE]
    click(view.frozen.viewport(), view.frozen.visualRect(screen.checklist.index(4, REPORTED)).center())
    assert screen.checklist.items[4].is_reported


def test_columns_and_order_are_there_again_at_the_next_start(seat: Seat, qtbot: QtBot) -> None:
    kept: dict[str, object] = {}
    for number in range(2):
        made = MineScreen(seat.focus, seat.bridge, ItemPanel(seat.focus, seat.bridge), Shapes(kept))
        qtbot.addWidget(made)
        if number == 0:
            made.list.columns.lay_out(Layout(("title", "officer")))
            made.bar.group_chosen.emit("due")
        assert made.list.columns.shown == ("title", "officer")
        assert made.order.group == "due"


def test_a_view_of_the_checklist_keeps_filters_groups_and_columns(screen: MineScreen) -> None:
    screen.bar.group_chosen.emit("due")
    QTest.keyClicks(screen.text, "a02")
    view = screen.views.shelf.add("Mine", screen.state())
    assert view is not None
    click(screen.active.clear)
    screen.bar.group_chosen.emit("category")
    screen.views.take(view.id)
    assert (screen.order.group, screen.text.text()) == ("due", "a02")
    assert "Mine" in screen.views.text()
