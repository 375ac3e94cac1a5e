"""The list of changes by keys and clicks, over a real book."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.commands.progress import Move
from desktop.models.vocabulary import Status
from desktop.views import export
from desktop.views.changed.rows import ACTION, AFTER, BEFORE, NOTE, STEPS, WHEN, WHO, words
from desktop.views.changed.screen import ChangedScreen
from desktop.views.focus import Drill
from desktop.views.worker import Step
from tests import books
from tests.views.seat import Seat, click, press, show

Key = Qt.Key


@pytest.fixture
def screen(seat: Seat, qtbot: QtBot) -> ChangedScreen:
    seat.hands.go(days=20)
    seat.book.do(Move(("A01@W1", "A02@W2"), Status.IN_PROGRESS, note="begun"), books.CLERK)
    seat.hands.go(hours=1)
    seat.book.do(Move(("A02@W2",), Status.BLOCKED, reason="no printer"), books.CHIEF)
    seat.focus.reload()
    made = ChangedScreen(seat.focus, seat.bridge)
    show(qtbot, made, 1300, 600)
    made.arrive()
    return made


def _ids(screen: ChangedScreen) -> list[str]:
    return [row.cell.id for row in screen.model.rows]


def test_a_line_tells_who_when_from_what_to_what_and_why(screen: ChangedScreen, seat: Seat) -> None:
    told = words(screen.model.rows[0], seat.focus.board)
    assert told[WHO] == books.CHIEF.officer
    assert told[WHEN] == "2026-09-21"
    assert (told[BEFORE], told[AFTER]) == ("Not started", "Blocked")
    assert told[NOTE] == "no printer"
    assert told[STEPS] == "2"


def test_the_latest_change_stands_first_and_a_head_sorts(screen: ChangedScreen) -> None:
    assert _ids(screen) == ["A02@W2", "A01@W1"]
    screen.list.horizontalHeader().sectionClicked.emit(3)
    assert _ids(screen) == ["A01@W1", "A02@W2"]
    screen.list.horizontalHeader().sectionClicked.emit(3)
    assert _ids(screen) == ["A02@W2", "A01@W1"]


def test_a_text_filters_and_its_chip_takes_it_away_by_keyboard(screen: ChangedScreen) -> None:
    QTest.keyClicks(screen.fields.text, "printer")
    assert _ids(screen) == ["A02@W2"]
    chip = screen.active.chips[0]
    chip.setFocus()
    press(chip, Key.Key_Delete)
    assert len(_ids(screen)) == 2
    assert screen.list.hasFocus()


def test_a_person_chosen_in_the_field_leaves_that_persons_changes(screen: ChangedScreen) -> None:
    box = screen.fields.author
    box.setCurrentIndex(box.findData(books.CLERK.officer))
    box.activated.emit(box.currentIndex())
    assert _ids(screen) == ["A01@W1"]
    assert screen.step_back()
    assert len(_ids(screen)) == 2


def test_filters_that_leave_nothing_are_named_and_can_be_dropped_there(screen: ChangedScreen) -> None:
    QTest.keyClicks(screen.fields.text, "nobody wrote this")
    assert screen.empty.isVisible()
    assert "nobody wrote this" in screen.empty.why.text()
    click(screen.empty.clear)
    assert len(_ids(screen)) == 2
    assert not screen.empty.isVisible()


def test_enter_leads_to_the_commitment(screen: ChangedScreen, seat: Seat) -> None:
    asked: list[Drill] = []
    seat.focus.drilled.connect(asked.append)
    press(screen.list, Key.Key_Return)
    assert asked == [Drill(commitment="A02@W2")]


def test_only_what_the_board_showed_is_listed_until_its_chip_goes(screen: ChangedScreen, seat: Seat) -> None:
    seat.focus.list_changes(frozenset({"A01@W1"}))
    assert _ids(screen) == ["A01@W1"]
    click(screen.active.chips[0])
    assert len(_ids(screen)) == 2


def test_what_is_posted_is_listed_at_once_and_the_line_stays(screen: ChangedScreen, seat: Seat) -> None:
    screen.list.selectRow(1)
    seat.bridge.do(Move(("A03@W3",), Status.IN_PROGRESS, note="begun"))
    assert _ids(screen) == ["A03@W3", "A02@W2", "A01@W1"]
    assert screen.list.currentIndex().row() == 2


def test_the_list_is_written_as_a_sheet_of_its_own(screen: ChangedScreen, seat: Seat, tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    step = Step(lambda share, text: told.append((share, text)))
    path = export.write(tmp_path / "changes.xlsx", screen.shown(), seat.book, None, step)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.title == "What changed"
    lines = [[cell for cell in row if cell] for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert lines[0][:4] == ["When", "Who", "No.", "Action"]
    assert "no printer" in lines[1]
    assert len(lines) == 3


def test_the_model_keeps_the_rules(screen: ChangedScreen) -> None:
    tester = QAbstractItemModelTester(screen.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QTest.keyClicks(screen.fields.text, "begun")
    screen.step_back()
    assert tester.model() is screen.model


def test_a_column_that_is_taken_away_is_gone_from_list_and_sheet(screen: ChangedScreen) -> None:
    chooser = screen.list.columns.choose(screen.fields.columns)
    row = next(at for at in range(chooser.list.count()) if chooser.list.item(at).text() == "Who")
    chooser.list.setCurrentRow(row)
    press(chooser.list, Key.Key_Space)
    listing = screen.shown().listing
    assert listing is not None
    assert "Who" not in listing.heads
    assert screen.list.isColumnHidden(1)
    assert ACTION in screen.list.columns.shown
