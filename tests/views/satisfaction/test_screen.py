"""The satisfaction figures by keys and clicks: they can be believed, and are the same wherever they are shown."""

from datetime import date
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.texts import satisfaction as words
from desktop.views import export
from desktop.views.satisfaction.bad_rows import Cut
from desktop.views.satisfaction.figures import BAD, RANK, RATE, RATINGS
from desktop.views.satisfaction.screen import RatingsScreen
from desktop.views.worker import Step
from tests.views.seat import Seat, press

Key = Qt.Key


def test_the_table_has_the_whole_on_top_and_says_how_all_is_counted(screen: RatingsScreen, seat: Seat) -> None:
    whole, *rest = screen.figures.lines
    found = seat.book.satisfaction(*screen.figures.days)
    assert whole.data == found.total
    assert [line.data for line in rest] == list(found.groups)
    assert whole.words[RATINGS] == "45"
    assert whole.words[RATE] == f"{41 / 45:.1%} ({words.interval(found.total)})"
    assert screen.figures.formula.text() == " ".join(words.formula(found))


def test_few_ratings_are_given_no_rank_and_the_number_that_lacks_is_said(screen: RatingsScreen) -> None:
    ranks = {line.key: line.words[RANK] for line in screen.figures.lines}
    assert ranks["W1"] == "1"
    assert ranks["W3"] == "n<30"


def test_another_span_and_another_grouping_are_read_at_once(screen: RatingsScreen, seat: Seat, qtbot: QtBot) -> None:
    body = screen.figures
    body.by.setCurrentIndex(body.by.findData("unit"))
    body.by.activated.emit(1)
    qtbot.waitUntil(lambda: [line.key for line in body.lines] == ["*", "S1"])
    body.span.setCurrentIndex(body.span.findData("last_month"))
    body.span.activated.emit(3)
    qtbot.waitUntil(lambda: body.lines[0].words[RATINGS] == "0")
    assert body.days == (date(2026, 8, 1), date(2026, 8, 31))


def test_a_head_sorts_and_the_whole_stays_on_top(screen: RatingsScreen) -> None:
    heads = screen.figures.list.horizontalHeader()
    heads.sectionClicked.emit(2)
    assert [line.key for line in screen.figures.lines] == ["*", "W3", "W1"]
    heads.sectionClicked.emit(2)
    assert [line.key for line in screen.figures.lines] == ["*", "W1", "W3"]


def test_enter_leads_to_the_bad_ratings_of_the_line_as_many_as_it_says(screen: RatingsScreen) -> None:
    screen.figures.list.choose("W1")
    number = next(line.words[BAD] for line in screen.figures.lines if line.key == "W1")
    press(screen.figures.list, Key.Key_Return)
    assert screen.half == "bad"
    assert len(screen.bad.model.lines) == int(number) == 3
    assert screen.step_back()
    assert screen.bad.cut == Cut()


def test_the_table_is_written_with_every_figure_and_the_formula(
    screen: RatingsScreen, seat: Seat, tmp_path: Path
) -> None:
    path = export.write(tmp_path / "s.xlsx", screen.shown(), seat.book, None, Step(lambda _share, _text: None))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(min_row=4, values_only=True)]
    found = seat.book.satisfaction(*screen.figures.days)
    assert rows[0][1:] == list(words.heads())
    assert [str(cell) for cell in rows[1][1:]] == list(words.cells(found.total))
    assert any(words.formula(found)[3] in row for row in rows)


def test_the_models_keep_the_rules(screen: RatingsScreen) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(body.model, mode) for body in (screen.figures, screen.bad)]
    screen.figures.list.horizontalHeader().sectionClicked.emit(1)
    screen.bad.choose(Cut(which="all"))
    assert len(testers) == 2
