"""Art. 32: what is not told within five workdays counts as accepted from the receipt."""

from datetime import date
from pathlib import Path

import pytest

from desktop.models import papers_notice
from desktop.models.book import Book
from desktop.models.request_rules import RequestStatus
from desktop.models.requests import RequestFilter, RequestRow
from desktop.models.workdays import Calendar
from tests import counter
from tests.books import Hands


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def book(tmp_path: Path, hands: Hands) -> Book:
    return counter.station(tmp_path / "s1.book", hands)


def _row(book: Book, key: str) -> RequestRow:
    found = book.request(key)
    assert found is not None
    return found


def test_the_days_are_workdays_with_holidays_and_make_up_days(book: Book) -> None:
    calendar = book.calendar()
    assert papers_notice.last_day(date(2026, 9, 1), calendar) == date(2026, 9, 8)
    # The National Day lies between, and Saturday the 10th is a workday.
    assert papers_notice.last_day(date(2026, 9, 29), calendar) == date(2026, 10, 12)
    assert papers_notice.last_day(date(2026, 9, 1), Calendar(())) is None


def test_what_counts_as_accepted_waits_from_the_sixth_workday_on_and_its_time_runs_from_the_receipt(
    book: Book, hands: Hands
) -> None:
    key = counter.add(book)
    hands.go(days=7)  # Tuesday the 8th, the last day
    assert book.request_waits().untold.count == 0
    assert papers_notice.counts_as_accepted(_row(book, key), date(2026, 9, 8), book.calendar()) is None
    hands.go(days=1)
    assert [row.id for row in book.request_waits().untold.rows] == [key]
    before = papers_notice.received_before(date(2026, 9, 9), book.calendar())
    assert [row.id for row in book.requests(RequestFilter(untold_before=str(before))).rows] == [key]
    assert papers_notice.counts_as_accepted(_row(book, key), date(2026, 9, 9), book.calendar()) == date(2026, 9, 8)
    counter.move(book, key, RequestStatus.ACCEPTED)
    row = _row(book, key)
    assert (row.started_at, row.accepted_at[:10], row.due_on) == ("2026-09-01T09:00", "2026-09-09", "2026-09-15")
    assert book.request_waits().untold.count == 0


def test_a_notice_in_time_lets_the_clock_begin_with_the_acceptance_and_one_too_late_does_not(
    book: Book, hands: Hands
) -> None:
    in_time, late = counter.add(book), counter.add(book)
    counter.move(book, in_time, RequestStatus.SUPPLEMENT)
    hands.go(days=9)
    counter.move(book, late, RequestStatus.SUPPLEMENT)
    for key in (in_time, late):
        counter.move(book, key, RequestStatus.ACCEPTED)
    assert _row(book, in_time).started_at[:10] == "2026-09-10"
    assert _row(book, late).started_at[:10] == "2026-09-01"


def test_a_request_that_promises_no_time_or_whose_time_runs_already_is_in_no_such_list(
    book: Book, hands: Hands
) -> None:
    counter.add(book, "A02")
    hands.go(days=20)
    assert book.request_waits().untold.count == 0
