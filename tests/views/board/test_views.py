"""Columns, groups, order, chips, saved views and the panel's border on the board, by keys and clicks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.commands.progress import Move
from desktop.models.vocabulary import Status
from desktop.views.board import shown
from desktop.views.board.arrangement import Arrangement
from desktop.views.board.choice import Choice
from desktop.views.board.screen import BoardScreen
from desktop.views.columns import Layout
from desktop.views.item.panel import ItemPanel
from desktop.views.shapes import Shapes
from tests import books
from tests.views.board.met import current
from tests.views.seat import ACTIONS, WINDOWS, Seat, click, press, show

Key = Qt.Key


def _begin(seat: Seat, *ids: str) -> None:
    seat.book.do(Move(ids, Status.IN_PROGRESS, note="begun"), books.CLERK)
    seat.focus.reload()


def _heads(screen: BoardScreen) -> list[str]:
    titles = screen.pane.titles
    return [str(titles.headerData(at, Qt.Orientation.Horizontal)) for at in range(1, titles.columnCount())]


def test_a_column_is_chosen_moved_and_still_there_at_the_next_start(seat: Seat, qtbot: QtBot) -> None:
    kept: dict[str, object] = {}
    screen = BoardScreen(seat.focus, seat.bridge, ItemPanel(seat.focus, seat.bridge), Shapes(kept))
    show(qtbot, screen)
    chooser = screen.heads.choose_columns()
    chooser.list.setCurrentRow(3)
    press(chooser.list, Key.Key_Space)
    assert _heads(screen) == ["No.", "Action", "In place %", "Verified %"]
    QTest.keyClick(chooser.list, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _heads(screen) == ["No.", "Action", "Verified %", "In place %"]
    chooser.close()
    again = BoardScreen(seat.focus, seat.bridge, ItemPanel(seat.focus, seat.bridge), Shapes(kept))
    qtbot.addWidget(again)
    assert _heads(again) == ["No.", "Action", "Verified %", "In place %"]


def test_the_width_of_a_dragged_column_is_kept(screen: BoardScreen) -> None:
    rows = screen.pane.rows_view
    place = screen.pane.titles.place("title")
    rows.horizontalHeader().resizeSection(place, 222)
    assert rows.columnWidth(place) == 222
    assert screen.heads.layout_now.width(screen.pane.titles.columns[place - 1]) == 222


def test_a_click_on_a_head_sorts_and_a_second_one_turns_round(screen: BoardScreen, seat: Seat) -> None:
    header = screen.pane.rows_view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 8, header.height() - 8)
    click(header.viewport(), place)
    actions = screen.grid.scene.board.actions
    assert actions[screen.grid.scene.rows[0]].id == f"A{ACTIONS}"
    click(header.viewport(), place)
    assert actions[screen.grid.scene.rows[0]].id == "A01"


def test_the_latest_change_comes_first_when_it_is_sorted_by(screen: BoardScreen, seat: Seat) -> None:
    _begin(seat, "A07@W3")
    screen.filters.arrange.arranged.emit(Arrangement("", "", "changed", sort_columns="changed"))
    scene = screen.grid.scene
    assert scene.board.actions[scene.rows[0]].id == "A07"
    assert scene.board.windows[scene.columns[0]].id == "W3"


def test_a_click_on_the_band_of_a_group_selects_its_windows(screen: BoardScreen) -> None:
    screen.filters.arrange.arranged.emit(Arrangement(group_columns="county"))
    assert list(dict.fromkeys(screen.grid.scene.column_groups)) == ["S1", "S2"]
    names = screen.pane.grid_view.names
    click(names.viewport(), QPoint(names.sectionViewportPosition(2) + 4, 5))
    assert {cell.window.id for cell in screen.pane.chosen()} == {"W2", "W4"}


def test_a_click_on_a_rate_shows_the_rows_behind_it(screen: BoardScreen, seat: Seat) -> None:
    seat.book.do(Move(("A02@W1", "A02@W3"), Status.IN_PROGRESS, note="begun"), books.CLERK)
    seat.book.do(Move(("A02@W1",), Status.BLOCKED, reason="no"), books.CLERK)
    seat.focus.reload()
    screen.heads.take(Arrangement(), Layout(("title", "unreported")))
    screen.refresh()
    rows = screen.pane.rows_view
    place = screen.pane.titles.place("unreported")
    number = int(str(screen.pane.titles.data(screen.pane.titles.index(1, place))))
    click(rows.viewport(), QPoint(rows.columnViewportPosition(place) + 10, rows.rowViewportPosition(1) + 8))
    assert screen.choice.action == "A02"
    assert len(shown.commitments(screen.grid.scene)) == number == 2


def test_the_figures_of_the_corner_show_exactly_so_many_and_are_reached_by_keyboard(
    screen: BoardScreen, seat: Seat
) -> None:
    applicable = screen.pane.corner.counts.buttons[0]
    applicable.setFocus()
    press(applicable, Key.Key_Return)
    assert len(shown.commitments(screen.grid.scene)) == ACTIONS * WINDOWS
    assert applicable.text() == f"Applicable {ACTIONS * WINDOWS}"
    rate, verified = screen.pane.corner.rates.buttons
    rate.setFocus()
    press(rate, Key.Key_Right)
    assert verified.hasFocus()
    press(verified, Key.Key_Space)
    assert screen.pane.empty.isVisible()


def test_hidden_windows_stand_in_a_chip_and_come_back(screen: BoardScreen) -> None:
    screen.filters.arrange.hiding_wanted.emit("windows")
    assert "W1" not in {screen.grid.scene.board.windows[at].id for at in screen.grid.scene.columns}
    assert [chip.text() for chip in screen.active.chips] == ["1 windows hidden"]
    screen.filters.arrange.showing_wanted.emit()
    assert screen.grid.columnCount() == WINDOWS
    assert not screen.active.isVisible()


def test_chips_are_taken_away_one_by_one_or_all_at_once(screen: BoardScreen) -> None:
    screen._choose(Choice(unit="S1", category="C1", status=Status.NOT_STARTED))
    assert [chip.key for chip in screen.active.chips] == ["unit", "category", "status"]
    screen.active.chips[0].setFocus()
    press(screen.active.chips[0], Key.Key_Right)
    press(screen.active.chips[1], Key.Key_Backspace)
    assert screen.choice == Choice(unit="S1", status=Status.NOT_STARTED)
    click(screen.active.clear)
    assert screen.choice == Choice()
    assert screen.pane.grid_view.hasFocus()


def test_filters_that_leave_nothing_are_named_where_the_rows_would_stand(screen: BoardScreen) -> None:
    QTest.keyClicks(screen.filters.text, "zzz")
    assert screen.pane.empty.isVisible()
    assert screen.pane.empty.why.text() == "Text “zzz”"
    click(screen.pane.empty.clear)
    assert screen.grid.rowCount() == ACTIONS


def test_selection_and_place_outlive_refresh_and_another_order(screen: BoardScreen, seat: Seat) -> None:
    press(screen.pane.grid_view, Key.Key_Down, Key.Key_Right)
    press(screen.pane.grid_view, Key.Key_Down, Key.Key_Right, shift=True)
    chosen = {cell.id for cell in screen.pane.chosen()}
    assert len(chosen) == 4
    seat.focus.reload()
    assert {cell.id for cell in screen.pane.chosen()} == chosen
    screen.filters.arrange.arranged.emit(Arrangement(rows_down=True))
    assert {cell.id for cell in screen.pane.chosen()} == chosen
    assert current(screen).id == seat.focus.chosen


def test_the_scroll_stays_when_the_board_is_read_anew(screen: BoardScreen, seat: Seat, qtbot: QtBot) -> None:
    screen.resize(900, 420)
    qtbot.wait(20)
    screen.pane.go_to("A12@W4")
    before = screen.pane.grid_view.verticalScrollBar().value()
    assert before > 0
    seat.focus.reload()
    assert screen.pane.grid_view.verticalScrollBar().value() == before
    assert screen.pane.rows_view.verticalScrollBar().value() == before


def test_a_view_is_saved_changed_named_anew_and_forgotten(screen: BoardScreen, seat: Seat) -> None:
    screen._choose(Choice(unit="S1"))
    dialog = screen.views.ask_name()
    QTest.keyClicks(dialog.field, "My station")
    press(dialog.field, Key.Key_Return)
    view = screen.views.current
    assert view is not None
    assert "My station" in screen.views.text()
    click(screen.active.clear)
    screen.views.take(view.id)
    assert screen.choice == Choice(unit="S1")
    screen._choose(Choice(unit="S2"))
    assert screen.views.text().endswith("*")
    screen.views._update()
    manage = screen.views.manage()
    manage.list.setCurrentRow(manage.list.count() - 1)
    name = manage.ask_name()
    assert name is not None
    name.field.setText("Station two")
    press(name.field, Key.Key_Return)
    found = screen.views.shelf.find(view.id)
    assert found is not None
    assert (found.title, found.state["filters"]) == ("Station two", {"unit": "S2"})
    press(manage.list, Key.Key_Delete)
    assert screen.views.shelf.find(view.id) is None


def test_a_view_opens_the_board_at_the_next_start(screen: BoardScreen, seat: Seat, qtbot: QtBot) -> None:
    assert screen.views.shelf.begin_with("blocked")
    again = BoardScreen(seat.focus, seat.bridge, ItemPanel(seat.focus, seat.bridge))
    qtbot.addWidget(again)
    assert again.choice == Choice(status=Status.BLOCKED)


def test_a_view_of_my_unit_is_of_whoever_looks(screen: BoardScreen, seat: Seat) -> None:
    seat.focus.settle("S2", "W2")
    screen.views.take("unreported")
    assert screen.choice.unit == "S2"


def test_a_view_that_names_a_unit_that_is_gone_opens_with_a_sentence(screen: BoardScreen, seat: Seat) -> None:
    said: list[str] = []
    seat.bridge.said.connect(said.append)
    view = screen.views.shelf.add("Old", {"filters": {"unit": "S9"}})
    assert view is not None
    screen.views.take(view.id)
    assert screen.grid.rowCount() == ACTIONS
    assert "S9" in said[0]


def test_views_come_by_their_keys_and_stand_among_the_deeds(screen: BoardScreen) -> None:
    keys = {deed.keys: deed for deed in screen.deeds() if deed.id.startswith("view.")}
    keys["Alt+6"].run()
    assert screen.choice == Choice(status=Status.BLOCKED)
    assert screen.views.shelf.move("blocked", -1)
    assert [deed.keys for deed in screen.deeds() if deed.id == "view.blocked"] == ["Alt+5"]


def test_the_panel_is_folded_away_and_opens_when_it_is_needed(screen: BoardScreen) -> None:
    screen.side.fold()
    assert not screen.beside.isVisible()
    press(screen.pane.grid_view, Key.Key_2)
    assert screen.beside.isVisible()


def test_the_border_of_the_panel_stays_where_it_was_put(seat: Seat, qtbot: QtBot) -> None:
    kept: dict[str, object] = {}
    screen = BoardScreen(seat.focus, seat.bridge, ItemPanel(seat.focus, seat.bridge), Shapes(kept))
    show(qtbot, screen)
    screen.side.setSizes([screen.side.width() - 466, 450])
    screen.side.splitterMoved.emit(0, 1)
    again = BoardScreen(seat.focus, seat.bridge, ItemPanel(seat.focus, seat.bridge), Shapes(kept))
    show(qtbot, again)
    assert again.beside.width() == screen.beside.width() == 450


_OTHER_VERSION: dict[str, object] = {"version": 0, "board": {"columns": {"shown": ["title"]}}}


@pytest.mark.parametrize("damage", [_OTHER_VERSION, {"version": 1, "board": 7}])
def test_shapes_of_another_version_or_damaged_ones_are_forgotten(
    seat: Seat, qtbot: QtBot, damage: dict[str, object]
) -> None:  # fmt: skip
    screen = BoardScreen(seat.focus, seat.bridge, ItemPanel(seat.focus, seat.bridge), Shapes(damage))
    qtbot.addWidget(screen)
    assert _heads(screen) == ["No.", "Action", "In place %"]


def test_a_figure_is_the_same_under_a_sign_and_leads_to_as_many_rows(screen: BoardScreen, seat: Seat) -> None:
    _begin(seat, "A02@W1", "A03@W3")
    screen.heads.take(Arrangement(), Layout(("title", "unreported")))
    screen._choose(Choice(status=Status.IN_PROGRESS))
    titles = screen.pane.titles
    assert screen.grid.columnCount() == 2
    assert titles.data(titles.index(0, titles.place("unreported"))) == str(WINDOWS - 1)
    next(deed for deed in screen.deeds() if deed.id == "figure.unreported").run()
    assert len(shown.commitments(screen.grid.scene)) == WINDOWS - 1


def test_tab_goes_from_the_fields_to_the_chips_and_on_to_the_board(screen: BoardScreen) -> None:
    screen._choose(Choice(unit="S1"))
    here = screen.filters.changes.day
    here.setFocus()
    press(here, Key.Key_Tab)
    assert screen.active.chips[0].hasFocus()
    press(screen.active.chips[0], Key.Key_Tab)
    assert screen.active.clear.hasFocus()
