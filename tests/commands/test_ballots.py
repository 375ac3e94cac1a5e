"""Paper ballots: digits alone, keyed twice; a difference is named by window, level and both counts."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop import i18n, texts
from desktop.commands import ballots, ratings
from desktop.commands.ballots import Difference, PaperBallots
from desktop.models.book import Book
from desktop.models.refusals import InputRefused, RuleBroken
from tests.books import CLERK, START, Hands, make

TODAY = START.date()
BEFORE = TODAY - timedelta(days=1)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def book(tmp_path: Path, hands: Hands) -> Iterator[Book]:
    made = make(tmp_path / "book", "S1", hands=hands)
    yield made
    made.close()


def _papers(first: str, second: str, day: date = BEFORE) -> PaperBallots:
    return PaperBallots("W1", day, ballots.counted(first), ballots.counted(second))


def test_counts_and_single_ballots_are_read_from_digits_of_any_width() -> None:
    assert ballots.counted("12 3 0 1 0") == ballots.counted("１２，３，０，１，０") == (12, 3, 0, 1, 0)
    assert ballots.tallied("5543 1") == ballots.tallied("５５４３１") == (2, 1, 1, 0, 1)


@pytest.mark.parametrize("typed", ["", "1 2 3 4", "1 2 3 4 5 6", "10001 0 0 0 0", "9" * 5000 + " 0 0 0 0"])
def test_what_is_not_five_counts_is_refused(typed: str) -> None:
    with pytest.raises(InputRefused, match="ballot_counts"):
        ballots.counted(typed)


@pytest.mark.parametrize("typed", ["", "5560", "5a", "6"])
def test_what_is_not_a_row_of_ballots_is_refused(typed: str) -> None:
    with pytest.raises(InputRefused, match="ballot_digits"):
        ballots.tallied(typed)


def test_two_keyings_that_agree_are_journaled_together(book: Book) -> None:
    ballots.take(book, CLERK, _papers("2 1 0 0 1", "2 1 0 0 1"))
    assert book.satisfaction(BEFORE, BEFORE).total.counts == (2, 1, 0, 0, 1)
    assert {row["way"] for row in book.ledger()["rating"]} == {"paper"}
    assert {row["request"] for row in book.ledger()["rating"]} == {None}


def test_a_difference_is_named_and_nothing_is_kept(book: Book) -> None:
    with pytest.raises(RuleBroken) as refused:
        ballots.take(book, CLERK, _papers("12 3 0 1 0", "11 3 0 2 0"))
    named = (Difference("W1", 5, 12, 11), Difference("W1", 2, 1, 2))
    assert refused.value.facts == {"window": "W1", "differences": named}
    i18n.use("zh")
    assert texts.refusal(refused.value) == "窗口 W1 两遍录入不一致：5★ 12 ≠ 11、2★ 1 ≠ 2；请再核对纸票。"
    assert book.ledger()["rating"] == []


def test_no_ballot_at_all_is_refused(book: Book) -> None:
    with pytest.raises(RuleBroken, match="no_ballots"):
        ballots.take(book, CLERK, _papers("0 0 0 0 0", "0 0 0 0 0"))


def test_ballots_of_today_wait_with_the_others_until_the_day_is_over(book: Book, hands: Hands) -> None:
    assert ballots.take(book, CLERK, _papers("1 0 0 0 1", "1 0 0 0 1", TODAY)) is None
    with pytest.raises(RuleBroken, match="day_not_over"):
        book.do(_papers("1 0 0 0 1", "1 0 0 0 1", TODAY), CLERK)
    ratings.rate(book, "W1", 3)
    assert book.ledger()["rating"] == []
    hands.go(days=1)
    ratings.close_days(book, CLERK)
    assert book.satisfaction(TODAY, TODAY).total.counts == (1, 0, 1, 0, 1)
