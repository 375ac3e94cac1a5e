"""Opening an encrypted book: from a PIN, a passphrase or the recovery key to the data key. The book is not read yet."""

from dataclasses import dataclass
from pathlib import Path

from desktop.models import key_file, recovery_key
from desktop.models.key_file import RECOVERY, KeyFile, Slot
from desktop.models.recovery_key import RecoveryKey
from desktop.models.refusals import BookRefused, RuleBroken
from desktop.models.waits import Waits


@dataclass(frozen=True, slots=True)
class Opened:
    """The data key of a book, and the id of the officer whose PIN gave it; empty for the recovery key."""

    key: bytes
    officer: str = ""


def keys_of(book: Path) -> KeyFile:
    """Return who can open an encrypted book. Raises BookRefused `no_key_file`, `key_file_broken`."""
    keys = key_file.load(book)
    if keys is None:
        raise BookRefused("no_key_file", path=str(book))
    return keys


def by_pin(book: Path, officer: str, pin: str) -> Opened:
    """Open a book by an officer's PIN; he is named by his id.

    Raises RuleBroken `officer_unknown`, `pin_wait`, `pin_wrong`, `pin_wrong_wait`; BookRefused as `keys_of`.
    """
    keys = keys_of(book)
    slot = keys.slot(officer)
    if slot is None:
        raise RuleBroken("officer_unknown", name=officer)
    waits = Waits(keys.book)
    if seconds := waits.left(officer):
        raise RuleBroken("pin_wait", name=slot.name, seconds=seconds)
    key = key_file.unwrapped(slot, keys.book, pin)
    if key is not None:
        waits.forget(officer)
        return Opened(key, officer)
    if seconds := waits.fail(officer):
        raise RuleBroken("pin_wrong_wait", name=slot.name, seconds=seconds)
    raise RuleBroken("pin_wrong", name=slot.name)


def by_recovery(book: Path, recovery: RecoveryKey) -> Opened:
    """Open a book by its recovery key. Raises RuleBroken `recovery_key_other`; BookRefused as `keys_of`."""
    keys = keys_of(book)
    slot = keys.slot(RECOVERY)
    key = key_file.unwrapped(slot, keys.book, recovery) if slot is not None else None
    if key is None:
        raise RuleBroken("recovery_key_other")
    return Opened(key)


def by_words(book: Path, words: str, name: str = "") -> Opened:
    """Open a book by whatever a file or a terminal gave: the recovery key, or the PIN of the officer of a name.

    Raises as `by_pin` and `by_recovery`, RuleBroken `opener_unnamed` (names) where nobody of this name can.
    """
    if recovery_key.looks_like(words):
        return by_recovery(book, recovery_key.read(words))
    every = keys_of(book).officers
    meant = [slot for slot in every if slot.name == name.strip()] or [*every]
    if len(meant) != 1:
        raise RuleBroken("opener_unnamed", names=tuple(slot.name for slot in every))
    return by_pin(book, meant[0].id, words)


def openers(book: Path) -> tuple[Slot, ...]:
    """Return the officers whose PIN opens a book, in the order of their names."""
    return tuple(sorted(keys_of(book).officers, key=lambda slot: slot.name))
