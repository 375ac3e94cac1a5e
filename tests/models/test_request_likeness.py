"""Requests that may be the same: by person, by near words, at one window, of the last days, never a merged one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.commands.requests_kinship import MergeRequests
from desktop.models import entry_draft
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.entry_draft import EntryDraft
from desktop.models.private_rows import Private
from desktop.models.request_likeness import Typed
from tests import counter
from tests.books import CLERK, Hands

LOST = Private("张三丰", "138-1234-5678", "", "户口本丢失了，需要补办户口本，孩子上学急用")


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def book(tmp_path: Path, hands: Hands) -> Iterator[Book]:
    made = counter.station(tmp_path / "b.bianmin", hands)
    yield made
    made.close()


def near(book: Book, words: Private, action: str = "A01", window: str = "W1") -> list[str]:
    return [one.row.id for one in book.similar(Typed(window, action, words))]


def test_the_same_person_is_found_by_telephone_or_name_however_written(book: Book) -> None:
    key = counter.add(book, words=LOST)
    assert near(book, Private(phone="+86 138 1234 5678"), "A02") == [key]
    assert near(book, Private(name="张 三丰")) == [key]
    assert near(book, Private(name="张")) == []
    assert near(book, Private(name="张三丰", phone="139 9999 5678")) == [key]
    assert near(book, Private(name="张三", phone="139 9999 5678")) == []
    found = book.similar(Typed("W1", "A02", Private(phone="13812345678")))[0]
    assert found.same_person
    assert found.contact.name == "张**"


def test_near_words_are_found_sooner_for_the_same_matter(book: Book) -> None:
    key = counter.add(book, words=LOST)
    counter.add(book, words=Private(text="申请办理居住证，暂住满半年"))
    assert near(book, Private(text="户口本丢失，补办户口本")) == [key]
    assert near(book, Private(text="咨询户口本丢失怎么办的流程和费用")) == [key]
    assert near(book, Private(text="咨询户口本丢失怎么办的流程和费用"), "A02") == []


def test_nothing_typed_finds_nothing(book: Book) -> None:
    counter.add(book, words=LOST)
    assert near(book, Private()) == []


def test_other_windows_old_ones_and_merged_ones_are_left_out(book: Book, hands: Hands) -> None:
    counter.add(book, window="W3", words=LOST)
    kept = counter.add(book, words=LOST)
    merged = counter.add(book, words=LOST)
    book.do(MergeRequests((merged,), kept, "同一件"), CLERK)
    assert near(book, LOST) == [kept]
    hands.go(days=31)
    assert near(book, LOST) == []


def test_a_form_that_was_put_by_is_there_at_the_next_start_and_in_no_list(tmp_path: Path, book: Book) -> None:
    draft = EntryDraft("A01", "W1", "letter", "firm", "", "2026-08-31T09:00", "t1", LOST)
    entry_draft.keep(book, draft)
    book.close()
    again = Book.open(tmp_path / "b.bianmin", clock=Clock(Hands()))
    assert entry_draft.kept(again) == draft
    assert again.private.search("户口本丢失") == [entry_draft.RECORD]
    assert not again.has_requests()
    entry_draft.forget(again)
    assert entry_draft.kept(again) is None
    assert again.private.get(entry_draft.RECORD) is None
    again.close()


def test_the_words_of_a_form_lie_in_the_private_file_alone(book: Book) -> None:
    entry_draft.keep(book, EntryDraft("A01", "W1", words=LOST))
    kept = book.kept("draft", "request") or ""
    assert not [word for word in (LOST.name, "1234", "户口本") if word in kept]


def test_a_form_that_nobody_went_on_with_for_a_week_is_thrown_away(book: Book, hands: Hands) -> None:
    entry_draft.keep(book, EntryDraft("A01", "W1", words=LOST))
    hands.go(days=6)
    assert entry_draft.kept(book) is not None
    hands.go(days=2)
    assert entry_draft.kept(book) is None
    assert book.private.get(entry_draft.RECORD) is None
