"""Every figure on overview, units and catalogue leads to exactly as many rows as it says, by mouse and keyboard."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.app.application import Application
from desktop.commands.progress import Move, SetDue
from desktop.models import totals
from desktop.models.board import Board
from desktop.models.vocabulary import Role, Status
from desktop.views import tasks
from desktop.views.board import shown
from desktop.views.board.choice import Choice, look
from desktop.views.board.screen import BoardScreen
from desktop.views.changed.screen import ChangedScreen
from desktop.views.focus import Drill
from desktop.views.links import LinkButton
from desktop.views.office import catalogue_presenter, units_presenter
from desktop.views.office.catalogue_screen import CatalogueScreen
from desktop.views.office.units_screen import UnitsScreen
from desktop.views.overview import figures as overview_figures
from desktop.views.overview import presenter
from desktop.views.overview.row_menu import figures
from desktop.views.overview.screen import OverviewScreen
from tests import books
from tests.sample import sample_board
from tests.views.seat import click

Start = Callable[..., Application]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use(i18n.DEFAULT)


def _rows(board: Board, drill: Drill) -> int:
    """Return how many commitments the board shows for a way down, as its screen takes it."""
    choice = Choice(
        unit=drill.unit, measure=drill.measure, status=drill.status, sign=drill.sign, text=drill.text,
        category=drill.category, window=drill.window, action=drill.action, any_of=drill.any_of,
    )  # fmt: skip
    return len(shown.commitments(look(board, choice)))


def test_every_card_of_the_overview_leads_to_as_many_rows_as_it_says() -> None:
    board = sample_board()
    by_window = totals.by_window(board)
    for figure in overview_figures.figures(by_window):
        assert _rows(board, figure.drill) == figure.value, figure.label
    for rate in overview_figures.rates(by_window.total):
        above, below, beside = rate.drills
        assert _rows(board, above) == rate.above
        assert _rows(board, below) == rate.below
        assert str(_rows(board, beside)) in rate.note


@pytest.mark.parametrize("rows", [presenter.categories, presenter.measures])
def test_every_figure_of_a_category_and_of_a_measure_leads_to_its_rows(
    rows: Callable[[Board], tuple[presenter.Progress, ...]],
) -> None:
    board = sample_board()
    for row in rows(board):
        for name, number, _meaning, drill in figures(row):
            assert _rows(board, drill) == number, (row.name, name)


@pytest.mark.parametrize("role", Role)
def test_every_task_of_today_leads_to_its_rows(role: Role) -> None:
    board = sample_board()
    window = board.windows[0]
    for whose in (tasks.Scope(), tasks.Scope(window.unit), tasks.Scope(window.unit, window.id)):
        for task in tasks.tasks(board, role, whose):
            assert _rows(board, task.drill) == task.count, (whose, task.kind.id)


def test_every_figure_of_units_windows_categories_measures_and_actions_leads_to_its_rows() -> None:
    board = sample_board()
    catalogue = board.catalogue
    keys = [*(f"unit:{key}" for key in catalogue.units), *(f"window:{key}" for key in catalogue.windows)]
    told = [units_presenter.facts(board, key) for key in keys]
    keys = [*(f"category:{key}" for key in catalogue.categories), *(f"measure:{key}" for key in catalogue.measures)]
    keys += [f"action:{key}@" for key in list(catalogue.actions)[::9]]
    told += [catalogue_presenter.facts(board, key) for key in keys]
    seen = 0
    for facts in told:
        assert facts is not None
        for fact in facts.rows:
            if fact.drill is not None:
                number = re.search(r"\((\d+) of", fact.value) or re.search(r"(\d+)", fact.value)
                assert number is not None
                assert _rows(board, fact.drill) == int(number[1]), (facts.title, fact.name)
                seen += 1
    assert seen > 400


def _busy(program: Start) -> Application:
    application = program()
    book = application.bridge.book
    book.do(Move(("A01@W1", "A02@W1", "A03@W2"), Status.IN_PROGRESS, note="begun"), books.CLERK)
    book.do(Move(("A03@W2",), Status.BLOCKED, reason="no printer"), books.CLERK)
    book.do(SetDue(("A05@W3",), book.clock.today()), books.CHIEF)
    application.focus.reload()
    return application


def _overview(application: Application) -> OverviewScreen:
    application.frame.go("overview")
    page = application.window.page
    assert isinstance(page, OverviewScreen)
    return page


def _count(application: Application) -> int:
    page = application.window.page
    assert isinstance(page, BoardScreen)
    return len(page.shown().commitments)


def test_going_through_all_figures_of_the_overview_each_shows_so_many_rows(program: Start) -> None:
    application = _busy(program)
    for number in range(len(_overview(application).cards.figures)):
        card = _overview(application).cards.figures[number]
        card.setFocus()
        QTest.keyClick(card, Qt.Key.Key_Space)
        assert _count(application) == int(card.accessibleName().rpartition(" ")[2])
    for rate in _overview(application).cards.rates:
        for link in [one for one in rate.counts.buttons if one.isEnabled()]:
            _overview(application)
            click(link)
            found = re.search(r"\d+", link.text())
            assert found is not None
            assert _count(application) == int(found[0])
    for panel in (_overview(application).body.categories, _overview(application).body.measures):
        for number, row in enumerate(panel.list.rows.lines):
            _overview(application).body.mosaic.show_panel(panel)
            panel.list.setFocus()
            panel.list.setCurrentIndex(panel.list.rows.index(number))
            QTest.keyClick(panel.list, Qt.Key.Key_Return)
            assert _count(application) == sum(row.tally.counts.values())


def test_the_rate_in_a_row_of_the_overview_leads_to_what_is_in_place(program: Start) -> None:
    application = _busy(program)
    rows = _overview(application).body.measures.list
    _overview(application).body.mosaic.show_panel(_overview(application).body.measures)
    QApplication.processEvents()
    index = rows.rows.index(0)
    assert rows.figure_at(index, rows.visualRect(index).center()) is None
    middle, right = rows.visualRect(index).center(), rows.visualRect(index).right()
    spots = {rows.figure_at(index, QPoint(x, middle.y())) for x in range(middle.x(), right)}
    assert spots <= {None, Drill(measure="M01", any_of=("status:in_place", "status:verified"))}


def test_the_changes_of_the_overview_are_listed_as_many_as_its_title_says(program: Start) -> None:
    application = _busy(program)
    page = _overview(application)
    page.body.mosaic.show_panel(page.body.changes)
    QApplication.processEvents()
    number = len(page.body.changes.list.lines.lines)
    click(page.body.changes.all)
    listed = application.window.page
    assert isinstance(listed, ChangedScreen)
    assert len(listed.model.rows) == number == 3


def test_the_changes_of_a_filtered_board_are_listed_as_the_board_counts_them(program: Start) -> None:
    application = _busy(program)
    application.frame.go("board")
    board = application.window.page
    assert isinstance(board, BoardScreen)
    board.look_for(Drill(window="W1"))
    click(board.filters.changes.switch)
    assert board.filters.changes.all.text() == "2 changes"
    click(board.filters.changes.all)
    listed = application.window.page
    assert isinstance(listed, ChangedScreen)
    assert len(listed.model.rows) == 2


@pytest.mark.parametrize(("page", "kind"), [("units", UnitsScreen), ("catalogue", CatalogueScreen)])
def test_the_figures_of_a_sheet_are_one_stop_of_tab_and_arrows_go_along(
    program: Start, page: str, kind: type[UnitsScreen] | type[CatalogueScreen]
) -> None:
    application = _busy(program)
    application.frame.go(page)
    screen = application.window.page
    assert isinstance(screen, kind)
    links: list[LinkButton] = screen.sheet.links
    links[0].setFocus()
    QTest.keyClick(links[0], Qt.Key.Key_Down)
    assert links[1].hasFocus()
    stops = [one for one in links if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == links[:1]
    QTest.keyClick(links[0], Qt.Key.Key_Return)
    assert application.window.here == "board"
