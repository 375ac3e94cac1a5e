"""From a key to a deed: what may be done, and the sentence when it may not."""

from collections.abc import Iterator

import pytest

from desktop import i18n
from desktop.models.board import Board, Cell
from desktop.models.rules import all_moves, find
from desktop.models.vocabulary import Need, Role, Status
from desktop.views.wish import Unfit, Wish, weigh
from tests.sample import sample_board


@pytest.fixture(scope="module")
def board() -> Board:
    return sample_board()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use(i18n.DEFAULT)


def _cells(board: Board, status: Status, number: int) -> list[Cell]:
    places = ((row, column) for row in range(len(board.actions)) for column in range(len(board.windows)))
    found = (cell for row, column in places if (cell := board.cell(row, column)) and cell.status is status)
    return [next(found) for _cell in range(number)]


@pytest.mark.parametrize("origin", Status)
@pytest.mark.parametrize("to", Status)
@pytest.mark.parametrize("role", Role)
def test_exactly_the_moves_of_the_table_may_be_made(board: Board, origin: Status, to: Status, role: Role) -> None:
    wish = weigh(_cells(board, origin, 1), to, role)
    rule = find(origin, to)
    assert isinstance(wish, Wish) == (rule is not None and role in rule.roles)
    if isinstance(wish, Wish) and rule is not None:
        assert wish.needs == rule.needs


def test_commitments_in_the_state_already_are_left_out(board: Board) -> None:
    cells = [*_cells(board, Status.IN_PROGRESS, 2), *_cells(board, Status.NOT_STARTED, 1)]
    wish = weigh(cells, Status.IN_PROGRESS, Role.CLERK)
    assert wish == Wish((cells[2].id,), Status.IN_PROGRESS, frozenset({Need.NOTE}))


def test_the_needs_of_all_moves_are_asked_for_together(board: Board) -> None:
    cells = [*_cells(board, Status.BLOCKED, 1), *_cells(board, Status.IN_PLACE, 1)]
    wish = weigh(cells, Status.IN_PROGRESS, Role.CLERK)
    assert isinstance(wish, Wish)
    assert wish.needs == {Need.NOTE, Need.REASON}


def test_nothing_chosen_and_nothing_to_do_are_said(board: Board) -> None:
    assert weigh([], Status.VERIFIED, Role.BUREAU) == Unfit("Nothing is chosen here.")
    done = weigh(_cells(board, Status.VERIFIED, 2), Status.VERIFIED, Role.BUREAU)
    assert done == Unfit("This is already Verified.")


def test_only_the_first_few_in_the_way_are_named(board: Board) -> None:
    told = weigh(_cells(board, Status.VERIFIED, 9), Status.BLOCKED, Role.CLERK)
    assert isinstance(told, Unfit)
    assert told.sentence.startswith("9 of 9 cannot become Blocked: ")
    assert "and 6 more" in told.sentence


def test_every_move_of_the_table_can_be_reached_by_a_key() -> None:
    assert {rule.to.code for rule in all_moves()} <= set(range(1, 9))
