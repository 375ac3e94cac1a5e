"""The practice book shows the counter at work: requests in every state, invented citizens, ratings, what waits."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop import practice
from desktop.models.book import Book
from desktop.models.clock import standing
from desktop.models.request_rules import RequestStatus
from desktop.models.requests import RequestFilter, RequestRow

DAY = date(2026, 11, 18)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the book once, with the key of its private file beside it."""
    folder = tmp_path_factory.mktemp("practice")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BIANMIN_HOME", str(folder))
        practice.make(folder / "p.bianmin", DAY)
    return folder


@pytest.fixture
def book(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    monkeypatch.setenv("BIANMIN_HOME", str(folder))
    made = Book.open(folder / "p.bianmin", clock=standing(DAY))
    yield made
    made.close()


def test_there_are_requests_in_every_state_and_all_five_lists_of_a_start_hold_some(book: Book) -> None:
    counts = book.request_counts()
    assert all(counts[state] for state in RequestStatus)
    assert 300 <= sum(counts.values()) <= 600
    waits = book.request_waits(next(row.assignee for row in _every(book, RequestStatus.RECTIFYING)))
    lists = (waits.due_today, waits.due_tomorrow, waits.overdue, waits.to_call, waits.returned)
    assert all(one.count for one in lists), [one.count for one in lists]


def test_some_are_merged_split_and_taken_up_again(book: Book) -> None:
    rows = book.requests(RequestFilter(merged=True), limit=1000).rows
    assert all(any(getattr(row, name) for row in rows) for name in ("same_as", "part_of", "follows"))


def test_whoever_asks_is_invented_and_says_so_and_is_in_no_line_of_the_journal(book: Book) -> None:
    rows = book.requests(RequestFilter(merged=True), limit=1000).rows
    found = book.private.get_all([row.record for row in rows])
    assert len(found) == len(rows)
    assert all("练习" in one.name or "样例" in one.name for one in found.values())
    assert all(one.phone.startswith("1380000") or not one.phone for one in found.values())
    with book.reading() as connection:
        told = "\n".join(connection.exec_driver_sql("SELECT content FROM entry").scalars())
    assert not any(one.text in told or (one.phone and one.phone in told) for one in found.values())


def test_there_are_ratings_with_and_without_a_name_and_the_book_is_whole(book: Book) -> None:
    found = book.satisfaction(date(2026, 1, 1), DAY)
    assert found.total.cases > found.total.ratings > 100
    assert sum(one.rank is not None for one in found.groups) == 2
    with book.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM rating WHERE request IS NOT NULL").scalar_one() > 20
    assert book.check() == []


def _every(book: Book, state: RequestStatus) -> tuple[RequestRow, ...]:
    return book.requests(RequestFilter(statuses=frozenset({state}))).rows
