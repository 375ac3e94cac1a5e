from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.commands.progress import Move
from desktop.models.vocabulary import Lamp, Status
from desktop.views import theme
from desktop.views.board.screen import BoardScreen
from desktop.views.overview import presenter
from desktop.views.overview.mosaic import Shape, shape_for
from desktop.views.overview.progress import ProgressList
from desktop.views.overview.screen import OverviewScreen
from tests.sample import sample_board
from tests.views.seat import click, show

Start = Callable[..., Application]


def _overview(application: Application) -> OverviewScreen:
    page = application.window.page
    assert isinstance(page, OverviewScreen)
    QApplication.processEvents()
    return page


def _board(application: Application) -> BoardScreen:
    page = application.window.page
    assert isinstance(page, BoardScreen)
    return page


@pytest.mark.parametrize(
    ("size", "shape"),
    [((1118, 650), Shape.TABS), ((1672, 600), Shape.SIDE), ((1672, 936), Shape.WHOLE), ((2312, 1290), Shape.GRAND)],
)
def test_panels_stand_side_by_side_where_there_is_room(size: tuple[int, int], shape: Shape) -> None:
    assert shape_for(QSize(*size), 1.0) is shape


def test_a_count_leads_to_its_rows(program: Start) -> None:
    application = program()
    click(next(one for one in _overview(application).cards.figures if "Overdue" in one.accessibleName()))
    assert _board(application).choice.sign is Lamp.OVERDUE


def test_a_category_leads_to_its_rows_by_keyboard(program: Start) -> None:
    application = program()
    rows = _overview(application).body.categories.list
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert _board(application).choice.category == "C1"


def test_what_is_to_be_done_leads_to_the_commitment(program: Start) -> None:
    application = program(width=1920, height=1080)
    page = _overview(application)
    page.body.today.list.setFocus()
    QTest.keyClick(page.body.today.list, Qt.Key.Key_Down)
    QTest.keyClick(page.body.today.list, Qt.Key.Key_Return)
    assert application.window.here == "board"
    assert application.focus.chosen


def test_a_deed_is_counted_at_once(program: Start, qtbot: QtBot) -> None:
    application = program()
    page = _overview(application)
    application.bridge.do(Move(("A01@W1", "A02@W1"), Status.IN_PROGRESS, note="begun"))
    names = [one.accessibleName() for one in page.cards.figures]
    assert "In progress 2" in names
    qtbot.waitUntil(lambda: page.body.changes.list.model().rowCount() == 2, timeout=1000)


def test_a_deed_done_elsewhere_is_counted_on_arrival(program: Start) -> None:
    application = program()
    page = _overview(application)
    application.window.go("board")
    application.bridge.do(Move(("A01@W1",), Status.IN_PROGRESS, note="begun"))
    application.window.go("overview")
    assert "In progress 1" in [one.accessibleName() for one in page.cards.figures]


def test_every_row_stays_in_sight_in_every_usual_window(program: Start) -> None:
    application = program()
    page = _overview(application)
    for width, height in ((1366, 768), (1600, 900), (1920, 1080)):
        application.window.resize(width, height)
        QApplication.processEvents()
        for panel in (page.body.categories, page.body.measures):
            page.body.mosaic.show_panel(panel)
            QApplication.processEvents()
            rows = panel.list
            last = rows.visualRect(rows.model().index(rows.model().rowCount() - 1, 0))
            assert rows.viewport().rect().contains(last)


def test_red_is_written_only_where_something_is_overdue(qtbot: QtBot) -> None:
    late = presenter.categories(sample_board())
    calm = tuple(replace(row, tally=replace(row.tally, overdue=0)) for row in late)
    rows = ProgressList("x")
    show(qtbot, rows, 1100, 420)
    for shown, is_red in ((late, True), (calm, False)):
        rows.say(shown)
        QApplication.processEvents()
        image = rows.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        seen = set(memoryview(image.constBits()).cast("I"))
        assert (QColor(theme.current().tokens.danger).rgb() in seen) is is_red


def test_another_day_to_compare_with_is_asked_of_the_book(program: Start) -> None:
    application = program()
    page = _overview(application)
    day = application.focus.board.as_of
    page.body.changes.day_picked.emit(day)
    assert application.focus.since == day
    assert day.isoformat() in page.body.changes.day.text()


def test_the_deeds_of_the_page_lead_to_today_and_to_the_trend(program: Start, qtbot: QtBot) -> None:
    application = program()
    page = _overview(application)
    qtbot.waitUntil(page.body.isVisible, timeout=2000)
    register = application.frame.deeds
    compare = register.find("trend.compare")
    assert compare is not None
    assert compare.barred()
    for key, panel in (("overview.trend", page.body.trend), ("overview.today", page.body.today)):
        deed = register.find(key)
        assert deed is not None
        register.do(deed)
        assert panel.isVisible()
    county = register.find("trend.county")
    assert county is not None
    register.do(county)
    assert page.body.trend.by_county.isChecked()


def test_c_on_the_trend_compares_with_the_day_that_is_read(program: Start, qtbot: QtBot) -> None:
    application = program()
    page = _overview(application)
    application.bridge.do(Move(("A01@W1",), Status.IN_PROGRESS, note="begun"))
    page.body.enter_trend()
    chart = page.body.trend.chart
    qtbot.waitUntil(lambda: bool(chart.steps), timeout=5000)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_C)
    assert application.focus.since == chart.steps[0].day
    assert page.body.changes.isVisible()
