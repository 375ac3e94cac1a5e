"""Satisfaction figures of a book: windows, units, counties and actions, and the cases beside them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.commands import ratings
from desktop.models.book import Book
from desktop.models.satisfaction import Satisfaction
from tests.books import CLERK, START, Hands, make, source

DAY = START.date()
NEXT = DAY + timedelta(days=1)
GIVEN = {"W1": (5, 5, 1), "W2": (4, 2), "W3": (3,)}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """Return a bureau's book with ratings of two days at three windows; W1 and W3 are of S1, W2 is of S2."""
    hands = Hands()
    made = make(tmp_path / "book", hands=hands, edition=source(windows=4))
    for _day in range(2):
        for window, levels in GIVEN.items():
            for level in levels:
                ratings.rate(made, window, level)
        hands.go(days=1)
    ratings.close_days(made, CLERK)
    yield made
    made.close()


def _counts(found: Satisfaction) -> dict[str | None, tuple[int, ...]]:
    return {one.key: one.counts for one in found.groups}


def test_a_span_of_days_counts_both_ends(book: Book) -> None:
    assert book.satisfaction(DAY, DAY).total.ratings == 6
    assert book.satisfaction(DAY, NEXT).total.ratings == 12
    assert book.satisfaction(NEXT, NEXT).total.ratings == 6
    assert book.satisfaction(NEXT + timedelta(days=1), date(2026, 12, 31)).total.ratings == 0


def test_units_and_counties_are_the_sums_of_their_windows(book: Book) -> None:
    windows = _counts(book.satisfaction(DAY, DAY, "window"))
    assert windows == {"W1": (2, 0, 0, 0, 1), "W2": (0, 1, 0, 1, 0), "W3": (0, 0, 1, 0, 0)}
    units = {"S1": (2, 0, 1, 0, 1), "S2": (0, 1, 0, 1, 0)}
    assert _counts(book.satisfaction(DAY, DAY, "unit")) == units
    assert _counts(book.satisfaction(DAY, DAY, "county")) == units
    assert _counts(book.satisfaction(DAY, DAY, "action")) == {None: (2, 1, 1, 1, 1)}


def test_the_figures_are_the_same_after_the_ledger_was_derived_anew(book: Book) -> None:
    before = book.satisfaction(DAY, NEXT, "unit")
    book.rebuild()
    assert book.satisfaction(DAY, NEXT, "unit") == before


REQUESTS = (
    # id, window, action, status, same_as, closed_at in Beijing time
    ("1", "W1", "A01", "completed", None, "2026-09-01T09:00"),
    ("2", "W1", "A01", "archived", None, "2026-09-01T00:00"),
    ("3", "W1", "A02", "rated", "2", "2026-09-01T10:00"),
    ("4", "W1", "A02", "processing", None, None),
    ("5", "W1", "A02", "transferred", None, "2026-09-01T11:00"),
    ("6", "W4", "A02", "callback", None, "2026-09-01T23:59"),
    ("7", "W4", "A02", "completed", None, "2026-09-02T00:00"),
)


def test_cases_are_the_requests_that_were_completed_each_once(book: Book) -> None:
    columns = 'id, "window", action, status, same_as, closed_at'
    with book._engine.begin() as connection:
        for row in REQUESTS:
            connection.exec_driver_sql(f"INSERT INTO request ({columns}) VALUES (?, ?, ?, ?, ?, ?)", row)
    found = book.satisfaction(DAY, DAY)
    assert {one.key: one.cases for one in found.groups} == {"W1": 2, "W2": 0, "W3": 0, "W4": 1}
    assert (found.total.cases, found.total.response_rate) == (3, 2.0)
    by_action = {one.key: (one.cases, one.ratings) for one in book.satisfaction(DAY, DAY, "action").groups}
    assert by_action == {"A01": (2, 0), "A02": (1, 0), None: (0, 6)}
