"""Requests of a past day are what the register showed on that day."""

from datetime import date
from pathlib import Path

from desktop.models.request_rules import RequestStatus
from desktop.models.undo import Undo
from tests import counter
from tests.books import CHIEF, Hands


def test_a_past_day_shows_every_request_as_it_stood_at_its_end(tmp_path: Path) -> None:
    hands = Hands()
    book = counter.station(tmp_path / "a.book", hands)
    keys: list[str] = []
    then = {}
    for n in range(4):
        keys.append(counter.add(book, "A01"))
        if n:
            counter.move(book, keys[n - 1], RequestStatus.ACCEPTED)
        if n == 3:
            counter.move(book, keys[1], RequestStatus.PROCESSING)
            book.do(Undo(), CHIEF)
        then[date(2026, 9, 1 + n)] = book.requests_of(keys)
        hands.go(days=1)
    for day, rows in then.items():
        assert book.requests_as_of(keys, day) == rows
    assert book.requests_as_of(keys, date(2026, 8, 31)) == []
    assert book.requests_as_of([], date(2026, 9, 1)) == []
    book.close()
