"""The key of the file with citizens' data: derived from the book's key, else a random one in a file of this user."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from desktop import paths
from desktop.models.refusals import BookRefused

_SIZE = 32


def place(book_id: str) -> Path:
    """Return where the random key of a book without a key lies."""
    return paths.data() / "keys" / book_id


def private_key(path: Path, book_id: str, book_key: bytes | None, *, new: bool) -> bytes:
    """Return the 32 bytes that open a private file; `new` makes a random key where none is kept.

    Raises BookRefused: `private_key_missing`, `private_key_wrong` (path, key), `no_key_folder` (path).
    """
    if book_key is not None:
        return _derived(book_key, book_id)
    kept = place(book_id)
    try:
        if new and not kept.exists():
            _keep(kept)
        key = kept.read_bytes()
    except FileNotFoundError as error:
        raise BookRefused("private_key_missing", path=str(path), key=str(kept)) from error
    except OSError as error:
        raise BookRefused("no_key_folder", path=str(kept.parent)) from error
    if len(key) != _SIZE:
        raise BookRefused("private_key_wrong", path=str(path), key=str(kept))
    return key


def _derived(book_key: bytes, book_id: str) -> bytes:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = b"bianmin private " + book_id.encode()
    return HKDF(algorithm=hashes.SHA256(), length=_SIZE, salt=None, info=info).derive(book_key)


def _keep(kept: Path) -> None:
    """Write a random key whole; where another process is first, its key stays."""
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = kept.with_name(f"{kept.name}.{secrets.token_hex(8)}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, secrets.token_bytes(_SIZE))
        os.fsync(handle)
    finally:
        os.close(handle)
    try:
        # A link, unlike a rename, never takes the place of a key that is there.
        with suppress(FileExistsError):
            os.link(part, kept)
    finally:
        part.unlink()
