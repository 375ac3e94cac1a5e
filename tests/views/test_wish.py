"""From a key to a deed: what may be done, and the sentence when it may not."""

from collections.abc import Iterator

import pytest

from desktop import i18n
from desktop.models.board import Board, Cell
from desktop.models.rules import all_moves, find
from desktop.models.vocabulary import Need, Role, Status
from desktop.views.wish import FEW, Unfit, Wish, weigh, weigh_unchanged
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
    assert isinstance(wish, Wish)
    assert wish.commitments == (cells[2].id,)
    assert wish.needs == {Need.NOTE}
    assert [(one.number, one.is_quiet) for one in wish.left] == [(2, True)]
    assert not wish.wants_a_look


def test_the_needs_of_all_moves_are_asked_for_together(board: Board) -> None:
    cells = [*_cells(board, Status.BLOCKED, 1), *_cells(board, Status.IN_PLACE, 1)]
    wish = weigh(cells, Status.IN_PROGRESS, Role.CLERK)
    assert isinstance(wish, Wish)
    assert wish.needs == {Need.NOTE, Need.REASON}


def test_nothing_chosen_and_nothing_to_do_are_said(board: Board) -> None:
    assert weigh([], Status.VERIFIED, Role.BUREAU) == Unfit("Nothing is chosen here.")
    done = weigh(_cells(board, Status.VERIFIED, 2), Status.VERIFIED, Role.BUREAU)
    assert done == Unfit("None of the 2: This is already Verified.")


def test_what_may_not_be_moved_is_left_out_by_reason_and_only_the_first_few_are_named(board: Board) -> None:
    cells = [*_cells(board, Status.VERIFIED, 9), *_cells(board, Status.IN_PROGRESS, 2)]
    wish = weigh(cells, Status.BLOCKED, Role.CLERK)
    assert isinstance(wish, Wish)
    assert wish.number == 2
    assert wish.wants_a_look
    (left,) = wish.left
    assert left.number == 9
    assert left.why == "From Verified there is no move to Blocked. It can go to: Relapsed."
    assert left.names.endswith("and 6 more")


def test_a_move_of_another_role_says_whose_it_is(board: Board) -> None:
    told = weigh(_cells(board, Status.IN_PLACE, 3), Status.VERIFIED, Role.CLERK)
    assert told == Unfit("None of the 3: “Verified” is for Bureau administrator to set.")


def test_a_chief_is_told_to_propose(board: Board) -> None:
    told = weigh(_cells(board, Status.NOT_STARTED, 1), Status.NOT_APPLICABLE, Role.CHIEF)
    assert isinstance(told, Unfit)
    assert "a chief can propose it" in told.sentence


def test_windows_of_other_units_are_left_out(board: Board) -> None:
    cells = _cells(board, Status.NOT_STARTED, 8)
    own = frozenset({cells[0].window.unit})
    wish = weigh_unchanged(cells, own)
    assert isinstance(wish, Wish)
    assert {key.rpartition("@")[2] for key in wish.commitments} <= {
        cell.window.id for cell in cells if cell.window.unit in own
    }
    assert wish.number + wish.left[0].number == 8
    assert isinstance(weigh_unchanged(cells, frozenset()), Unfit)


def test_a_hundred_that_all_may_move_need_no_look_and_one_more_does(board: Board) -> None:
    cells = _cells(board, Status.NOT_STARTED, 1) * (FEW + 1)
    for number in (FEW, FEW + 1):
        wish = weigh(cells[:number], Status.BLOCKED, Role.CLERK)
        assert isinstance(wish, Wish)
        assert wish.wants_a_look == (number > FEW)


def test_every_move_of_the_table_can_be_reached_by_a_key() -> None:
    assert {rule.to.code for rule in all_moves()} <= set(range(1, 9))
