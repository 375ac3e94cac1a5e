import pytest

from desktop import i18n
from desktop.models import totals
from desktop.models.vocabulary import Status
from desktop.views.overview import figures
from tests.sample import sample_board


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


def test_the_seven_counts_are_those_of_the_totals() -> None:
    board = sample_board()
    whole = totals.whole(board)
    shown = {figure.label: figure.value for figure in figures.figures(totals.by_window(board))}
    assert shown == {
        "In place": whole.counts[Status.IN_PLACE],
        "Verified": whole.counts[Status.VERIFIED],
        "In progress": whole.counts[Status.IN_PROGRESS],
        "Blocked": whole.counts[Status.BLOCKED],
        "Overdue": whole.overdue,
        "Stale": whole.stale,
        "Not reported": whole.unreported,
    }


def test_both_rates_stand_over_one_denominator_and_say_what_is_disputed() -> None:
    board = sample_board()
    whole = totals.whole(board)
    in_place, verified = figures.rates(totals.whole(board))
    assert (in_place.above, in_place.below) == (whole.in_place, whole.applicable)
    assert (verified.above, verified.below) == (whole.counts[Status.VERIFIED], whole.applicable)
    assert str(whole.disputed) in verified.note
    assert str(whole.not_applicable) in in_place.note
