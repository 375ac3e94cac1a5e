"""Evidence files beside the book, named by the SHA-256 of what is kept; encrypted when the book has a key.

A file is whole on the disk before any journal line names it: a crash leaves an orphan, never a gap.
"""

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop.models import photos, plain_text
from desktop.models.disk import write_whole
from desktop.models.journal import Evidence
from desktop.models.refusals import BookRefused, InputRefused

LARGEST_MB = 50
_LONGEST_NAME = 120
_LONGEST_SUFFIX = 16
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\n\t\u0000]')
_NAME = re.compile(r"[0-9a-f]{64}")
_MEDIA = {
    ".pdf": "application/pdf", ".txt": "text/plain", ".csv": "text/csv", ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".ofd": "application/ofd", ".wps": "application/vnd.ms-works", ".mp4": "video/mp4", ".mov": "video/quicktime",
    ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".wav": "audio/wav", ".zip": "application/zip",
    ".jpg": "image/jpeg", ".png": "image/png",
}  # fmt: skip
"""Kinds of files that keep their suffix on the disk; any other is kept without, so that no click starts it."""
_SUFFIX = {media: suffix for suffix, media in _MEDIA.items()}
_SEAL = b"BME1"
_NONCE = 12


class EvidenceStore:
    """The folder `BOOK.evidence` of one book."""

    def __init__(self, book: Path, key: bytes | None) -> None:
        """Take the book's file and key; nothing is made before the first file."""
        self._folder = book.with_name(book.name + ".evidence")
        self._key = key
        self._opened: Path | None = None

    def attach(self, path: Path, covers: Sequence[photos.Cover] = ()) -> Evidence:
        """Keep a file and return what a deed names it by. A photo is kept upright, small and without its metadata.

        Under the covers a photo is black. Of any other file nothing can be covered.

        Raises InputRefused: `evidence_missing`, `evidence_empty`, `evidence_too_big`, `photo_unreadable`,
        `photo_too_big`; BookRefused `disk_full` or `read_only`.
        """
        self._examine(path)
        try:
            content, media = photos.cleaned(path, covers) or (path.read_bytes(), _MEDIA.get(path.suffix.lower(), ""))
        except OSError as error:
            raise InputRefused("evidence_missing", name=path.name) from error
        sha256 = hashlib.sha256(content).hexdigest()
        self.keep(sha256, content, media)
        name = label(path.name, sha256)
        if media.startswith("image/"):
            name = str(Path(name).with_suffix(_SUFFIX[media]))
        return Evidence(sha256, name, len(content), media or "application/octet-stream")

    def keep(self, sha256: str, content: bytes, media: str = "") -> None:
        """Write a file whose hash is known, as import does. Raises InputRefused `evidence_wrong` when it differs."""
        if hashlib.sha256(content).hexdigest() != sha256:
            raise InputRefused("evidence_wrong", name=sha256[:8])
        if self._find(sha256) is not None and self.is_right(sha256):
            return
        try:
            self._folder.mkdir(exist_ok=True)
            write_whole(self._folder / f"{sha256}{_SUFFIX.get(media, '')}", _sealed(sha256, content, self._key))
        except OSError as error:
            raise _refused(error, self._folder) from error

    def read(self, sha256: str) -> bytes:
        """Return a file's content. Raises BookRefused `evidence_gone` or `evidence_damaged`."""
        found = self._find(sha256)
        if found is None:
            raise BookRefused("evidence_gone", path=str(self._folder), name=sha256[:8])
        content = self._unseal(sha256, found.read_bytes())
        if hashlib.sha256(content).hexdigest() != sha256:
            raise BookRefused("evidence_damaged", path=str(found), name=sha256[:8])
        return content

    def path(self, sha256: str) -> Path:
        """Return a file that other programs can read: of a book with a key a copy, which goes when the book is closed.

        Raises BookRefused `evidence_gone` or `evidence_damaged`.
        """
        content, found = self.read(sha256), self._find(sha256)
        if self._key is None and found is not None:
            return found
        suffix = found.suffix if found is not None else ""
        return self._open_copy(f"{sha256}{suffix}", content)

    def thumbnail(self, sha256: str) -> Path | None:
        """Return a PNG of at most 160 px, made once; None where the file is no photo, gone or damaged."""
        found = self._find(sha256)
        if found is None or found.suffix not in {".jpg", ".png"}:
            return None
        name = f"{sha256}.small.png"
        place = self._folder / "small" / name if self._key is None else (self._opened or self._folder / "small") / name
        if place.exists():
            return place
        try:
            small = photos.thumbnail(self.read(sha256))
            if self._key is not None:
                return self._open_copy(name, small)
            place.parent.mkdir(exist_ok=True)
            write_whole(place, small)
        except (BookRefused, OSError):
            return None
        return place

    def is_right(self, sha256: str) -> bool:
        """Say whether the file is there and its content has this hash."""
        try:
            self.read(sha256)
        except (BookRefused, OSError):
            return False
        return True

    def orphans(self, named: Iterable[str]) -> list[Path]:
        """Return the files that no entry names, torn ones included."""
        if not self._folder.is_dir():
            return []
        known = set(named)
        return sorted(one for one in self._folder.iterdir() if one.is_file() and one.name[:64] not in known)

    def discard(self, orphans: Iterable[Path]) -> None:
        """Remove files that `orphans` returned, with their thumbnails."""
        for one in orphans:
            one.unlink(missing_ok=True)
            (self._folder / "small" / f"{one.name[:64]}.small.png").unlink(missing_ok=True)

    def turn(self, key: bytes | None) -> None:
        """Write every file anew under another key, or openly without one; what is damaged stays as it is.

        Raises BookRefused `disk_full` or `read_only`. Afterwards another store is to be made with the new key.
        """
        if not self._folder.is_dir():
            return
        try:
            shutil.rmtree(self._folder / "small", ignore_errors=True)
            for one in sorted(self._folder.iterdir()):
                self._turn(one, key)
        except OSError as error:
            raise _refused(error, self._folder) from error

    def _turn(self, one: Path, key: bytes | None) -> None:
        sha256 = one.name[:64]
        if one.suffix == ".part":
            one.unlink()
        elif _NAME.fullmatch(sha256):
            stored = one.read_bytes()
            sealed = self._decrypted(sha256, stored)
            content = stored if sealed is None else sealed
            is_turned = (sealed is not None) == (key is not None)
            if not is_turned and hashlib.sha256(content).hexdigest() == sha256:
                write_whole(one, _sealed(sha256, content, key))

    def close(self) -> None:
        """Remove the copies that were made for other programs to read."""
        if self._opened is not None:
            shutil.rmtree(self._opened, ignore_errors=True)
            self._opened = None

    def _examine(self, path: Path) -> None:
        if not path.is_file():
            raise InputRefused("evidence_missing", name=path.name)
        size = path.stat().st_size
        if size == 0:
            raise InputRefused("evidence_empty", name=path.name)
        if size > LARGEST_MB << 20:
            raise InputRefused("evidence_too_big", name=path.name, limit=LARGEST_MB)

    def _find(self, sha256: str) -> Path | None:
        if not _NAME.fullmatch(sha256):
            return None
        for suffix in ("", *_MEDIA):
            place = self._folder / f"{sha256}{suffix}"
            if place.is_file():
                return place
        return None

    def _open_copy(self, name: str, content: bytes) -> Path:
        if self._opened is None:
            self._opened = Path(tempfile.mkdtemp(prefix="bianmin-"))
        place = self._opened / name
        place.write_bytes(content)
        return place

    def _unseal(self, sha256: str, stored: bytes) -> bytes:
        # A file that a crash left open while the book was being encrypted is read as it is.
        content = self._decrypted(sha256, stored)
        return stored if content is None else content

    def _decrypted(self, sha256: str, stored: bytes) -> bytes | None:
        if self._key is None or not stored.startswith(_SEAL):
            return None
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        start = len(_SEAL) + _NONCE
        cipher = AESGCM(_file_key(self._key))
        try:
            return cipher.decrypt(stored[len(_SEAL) : start], stored[start:], bytes.fromhex(sha256))
        except (InvalidTag, ValueError):
            return None


def _file_key(key: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt=None, info=b"bianmin evidence 1").derive(key)


def _sealed(sha256: str, content: bytes, key: bytes | None) -> bytes:
    if key is None:
        return content
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return _SEAL + nonce + AESGCM(_file_key(key)).encrypt(nonce, content, bytes.fromhex(sha256))


def label(name: str, sha256: str) -> str:
    """Return a file's name as a safe label: no path, no control or bidirectional marks, no citizen's number."""
    last = _NOT_IN_NAMES.sub("_", re.split(r"[/\\]", plain_text.clean(name))[-1]).strip(" .")
    suffix = Path(last).suffix
    if len(suffix) > _LONGEST_SUFFIX:
        suffix = ""
    stem = last.removesuffix(suffix)[: _LONGEST_NAME - len(suffix)]
    try:
        plain_text.note(stem + suffix)
    except InputRefused:
        stem, suffix = "", suffix if suffix.lower() in _MEDIA else ""
    whole = (stem or sha256[:8]) + suffix
    return f"_{whole}" if _RESERVED.match(whole) else whole


def _refused(error: OSError, folder: Path) -> BookRefused:
    code = "disk_full" if error.errno in {28, 122} else "read_only"
    return BookRefused(code, path=str(folder))
