from dataclasses import replace
from datetime import date

import pytest

from desktop import i18n
from desktop.models.board import Board, Cell
from desktop.models.board_cut import cut
from desktop.models.desk import Desk
from desktop.models.totals import whole
from desktop.models.vocabulary import Lamp, Mark, Role, Status
from desktop.views import tasks
from desktop.views.focus import Drill, Focus
from desktop.views.tasks import BLOCKED, DISPUTED, OVERDUE, PRESSING, REVIEW, STALE, UNREPORTED, Kind, Scope
from tests.sample import sample_board

BOARD = sample_board()
FIRST = BOARD.windows[0].id


class Source:
    """A board without a book."""

    def board(self, as_of: date | None = None) -> Board:
        assert as_of is None
        return BOARD


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


def _cells(board: Board) -> list[Cell]:
    places = ((row, column) for row in range(len(board.actions)) for column in range(len(board.windows)))
    return [cell for place in places if (cell := board.cell(*place))]


def _is_of(cell: Cell, kind: Kind) -> bool:
    if isinstance(kind.of, Status):
        disputed = cell.status is Status.VERIFIED and cell.marks & Mark.DISPUTED
        return (Status.IN_PLACE if disputed else cell.status) is kind.of
    return bool((cell.lamps if isinstance(kind.of, Lamp) else cell.marks) & kind.of)


@pytest.mark.parametrize("role", list(Role))
def test_every_count_of_a_role_is_what_a_walk_over_the_board_finds(role: Role) -> None:
    found = {task.kind.id: task.count for task in tasks.tasks(BOARD, role, Scope())}
    walked = {kind.id: sum(_is_of(cell, kind) for cell in _cells(BOARD)) for kind in tasks.kinds(role)}
    assert found == {key: number for key, number in walked.items() if number}


def test_counts_agree_with_the_totals() -> None:
    tally = whole(BOARD)
    counted = [tasks.count(BOARD, (kind,), Scope()) for kind in (OVERDUE, STALE, UNREPORTED, DISPUTED, BLOCKED)]
    told = [tally.overdue, tally.stale, tally.unreported, tally.disputed, tally.counts[Status.BLOCKED]]
    assert counted == told


def test_a_commitment_with_two_reasons_counts_once() -> None:
    wanted = [cell for cell in _cells(BOARD) if any(_is_of(cell, kind) for kind in PRESSING)]
    assert tasks.count(BOARD, PRESSING, Scope()) == len(wanted)


def test_a_window_sees_its_own_tasks_and_leads_to_its_own_rows() -> None:
    own = cut(BOARD, windows={FIRST})
    for task in tasks.tasks(BOARD, Role.CLERK, Scope(window=FIRST)):
        assert task.count == tasks.count(own, (task.kind,), Scope())
        assert task.drill.window == FIRST


def test_a_unit_sees_the_windows_below_it() -> None:
    unit = BOARD.windows[-1].unit
    under = BOARD.catalogue.under(unit)
    here = {window.id for window in BOARD.windows if window.unit in under}
    task = next(one for one in tasks.tasks(BOARD, Role.CHIEF, Scope(unit)) if one.kind is REVIEW)
    assert task.count == tasks.count(cut(BOARD, windows=here), (REVIEW,), Scope())
    assert task.drill == Drill(unit=unit, status=Status.IN_PLACE)


def test_places_are_in_printed_order() -> None:
    places = list(tasks.places(BOARD, OVERDUE, Scope()))
    assert places == sorted(places)
    assert len(places) == whole(BOARD).overdue


def test_a_quiet_board_has_no_tasks() -> None:
    quiet = bytes(len(BOARD.status))
    verified = bytes(Status.VERIFIED.code * bool(code) for code in BOARD.status)
    calm = replace(BOARD, status=verified, lamps=quiet, marks=quiet)
    assert [tasks.tasks(calm, role, Scope()) for role in Role] == [(), (), ()]


@pytest.mark.parametrize(
    ("role", "window", "unit", "expected"),
    [
        (Role.CLERK, FIRST, "", Scope("BUREAU", FIRST)),
        (Role.CLERK, "", "S130902", Scope("S130902")),
        (Role.CLERK, "GONE", "", Scope("BUREAU")),
        (Role.CHIEF, FIRST, "S130902", Scope("S130902")),
        (Role.BUREAU, FIRST, "S130902", Scope("BUREAU")),
    ],
)
def test_a_clerk_sees_the_window_a_chief_the_unit_the_bureau_all(
    role: Role, window: str, unit: str, expected: Scope
) -> None:
    focus = Focus(Desk(role, "x"))
    focus.attach(Source())
    focus.settle(unit, window)
    assert tasks.scope(focus, "BUREAU") == expected


def test_a_lamp_and_a_mark_of_the_same_bit_are_told_apart() -> None:
    assert int(Mark.DISPUTED) == Lamp.OVERDUE
    assert tasks.count(BOARD, (OVERDUE,), Scope()) != tasks.count(BOARD, (DISPUTED,), Scope())
