from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.board import Board
from desktop.models.commitment import Commitment
from desktop.models.desk import Desk
from desktop.models.vocabulary import Lamp, Mark, Role, Status
from desktop.views.focus import Drill, Focus
from tests.sample import sample_board

TODAY = date(2026, 11, 20)


class Days:
    """A source that hands out the sample board of any day and remembers which were asked for."""

    def __init__(self) -> None:
        self.asked: list[date | None] = []

    def board(self, as_of: date | None = None) -> Board:
        self.asked.append(as_of)
        return sample_board(as_of=as_of or TODAY)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def focus(days: Days) -> Focus:
    focus = Focus()
    focus.attach(days)
    return focus


def _moved(focus: Focus) -> Commitment:
    board = focus.board
    at = next(n for n, code in enumerate(board.status) if code)
    action, window = board.actions[at // len(board.windows)], board.windows[at % len(board.windows)]
    return Commitment(
        f"{action.id}@{window.id}", action.id, window.id, Status.RELAPSED, TODAY, "", "", TODAY, None, None, None, "",
        Lamp.OVERDUE, Mark(0),
    )  # fmt: skip


def test_without_a_book_there_is_no_board() -> None:
    with pytest.raises(RuntimeError):
        _ = Focus().board
    assert not Focus().loaded


def test_a_past_day_is_read_only_and_today_is_live_again(focus: Focus, qtbot: QtBot) -> None:
    with qtbot.waitSignal(focus.board_changed):
        focus.look_at(TODAY - timedelta(days=30))
    assert focus.read_only
    assert focus.board.as_of == TODAY - timedelta(days=30)
    focus.look_at(None)
    assert focus.as_of is None
    assert focus.board.as_of == TODAY


def test_the_same_day_twice_is_read_once(focus: Focus, days: Days) -> None:
    focus.look_at(TODAY - timedelta(days=1))
    focus.look_at(TODAY - timedelta(days=1))
    assert days.asked == [None, TODAY - timedelta(days=1)]


def test_a_week_before_is_compared_with_until_a_day_is_chosen(focus: Focus, days: Days) -> None:
    assert focus.since == TODAY - timedelta(days=7)
    assert focus.then.as_of == TODAY - timedelta(days=7)
    focus.compare_with(date(2026, 9, 30))
    assert focus.then.as_of == date(2026, 9, 30)
    focus.look_at(date(2026, 10, 31))
    assert focus.since == date(2026, 9, 30)


def test_renewing_one_commitment_reads_no_board(focus: Focus, days: Days, qtbot: QtBot) -> None:
    before, one = focus.board, _moved(focus)
    with qtbot.waitSignal(focus.cells_changed) as told:
        focus.renew([one], frozenset({one.id}), 9999)
    assert told.args == [frozenset({one.id})]
    assert days.asked == [None]
    assert focus.board.heard == 9999
    different = [n for n in range(len(before.status)) if before.status[n] != focus.board.status[n]]
    assert len(different) == 1
    assert focus.board.status[different[0]] == Status.RELAPSED.code
    assert focus.board.lamps[different[0]] == Lamp.OVERDUE


def test_a_past_board_stays_as_it_was(focus: Focus) -> None:
    focus.look_at(TODAY - timedelta(days=3))
    before = focus.board
    focus.renew([_moved(focus)], frozenset(), 1)
    assert focus.board is before


def test_only_another_person_is_news(focus: Focus, qtbot: QtBot) -> None:
    with qtbot.waitSignal(focus.desk_changed):
        focus.sit(Desk(Role.CHIEF, "Li"))
    with qtbot.assertNotEmitted(focus.desk_changed):
        focus.sit(Desk(Role.CHIEF, "Li"))


def test_a_drill_is_passed_on(focus: Focus, qtbot: QtBot) -> None:
    with qtbot.waitSignal(focus.drilled) as told:
        focus.drill(Drill(status=Status.BLOCKED))
    assert told.args == [Drill(status=Status.BLOCKED)]


def test_once_the_book_is_closed_no_other_day_is_read_any_more() -> None:
    days = Days()
    focus = Focus()
    focus.attach(days)
    asked = len(days.asked)
    focus.detach()
    focus.compare_with(TODAY - timedelta(days=30))
    assert focus.then is focus.board
    focus.look_at(TODAY - timedelta(days=5))
    assert len(days.asked) == asked
