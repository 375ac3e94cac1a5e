"""Requests at the counter: registered, moved, read; on a stream of their own."""

from pathlib import Path

from desktop.commands.requests import RegisterRequest
from desktop.commands.requests_moves import MoveRequest
from desktop.models.registering import register
from desktop.models.request_rules import RequestStatus
from tests.books import CLERK, make, own
from tests.private_words import WANG


def test_a_request_is_registered_moved_and_read(tmp_path: Path) -> None:
    book = make(tmp_path / "a.book", "S1")
    one = register(book, RegisterRequest("A01", "W1"), CLERK, WANG)
    assert one.number.startswith("W1-20260901-")
    assert one.number.endswith("001")
    book.do(MoveRequest((one.number.lower(),), RequestStatus.ACCEPTED), CLERK)
    (row,) = book.requests().rows
    assert (row.status, row.matter, row.number) == (RequestStatus.ACCEPTED, "举措1", one.number)
    assert book.request(one.number) == row
    assert len(book.request_story(one.id)) == 2
    assert {entry.device for entry in own(book)} != {book._streams.main.device}
    book.undo(CLERK)
    assert book.request(one.id).status is RequestStatus.REGISTERED
    book.redo(CLERK)
    assert len({entry.device for entry in own(book)}) == 1
    book.rebuild()
    assert book.check() == []
    book.close()
