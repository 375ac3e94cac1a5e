"""Whoever is killed while he turns a book from open to encrypted or back leaves a whole book behind."""

import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

from desktop.models import backup, encryption, key_file, unlocking
from desktop.models.bare import is_locked, opens
from desktop.models.encryption import Lock
from tests.books import BUREAU
from tests.models.furnished import PIN, Furnished, furnished, made

__all__ = ["furnished", "made"]


def _die_at(home: str, path: Path, lock: Lock, number: int, *, off: bool) -> None:
    """Turn a book and be killed before the file of this number is turned."""
    os.environ["BIANMIN_HOME"] = home
    met: list[str] = []

    def step(name: str) -> None:
        met.append(name)
        if len(met) > number:
            os.kill(os.getpid(), signal.SIGKILL)

    if off:
        encryption.decrypt(path, lock.key, BUREAU, step)
    else:
        encryption.encrypt(path, lock, BUREAU, step)


def _turn_for_ever(home: str, path: Path, lock: Lock) -> None:
    # The server that forks this process was started by another test, with the home of that one.
    os.environ["BIANMIN_HOME"] = home
    while True:
        encryption.encrypt(path, lock, BUREAU)
        encryption.decrypt(path, lock.key, BUREAU)


def home() -> str:
    """Return the home of this test, which a forked process has to be told."""
    return os.environ["BIANMIN_HOME"]


def _nursery() -> multiprocessing.context.ForkServerContext:
    nursery = multiprocessing.get_context("forkserver")
    nursery.set_forkserver_preload(["tests.models.test_encryption_killed"])
    return nursery


def _opened_after(furnished: Furnished, lock: Lock) -> bytes | None:
    """Open the book as the program does after a crash; return the key that was needed."""
    encryption.settle(furnished.path, None)
    key = None
    if is_locked(furnished.path):
        key = unlocking.by_pin(furnished.path, furnished.officer, PIN).key
        assert key == lock.key
    # Whole already, though some files are turned and some are not.
    furnished.whole(key)
    encryption.settle(furnished.path, key)
    now = lock.key if is_locked(furnished.path) else None
    assert [opens(one.path, now) for one in backup.backups(furnished.id)] == [True]
    assert [one.name for one in furnished.files() if one.name.endswith(".rekey.part")] == []
    return now


def test_killed_between_any_two_files_the_book_is_whole_and_the_next_opening_finishes(furnished: Furnished) -> None:
    lock = furnished.lock()
    for off in (False, True):
        for number in (1, 3, 4) if off else (1, 2, 4):
            child = _nursery().Process(target=_die_at, args=(home(), furnished.path, lock, number), kwargs={"off": off})
            child.start()
            child.join()
            assert child.exitcode == -signal.SIGKILL, (off, number)
            key = _opened_after(furnished, lock)
            keys = key_file.load(furnished.path)
            assert (key is None) == (keys is None)
            assert keys is None or keys.turning == ""
            if key is not None and not off:
                encryption.decrypt(furnished.path, key, BUREAU)
            if key is None and off:
                encryption.encrypt(furnished.path, lock, BUREAU)
        if not off:
            encryption.encrypt(furnished.path, lock, BUREAU)


def test_killed_at_any_moment_a_book_that_is_turned_over_and_over_is_whole(furnished: Furnished) -> None:
    lock, chance = furnished.lock(), random.Random(4)
    for _ in range(3):
        child = _nursery().Process(target=_turn_for_ever, args=(home(), furnished.path, lock), daemon=True)
        child.start()
        time.sleep(chance.uniform(0.03, 0.2))
        child.kill()
        child.join()
        key = _opened_after(furnished, lock)
        if key is not None:
            encryption.decrypt(furnished.path, key, BUREAU)
