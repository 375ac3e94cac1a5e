"""Backups: checked copies, thinned as they age, and putting one back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.commands.progress import Move, SetOfficer
from desktop.models import backup, bare
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.refusals import BookRefused
from desktop.models.vocabulary import Status
from tests.books import CHIEF, Hands, make, own

KEY = bytes(range(32))
NOW = datetime(2026, 9, 30, 4, tzinfo=UTC)


def start(book: Book, key: str = "A01@W1") -> None:
    book.do(Move((key,), Status.IN_PROGRESS, note="开始"), CHIEF)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_a_backup_put_back_has_everything_and_goes_on_as_a_new_device(tmp_path: Path, key: bytes | None) -> None:
    hands = Hands()
    book = make(tmp_path / "a.book", hands=hands, key=key)
    start(book)
    saved, before = book.backup(), book.ledger()
    book.do(SetOfficer(("A01@W1",), "张"), CHIEF)
    book.close()
    assert saved.entries == 8
    if key is not None:
        assert b"SQLite format" not in saved.path.read_bytes()
    backup.restore(book.path, saved.path, key, hands.at, CHIEF)
    assert not list(tmp_path.glob("*-wal"))
    again = Book.open(book.path, key=key, clock=Clock(hands))
    assert again.ledger() == before
    start(again, "A02@W1")
    assert len({entry.device for entry in own(again)}) == 2
    again.close()
    assert [one.entries for one in backup.backups(again.id)][-1] == 8
    assert {9} <= {one.entries for one in backup.backups(again.id)}


def test_a_book_that_is_not_behind_its_mark_stays_the_same_device(tmp_path: Path) -> None:
    hands = Hands()
    book = make(tmp_path / "a.book", hands=hands)
    start(book)
    saved = book.backup()
    book.close()
    backup.restore(book.path, saved.path, None, hands.at, CHIEF)
    again = Book.open(book.path, clock=Clock(hands))
    start(again, "A02@W1")
    assert [entry.seq for entry in own(again)] == [1, 2]
    again.close()


def test_another_books_backup_is_put_back_only_by_force(tmp_path: Path) -> None:
    one, two = make(tmp_path / "a.book"), make(tmp_path / "b.book")
    saved = one.backup()
    one.close()
    two.close()
    with pytest.raises(BookRefused, match="other_books_backup"):
        backup.restore(two.path, saved.path, None, NOW, CHIEF)
    backup.restore(two.path, saved.path, None, NOW, CHIEF, force=True)
    again = Book.open(two.path)
    assert again.id == one.id
    again.close()


def test_an_open_book_is_not_replaced(tmp_path: Path) -> None:
    book = make(tmp_path / "a.book")
    saved = book.backup()
    with pytest.raises(BookRefused, match="busy"):
        backup.restore(book.path, saved.path, None, NOW, CHIEF)
    start(book)
    book.close()


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_a_damaged_book_is_kept_aside_and_a_damaged_backup_refused(tmp_path: Path, key: bytes | None) -> None:
    book = make(tmp_path / "a.book", key=key)
    start(book)
    saved = book.backup()
    book.close()
    broken = bytearray(book.path.read_bytes())
    for at in range(0, len(broken), 4096):
        broken[at : at + 2000] = bytes(2000)
    book.path.write_bytes(broken)
    assert backup.restore(book.path, saved.path, key, NOW, CHIEF) is None
    assert (tmp_path / "a.book.damaged-20260930T040000Z").read_bytes() == broken
    Book.open(book.path, key=key).close()
    saved.path.write_bytes(broken)
    with pytest.raises(BookRefused):
        backup.restore(book.path, saved.path, key, NOW, CHIEF)
    Book.open(book.path, key=key).close()


def test_closing_makes_a_backup_when_entries_were_added_and_the_last_is_an_hour_old(tmp_path: Path) -> None:
    hands = Hands()
    book = make(tmp_path / "a.book", hands=hands)
    book.close()
    counts: list[int] = []
    for minutes, works in ((5, True), (70, True), (70, False)):
        hands.go(minutes=minutes)
        again = Book.open(book.path, clock=Clock(hands))
        if works:
            start(again, f"A0{len(counts) + 1}@W1")
        again.close()
        counts.append(len(backup.backups(book.id)))
    assert counts == [1, 2, 2]


def test_a_wrong_key_makes_no_backup(tmp_path: Path) -> None:
    book = make(tmp_path / "a.book", key=KEY)
    with pytest.raises(BookRefused, match="not_a_book"):
        backup.make(book.path, bytes(32), NOW)
    book.close()


def test_a_year_of_hourly_backups_thins_out_and_the_newest_stays() -> None:
    made = [NOW - timedelta(hours=hours, minutes=5) for hours in range(24 * 400)]
    kept = backup.survivors(made, NOW)
    assert made[0] in kept
    assert set(made[:24]) <= kept
    assert 24 + 12 + 5 + 9 <= len(kept) <= 24 + 14 + 8 + 12
    assert min(kept) < NOW - timedelta(days=330)
    assert backup.survivors(kept, NOW) == kept


def test_thinning_day_by_day_keeps_what_thinning_once_would_reach() -> None:
    kept, now = set[datetime](), NOW
    for day in range(200):
        now = NOW + timedelta(days=day)
        kept = backup.survivors(kept | {now}, now)
    days = sorted((now.date() - at.date()).days for at in kept)
    assert days[:14] == list(range(14))
    assert days[-1] > 150


@pytest.mark.parametrize("steps", [1, 50_000], ids=["while it copies", "before it checks"])
def test_a_backup_that_is_stopped_leaves_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:  # fmt: skip
    class Enough(Exception):
        pass

    heard: list[float] = []

    def stop(fraction: float) -> None:
        heard.append(fraction)
        raise Enough

    monkeypatch.setattr(bare, "OFTEN", steps)
    book = make(tmp_path / "a.book")
    with pytest.raises(Enough):
        book.backup(stop)
    assert heard == ([0.0] if steps == 1 else [0.5])
    assert list(backup.folder(book.id).iterdir()) == []
    assert book.backup().entries > 0
    book.close()
