"""What the filters leave of a board."""

import pytest

from desktop.models import totals
from desktop.models.board import Board
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.board.choice import Choice, Scene, look
from tests.sample import sample_board


@pytest.fixture(scope="module")
def board() -> Board:
    return sample_board()


def _cells(scene: Scene) -> set[str]:
    places = ((row, column) for row in scene.rows for column in scene.columns)
    return {cell.id for row, column in places if (cell := scene.lit_cell(row, column)) is not None}


def _all(board: Board) -> set[str]:
    return _cells(look(board, Choice()))


def test_no_choice_shows_every_commitment(board: Board) -> None:
    assert len(_all(board)) == sum(1 for code in board.status if code)


@pytest.mark.parametrize("status", tuple(Status))
def test_a_state_shows_exactly_the_commitments_in_it(board: Board, status: Status) -> None:
    found = _cells(look(board, Choice(status=status)))
    assert len(found) == totals.whole(board).counts[status]


@pytest.mark.parametrize("sign", [*Lamp, Mark.DISPUTED, Mark.UNREPORTED])
def test_a_sign_shows_exactly_the_commitments_that_bear_it(board: Board, sign: Lamp | Mark) -> None:
    array = board.lamps if isinstance(sign, Lamp) else board.marks
    assert len(_cells(look(board, Choice(sign=sign)))) == sum(1 for bits in array if bits & sign)


def test_a_unit_takes_in_the_units_below_it(board: Board) -> None:
    below = board.catalogue.under("C130921")
    scene = look(board, Choice(unit="C130921"))
    assert {board.windows[column].unit for column in scene.columns} <= below
    assert {"W015", "W016", "W017"} == {board.windows[column].id for column in scene.columns}


def test_text_finds_actions_by_code_or_title_whatever_the_width(board: Board) -> None:
    by_code = look(board, Choice(text="ａ０２-０3"))
    assert [board.actions[row].id for row in by_code.rows] == ["A02-03"]
    by_title = look(board, Choice(text="告知单"))
    assert [board.actions[row].id for row in by_title.rows] == ["A02-03"]


def test_text_that_no_action_has_looks_for_windows(board: Board) -> None:
    scene = look(board, Choice(text="孟村"))
    assert [board.windows[column].id for column in scene.columns] == ["W020"]


def test_text_that_nothing_has_shows_nothing(board: Board) -> None:
    assert look(board, Choice(text="xyz")).rows == ()


def test_filters_are_combined(board: Board) -> None:
    choice = Choice(unit="C130921", kind="PCS", measure="M01", status=Status.VERIFIED, category="C02")
    one_by_one = [Choice(unit="C130921"), Choice(kind="PCS"), Choice(measure="M01"), Choice(status=Status.VERIFIED)]
    expected = set.intersection(*(_cells(look(board, one)) for one in [*one_by_one, Choice(category="C02")]))
    assert _cells(look(board, choice)) == expected


def test_no_row_and_no_column_is_left_without_anything_looked_for(board: Board) -> None:
    scene = look(board, Choice(status=Status.RELAPSED))
    for row in scene.rows:
        assert any(scene.lit_cell(row, column) for column in scene.columns)
    for column in scene.columns:
        assert any(scene.lit_cell(row, column) for row in scene.rows)


def test_an_action_is_one_row_even_where_its_code_is_part_of_others(board: Board) -> None:
    assert {cell.partition("@")[0] for cell in _cells(look(board, Choice(action="A01-01")))} == {"A01-01"}


def test_what_an_officer_holds_is_all_that_is_shown(board: Board) -> None:
    held = frozenset(sorted(_all(board))[5:8])
    assert _cells(look(board, Choice(officer="Li", held=held | {"A99@W999"}))) == held
    assert _cells(look(board, Choice(officer="Li", held=frozenset()))) == set()
