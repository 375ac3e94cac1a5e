"""Which device this computer is for a book, and how far it has written: kept outside the book.

A book ahead of the mark is a crash between COMMIT and the mark, and goes on. A book behind it, or without the
mark's digest at the mark's seq, was copied or restored: it becomes a new device, so that no two entries ever take the
same place.
"""

import hashlib
import json
import os
import secrets
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop import paths
from desktop.models.disk import write_whole
from desktop.models.places import Place, key_of
from desktop.models.refusals import BookRefused

_SLOT = 128

DigestAt = Callable[[str, int], str | None]
"""The book's digest of a device at a seq, None where it has no such entry."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The device of this computer for one book at one place; `mark` is None where nothing is remembered."""

    device: str
    mark: Path | None

    def remember(self, seq: int, digest: str) -> None:
        """Note the newest committed entry of this device. Two slots in turn: a torn write spoils only one."""
        if self.mark is None:
            return
        text = f"{seq:012d} {digest}"
        body = f"{text} {zlib.crc32(text.encode()):08x}\n".ljust(_SLOT).encode()
        handle = os.open(self.mark, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.pwrite(handle, body, _SLOT * (seq % 2))
        finally:
            os.close(handle)


REAL, PRACTICE = "dev-", "prc-"
"""How devices begin, for ever: what was made in a practice book can be told from work wherever it turns up."""


def new_device(*, practice: bool = False) -> str:
    """Return a device id that no other computer has."""
    return f"{PRACTICE if practice else REAL}{secrets.token_hex(8)}"


COUNTER = "counter"
"""The stream of requests and ratings, which can stay in the unit while everything else goes up (design, section 2)."""


def beside(device: str) -> str:
    """Return the counter's device that goes with a device named by hand, as in a practice book."""
    start, _, own = device.rpartition("-")
    return f"{start}-{hashlib.sha256(f'{COUNTER}|{own}'.encode()).hexdigest()[:16]}"


def _papers(book_id: str, place: Place, stream: str) -> tuple[Path, Path]:
    """Return where card and mark of a stream lie."""
    whose = f"{book_id}|{key_of(place)}" + (f"|{stream}" if stream else "")
    stem = paths.data() / "devices" / hashlib.sha256(whose.encode()).hexdigest()[:32]
    return stem.with_suffix(".json"), stem.with_suffix(".mark")


def known(book_id: str, place: Place, stream: str = "") -> str | None:
    """Return the device that this computer remembers for a stream of a book, None where it has none. Writes nothing."""
    return _device_of(_papers(book_id, place, stream)[0])


def recognise(
    book_id: str, place: Place, digest_at: DigestAt, *, practice: bool = False, stream: str = ""
) -> Identity:  # fmt: skip
    """Return this computer's identity for a book; a new device when it has none, or the book was copied or restored.

    Each stream has a device and a mark of its own. Raises BookRefused when the folder of identities cannot be written.
    """
    card, mark = _papers(book_id, place, stream)
    folder = card.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        device = _device_of(card)
        if device and _still_mine(device, mark, digest_at):
            return Identity(device, mark)
        identity = Identity(new_device(practice=practice), mark)
        mark.unlink(missing_ok=True)
        told = {"device": identity.device, "book": book_id, "path": key_of(place), "stream": stream}
        write_whole(card, json.dumps(told).encode())
    except OSError as error:
        raise BookRefused("no_identity_folder", path=str(folder)) from error
    return identity


def _device_of(card: Path) -> str | None:
    try:
        found = json.loads(card.read_text(encoding="utf-8"))["device"]
    except (FileNotFoundError, ValueError, KeyError):
        return None
    return found if isinstance(found, str) else None


def _still_mine(device: str, mark: Path, digest_at: DigestAt) -> bool:
    known = _read_mark(mark)
    if known is None:
        return digest_at(device, 1) is None
    return digest_at(device, known[0]) == known[1]


def _read_mark(mark: Path) -> tuple[int, str] | None:
    try:
        body = mark.read_bytes().decode("ascii", "replace")
    except FileNotFoundError:
        return None
    found = []
    for slot in (body[:_SLOT], body[_SLOT : 2 * _SLOT]):
        seq, digest, check = (*slot.split(), "", "", "")[:3]
        if check and f"{zlib.crc32(f'{seq} {digest}'.encode()):08x}" == check:
            found.append((int(seq), digest))
    return max(found) if found else None
