"""The private file of a living book: crashes, backups, checks."""

import multiprocessing
import os
import signal
from datetime import timedelta
from pathlib import Path

import pytest

from desktop import paths
from desktop.commands.progress import Move
from desktop.models import private_backup
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.private import PrivateStore
from desktop.models.private_key import place
from desktop.models.private_rows import Private
from desktop.models.vocabulary import Status
from tests import counter
from tests.books import CHIEF, Hands, make
from tests.private_words import KEY, NOW, OUYANG, WANG


def start(book: Book, key: str, said: Private | None = None) -> None:
    def put(_drafts: object) -> None:
        if said is not None:
            book.private.put({f"commitment:{key}": said})

    book.do(Move((key,), Status.IN_PROGRESS, note="开始"), CHIEF, put)


def killed_between_words_and_line(path: Path, key: bytes | None) -> None:
    book = Book.open(path, key=key, clock=Clock(Hands(NOW)))
    start(book, "A01@W1", OUYANG)

    def put_and_die(_drafts: object) -> None:
        book.private.put({"commitment:A02@W1": WANG})
        os.kill(os.getpid(), signal.SIGKILL)

    book.do(Move(("A02@W1",), Status.IN_PROGRESS, note="开始"), CHIEF, put_and_die)


@pytest.mark.parametrize("key", [None, KEY], ids=["own-key", "book-key"])
def test_words_whose_line_a_crash_prevented_go_at_the_next_start(tmp_path: Path, key: bytes | None) -> None:
    make(tmp_path / "a.book", key=key).close()
    child = multiprocessing.get_context("spawn").Process(
        target=killed_between_words_and_line, args=(tmp_path / "a.book", key)
    )
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    store = PrivateStore(tmp_path / "a.book", Book.open(tmp_path / "a.book", key=key).id, key)
    assert store.get_all(["commitment:A01@W1", "commitment:A02@W1"]) == {"commitment:A01@W1": OUYANG}
    assert store.unsettled() == []
    assert store.search("窗口") == []
    store.close()


def test_words_that_the_journal_knew_once_outlive_an_older_book(tmp_path: Path) -> None:
    store = PrivateStore(tmp_path / "a.book", "b1", KEY)
    store.put({"request:1": WANG})
    assert store.orphans({"request:1"}) == []
    store.put({"request:2": OUYANG})
    assert store.orphans(()) == ["request:2"]
    assert store.get_all(["request:1", "request:2"]) == {"request:1": WANG}
    store.close()


def test_no_word_of_a_citizen_enters_the_journal_and_closing_makes_a_backup_beside_the_books(tmp_path: Path) -> None:
    book = make(tmp_path / "a.book", hands=Hands(NOW))
    start(book, "A01@W1", WANG)
    book.close()
    assert len(private_backup.copies(book.id)) == 1
    again = Book.open(book.path, clock=Clock(Hands(NOW + timedelta(days=36))))
    assert private_backup.copies(book.id) == []
    assert again.private.get("commitment:A01@W1") == WANG
    again.backup()
    again.close()
    assert len(private_backup.copies(book.id)) == 1
    words = [part.encode() for part in (WANG.name, WANG.phone, WANG.text)]
    for file in [*tmp_path.rglob("*"), *paths.data().rglob("*")]:
        assert file.is_dir() or not any(word in file.read_bytes() for word in words)


def test_a_book_opens_and_tells_when_its_private_file_does_not(tmp_path: Path) -> None:
    book = make(tmp_path / "a.book")
    start(book, "A01@W1", WANG)
    assert book.check() == []
    book.close()
    good = place(book.id).read_bytes()
    place(book.id).unlink()
    closed = Book.open(book.path)
    assert [one.code for one in closed.check()] == ["private_key_missing"]
    assert closed.check_at_start()[0].code == "private_key_missing"
    closed.close()
    place(book.id).write_bytes(good)
    content = bytearray(book.private.path.read_bytes())
    content[5000] ^= 1
    book.private.path.write_bytes(content)
    damaged = Book.open(book.path)
    assert [one.code for one in damaged.check()] == ["damaged"]
    damaged.close()


def test_words_of_a_registration_taken_back_stay_for_redo_and_go_when_that_is_long_past(tmp_path: Path) -> None:
    hands = Hands(NOW)
    book = counter.station(tmp_path / "s1.book", hands)
    key = counter.add(book, words=WANG)
    book.undo(CHIEF)
    book.close()
    for days, kept in ((0, WANG), (34, WANG), (36, None)):
        hands.at = NOW + timedelta(days=days)
        Book.open(book.path, clock=Clock(hands)).close()
        again = Book.open(book.path, clock=Clock(hands))
        assert again.private.get(f"request:{key}") == kept
        again.close()


def test_a_check_tells_of_words_that_the_journal_does_not_know(tmp_path: Path) -> None:
    book = counter.station(tmp_path / "s1.book", Hands(NOW))
    counter.add(book, words=WANG)
    assert book.check() == []
    book.private.put({"request:W1-20250101-AB001-00aa": OUYANG, "draft:request": WANG})
    (found,) = book.check()
    assert (found.code, found.is_wrong, found.facts) == ("private_strays", False, {"count": 1})
    book.close()
