"""Looking for citizens in files: every byte, deciphered where it is enciphered, unpacked where it is packed."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2

from desktop.models.private_rows import Private
from tests.deciphered import deciphered

KEYED = ".private"
"""Stands in the names of the private file, its log and its backups."""
_PIECE = 7


def needles(citizens: Iterable[Private]) -> list[str]:
    """Return what would give somebody away: name, telephone with and without its form, pieces of the words."""
    found: list[str] = []
    for one in citizens:
        found += [one.name, one.phone, one.phone[3:]]
        found += [one.text[at : at + _PIECE] for at in range(0, max(1, len(one.text) - _PIECE), _PIECE)]
    return [word for word in found if len(word) > 1]


def traces(folders: Iterable[Path], words: Iterable[str], key: bytes) -> dict[str, list[Path]]:
    """Return in which files words stand, in any of the ways in which a program could have written them."""
    wanted = [(word, _ways(word)) for word in words]
    found: dict[str, list[Path]] = {}
    for path in _files(folders):
        content = _content(path, key) + path.name.encode()
        for word, ways in wanted:
            if any(way in content for way in ways):
                found.setdefault(word, []).append(path)
    return found


def _ways(word: str) -> list[bytes]:
    escaped = word.encode("unicode_escape")
    return [word.encode(), word.encode("utf-16-le"), word.encode("gb18030"), escaped, escaped.replace(b"\\", b"\\\\")]


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


def _content(path: Path, key: bytes) -> bytes:
    raw = path.read_bytes()
    if KEYED in path.name and not path.name.endswith("-shm"):
        return raw + deciphered(path, key)
    if raw.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(raw)
        return raw + "".join(page.get_textpage().get_text_range() for page in document).encode()
    if raw.startswith(b"PK"):
        with zipfile.ZipFile(path) as packed:
            return raw + b"".join(packed.read(name) for name in packed.namelist())
    return raw
