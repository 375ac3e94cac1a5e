"""Encrypting a whole book and taking its key off: nothing is left in the clear, nothing is lost, whoever dies when."""

import shutil
from dataclasses import replace
from pathlib import Path

from desktop import paths
from desktop.commands.progress import AddNote
from desktop.models import backup, encryption, key_file, recovery_key, unlocking
from desktop.models.admission import Admission
from desktop.models.bare import is_locked, opens
from desktop.models.book import Book
from tests.books import BUREAU, CHIEF, CLERK
from tests.models.furnished import NOTE, PIN, PROOF, RECOVERY, Furnished, furnished, made
from tests.models.test_officers import refused
from tests.models.test_pins import CHEAP
from tests.private_words import NOW, WANG

__all__ = ["furnished", "made"]


def test_an_encrypted_book_holds_everything_and_no_file_of_it_says_a_word(furnished: Furnished) -> None:
    assert len(furnished.files()) == 5
    lock, steps = furnished.lock(), list[str]()
    assert encryption.encrypt(furnished.path, lock, BUREAU, steps.append) == []
    assert steps[0] == "a.book"
    assert is_locked(furnished.path)
    furnished.whole(lock.key)
    words = [text.encode() for text in (NOTE, WANG.name, WANG.phone, BUREAU.officer)] + [PROOF, b"SQLite format"]
    telling = [one for one in furnished.files() if one.name != key_file.COPY]
    assert [(one.name, word) for one in telling for word in words if word in one.read_bytes()] == []
    assert not (paths.data() / "keys" / furnished.id).exists()
    for one in backup.backups(furnished.id):
        backup.examine(one.path, lock.key)


def test_the_key_taken_off_leaves_an_open_book_with_the_same_pins(furnished: Furnished) -> None:
    lock = furnished.lock()
    encryption.encrypt(furnished.path, lock, BUREAU)
    assert encryption.decrypt(furnished.path, lock.key, CHIEF) == []
    assert opens(furnished.path, None)
    furnished.whole(None)
    assert not key_file.place(furnished.path).exists()
    assert not (backup.folder(furnished.id) / key_file.COPY).exists()
    assert [opens(one.path, None) for one in backup.backups(furnished.id)] == [True]
    assert [one for one in furnished.files() if one.read_bytes().startswith(b"BME1")] == []


def test_a_pin_or_the_recovery_key_opens_and_nothing_else(furnished: Furnished) -> None:
    lock = furnished.lock()
    encryption.encrypt(furnished.path, lock, BUREAU)
    with refused("book_locked"):
        Book.open(furnished.path)
    assert unlocking.by_words(furnished.path, "８３５１２７９０", BUREAU.officer).key == lock.key
    assert unlocking.by_words(furnished.path, str(RECOVERY).lower()) == unlocking.Opened(lock.key)
    with refused("recovery_key_other"):
        unlocking.by_recovery(furnished.path, recovery_key.new())
    for code in ("pin_wrong", "pin_wrong", "pin_wrong", "pin_wrong_wait", "pin_wait"):
        with refused(code, name=BUREAU.officer):
            unlocking.by_pin(furnished.path, furnished.officer, "83512791")


def test_a_slot_opens_no_other_book_and_for_nobody_else(furnished: Furnished) -> None:
    lock = furnished.lock()
    slot = lock.keys.slot(furnished.officer)
    assert slot is not None
    assert key_file.unwrapped(slot, furnished.id, PIN) == lock.key
    assert key_file.unwrapped(slot, "another book", PIN) is None
    moved = lock.keys.without(furnished.officer).with_slot(replace(slot, id="somebody"))
    assert key_file.unwrapped(moved.officers[0], furnished.id, PIN) is None
    assert key_file.unwrapped(slot, furnished.id, RECOVERY) is None
    assert lock.key.hex() not in str(lock.keys)


def test_a_changed_pin_opens_and_the_old_one_does_not(furnished: Furnished) -> None:
    lock = furnished.lock()
    encryption.encrypt(furnished.path, lock, BUREAU)
    book = Book.open(furnished.path, key=lock.key)
    admission = Admission(book, lock.key, CHEAP)
    with refused("pin_too_short_to_open", fewest=8):
        admission.set_pin(furnished.officer, "5381", PIN)
    with refused("last_opener"):
        admission.set_pin(furnished.officer, "", PIN)
    admission.set_pin(furnished.officer, "一号窗口的口令在此", PIN)
    clerk = admission.officers.add(BUREAU, CLERK.officer, CLERK.role)
    admission.reset_pin(BUREAU, clerk.id, "66427719")
    book.close()
    for name, pin in ((BUREAU.officer, "一号窗口的口令在此"), (CLERK.officer, "66427719")):
        assert unlocking.by_words(furnished.path, pin, name).key == lock.key
    with refused("pin_wrong"):
        unlocking.by_words(furnished.path, PIN, BUREAU.officer)
    with refused("opener_unnamed", names=(BUREAU.officer, CLERK.officer)):
        unlocking.by_words(furnished.path, PIN, "谁")


def test_a_lost_pin_is_set_anew_by_the_recovery_key_and_a_new_key_ends_the_old_one(furnished: Furnished) -> None:
    lock = furnished.lock()
    encryption.encrypt(furnished.path, lock, BUREAU)
    opened = unlocking.by_recovery(furnished.path, RECOVERY)
    book = Book.open(furnished.path, key=opened.key)
    admission = Admission(book, opened.key, CHEAP)
    admission.recover(furnished.officer, RECOVERY, "66427719")
    newer = recovery_key.new()
    admission.use_recovery(BUREAU, newer)
    book.close()
    assert unlocking.by_pin(furnished.path, furnished.officer, "66427719").key == lock.key
    assert unlocking.by_recovery(furnished.path, newer).key == lock.key
    with refused("recovery_key_other"):
        unlocking.by_recovery(furnished.path, RECOVERY)


def test_a_pin_set_before_opens_the_book_once_it_was_asked_in_it(furnished: Furnished) -> None:
    book = Book.open(furnished.path)
    before = Admission(book, cost=CHEAP)
    long, short = (before.officers.add(BUREAU, name, CLERK.role) for name in ("长", "短"))
    before.set_pin(long.id, "66427719")
    before.set_pin(short.id, "6642")
    book.close()
    lock = furnished.lock()
    encryption.encrypt(furnished.path, lock, BUREAU)
    book = Book.open(furnished.path, key=lock.key)
    after = Admission(book, lock.key, CHEAP)
    assert not after.officers.opens_book(long)
    after.admit(long.id, "66427719")
    after.admit(short.id, "6642")
    assert (after.officers.opens_book(long), after.officers.opens_book(short)) == (True, False)
    book.close()
    assert unlocking.by_pin(furnished.path, long.id, "66427719").key == lock.key


def test_only_a_chief_or_the_bureau_encrypts_and_only_a_book_that_nobody_has_open(furnished: Furnished) -> None:
    lock = furnished.lock()
    with refused("right_missing", what="encrypt"):
        encryption.encrypt(furnished.path, lock, CLERK)
    book = Book.open(furnished.path)
    book.commitments()
    with refused("busy"):
        encryption.encrypt(furnished.path, lock, CHIEF)
    assert not key_file.place(furnished.path).exists()
    book.do(AddNote(("A02@W1",), "照常登记"), CLERK)
    book.close()
    encryption.encrypt(furnished.path, lock, CHIEF)
    with refused("encrypted_already"):
        encryption.encrypt(furnished.path, lock, CHIEF)
    with refused("right_missing"):
        encryption.decrypt(furnished.path, lock.key, CLERK)


def test_a_late_reading_of_a_closed_book_is_in_nobodys_way(furnished: Furnished) -> None:
    book = Book.open(furnished.path)
    book.close()
    book.commitments()
    encryption.encrypt(furnished.path, furnished.lock(), CHIEF)
    assert is_locked(furnished.path)


def test_a_lost_key_file_comes_back_from_its_copy_and_a_broken_one_is_told(furnished: Furnished) -> None:
    lock = furnished.lock()
    encryption.encrypt(furnished.path, lock, BUREAU)
    keys = key_file.place(furnished.path)
    keys.unlink()
    encryption.settle(furnished.path, None)
    assert unlocking.by_pin(furnished.path, furnished.officer, PIN).key == lock.key
    assert keys.stat().st_mode & 0o077 == 0
    keys.write_text('{"format": 1, "book": "x", "slots": [{}]}', encoding="utf-8")
    with refused("key_file_broken"):
        unlocking.by_pin(furnished.path, furnished.officer, PIN)


def test_a_backup_of_the_time_before_is_encrypted_when_it_is_put_back(furnished: Furnished, tmp_path: Path) -> None:
    old = Path(shutil.copy(backup.backups(furnished.id)[0].path, tmp_path / "stick.backup"))
    lock = furnished.lock()
    encryption.encrypt(furnished.path, lock, BUREAU)
    with refused("right_missing", what="restore"):
        backup.restore(furnished.path, old, lock.key, NOW, CLERK)
    backup.restore(furnished.path, old, lock.key, NOW, BUREAU)
    assert is_locked(furnished.path)
    furnished.whole(lock.key)


def test_a_backup_that_cannot_be_read_is_named_and_stops_nothing(furnished: Furnished) -> None:
    torn = backup.folder(furnished.id) / "20260101T000000Z-3.backup"
    torn.write_bytes(b"nothing" * 1000)
    lock = furnished.lock()
    assert encryption.encrypt(furnished.path, lock, BUREAU) == [torn]
    torn.unlink()
    furnished.whole(lock.key)
