"""`BOOK.keys`: the data key of an encrypted book, wrapped once for each officer and once for the recovery key.

Version 1 (docs/decisions/0011): JSON; each slot holds the key under AES-256-GCM, by a key that Argon2id derives from a
PIN or HKDF from the recovery key. A second copy lies among the book's backups.
"""

import base64
import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop import paths
from desktop.models import pins
from desktop.models.backup import folder
from desktop.models.bare import KEYS, opens
from desktop.models.disk import write_whole
from desktop.models.pins import Cost
from desktop.models.recovery_key import RecoveryKey
from desktop.models.refusals import BookRefused

FORMAT = 1
RECOVERY = "recovery"
KEY_SIZE = 32
_SALT, _NONCE = 16, 12
_OWNER = 0o600
_MOST = Cost(1 << 20, 16, 16)
"""A file that asks for more was tampered with, to hold up whoever opens it."""
COPY = "book.keys"
"""The name of the copy among the backups."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The wrapped key of one officer, by his id, or of the recovery key. Name and role are shown before opening."""

    id: str
    name: str
    role: str
    cost: Cost | None
    salt: bytes
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Who can open a book. `turning` is `on` or `off` while its files are being turned, else empty."""

    book: str
    slots: tuple[Slot, ...]
    turning: str = ""

    @property
    def officers(self) -> tuple[Slot, ...]:
        """The slots of officers."""
        return tuple(slot for slot in self.slots if slot.id != RECOVERY)

    def slot(self, key: str) -> Slot | None:
        """Return the slot of an officer, by his id, or `RECOVERY`."""
        return next((slot for slot in self.slots if slot.id == key), None)

    def with_slot(self, slot: Slot) -> "KeyFile":
        """Return the file with this slot in place of the one of its id."""
        others = [one for one in self.slots if one.id != slot.id]
        return replace(self, slots=(*others, slot))

    def without(self, key: str) -> "KeyFile":
        """Return the file without a slot."""
        return replace(self, slots=tuple(one for one in self.slots if one.id != key))


def new_key() -> bytes:
    """Return a data key that nobody has."""
    return secrets.token_bytes(KEY_SIZE)


def place(book: Path) -> Path:
    """Return where the key file of a book lies."""
    return book.with_name(book.name + KEYS)


# Wrapping


def wrapped(key: bytes, book: str, officer: tuple[str, str, str], secret: str, cost: Cost) -> Slot:
    """Wrap the key for an officer (id, name, role) under his PIN or passphrase."""
    salt = os.urandom(_SALT)
    return _sealed(Slot(*officer, cost, salt, b"", b""), key, book, pins.derived(secret, salt, cost))


def wrapped_for_recovery(key: bytes, book: str, recovery: RecoveryKey) -> Slot:
    """Wrap the key under the recovery key."""
    salt = os.urandom(_SALT)
    return _sealed(Slot(RECOVERY, "", "", None, salt, b"", b""), key, book, _of_recovery(recovery, salt))


def unwrapped(slot: Slot, book: str, secret: str | RecoveryKey) -> bytes | None:
    """Return the key of a slot, None where the secret is another."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if isinstance(secret, RecoveryKey):
        opener = _of_recovery(secret, slot.salt) if slot.cost is None else b""
    else:
        opener = pins.derived(secret, slot.salt, slot.cost) if slot.cost is not None else b""
    if not opener:
        return None
    try:
        return AESGCM(opener).decrypt(slot.nonce, slot.wrapped, _bound(slot, book))
    except InvalidTag:
        return None


def _sealed(slot: Slot, key: bytes, book: str, opener: bytes) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return replace(slot, nonce=nonce, wrapped=AESGCM(opener).encrypt(nonce, key, _bound(slot, book)))


def _bound(slot: Slot, book: str) -> bytes:
    """Return what a slot is bound to: it opens no other book, and for nobody else."""
    return f"bianmin keys {FORMAT}|{book}|{slot.id}".encode()


def _of_recovery(recovery: RecoveryKey, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_SIZE, salt=salt, info=b"bianmin recovery 1").derive(recovery.value)


# The file


def load(book: Path) -> KeyFile | None:
    """Return the key file of a book, None where it has none. Raises BookRefused `key_file_broken` or `newer_book`."""
    return _read(place(book))


def _read(path: Path) -> KeyFile | None:
    try:
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        version = int(told["format"])
        if version > FORMAT:
            raise BookRefused("newer_book", path=str(path), book=version, program=FORMAT)
        return KeyFile(str(told["book"]), tuple(map(_slot, told["slots"])), str(told.get("turning", "")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BookRefused("key_file_broken", path=str(path)) from error


def _slot(told: dict[str, Any]) -> Slot:
    kdf = told["kdf"]
    cost = Cost(int(kdf["memory"]), int(kdf["passes"]), int(kdf["lanes"])) if kdf["name"] == "argon2id" else None
    if cost is not None and not (cost.memory <= _MOST.memory and cost.passes <= _MOST.passes):
        raise ValueError(cost)
    salt, nonce, sealed = (base64.b64decode(text) for text in (kdf["salt"], told["nonce"], told["wrapped"]))
    return Slot(told["id"], told.get("name", ""), told.get("role", ""), cost, salt, nonce, sealed)


def _told(slot: Slot) -> dict[str, object]:
    kdf: dict[str, object] = {"name": "hkdf-sha256"}
    if slot.cost is not None:
        kdf = {
            "name": "argon2id", "memory": slot.cost.memory, "passes": slot.cost.passes, "lanes": slot.cost.lanes,
        }  # fmt: skip
    kdf["salt"] = _text(slot.salt)
    return {
        "id": slot.id, "name": slot.name, "role": slot.role, "kdf": kdf, "nonce": _text(slot.nonce),
        "wrapped": _text(slot.wrapped),
    }  # fmt: skip


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


def save(book: Path, keys: KeyFile) -> None:
    """Write the key file, whole or not at all, and its copy. Raises BookRefused `key_file_failed` (path)."""
    told = {
        "format": FORMAT, "book": keys.book, "place": str(book.resolve()), "turning": keys.turning,
        "slots": [_told(slot) for slot in keys.slots],
    }  # fmt: skip
    content = json.dumps(told, ensure_ascii=False, indent=1).encode()
    for path in (place(book), folder(keys.book) / COPY):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content, _OWNER)
        except OSError as error:
            raise BookRefused("key_file_failed", path=str(path)) from error


def forget(book: Path, book_id: str) -> None:
    """Remove the key file and its copy, of a book that needs none any more."""
    for path in (folder(book_id) / COPY, place(book)):
        with suppress(FileNotFoundError):
            path.unlink()


def put_back(book: Path) -> bool:
    """Put the copy of a lost key file in its place, where there is one for a book at this place. Return whether it was.

    Raises BookRefused `key_file_failed`.
    """
    if place(book).exists():
        return False
    for copy in (paths.data() / "backups").glob(f"*/{COPY}"):
        try:
            content = copy.read_bytes()
            if json.loads(content).get("place") == str(book.resolve()) and not opens(book, None):
                write_whole(place(book), content, _OWNER)
                return True
        except (OSError, ValueError) as error:
            raise BookRefused("key_file_failed", path=str(place(book))) from error
    return False
