"""Every page of a file of SQLCipher 4, its write-ahead log too, as it stands there: gaps and freed space included."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

_PAGE, _IV, _MAC, _SALT = 4096, 16, 64, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24


def deciphered(path: Path, key: bytes) -> bytes:
    """Return what stands in a file, page after page, without a database engine that would leave gaps out."""
    raw = path.read_bytes()
    if path.name.endswith("-wal"):
        return b"".join(_frames(raw, key))
    return b"".join(_page(raw[at : at + _PAGE], key, _SALT if at == 0 else 0) for at in range(0, len(raw), _PAGE))


def _frames(raw: bytes, key: bytes) -> Iterator[bytes]:
    for at in range(_LOG_HEAD, len(raw), _FRAME_HEAD + _PAGE):
        number = int.from_bytes(raw[at : at + 4])
        frame = raw[at + _FRAME_HEAD : at + _FRAME_HEAD + _PAGE]
        if len(frame) == _PAGE:
            yield _page(frame, key, _SALT if number == 1 else 0)


def _page(page: bytes, key: bytes, skipped: int) -> bytes:
    end = _PAGE - _IV - _MAC
    machine = Cipher(AES256(key), CBC(page[end : end + _IV])).decryptor()
    return machine.update(page[skipped:end]) + machine.finalize()
