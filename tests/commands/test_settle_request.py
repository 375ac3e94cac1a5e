"""Settling a request whose state was overruled unseen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.commands.settle_request import SettleRequest
from desktop.models.book import Book
from desktop.models.refusals import RuleBroken
from desktop.models.request_rules import RequestStatus
from tests import counter
from tests.books import CHIEF, CLERK, Hands, meet

Met = tuple[Book, Book, str]


@pytest.fixture
def met(tmp_path: Path) -> Iterator[Met]:
    """Two computers of one station: one accepted a request, the other refused it a moment later, unseen."""
    hands = Hands()
    one, two = (counter.station(tmp_path / f"{name}.book", hands) for name in "ab")
    key = counter.add(one)
    meet(one, two)
    counter.move(one, key, RequestStatus.ACCEPTED)
    counter.move(two, key, RequestStatus.REJECTED)
    meet(one, two)
    yield one, two, key
    for book in (one, two):
        assert book.check() == []
        book.close()


def _stands(book: Book, key: str) -> tuple[RequestStatus, bool]:
    row = book.request(key)
    assert row is not None
    return row.status, row.disputed


def test_a_chief_takes_the_state_that_was_overruled_and_every_copy_follows(met: Met) -> None:
    one, two, key = met
    one.do(SettleRequest(key, "papers were complete", RequestStatus.ACCEPTED), CHIEF)
    meet(one, two)
    for book in (one, two):
        assert _stands(book, key) == (RequestStatus.ACCEPTED, False)
        row = book.request(key)
        assert row is not None
        assert (row.closed_at, row.due_on) == ("", "2026-09-15")


def test_the_state_that_stands_can_be_kept_and_one_undo_opens_the_dispute_again(met: Met) -> None:
    one, _two, key = met
    one.do(SettleRequest(key, "not ours"), CHIEF)
    assert _stands(one, key) == (RequestStatus.REJECTED, False)
    one.undo(CHIEF)
    assert _stands(one, key) == (RequestStatus.REJECTED, True)


def test_it_is_for_heads_needs_a_reason_and_one_of_the_states_in_dispute(met: Met) -> None:
    one, _two, key = met
    other = counter.add(one)
    for command, desk, code in (
        (SettleRequest(key, "x"), CLERK, "right_missing"),
        (SettleRequest(key, ""), CHIEF, "needs_reason"),
        (SettleRequest(key, "x", RequestStatus.COMPLETED), CHIEF, "not_in_dispute"),
        (SettleRequest(other, "x"), CHIEF, "nothing_disputed"),
    ):
        with pytest.raises(RuleBroken) as refused:
            one.do(command, desk)
        assert refused.value.code == code
