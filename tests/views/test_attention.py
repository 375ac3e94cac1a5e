"""What needs attention, in which order."""

from dataclasses import replace

import pytest

from desktop.models.board import Board
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.attention import ORDER, following, ranks
from tests.sample import sample_board


@pytest.fixture(scope="module")
def board() -> Board:
    """A board on which nothing needs attention but seven commitments, one for each reason and two overdue."""
    plain = sample_board()
    there = [at for at, code in enumerate(plain.status) if code][:10]
    size = len(plain.status)
    status, lamps, marks = bytearray(size), bytearray(size), bytearray(size)
    for at in there:
        status[at] = Status.VERIFIED.code
    marks[there[0]] = Mark.UNREPORTED
    lamps[there[1]] = Lamp.STALE
    lamps[there[2]] = Lamp.DUE_SOON
    status[there[3]] = Status.RELAPSED.code
    status[there[4]] = Status.RETURNED.code
    lamps[there[5]] = lamps[there[7]] = Lamp.OVERDUE | Lamp.SILENT
    return replace(plain, status=bytes(status), lamps=bytes(lamps), marks=bytes(marks))


def _walk(board: Board, *, back: bool = False) -> list[int]:
    places = [at for at, code in enumerate(board.status) if code]
    here, seen = None, list[int]()
    for _step in range(8):
        found = following(board, places, here, back=back)
        assert found is not None
        here = found.at
        seen.append(places.index(here))
        assert found.is_anew == (len(seen) == 8)
    return seen


def test_the_gravest_come_first_and_it_begins_anew_after_the_last(board: Board) -> None:
    assert _walk(board) == [5, 7, 4, 3, 2, 1, 0, 5]


def test_backwards_is_the_same_way_back(board: Board) -> None:
    assert _walk(board, back=True) == [0, 1, 2, 3, 4, 7, 5, 0]


def test_a_commitment_with_two_reasons_counts_for_the_graver(board: Board) -> None:
    both = bytes(Lamp.OVERDUE | Lamp.STALE if code else 0 for code in board.status)
    assert set(ranks(replace(board, lamps=both))) == {0, 255}


def test_nothing_shown_that_needs_attention_is_nothing(board: Board) -> None:
    assert following(board, [], None) is None
    quiet = [at for at, rank in enumerate(ranks(board)) if rank == 255]
    assert following(board, quiet, quiet[0]) is None


def test_every_reason_has_its_place() -> None:
    assert ORDER == (
        Lamp.OVERDUE, Status.RETURNED, Status.RELAPSED, Lamp.DUE_SOON, Lamp.STALE, Mark.UNREPORTED,
    )  # fmt: skip
