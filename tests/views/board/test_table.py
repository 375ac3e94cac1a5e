"""The board's models keep Qt's rules and speak to readers of the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.models.vocabulary import Status
from desktop.views.board.choice import Choice
from desktop.views.board.grid import GridView
from desktop.views.board.row_columns import RATE
from desktop.views.board.table import Grid
from desktop.views.board.titles import Titles
from tests.sample import sample_board

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def grid(qapp: object) -> Grid:
    return Grid(sample_board())


def test_both_models_keep_the_rules_through_every_change(grid: Grid, qtbot: QtBot) -> None:
    titles = Titles(grid)
    testers = [QAbstractItemModelTester(grid, FATAL), QAbstractItemModelTester(titles, FATAL)]
    board, other = sample_board(), sample_board(seed=2)
    grid.show(board, Choice(text="110"))
    grid.show(board, Choice(text="nothing has this"))
    grid.show(board, Choice(status=Status.BLOCKED))
    grid.renew(other)
    grid.show(other, Choice(), board)
    grid.show(other, Choice())
    assert titles.rowCount() == grid.rowCount() == 80
    assert testers


def test_a_cell_tells_action_window_and_state(grid: Grid) -> None:
    i18n.use("en")
    index = grid.find("A02-02@W001")
    told = grid.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert told is not None
    assert told.startswith("A02-02 First-contact register\n[Sample] City bureau service hall\n")
    i18n.use(i18n.DEFAULT)


def test_a_place_without_a_commitment_says_so(grid: Grid) -> None:
    assert grid.cell(grid.index(0, 0)) is None
    assert grid.data(grid.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)


def test_rows_stay_when_a_commitment_no_longer_is_what_is_looked_for(grid: Grid) -> None:
    board = sample_board()
    grid.show(board, Choice(status=Status.BLOCKED))
    rows = grid.scene.rows
    grid.renew(sample_board(seed=2))
    assert grid.scene.rows == rows


def test_the_rate_stands_in_the_row(grid: Grid) -> None:
    titles = Titles(grid)
    assert str(titles.data(titles.index(0, titles.place(RATE)))).endswith("%")


def test_a_commitment_is_found_only_where_it_is_shown(grid: Grid) -> None:
    assert grid.find("A01-01@W003").isValid()
    assert not grid.find("A01-01@W001x").isValid()
    grid.show(sample_board(), Choice(window="W001"))
    assert not grid.find("A01-01@W003").isValid()


def test_an_arrow_goes_on_to_the_next_commitment_over_empty_places(grid: Grid, qtbot: QtBot) -> None:
    view = GridView(grid)
    qtbot.addWidget(view)
    start = grid.find("A01-01@W003")
    view.setCurrentIndex(start)
    QTest.keyClick(view, Qt.Key.Key_Right)
    cell = grid.cell(view.currentIndex())
    assert cell is not None
    assert cell.id == "A01-01@W022"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert grid.cell(view.currentIndex()) == cell
