"""Encrypting the whole of a book, or taking its key off: its file, citizens' data, evidence and every backup.

Each file is turned by itself, whole or not at all, and says by its head what it is. The key file says which way they
are being turned; what a crash cut off goes on at the next opening. The book's own file is turned first when the key is
put on, and last when it is taken off: so whoever can open the book can finish.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.models import key_file, private_backup, private_key, rights
from desktop.models.backup import backups
from desktop.models.bare import opens
from desktop.models.desk import Desk
from desktop.models.evidence import EvidenceStore
from desktop.models.key_file import KeyFile
from desktop.models.pins import Cost
from desktop.models.places import Place
from desktop.models.recovery_key import RecoveryKey
from desktop.models.refusals import BookRefused
from desktop.models.rekey import PART, alone, rekey
from desktop.models.rights import Right

_log = logging.getLogger("bianmin.encryption")
ON, OFF = "on", "off"

Step = Callable[[str], None]
"""Is told the name of each file that is turned, before it is."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A key file for a book and the key that it wraps, made before anything is encrypted."""

    keys: KeyFile
    key: bytes


def _nothing(_name: str) -> None:
    """Hear nothing."""


def lock_for(book_id: str, officer: tuple[str, str, str], secret: str, recovery: RecoveryKey, cost: Cost) -> Lock:
    """Make a key, and wrap it for an officer (id, name, role) and for the recovery key. Nothing is written."""
    key = key_file.new_key()
    slots = (
        key_file.wrapped(key, book_id, officer, secret, cost),
        key_file.wrapped_for_recovery(key, book_id, recovery),
    )
    return Lock(KeyFile(book_id, slots), key)


def encrypt(place: Place, lock: Lock, desk: Desk, step: Step = _nothing) -> list[Path]:
    """Encrypt a book that nobody has open. Return the backups that could not be read, and stay as they were.

    Raises RuleBroken `right_missing`; BookRefused: `server_encryption`, `busy`, `disk_full`, `rekey_failed`,
    `encrypted_already`.
    """
    rights.refuse(Right.ENCRYPT, desk)
    path = _file(place)
    if not opens(path, None):
        raise BookRefused("encrypted_already", path=str(path))
    step(path.name)
    try:
        # Written while nobody else has the book: a key file that somebody removed would be the end of it.
        rekey(path, None, lock.key, before=lambda: key_file.save(path, replace(lock.keys, turning=ON)))
    except BookRefused:
        settle(path, None)
        raise
    return _go_on(path, lock.keys.book, lock.key, ON, step)


def decrypt(place: Place, key: bytes, desk: Desk, step: Step = _nothing) -> list[Path]:
    """Take the key off a book that nobody has open. Return the backups that could not be read. Raises as `encrypt`."""
    rights.refuse(Right.ENCRYPT, desk)
    path = _file(place)
    keys = key_file.load(path)
    if keys is None or opens(path, None):
        raise BookRefused("not_encrypted", path=str(path))
    key_file.save(path, replace(keys, turning=OFF))
    return _go_on(path, keys.book, key, OFF, step)


def settle(place: Place, key: bytes | None, step: Step = _nothing) -> bool:
    """Finish what a crash cut off, before a book is opened; return whether there was anything.

    Without the key only that is done which needs none: a lost key file is put back from its copy, what was written
    beside a book is removed, and so are keys of a book that is not encrypted. Later, while another process uses it.
    """
    if not isinstance(place, Path) or not place.is_file():
        return False
    key_file.put_back(place)
    keys = key_file.load(place)
    is_half = keys is not None and bool(keys.turning)
    if not is_half and not place.with_name(place.name + PART).exists():
        return False
    if opens(place, None):
        # Either its own file was never turned, or it was turned last of all.
        return _clear(place)
    if key is None or keys is None:
        return False
    try:
        _go_on(place, keys.book, key, keys.turning or ON, step)
    except BookRefused as refusal:
        # The book is whole as it is; somebody who uses it just now need not stop anybody else from opening it.
        if refusal.code != "busy":
            raise
        return False
    return True


def _clear(path: Path) -> bool:
    """Remove what a crash left beside a book that lies open; another time where somebody uses the book just now."""
    try:
        with alone(path, None):
            path.with_name(path.name + PART).unlink(missing_ok=True)
            keys = key_file.load(path)
            if keys is not None:
                key_file.forget(path, keys.book)
    except BookRefused as refusal:
        if refusal.code != "busy":
            raise
        return False
    return True


def _file(place: Place) -> Path:
    if not isinstance(place, Path):
        raise BookRefused("server_encryption", path=str(place))
    return place


def _go_on(path: Path, book_id: str, key: bytes, way: str, step: Step) -> list[Path]:
    """Turn everything that is not yet as it shall be."""
    left = [*_turn_private(path, book_id, key, way, step)]
    step(path.name + ".evidence")
    EvidenceStore(path, key).turn(key if way == ON else None)
    left += _turn_backups(book_id, key, way, step)
    if way == OFF:
        step(path.name)
        rekey(path, key, None, after=lambda: key_file.forget(path, book_id))
        return left
    private_key.place(book_id).unlink(missing_ok=True)
    path.with_name(path.name + PART).unlink(missing_ok=True)
    keys = key_file.load(path)
    if keys is not None:
        key_file.save(path, replace(keys, turning=""))
    return left


def _turn_private(path: Path, book_id: str, key: bytes, way: str, step: Step) -> Iterator[Path]:
    """Turn the citizens' data and their backups: under the book's key, else under a random one of this user."""
    found = [path.with_name(path.name + ".private"), *(copy.path for copy in private_backup.copies(book_id))]
    found = [one for one in found if one.is_file() and one.stat().st_size]
    if found:
        own = private_key.private_key(path, book_id, None, new=True)
        theirs = private_key.private_key(path, book_id, key, new=False)
        yield from _turn(found, (own, theirs) if way == ON else (theirs, own), step)


def _turn_backups(book_id: str, key: bytes, way: str, step: Step) -> Iterator[Path]:
    found = [one.path for one in backups(book_id)]
    yield from _turn(found, (None, key) if way == ON else (key, None), step)


def _turn(files: Iterable[Path], keys: tuple[bytes | None, bytes | None], step: Step) -> Iterator[Path]:
    """Turn files from one key to another; give those that cannot be read with either."""
    for one in files:
        step(one.name)
        try:
            rekey(one, *keys)
        except BookRefused as refusal:
            if refusal.code in {"busy", "disk_full"}:
                raise
            _log.warning("%s not turned: %s", one.name, refusal.code)
            yield one
