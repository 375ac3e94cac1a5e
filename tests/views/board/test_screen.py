"""What the board shows, over a real book."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from desktop.models.vocabulary import Lamp, Status
from desktop.views import theme
from desktop.views.board import shown
from desktop.views.board.choice import Choice
from desktop.views.board.screen import BoardScreen
from desktop.views.focus import Drill
from tests import books
from tests.views.board.met import current, panel_of, write
from tests.views.seat import ACTIONS, WINDOWS, Seat, click, press

Key = Qt.Key


def test_a_move_of_many_names_those_that_may_not_and_changes_nothing(screen: BoardScreen, seat: Seat) -> None:
    view, form = screen.pane.grid_view, panel_of(screen).form
    press(view, Key.Key_2)
    write("begun", form.note)
    press(form.note, Key.Key_Return)
    press(view, Key.Key_Down, Key.Key_Down, shift=True)
    press(view, Key.Key_8)
    assert "“Not applicable” is for Bureau administrator to set" in seat.refused[-1]
    press(view, Key.Key_5)
    assert seat.refused[-1] == (
        "None of the 3 can be changed. 1: From In progress there is no move to Verified. It can go to: Not started, "
        "Blocked, In place, Not applicable.\n2: From Not started there is no move to Verified. It can go to: "
        "In progress, Blocked, In place, Not applicable."
    )
    assert seat.statuses().count(Status.IN_PROGRESS) == 1


def test_text_filters_as_it_is_typed_and_show_all_brings_everything_back(screen: BoardScreen) -> None:
    QTest.keyClicks(screen.filters.text, "a03")
    assert screen.grid.rowCount() == 1
    assert screen.subtitle().startswith("1 actions × 4 windows")
    click(screen.active.clear)
    assert screen.grid.rowCount() == ACTIONS
    assert screen.filters.text.text() == ""


def test_a_unit_chosen_in_the_field_leaves_its_windows(screen: BoardScreen) -> None:
    box = screen.filters.unit
    box.setCurrentIndex(box.findData("S1"))
    box.activated.emit(box.currentIndex())
    assert [screen.grid.scene.board.windows[column].id for column in screen.grid.scene.columns] == ["W1", "W3"]


def test_a_chip_of_the_legend_shows_only_its_state_and_a_second_click_all(screen: BoardScreen) -> None:
    view, form = screen.pane.grid_view, panel_of(screen).form
    press(view, Key.Key_2)
    write("begun", form.note)
    press(form.note, Key.Key_Return)
    chip = screen.chips.chips[1]
    assert chip.count == 1
    click(chip)
    assert (screen.grid.rowCount(), screen.grid.columnCount()) == (1, 1)
    assert screen.chips.chips[0].count == ACTIONS * WINDOWS - 1
    click(chip)
    assert screen.grid.rowCount() == ACTIONS


def test_the_persons_unit_is_looked_at_first(screen: BoardScreen, seat: Seat) -> None:
    seat.focus.settle("S1", "W1")
    assert screen.choice.unit == "S1"
    assert screen.grid.columnCount() == WINDOWS // 2
    screen.active.clear.click()
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
    assert current(screen).id == "A03@W2"
    assert screen.grid.columnCount() == 1
    assert screen.grid.rowCount() == ACTIONS // 2
    screen.look_for(Drill(sign=Lamp.OVERDUE))
    assert screen.grid.rowCount() == 0


def test_comparing_shows_only_what_changed(screen: BoardScreen, seat: Seat) -> None:
    seat.hands.go(days=20)
    view, form = screen.pane.grid_view, panel_of(screen).form
    seat.focus.reload()
    press(view, Key.Key_2)
    write("begun", form.note)
    press(form.note, Key.Key_Return)
    click(screen.filters.changes.switch)
    assert (screen.grid.rowCount(), screen.grid.columnCount()) == (1, 1)
    assert screen.grid.scene.former is not None
    assert screen.grid.scene.former[0] == Status.NOT_STARTED.code
    assert screen.filters.changes.all.text() == "1 changes"
    assert shown.commitments(screen.grid.scene) == ("A01@W1",)


def test_another_day_to_compare_with_turns_the_comparison_on(screen: BoardScreen, seat: Seat) -> None:
    screen.filters.changes._take_day(date(2026, 8, 28))
    assert seat.focus.since == date(2026, 8, 28)
    assert screen.filters.changes.on
    assert screen.grid.rowCount() == 0


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


def test_the_view_is_handed_over_for_writing_as_it_stands(screen: BoardScreen) -> None:
    QTest.keyClicks(screen.filters.text, "a03")
    shown = screen.shown()
    assert [action.id for action in shown.board.actions] == ["A03"]
    assert shown.commitments == ("A03@W1", "A03@W2", "A03@W3", "A03@W4")
