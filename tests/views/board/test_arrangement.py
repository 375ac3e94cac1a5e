"""Groups and order of the board's rows and columns."""

from itertools import pairwise

import pytest

from desktop.models import totals
from desktop.models.board import Board
from desktop.models.board_cut import cut
from desktop.models.vocabulary import Lamp, Status
from desktop.views.board import shown, view_state
from desktop.views.board.arrange_button import changed
from desktop.views.board.arrangement import PRINTED, Arrangement, Recency
from desktop.views.board.choice import Choice, Scene, look
from desktop.views.board.faces import rates, tally
from desktop.views.board.row_columns import KNOWN, RowFigures
from desktop.views.board.view_state import BoardState
from desktop.views.columns import Layout
from desktop.views.meanings import ATTENTION, NO_MEASURE, codes
from tests.sample import sample_board


@pytest.fixture(scope="module")
def board() -> Board:
    return sample_board()


def _scene(board: Board, choice: Choice | None = None, **how: object) -> Scene:
    return look(board, choice or Choice(), None, Arrangement(**how))  # type: ignore[arg-type]  # fields by name


def test_rows_stand_in_printed_order_by_category_at_first(board: Board) -> None:
    scene = _scene(board)
    assert scene.rows == tuple(range(len(board.actions)))
    assert list(dict.fromkeys(scene.row_groups)) == list(board.catalogue.categories)


def test_an_action_stands_under_each_of_its_measures_and_is_counted_once(board: Board) -> None:
    scene = _scene(board, group_rows="measure")
    for measure in board.catalogue.measures:
        rows = [row for row, key in zip(scene.rows, scene.row_groups, strict=True) if key == measure]
        assert rows == [n for n, action in enumerate(board.actions) if measure in action.measures]
    assert tally(scene) == totals.whole(board)
    assert len(shown.commitments(scene)) == sum(1 for code in board.status if code)


def test_a_filter_by_measure_leaves_that_group_alone(board: Board) -> None:
    assert set(_scene(board, Choice(measure="M01"), group_rows="measure").row_groups) == {"M01"}


def test_actions_under_no_measure_are_found(board: Board) -> None:
    scene = _scene(board, Choice(measure=NO_MEASURE))
    assert all(not board.actions[row].measures for row in scene.rows)


def test_rows_are_sorted_by_rate_and_turned_round(board: Board) -> None:
    up = [rate for rate in rates(_scene(board, group_rows="", sort_rows="rate")) if rate is not None]
    down = [rate for rate in rates(_scene(board, group_rows="", sort_rows="rate", rows_down=True)) if rate is not None]
    assert up == sorted(up)
    assert down == up[::-1]


def test_the_most_overdue_windows_stand_first(board: Board) -> None:
    scene, width = _scene(board, sort_columns="overdue"), len(board.windows)
    late = [sum(bool(lamp & Lamp.OVERDUE) for lamp in board.lamps[column::width]) for column in scene.columns]
    assert all(one >= other for one, other in pairwise(late))


def test_the_latest_change_is_sorted_by_what_the_journal_says(board: Board) -> None:
    recency = Recency({"A05-01": "2026", "A02-02": "2027"}, {})
    scene = look(board, Choice(), None, Arrangement(group_rows="", sort_rows="changed"), recency)
    assert [board.actions[row].id for row in scene.rows[:2]] == ["A02-02", "A05-01"]


def test_windows_are_grouped_by_county_and_those_of_departments_under_the_bureau(board: Board) -> None:
    scene = _scene(board, group_columns="county")
    units = board.catalogue.units
    assert all(units[key].kind != "department" for key in scene.column_groups)
    assert sorted(scene.columns) == list(range(len(board.windows)))
    assert len(set(scene.column_groups)) == sum(1 for one, other in pairwise(scene.column_groups) if one != other) + 1


def test_what_is_sorted_by_already_is_turned_round() -> None:
    once = changed(PRINTED, "sort_rows", "rate")
    assert (once.sort_rows, once.rows_down) == ("rate", False)
    assert changed(once, "sort_rows", "rate").rows_down
    assert not changed(changed(once, "sort_rows", "rate"), "sort_rows", "overdue").rows_down


def test_hidden_windows_and_actions_are_left_out(board: Board) -> None:
    choice = Choice(hidden_windows=frozenset({"W001"}), hidden_actions=frozenset({"A02-02"}))
    scene = look(board, choice)
    assert "W001" not in {board.windows[column].id for column in scene.columns}
    assert "A02-02" not in {board.actions[row].id for row in scene.rows}
    more = shown.hiding(choice, ("A02-03@W002",), "windows")
    assert more.hidden_windows == {"W001", "W002"}


def test_any_of_shows_the_union_of_what_it_names(board: Board) -> None:
    some = codes(Lamp.OVERDUE, Status.RETURNED)
    found = set(shown.commitments(look(board, Choice(any_of=some))))
    late = set(shown.commitments(look(board, Choice(sign=Lamp.OVERDUE))))
    returned = set(shown.commitments(look(board, Choice(status=Status.RETURNED))))
    assert found == late | returned


def test_each_figure_of_a_row_is_that_of_its_action(board: Board) -> None:
    scene = look(board, Choice(unit="C130921"))
    figures = RowFigures(scene, scene)
    windows = {board.windows[column].id for column in scene.columns}
    for row in range(0, len(scene.rows), 7):
        whole = totals.whole(cut(board, {board.actions[scene.rows[row]].id}, windows))
        assert figures.words(row, "overdue") == str(whole.overdue or "")
        assert figures.words(row, "unreported") == str(whole.unreported or "")
        assert figures.words(row, "disputed") == str(whole.disputed or "")


def test_a_state_is_kept_and_read_back_the_same(board: Board) -> None:
    choice = Choice(unit="C130921", sign=Lamp.OVERDUE, any_of=ATTENTION, hidden_windows=frozenset({"W015"}))
    state = BoardState(choice, Arrangement("lead", "kind", "rate", rows_down=True), Layout(("title", "rate")))
    other = BoardState(Choice(), PRINTED, Layout.usual(KNOWN))
    assert view_state.read(view_state.kept(state), board, "", other) == state


def test_a_view_that_names_what_is_gone_says_so_and_lets_the_rest_hold(board: Board) -> None:
    now = BoardState(Choice(), PRINTED, Layout.usual(KNOWN))
    view = {"filters": {"unit": "GONE", "measure": "M99", "sign": "lamp:overdue", "status": "status:nonsense"}}
    found = view_state.read(view, board, "", now)
    assert found.choice == Choice(sign=Lamp.OVERDUE)
    assert len(found.missing) == 2
    assert "GONE" in found.missing[0]


def test_every_shipped_view_can_be_read(board: Board) -> None:
    now = BoardState(Choice(), PRINTED, Layout.usual(KNOWN))
    for view in view_state.shipped():
        found = view_state.read(view.state, board, "C130921", now)
        assert not found.missing
        assert (found.choice == Choice()) == (view.id == "all")
