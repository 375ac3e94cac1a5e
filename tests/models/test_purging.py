"""Which citizens' data may go: of requests that have ended before a day, and of nothing that goes on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.commands.organization import SetRules
from desktop.commands.requests_kinship import MergeRequests
from desktop.models import purge_rule, purging
from desktop.models.book import Book
from desktop.models.private_rows import Private
from desktop.models.request_rules import RequestStatus
from tests import books, counter
from tests.books import BUREAU, CLERK, Hands
from tests.private_words import OUYANG, WANG

DAY = date(2026, 10, 1)
ENDED = (RequestStatus.TRANSFERRED, RequestStatus.REJECTED, RequestStatus.WITHDRAWN, RequestStatus.ARCHIVED)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def book(tmp_path: Path, hands: Hands) -> Iterator[Book]:
    made = counter.station(tmp_path / "book", hands)
    yield made
    made.close()


def add(book: Book, status: RequestStatus = RequestStatus.REGISTERED) -> str:
    key = counter.add(book, words=WANG)
    for step in counter.WAYS[status]:
        counter.move(book, key, step)
    return key


def going(book: Book, before: date = DAY) -> set[str]:
    return {record.removeprefix("request:") for record in purging.rehearse(book, before).records}


def test_only_what_has_ended_goes(book: Book) -> None:
    keys = {status: add(book, status) for status in RequestStatus}
    assert going(book) == {keys[status] for status in ENDED}
    assert going(book, date(2026, 9, 1)) == set()


def test_a_merged_request_goes_with_the_one_it_was_merged_into(book: Book) -> None:
    first, second = add(book), add(book)
    book.do(MergeRequests((first,), second, "重复"), CLERK)
    assert going(book) == set()
    counter.move(book, second, RequestStatus.WITHDRAWN)
    assert going(book) == {first, second}


def test_a_registration_that_was_taken_back_goes_whenever_that_was(book: Book) -> None:
    key = add(book)
    book.undo(CLERK)
    assert going(book, date(2026, 1, 1)) == {key}


def test_the_end_counts_and_not_the_registration(book: Book, hands: Hands) -> None:
    key = add(book)
    hands.go(days=40)
    counter.move(book, key, RequestStatus.WITHDRAWN)
    assert going(book) == set()
    assert going(book, date(2026, 10, 12)) == {key}


def test_words_of_which_the_journal_knows_nothing_go_by_the_day_in_their_number(book: Book) -> None:
    for key in ("W1-20250101-AB001-00aa", "W1-20261101-AB001-00aa", "no number"):
        book.private.put({f"request:{key}": OUYANG})
    assert going(book) == {"W1-20250101-AB001-00aa"}


def test_a_rehearsal_counts_what_there_is(book: Book) -> None:
    add(book, RequestStatus.WITHDRAWN)
    key = counter.add(book)
    book.private.put({f"request:{key}": Private(text="只有诉求")})
    found = purging.rehearse(book, DAY)
    assert (len(found.records), found.contacts, found.texts) == (1, 1, 1)
    assert (found.kept, found.oldest) == (2, date(2026, 9, 1))


def test_every_page_is_looked_at(book: Book) -> None:
    book.private.put({f"request:W1-20250101-AB{n:03}-00aa": WANG for n in range(7)})
    pages = [[one.record for one in page] for page in book.private.pages(3)]
    assert [len(page) for page in pages] == [3, 3, 1]
    assert len(going(book)) == 7


@pytest.mark.parametrize(
    ("today", "months", "before"),
    [
        (date(2026, 11, 27), 12, date(2025, 11, 27)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
        (date(2026, 12, 31), 13, date(2025, 11, 30)),
    ],
)
def test_the_rule_counts_months_back(today: date, months: int, before: date) -> None:
    assert purge_rule.before(today, {purge_rule.KEEP_MONTHS: months}) == before


def test_the_bureau_says_how_long_data_are_kept(tmp_path: Path) -> None:
    book = books.make(tmp_path / "bureau")
    assert purging.usual(book) == date(2025, 9, 1)
    book.do(SetRules({purge_rule.KEEP_MONTHS: 24}, "本市规定"), BUREAU)
    assert purging.usual(book) == date(2024, 9, 1)
    book.close()
