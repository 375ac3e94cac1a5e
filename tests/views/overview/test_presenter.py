from datetime import date, timedelta

import pytest

from desktop import i18n
from desktop.models import totals
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.focus import Drill
from desktop.views.overview import presenter
from tests.sample import sample_board

TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


def test_categories_and_measures_stand_in_printed_order() -> None:
    board = sample_board()
    rows = presenter.categories(board)
    assert [row.drill for row in rows] == [Drill(category=key) for key in board.catalogue.categories]
    assert len(presenter.measures(board)) >= len(board.catalogue.measures)
    assert sum(sum(row.tally.counts.values()) for row in rows) == sum(totals.whole(board).counts.values())


def test_nothing_changed_between_a_board_and_itself() -> None:
    assert presenter.changes(sample_board(), sample_board()) == ()


def test_changes_name_both_states_and_put_setbacks_first() -> None:
    then, now = sample_board(seed=1), sample_board(seed=2)
    events = presenter.changes(then, now)
    before = {event.commitment: event.before for event in events}
    assert all(event.before is not event.status for event in events)
    assert len(before) == len(events)
    ranks = [event.status for event in events]
    assert ranks[0] is Status.RELAPSED
    assert ranks.index(Status.RETURNED) < ranks.index(Status.VERIFIED) < ranks.index(Status.IN_PROGRESS)


def test_attention_lists_each_commitment_once_overdue_first_and_the_latest_on_top() -> None:
    board = sample_board()
    plain = presenter.attention(board, {})
    overdue = [event.commitment for event in plain if event.lamps & Lamp.OVERDUE]
    due = {key: TODAY - timedelta(days=1 + n) for n, key in enumerate(overdue)}
    events = presenter.attention(board, due)
    assert len({event.commitment for event in events}) == len(events)
    assert [event.commitment for event in events[: len(overdue)]] == list(reversed(overdue))
    assert events[0].says == f"{len(overdue)} days overdue"
    assert events[0].tone == "danger"


def test_attention_leaves_out_what_is_quiet() -> None:
    board = sample_board()
    shown = {event.commitment for event in presenter.attention(board, {})}
    rows, columns = len(board.actions), len(board.windows)
    cells = [cell for n in range(rows * columns) if (cell := board.cell(n // columns, n % columns))]
    loud = Lamp.OVERDUE | Lamp.DUE_SOON | Lamp.STALE
    for cell in cells:
        setback = cell.status in (Status.RELAPSED, Status.RETURNED)
        assert (cell.id in shown) == bool(cell.lamps & loud or cell.marks & Mark.DISPUTED or setback)
