import pytest

from desktop import i18n
from desktop.models import totals
from desktop.models.vocabulary import Status
from desktop.views.focus import Drill
from desktop.views.overview import presenter
from tests.sample import sample_board


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
