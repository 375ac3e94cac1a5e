"""Requests in the book: numbers, the stream of their own, private words, older books, meetings."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from desktop import paths
from desktop.commands.requests import RegisterRequest
from desktop.commands.requests_moves import MoveRequest
from desktop.models import request_numbers
from desktop.models.bare import bare
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.private_rows import Private
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.registering import register
from desktop.models.request_rules import RequestStatus
from tests import counter
from tests.books import CLERK, Hands, make, meet, own, whole
from tests.private_words import OUYANG, WANG

FORMS = ("7f3a", "90bc")


def devices(book: Book) -> set[str]:
    """Return the devices that wrote about requests."""
    return {one.device for one in whole(own(book)) if any(line.record.startswith("request:") for line in one.lines)}


def test_a_request_has_its_number_at_once_and_goes_by_it_in_any_writing(tmp_path: Path) -> None:
    book = counter.station(tmp_path / "a.book")
    one, two = (register(book, RegisterRequest("A01", "W1"), CLERK) for _ in range(2))
    assert (one.number[:12], one.number[14:], two.number[14:]) == ("W1-20260901-", "001", "002")
    other = register(book, RegisterRequest("A01", "W3"), CLERK)
    assert other.number.endswith("001")
    assert one.id[: len(one.number)] == one.number
    for typed in (one.id, one.number, one.number.lower(), one.id.upper(), "Ｗ" + one.number[1:], f" {one.number} "):
        found = book.request(typed)
        assert found is not None
        assert found.id == one.id
    assert book.request("W1-20260901") is None
    assert book.request(one.number[:-1] + "9") is None
    book.close()


def test_serials_go_on_past_999(tmp_path: Path) -> None:
    book = counter.station(tmp_path / "a.book")
    key = counter.add(book)
    with book.reading() as connection:
        cursor = connection.connection.cursor()
        device = next(iter(devices(book)))
        made = request_numbers.following(cursor, "W1", date(2026, 9, 1), device, 1200)
    assert made[-1].number == key[:14] + "1201"
    assert len({one.id for one in made}) == 1200
    book.close()


def test_a_number_taken_back_is_never_given_again(tmp_path: Path) -> None:
    book = counter.station(tmp_path / "a.book")
    key = counter.add(book)
    book.undo(CLERK)
    assert book.request(key) is None
    assert book.requests().rows == ()
    assert counter.add(book)[:-8] == key[:-8]
    assert counter.add(book)[14:17] == "003"
    book.close()


def test_a_double_click_makes_one_request(tmp_path: Path) -> None:
    book = counter.station(tmp_path / "a.book")
    deed = RegisterRequest("A01", "W1", token=FORMS[0])
    first = register(book, deed, CLERK, WANG)
    again = register(book, deed, CLERK, OUYANG)
    assert (again.id, again.number, again.posted) == (first.id, first.number, None)
    assert len(book.requests().rows) == 1
    assert book.private.get(f"request:{first.id}") == WANG
    with pytest.raises(RuleBroken, match="registered_already"):
        book.do(deed, CLERK)
    assert register(book, RegisterRequest("A01", "W1", token=FORMS[1]), CLERK).id != first.id
    book.close()


def test_no_citizens_word_enters_the_journal(tmp_path: Path) -> None:
    book = counter.station(tmp_path / "a.book")
    counter.add(book, words=WANG)
    with pytest.raises(InputRefused, match="private_has_id"):
        counter.add(book, words=Private(text="身份证 11010519491231002X"))
    assert len(book.requests().rows) == 1
    book.close()
    said = [part.encode() for part in (WANG.name, WANG.phone, WANG.text)]
    for file in [*tmp_path.rglob("*"), *paths.data().rglob("*")]:
        assert file.is_dir() or not any(word in file.read_bytes() for word in said)


def test_requests_are_written_by_a_device_of_their_own_and_undone_on_it(tmp_path: Path) -> None:
    book = make(tmp_path / "a.book", "S1")
    key = counter.add(book)
    assert len(list((paths.data() / "devices").glob("*.json"))) == 2
    counter.move(book, key, RequestStatus.ACCEPTED)
    book.undo(CLERK)
    book.redo(CLERK)
    assert {one.device for one in own(book)} == devices(book)
    stamps = [one.stamp for one in whole(own(book))]
    assert stamps == sorted(stamps)
    book.close()
    again = Book.open(book.path, clock=Clock(Hands()))
    counter.add(again)
    assert len(devices(again)) == 1
    assert again.check() == []
    again.close()


def test_a_copied_book_is_a_new_device_for_requests_too(tmp_path: Path) -> None:
    book = counter.station(tmp_path / "a.book")
    counter.add(book)
    book.close()
    shutil.copy(book.path, tmp_path / "b.book")
    copy, first = (Book.open(tmp_path / name, clock=Clock(Hands())) for name in ("b.book", "a.book"))
    ids = {counter.add(copy), counter.add(first)}
    assert len(ids) == 2
    assert len(devices(copy) | devices(first)) == 2
    meet(copy, first)
    assert {row.id for row in copy.requests().rows} >= ids
    assert copy.ledger() == first.ledger()
    copy.close()
    first.close()


def test_a_practice_books_requests_are_marked_as_practice(tmp_path: Path) -> None:
    from desktop.models.edition import entries_of

    book = Book.create(tmp_path / "p.book", "S1", practice=True, clock=Clock(Hands()), device="prc-0123456789abcdef")
    book.merge(entries_of(counter.edition()), "catalogue")
    counter.add(book)
    (device,) = devices(book)
    assert device.startswith("prc-")
    assert device != "prc-0123456789abcdef"
    assert len(device) == 20
    book.close()


def test_two_computers_at_one_window_and_day_never_give_one_id_and_their_books_unite(tmp_path: Path) -> None:
    one, two = (counter.station(tmp_path / f"{name}.book") for name in "ab")
    for book in (one, two, one):
        counter.add(book)
    assert {row.id for row in one.requests().rows}.isdisjoint(row.id for row in two.requests().rows)
    meet(one, two)
    assert len(one.requests().rows) == 3
    assert one.ledger() == two.ledger()
    one.rebuild()
    assert one.ledger() == two.ledger()
    assert one.check() == two.check() == []
    one.close()
    two.close()


def test_a_move_overruled_unseen_is_shown_as_disputed(tmp_path: Path) -> None:
    hands = Hands()
    one, two = (counter.station(tmp_path / f"{name}.book", hands) for name in "ab")
    key = counter.add(one)
    meet(one, two)
    counter.move(one, key, RequestStatus.ACCEPTED)
    counter.move(two, key, RequestStatus.REJECTED)
    meet(one, two)
    for book in (one, two):
        row = book.request(key)
        assert row is not None
        assert (row.status, row.disputed) == (RequestStatus.REJECTED, True)
        assert book.check() == []
        book.rebuild()
        assert book.check() == []
        book.close()


def test_the_story_of_a_request_is_told(tmp_path: Path) -> None:
    book = counter.station(tmp_path / "a.book")
    key = counter.at(book, RequestStatus.ARCHIVED)
    assert [told.kind for told in book.request_story(key)] == ["request", *["request_move"] * 3]
    assert len(book.request_story(key, date(2026, 8, 31))) == 0
    assert {told.author for told in book.request_story(key)} == {"王芳", "李强"}
    book.close()


@pytest.mark.parametrize("key", [None, bytes(range(32))], ids=["plain", "sealed"])
def test_a_book_from_before_requests_gets_their_table(tmp_path: Path, key: bytes | None) -> None:
    book = make(tmp_path / "old.book", "S1", key=key)
    entries = book.entries()
    book.close()
    with bare(book.path, key) as connection:
        connection.execute("DROP TABLE request")
        connection.execute("UPDATE fact SET value = '5' WHERE name = 'ledger_form'")
    again = Book.open(book.path, key=key, clock=Clock(Hands()))
    assert again.entries() == entries
    assert again.requests().rows == ()
    counter.add(again)
    assert again.check() == []
    again.close()


def test_a_request_deed_leaves_the_catalogue_as_it_was_read(tmp_path: Path) -> None:
    book = counter.station(tmp_path / "a.book")
    before = book.catalogue()
    key = counter.add(book)
    book.do(MoveRequest((key,), RequestStatus.ACCEPTED), CLERK)
    assert book.catalogue() is before
    book.close()
