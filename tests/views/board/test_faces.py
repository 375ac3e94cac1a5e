"""The byte of a look, counts and rates agree with the figures of the whole program."""

from dataclasses import replace

import pytest

from desktop.models import totals
from desktop.models.board import Board
from desktop.models.board_cut import cut
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.board.choice import Choice, look
from desktop.views.board.faces import (
    DISPUTED_BIT,
    LAMPS,
    PROPOSED_BIT,
    STATUS_BITS,
    face_of,
    faces,
    former,
    rates,
    tally,
)
from tests.sample import sample_board


@pytest.fixture(scope="module")
def board() -> Board:
    return sample_board()


def test_every_look_tells_state_gravest_lamp_dispute_and_proposal() -> None:
    for status in Status:
        for lamps in range(16):
            for marks in range(16):
                face = face_of(status.code, lamps, marks)
                gravest = next((one for one in LAMPS[1:] if one & lamps), Lamp(0))
                assert face & STATUS_BITS == status.code
                assert LAMPS[face >> 4 & 3] is gravest
                assert bool(face & DISPUTED_BIT) == bool(marks & Mark.DISPUTED)
                assert bool(face & PROPOSED_BIT) == bool(marks & Mark.PROPOSED)


def test_the_looks_of_a_board_are_those_of_its_cells(board: Board) -> None:
    one_by_one = bytes(map(face_of, board.status, board.lamps, board.marks))
    assert faces(board) == one_by_one


@pytest.mark.parametrize("choice", [Choice(), Choice(unit="C130921"), Choice(measure="M01"), Choice(window="W004")])
def test_counts_are_the_totals_of_the_same_part_of_the_board(board: Board, choice: Choice) -> None:
    scene = look(board, choice)
    actions = {board.actions[row].id for row in scene.rows}
    windows = {board.windows[column].id for column in scene.columns}
    assert tally(scene) == totals.whole(cut(board, actions, windows))


def test_the_rate_of_a_row_is_that_of_its_action(board: Board) -> None:
    expected = [totals.whole(cut(board, {action.id})).in_place_rate for action in board.actions]
    assert rates(look(board, Choice())) == expected


def test_comparing_gives_the_former_state_of_what_changed_and_of_nothing_else(board: Board) -> None:
    then = sample_board(seed=2)
    told = former(board, then)
    for at, code in enumerate(board.status):
        assert told[at] == (then.status[at] if code and code != then.status[at] else 0)


def test_comparing_meets_windows_by_id_and_takes_a_new_one_as_not_started(board: Board) -> None:
    then = cut(sample_board(), windows={window.id for window in board.windows[1:]})
    told = former(board, then)
    width = len(board.windows)
    for at, code in enumerate(board.status):
        started = at % width == 0 and code not in (0, Status.NOT_STARTED.code)
        assert told[at] == (Status.NOT_STARTED.code if started else 0)


def test_a_board_compared_with_itself_shows_nothing(board: Board) -> None:
    assert look(board, Choice(), former(board, replace(board))).rows == ()
