"""The gate for workbooks from outside: measured before they are unpacked, then read in a child process with limits.

Limits and their reasons: a workbook of 198 kB can hold 64 MB of XML, one of 527 kB a single cell of 512 MB.
"""

import multiprocessing
import zipfile
import zlib
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from desktop.exchange import workbook_child
from desktop.models.refusals import InputRefused

_MEGABYTE = 1 << 20
_BLOCK = 1 << 18
_ZIP = b"PK\x03\x04"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a workbook may cost. Bytes, except for `parts`, `ratio`, `rows`, `cells` and `seconds`."""

    file: int = 64 * _MEGABYTE
    parts: int = 2_000
    ratio: int = 100
    ratio_from: int = _MEGABYTE
    unpacked: int = 256 * _MEGABYTE
    rows: int = 200_000
    cells: int = 4_000_000
    memory: int = 1_536 * _MEGABYTE
    seconds: int = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet: cleaned text of every cell, from A1; merged cells are filled down."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def read(path: Path, limits: Limits | None = None) -> tuple[Sheet, ...]:
    """Return the worksheets of an xlsx, xls, xlsb or ods file.

    Numbers come as text without a needless `.0`, days as ISO text. Raises InputRefused `file_unreadable`,
    `not_a_workbook`, `workbook_locked`, `workbook_too_big` (what, limit) or `workbook_broken`.
    """
    bounds = limits or Limits()
    measure(path, bounds)
    return tuple(Sheet(name, rows) for name, rows in _read_apart(path, bounds))


def measure(path: Path, limits: Limits) -> None:
    """Refuse, before anything is unpacked for good, what is no workbook or would cost too much."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(len(_OLD_EXCEL))
        if size > limits.file:
            raise _too_big("file", limits.file // _MEGABYTE)
        if head.startswith(_ZIP):
            _measure_parts(path, limits)
        elif head != _OLD_EXCEL:
            raise InputRefused("not_a_workbook", name=path.name)
    except OSError as error:
        raise InputRefused("file_unreadable", name=path.name, why=error.strerror or "") from error


def _measure_parts(path: Path, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if len(parts) > limits.parts:
                raise _too_big("parts", limits.parts)
            total = 0
            for part in parts:
                total += _unpacked(archive, part, limits, limits.unpacked - total)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError) as error:
        raise InputRefused("not_a_workbook", name=path.name) from error
    except RuntimeError as error:  # an encrypted part of an archive
        raise InputRefused("workbook_locked", name=path.name) from error
    except zlib.error as error:
        raise InputRefused("workbook_broken", name=path.name) from error


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, limits: Limits, room: int) -> int:
    """Return the real bytes of a part; the sizes its header names are not believed."""
    if part.compress_type not in _METHODS:
        raise NotImplementedError
    allowed = max(part.compress_size * limits.ratio, limits.ratio_from)
    seen = 0
    with archive.open(part) as stream:
        while block := stream.read(_BLOCK):
            seen += len(block)
            if seen > room:
                raise _too_big("unpacked", limits.unpacked // _MEGABYTE)
            if seen > allowed:
                raise _too_big("ratio", limits.ratio)
    return seen


def _too_big(what: str, limit: int) -> InputRefused:
    return InputRefused("workbook_too_big", what=what, limit=limit)


def _read_apart(path: Path, limits: Limits) -> list[workbook_child.Rows]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    order = workbook_child.Order(str(path), limits.rows, limits.cells, limits.memory)
    child = context.Process(target=workbook_child.run, args=(order, there), daemon=True)
    child.start()
    there.close()
    try:
        answer = _answer(here, limits)
    except EOFError as error:
        child.join()
        if (child.exitcode or 0) < 0:  # ended by a signal: it ran into its memory limit
            raise _too_big("memory", limits.memory // _MEGABYTE) from error
        raise InputRefused("workbook_broken", name=path.name) from error
    finally:
        child.kill()
        child.join()
        here.close()
    if answer.refused:
        raise InputRefused(answer.refused, **({"name": path.name} | answer.facts))
    return answer.sheets


def _answer(here: "Connection[object, workbook_child.Answer]", limits: Limits) -> workbook_child.Answer:
    if not here.poll(limits.seconds):
        raise _too_big("seconds", limits.seconds)
    return here.recv()
