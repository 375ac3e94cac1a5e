"""What a citizen said is shown to who gives a reason and stands in the story of the request; nobody takes it back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop import texts
from desktop.commands.requests_kinship import MergeRequests
from desktop.commands.unmasking import unmask
from desktop.models.book import Book
from desktop.models.refusals import RuleBroken
from desktop.models.request_rules import RequestStatus
from tests import counter
from tests.books import BUREAU, CHIEF, CLERK, Hands
from tests.private_words import OUYANG, WANG


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def book(tmp_path: Path, hands: Hands) -> Iterator[Book]:
    made = counter.station(tmp_path / "book", hands)
    yield made
    made.close()


def refusal(book: Book, key: str, reason: str, desk: object = CLERK) -> RuleBroken:
    before = len(book.entries())
    with pytest.raises(RuleBroken) as caught:
        unmask(book, key, reason, desk)  # type: ignore[arg-type]
    assert len(book.entries()) == before
    assert texts.refusal(caught.value)
    return caught.value


def test_who_gives_a_reason_sees_the_words_and_stands_in_the_story(book: Book) -> None:
    key = counter.add(book, words=WANG)
    changed = counter.status(book, key), book.request(key)
    assert unmask(book, key, "电话联系补正材料", CHIEF) == WANG
    told = book.request_story(key)[-1]
    assert (told.kind, told.reason, told.author, told.role) == ("unmask", "电话联系补正材料", CHIEF.officer, "chief")
    assert (counter.status(book, key), book.request(key)) == changed
    assert WANG.name not in repr(book.entries()[-1])


def test_every_look_is_written_down_also_twice_on_one_day_and_by_number(book: Book) -> None:
    key = counter.add(book, words=WANG)
    row = book.request(key)
    assert row is not None
    for _time in range(2):
        unmask(book, row.number.lower(), "核对", CLERK)
    assert [one.kind for one in book.request_story(key)] == ["request", "unmask", "unmask"]
    assert not book.check()


def test_nobody_looks_without_a_reason_or_with_the_citizens_own_words_for_one(book: Book) -> None:
    key = counter.add(book, words=OUYANG)
    assert refusal(book, key, "  ").code == "needs_reason"
    assert refusal(book, key, "给欧阳 丽回电话").code == "reason_names_citizen"
    assert refusal(book, key, f"拨打{OUYANG.phone}").code == "reason_names_citizen"


def test_another_unit_the_office_and_a_request_without_words_see_nothing(book: Book) -> None:
    key = counter.add(book)
    assert refusal(book, key, "核对").code == "nothing_on_file"
    assert refusal(book, key, "核对", BUREAU).code == "request_role"
    assert refusal(book, "W1-1", "核对").code == "unknown_request"
    assert refusal(book, counter.add(book, words=WANG), WANG.name, BUREAU).code == "request_role"


def test_a_merged_request_is_still_looked_at(book: Book) -> None:
    first, second = counter.add(book, words=WANG), counter.add(book)
    book.do(MergeRequests((first,), second, "重复"), CLERK)
    assert unmask(book, first, "核对", CLERK) == WANG


def test_a_look_is_not_undone_and_stands_in_the_way_of_no_undo_or_redo(book: Book, hands: Hands) -> None:
    key = counter.add(book, words=replace(WANG, id_last4=""))
    unmask(book, key, "核对", CLERK)
    with pytest.raises(RuleBroken, match="undo_never") as caught:
        book.undo(CLERK, book.request_story(key)[-1].stamp)
    assert "查看完整信息" in texts.refusal(caught.value)
    counter.move(book, key, RequestStatus.ACCEPTED)
    book.undo(CLERK)
    unmask(book, key, "核对", CLERK)
    book.redo(CLERK)
    assert counter.status(book, key) is RequestStatus.ACCEPTED
    book.undo(CLERK)
    book.undo(CLERK)
    assert book.request(key) is None
