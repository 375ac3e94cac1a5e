"""Which device a computer is: what stays itself, and what becomes a new one."""

import shutil
from pathlib import Path

import pytest

from desktop import paths
from desktop.commands.progress import Move
from desktop.models.book import Book
from desktop.models.refusals import BookRefused
from desktop.models.vocabulary import Status
from tests.books import CHIEF, make, own


def work(path: Path, *keys: str) -> str:
    """Start commitments in a book, close it, and return the device that wrote."""
    book = Book.open(path)
    for key in keys:
        book.do(Move((key,), Status.IN_PROGRESS, note="办"), CHIEF)
    device = max((entry.device for entry in own(book)), key=lambda one: _last(book, one))
    assert [one for one in book.check() if one.is_wrong] == []
    book.close()
    return device


def _last(book: Book, device: str) -> str:
    return max(getattr(entry, "stamp", "") for entry in own(book) if entry.device == device)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    make(tmp_path / "a.book").close()
    return tmp_path / "a.book"


def mark_of(path: Path) -> Path:
    (mark,) = (one for one in (paths.data() / "devices").glob("*.mark") if str(path) in _card(one))
    return mark


def _card(mark: Path) -> str:
    return mark.with_suffix(".json").read_text(encoding="utf-8")


def test_a_book_opened_again_is_the_same_device(path: Path) -> None:
    assert work(path, "A01@W1") == work(path, "A02@W1") == work(path, "A03@W1")


def test_a_crash_between_commit_and_mark_makes_no_new_device(path: Path) -> None:
    first = work(path, "A01@W1")
    kept = mark_of(path).read_bytes()
    work(path, "A02@W1")
    mark_of(path).write_bytes(kept)
    assert work(path, "A03@W1") == first


def test_a_copy_beside_the_book_is_a_new_device_and_both_meet_without_a_fork(path: Path, tmp_path: Path) -> None:
    first = work(path, "A01@W1")
    copy = tmp_path / "b.book"
    shutil.copy(path, copy)
    second = work(copy, "A02@W1")
    assert second != first
    assert work(path, "A03@W1") == first
    one, two = Book.open(path), Book.open(copy)
    for here, there in ((one, two), (two, one)):
        assert here.merge(own(there), "copy").forks == 0
    assert one.ledger() == two.ledger()
    one.close()
    two.close()


def test_a_copy_on_another_computer_is_a_new_device(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = work(path, "A01@W1")
    monkeypatch.setenv("BIANMIN_HOME", str(tmp_path / "elsewhere"))
    assert work(path, "A02@W1") != first


def test_an_older_copy_put_back_becomes_a_new_device(path: Path, tmp_path: Path) -> None:
    work(path, "A01@W1")
    saved = tmp_path / "saved"
    shutil.copy(path, saved)
    first = work(path, "A02@W1", "A03@W1")
    shutil.copy(saved, path)
    second = work(path, "A02@W1")
    assert second != first
    assert work(path, "A03@W1") == second


def test_an_older_copy_that_went_further_than_the_mark_elsewhere_becomes_a_new_device(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    first = work(path, "A01@W1")
    twin_home = tmp_path / "twin"
    shutil.copytree(home, twin_home)
    saved = tmp_path / "saved"
    shutil.copy(path, saved)
    work(path, "A02@W1")
    here = tmp_path / "here"
    path.rename(here)
    saved.rename(path)
    monkeypatch.setenv("BIANMIN_HOME", str(twin_home))
    assert work(path, "A03@W1", "A02@W1") == first
    monkeypatch.setenv("BIANMIN_HOME", str(home))
    assert work(path, "A01@W2") != first


def test_a_moved_book_becomes_a_new_device(path: Path, tmp_path: Path) -> None:
    first = work(path, "A01@W1")
    path.rename(tmp_path / "moved.book")
    assert work(tmp_path / "moved.book", "A02@W1") != first


def test_one_torn_slot_of_the_mark_is_survived_and_two_make_a_new_device(path: Path) -> None:
    first = work(path, "A01@W1", "A02@W1")
    mark = mark_of(path)
    body = mark.read_bytes()
    mark.write_bytes(b"garbage!" + body[8:])
    assert work(path, "A03@W1") == first
    mark.write_bytes(b"\0" * len(body))
    assert work(path, "A01@W2") != first


def test_a_lost_mark_makes_a_new_device_once_something_was_written(path: Path) -> None:
    first = work(path, "A01@W1")
    mark_of(path).unlink()
    assert work(path, "A02@W1") != first


def test_a_torn_card_makes_a_new_device(path: Path) -> None:
    first = work(path, "A01@W1")
    mark_of(path).with_suffix(".json").write_text('{"dev', encoding="utf-8")
    assert work(path, "A02@W1") != first


def test_without_a_folder_for_identities_the_book_is_refused(path: Path, home: Path) -> None:
    shutil.rmtree(home / "devices")
    (home / "devices").write_text("in the way", encoding="utf-8")
    with pytest.raises(BookRefused, match="no_identity_folder"):
        Book.open(path)
