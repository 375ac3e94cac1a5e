"""Anonymous ratings on their way to the journal: nothing tells who gave them, nothing is lost, nothing comes twice."""

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.commands import ratings
from desktop.commands.ratings import PostRatings, close_days
from desktop.models import ballot_box
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.journal import Entry
from desktop.models.refusals import InputRefused, RuleBroken
from tests.books import CHIEF, CLERK, Hands, make, own, source, whole

TODAY = date(2026, 9, 1)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def book(tmp_path: Path, hands: Hands) -> Iterator[Book]:
    made = make(tmp_path / "book", "S1", hands=hands, edition=source(windows=3))
    yield made
    made.close()


def _entries(book: Book) -> list[Entry]:
    return whole(own(book))


def _levels(entry: Entry) -> list[int]:
    """Return the levels of a batch in the order in which the journal has them."""
    lines = sorted((one.record, one.after) for one in entry.lines if one.field == "level")
    return [int(after or 0) for _record, after in lines]


def test_nothing_of_today_is_journaled_or_counted(book: Book) -> None:
    ratings.rate(book, "W1", 5, ["510"])
    assert close_days(book, CLERK) == ()
    with pytest.raises(RuleBroken) as refused:
        book.do(PostRatings(TODAY), CLERK)
    assert (refused.value.code, refused.value.facts) == ("day_not_over", {"day": TODAY, "today": TODAY})
    assert _entries(book) == []
    assert book.satisfaction(TODAY, TODAY).total.ratings == 0


def test_a_day_that_is_over_is_journaled_in_one_entry_a_window_with_one_stamp(book: Book, hands: Hands) -> None:
    for window, level in (("W1", 5), ("W3", 1), ("W1", 2), ("W1", 5)):
        ratings.rate(book, window, level)
    hands.go(days=1)
    close_days(book, CLERK)
    first, second = _entries(book)
    assert {line.after for line in first.lines if line.field == "window"} == {"W1"}
    assert (Counter(_levels(first)), _levels(second)) == (Counter({5: 2, 2: 1}), [1])
    assert {one.on_day for one in (first, second)} == {TODAY.isoformat()}
    assert {line.field for line in first.lines} == {"window", "day", "level", "way"}
    with book.reading() as connection:
        stamps = connection.exec_driver_sql("SELECT DISTINCT stamp FROM line WHERE record LIKE 'rating:%'").all()
    assert len(stamps) == 2
    assert book.all_kept(ballot_box.KIND) == {}
    assert [one.counts for one in book.satisfaction(TODAY, TODAY).groups] == [(2, 0, 0, 1, 0), (0, 0, 0, 0, 1)]


def test_the_journal_says_nothing_of_the_time_or_order_in_which_ratings_were_given(tmp_path: Path) -> None:
    """Fifty good ones in the morning, fifty bad ones in the evening: forty days leave no trace of it."""
    hands = Hands()
    book = make(tmp_path / "book", "S1", hands=hands)
    firsts = 0
    for _day in range(40):
        morning = hands.at
        for n in range(50):
            ratings.rate(book, "W1", 5 if n < 25 else 1)
            hands.go(minutes=6)
        hands.at = morning
        hands.go(days=1)
    close_days(book, CLERK)
    batches = [_levels(entry) for entry in _entries(book)]
    assert [Counter(one) for one in batches] == [Counter({5: 25, 1: 25})] * 40
    # How many of the 1,000 good ones stand in the first half of their batch: 500 when shuffled, 1,000 in order given.
    firsts = sum(one[:25].count(5) for one in batches)
    assert 400 < firsts < 600
    assert len({tuple(one) for one in batches}) == 40
    ids = [line.record for entry in _entries(book) for line in entry.lines if line.field == "level"]
    assert len(set(ids)) == 2_000
    assert {len(one) for one in ids} == {len("rating:") + 20}
    book.close()


def test_what_is_kept_before_the_day_is_over_has_no_instant_and_no_order(tmp_path: Path) -> None:
    boxes = []
    for number, order in enumerate(((5, 1, 3, 1), (1, 1, 3, 5))):
        book = make(tmp_path / f"book{number}", "S1")
        for level in order:
            ratings.rate(book, "W1", level)
        boxes.append(ballot_box.opened(book.kept(ballot_box.KIND, "2026-09-01/W1") or ""))
        book.close()
    assert list(boxes[0].answers.items()) == list(boxes[1].answers.items())
    assert boxes[0].salt != boxes[1].salt


def test_posting_twice_posts_once_and_nobody_takes_it_back(book: Book, hands: Hands) -> None:
    ratings.rate(book, "W1", 1)
    hands.go(days=1)
    assert len(close_days(book, CLERK)) == 1
    assert close_days(book, CLERK) == ()
    assert book.do(PostRatings(TODAY), CLERK).stamps == ()
    assert book.undoable() is None
    with pytest.raises(RuleBroken, match="undo_not_standing"):
        book.undo(CHIEF, _entries(book)[0].stamp, "不想要")
    assert len(_entries(book)) == 1


def test_a_crash_between_keeping_and_posting_loses_nothing(tmp_path: Path) -> None:
    hands = Hands()
    book = make(tmp_path / "book", "S1", hands=hands)
    ratings.rate(book, "W1", 4)
    book._engine.dispose()  # the process is gone: nothing is closed
    hands.go(days=2)
    again = Book.open(tmp_path / "book", clock=Clock(hands))
    close_days(again, CLERK)
    assert again.satisfaction(TODAY, TODAY).total.counts == (0, 1, 0, 0, 0)
    again.close()


class _Cut(Exception):
    pass


def test_a_crash_while_posting_posts_all_or_nothing(
    book: Book, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ratings.rate(book, "W1", 4)
    ratings.rate(book, "W3", 2)
    hands.go(days=1)
    with monkeypatch.context() as patch:

        def cut(*_parts: object) -> None:
            raise _Cut

        patch.setattr(Book, "_settle", cut)  # after the lines were written and the boxes emptied, before COMMIT
        with pytest.raises(_Cut):
            close_days(book, CLERK)
    assert (_entries(book), len(book.all_kept(ballot_box.KIND))) == ([], 2)
    close_days(book, CLERK)
    assert book.satisfaction(TODAY, TODAY).total.counts == (0, 1, 0, 1, 0)
    assert book.all_kept(ballot_box.KIND) == {}


def test_a_box_that_a_backup_brings_back_counts_once_where_both_books_meet(tmp_path: Path) -> None:
    hands = Hands()
    book = make(tmp_path / "book", "S1", hands=hands)
    ratings.rate(book, "W1", 4)
    ratings.rate(book, "W1", 4)
    book.close()
    copy = Path(shutil.copy(tmp_path / "book", tmp_path / "copy"))
    hands.go(days=1)
    book, restored = (Book.open(path, clock=Clock(hands)) for path in (tmp_path / "book", copy))
    for one in (book, restored):
        close_days(one, CLERK)
    book.merge(own(restored), "stick")
    assert book.satisfaction(TODAY, TODAY).total.ratings == 2
    assert book.check() == []
    restored.close()
    book.close()


def test_two_that_rate_at_once_lose_nothing(tmp_path: Path, book: Book) -> None:
    other = Book.open(tmp_path / "book", clock=book.clock)
    for _n in range(5):
        ratings.rate(book, "W1", 5)
        ratings.rate(other, "W1", 5)
    other.close()
    box = ballot_box.opened(book.kept(ballot_box.KIND, "2026-09-01/W1") or "")
    assert sum(box.answers.values()) == 10


@pytest.mark.parametrize(
    ("window", "level", "codes", "refusal"),
    [
        ("W1", 6, (), "rating_level"), ("W1", 0, (), "rating_level"), ("W1", 5, ("108",), "rating_reason"),
        ("W1", 5, ("999",), "rating_reason"), ("W9", 5, (), "unknown_window"), ("W2", 5, (), "other_unit"),
    ],
)  # fmt: skip
def test_what_is_no_answer_or_not_ours_is_refused(
    book: Book, window: str, level: int, codes: tuple[str, ...], refusal: str
) -> None:
    with pytest.raises((RuleBroken, InputRefused), match=refusal):
        ratings.rate(book, window, level, codes)
    assert book.all_kept(ballot_box.KIND) == {}


def test_reasons_travel_with_their_rating(book: Book, hands: Hands) -> None:
    ratings.rate(book, "W1", 2, ["209", "207", "209"])
    hands.go(days=1)
    close_days(book, CLERK)
    assert book.ledger()["rating"][0]["reasons"] == "207;209"
