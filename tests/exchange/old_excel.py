"""A workbook as Excel 97 wrote it, made by hand: no library writes xls any more, and offices still keep them.

Records after [MS-XLS] (BOF, BOUNDSHEET, DIMENSIONS, LABEL, EOF), the file around them after [MS-CFB].
"""

import struct
from collections.abc import Sequence

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 0x06))


def _sheet(rows: Sequence[Sequence[str]]) -> bytes:
    width = max(map(len, rows))
    cells = b"".join(
        _record(0x0204, struct.pack("<HHHHB", y, x, 0, len(text), 1) + text.encode("utf-16-le"))
        for y, row in enumerate(rows)
        for x, text in enumerate(row)
    )
    return _begin(0x10) + _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0)) + cells + _record(0x0A, b"")


def _stream(name: str, rows: Sequence[Sequence[str]]) -> bytes:
    begin, end = _begin(0x05), _record(0x0A, b"")
    head = struct.pack("<BBBB", 0, 0, len(name), 1) + name.encode("utf-16-le")
    place = len(begin) + 4 + 4 + len(head) + len(end)
    return begin + _record(0x85, struct.pack("<I", place) + head) + end + _sheet(rows)


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    return (
        words.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(words), kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def xls(name: str, rows: Sequence[Sequence[str]]) -> bytes:
    """Return the bytes of a workbook with one sheet of texts."""
    content = _stream(name, rows)
    size = max(len(content), 4096)  # shorter streams would have to lie in the small-sector stream
    count = -(-size // _SECTOR)
    fat = [_FAT, _END, *range(3, 2 + count), _END]
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, _END, 0, _END, 0,
    ) + struct.pack("<109I", 0, *[_FREE] * 108)  # fmt: skip
    folder = _entry("Root Entry", 5, _END, 0, child=1) + _entry("Workbook", 2, 2, size)
    table = struct.pack(f"<{_SECTOR // 4}I", *fat, *[_FREE] * (_SECTOR // 4 - len(fat)))
    return header + table + folder.ljust(_SECTOR, b"\0") + content.ljust(count * _SECTOR, b"\0")
