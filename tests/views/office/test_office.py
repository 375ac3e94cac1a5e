from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import i18n
from desktop.app.application import Application
from desktop.views.board.screen import BoardScreen
from desktop.views.choices import unit_tree
from desktop.views.office import catalogue_presenter, units_presenter
from desktop.views.office.catalogue_screen import CatalogueScreen
from desktop.views.office.sheet import Facts
from desktop.views.office.tree import Branch
from desktop.views.office.units_screen import UnitsScreen
from tests.sample import sample_board
from tests.views.seat import click

Start = Callable[..., Application]


def _count(branch: Branch) -> int:
    return 1 + sum(map(_count, branch.below))


def _values(facts: Facts | None) -> dict[str, str]:
    assert facts is not None
    return {fact.name: fact.value for fact in facts.rows}


def test_every_unit_and_window_stands_once_in_the_tree() -> None:
    board = sample_board()
    whole = sum(map(_count, units_presenter.branches(board)))
    assert whole == len(board.catalogue.units) + len(board.catalogue.windows)


def test_a_unit_stands_below_its_parent() -> None:
    catalogue = sample_board().catalogue
    depths = dict(unit_tree(catalogue))
    for unit in catalogue.units.values():
        assert depths[unit.id] == (depths[unit.parent] + 1 if unit.parent else 0)


def test_an_action_tells_by_which_criterion_it_is_accepted() -> None:
    i18n.use("en")
    board = sample_board()
    action = board.catalogue.actions["A01-02"]
    told = _values(catalogue_presenter.facts(board, f"{catalogue_presenter.ACTION}{action.id}@"))
    assert told["Acceptance"] == action.accept_en
    assert told["Promise"] == "5 minutes"
    i18n.use("zh")


def test_every_action_stands_under_each_of_its_measures() -> None:
    catalogue = sample_board().catalogue
    below = [branch.key for measure in catalogue_presenter.by_measure(catalogue) for branch in measure.below]
    wanted = [(one.id, key) for one in catalogue.actions.values() for key in one.measures or ("",)]
    assert sorted(below) == sorted(f"{catalogue_presenter.ACTION}{one}@{key}" for one, key in wanted)


def test_the_page_of_units_shows_facts_by_keyboard_and_leads_to_the_board(program: Start) -> None:
    application = program()
    application.window.go("units")
    page = application.window.page
    assert isinstance(page, UnitsScreen)
    for _step in range(2):
        QTest.keyClick(page.tree, Qt.Key.Key_Down)
    QTest.keyClick(page.tree, Qt.Key.Key_Left)
    page.tree.go_to("window:W2")
    click(page.to_board)
    board = application.window.page
    assert isinstance(board, BoardScreen)
    assert board.choice.window == "W2"


def test_a_search_keeps_what_fits_and_what_lies_above_it(program: Start) -> None:
    application = program()
    application.window.go("units")
    page = application.window.page
    assert isinstance(page, UnitsScreen)
    assert page.search("W3")
    model = page.tree.model()
    top = model.index(0, 0)
    hidden = [page.tree.isRowHidden(row, top) for row in range(model.rowCount(top))]
    assert hidden.count(False) == 1
    page.search("")
    assert not any(page.tree.isRowHidden(row, top) for row in range(model.rowCount(top)))


def test_the_catalogue_can_be_read_by_measure(program: Start) -> None:
    application = program()
    application.window.go("catalogue")
    page = application.window.page
    assert isinstance(page, CatalogueScreen)
    before = page.tree.model().rowCount()
    click(page.order.button("measure"))
    assert before == 1
    assert page.tree.key.startswith("measure:")
    click(page.to_board)
    board = application.window.page
    assert isinstance(board, BoardScreen)
    assert board.choice.measure == "M01"
