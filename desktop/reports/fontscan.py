"""What faces lie on this machine: name tables read from every font folder, remembered by path, time and size."""

import json
import os
import struct
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO

from desktop import paths

SUFFIXES = frozenset({".ttf", ".ttc", ".otf", ".otc"})
_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC = 1, 4, 6, 16
_NAMING = frozenset({_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC})
_UNICODE, _MICROSOFT = 0, 3
_MICROSOFT_GBK = 3
_NORMAL_WIDTH = 5
_MOST_FACES = 64
_MOST_TABLES = 256


@dataclass(frozen=True, slots=True)
class Face:
    """One face in a font file. `why_not` says why the printer cannot embed it, empty when it can.

    `why_not` is one of `cff` (PostScript outlines), `restricted` (fsType forbids subsetting), `variable`.
    """

    path: str
    index: int
    names: tuple[str, ...]
    family: str
    weight: int
    why_not: str = ""
    slanted: bool = False
    width: int = _NORMAL_WIDTH

    @property
    def usable(self) -> bool:
        """Whether the face can be embedded as a subset."""
        return not self.why_not


_FIELDS = {field.name for field in fields(Face)}


def folders() -> tuple[Path, ...]:
    """Return every font folder of the machine and of the user that exists, the program's own first."""
    home = Path.home()
    found = [paths.data() / "fonts", paths.resources() / "fonts"]
    if sys.platform == "win32":
        found += [Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"]
        found += [Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"]
    elif sys.platform == "darwin":
        found += [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"]
    else:
        shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
        found += [Path(part) / "fonts" for part in shared.split(":") if part]
        found += [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("/opt/fonts")]
        found += [Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share")) / "fonts", home / ".fonts"]
    return tuple(folder for folder in dict.fromkeys(found) if folder.is_dir())


def scan(where: Iterable[Path] | None = None, memory: Path | None = None) -> tuple[Face, ...]:
    """Return every face below the folders (default: all of the machine), in a fixed order.

    Name tables already read are taken from `memory` (a JSON file) while path, time and size are the same;
    a memory that cannot be read or written costs only time.
    """
    known = _recall(memory)
    fresh: dict[str, list[object]] = {}
    faces: list[Face] = []
    for path in _files(folders() if where is None else where):
        mark = path.stat()
        key = f"{path}|{mark.st_mtime_ns}|{mark.st_size}"
        told = _from_memory(known[key]) if key in known else None
        here = list(_read(path)) if told is None else told
        fresh[key] = [{**asdict(face), "names": list(face.names)} for face in here]
        faces += here
    if memory is not None and fresh != known:
        _remember(memory, fresh)
    return tuple(faces)


def _files(where: Iterable[Path]) -> list[Path]:
    found: dict[str, Path] = {}
    for folder in where:
        for root, _names, files in os.walk(folder, followlinks=True):
            for name in files:
                path = Path(root, name)
                if path.suffix.lower() in SUFFIXES and path.is_file():
                    found.setdefault(str(path.resolve()), path.resolve())
    return [found[key] for key in sorted(found)]


def _recall(memory: Path | None) -> dict[str, list[dict[str, Any]]]:
    if memory is None:
        return {}
    try:
        told = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _remember(memory: Path, fresh: dict[str, list[object]]) -> None:
    part = memory.with_suffix(f".{os.getpid()}")
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(fresh, ensure_ascii=False), encoding="utf-8")
        part.replace(memory)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _from_memory(items: list[dict[str, Any]]) -> list[Face] | None:
    """Return the faces of a file as remembered; None where the memory was written by another version."""
    if any(item.keys() != _FIELDS for item in items):
        return None
    return [Face(**{**item, "names": tuple(item["names"])}) for item in items]


def _read(path: Path) -> Iterator[Face]:
    """Yield the faces of a font file; a file that is no font yields none."""
    try:
        with path.open("rb") as file:
            for index, offset in enumerate(_offsets(file)):
                yield _face(file, path, index, offset)
    except (OSError, struct.error, ValueError, KeyError):
        return


def _offsets(file: BinaryIO) -> tuple[int, ...]:
    head = file.read(12)
    if head[:4] != b"ttcf":
        return (0,)
    (count,) = struct.unpack(">I", head[8:12])
    if count > _MOST_FACES:
        raise ValueError(count)
    return tuple(struct.unpack(f">{count}I", file.read(4 * count)))


def _face(file: BinaryIO, path: Path, index: int, offset: int) -> Face:
    tables = _tables(file, offset)
    names = _names(_table(file, tables, "name"))
    weight, width, rights, style = 400, _NORMAL_WIDTH, 0, 0
    if "OS/2" in tables:
        told = _table(file, tables, "OS/2")
        weight, width, rights = struct.unpack(">HHH", told[4:10])
        (style,) = struct.unpack(">H", told[62:64])
    why_not = ""
    if "glyf" not in tables:
        why_not = "cff"
    elif rights == 0x0002 or rights & 0x0300:
        why_not = "restricted"
    elif "fvar" in tables:
        why_not = "variable"
    family = next((text for kind, text in names if kind == _FAMILY), path.stem)
    called = tuple(dict.fromkeys(text for _, text in names))
    return Face(str(path), index, called, family, weight, why_not, bool(style & 1), width)


def _tables(file: BinaryIO, offset: int) -> dict[str, tuple[int, int]]:
    file.seek(offset)
    head = file.read(12)
    (count,) = struct.unpack(">H", head[4:6])
    if head[:4] not in (b"\0\1\0\0", b"true", b"OTTO") or count > _MOST_TABLES:
        raise ValueError(head)
    found = {}
    for _ in range(count):
        tag, _sum, start, size = struct.unpack(">4sIII", file.read(16))
        found[tag.decode("latin-1")] = (start, size)
    return found


def _table(file: BinaryIO, tables: dict[str, tuple[int, int]], tag: str) -> bytes:
    start, size = tables[tag]
    file.seek(start)
    return file.read(size)


def _names(table: bytes) -> list[tuple[int, str]]:
    """Return (kind, text) of every name by which the face may be asked for, English first."""
    count, start = struct.unpack(">HH", table[2:6])
    found: list[tuple[bool, int, str]] = []
    for at in range(6, 6 + 12 * count, 12):
        platform, coding, language, kind, size, offset = struct.unpack(">6H", table[at : at + 12])
        if kind in _NAMING and platform in (_UNICODE, _MICROSOFT):
            raw = table[start + offset : start + offset + size]
            gbk = platform == _MICROSOFT and coding == _MICROSOFT_GBK
            text = raw.replace(b"\0", b"").decode("gb18030", "ignore") if gbk else raw.decode("utf-16-be", "ignore")
            found.append((language not in (0, 0x409), kind, text.strip("\0 ")))
    return [(kind, text) for _foreign, kind, text in sorted(found, key=lambda row: row[:2]) if text]
