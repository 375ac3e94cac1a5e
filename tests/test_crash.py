"""Nothing acknowledged is ever lost: kill -9, a torn mark, a full disk."""

import hashlib
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.commands.progress import AddNote, ConfirmUnchanged
from desktop.models.book import Book
from desktop.models.refusals import BookRefused
from tests.books import CLERK, make, own
from tests.crash import kill_while_writing


@pytest.mark.parametrize(("key", "rounds"), [(None, 14), (bytes(range(32)), 6)], ids=["plain", "keyed"])
def test_twenty_writers_killed_lose_nothing_that_was_acknowledged(
    tmp_path: Path, key: bytes | None, rounds: int
) -> None:
    make(tmp_path / "a.book", key=key).close()
    tally = kill_while_writing(tmp_path / "a.book", key, rounds, random.Random(1))
    assert tally.rounds == rounds
    assert tally.acknowledged > rounds
    assert (tally.lost, tally.findings, len(tally.devices)) == ([], [], 1)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of two megabytes, where mounting is allowed."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("mounting is not allowed here")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("mounting is not allowed here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_refuses_in_a_sentence_and_the_book_goes_on_when_there_is_room(small_disk: Path) -> None:
    book = make(small_disk / "a.book")
    book.do(ConfirmUnchanged(("A01@W1",)), CLERK)
    ballast = small_disk / "ballast"
    with ballast.open("wb", buffering=0) as file, pytest.raises(OSError, match="space"):  # noqa: PT012 - fills the disk
        while True:
            file.write(bytes(4096))
    before, ledger = own(book), book.ledger()
    said = ""
    while not said:
        try:
            book.do(AddNote(("A01@W1",), "办" * 3000), CLERK)
            before, ledger = own(book), book.ledger()
        except BookRefused as refusal:
            said = refusal.code
    assert said == "disk_full"
    assert (own(book), book.ledger()) == (before, ledger)
    with pytest.raises(BookRefused, match="disk_full"):
        book.evidence.keep(hashlib.sha256(bytes(10**6)).hexdigest(), bytes(10**6))
    ballast.unlink()
    book.do(ConfirmUnchanged(("A01@W1",)), CLERK)
    assert [one for one in book.check() if one.is_wrong] == []
    book.close()
    Book.open(small_disk / "a.book").close()
