"""A list of any length written row by row, as a workbook or as CSV; text stays text whatever it begins with.

Nothing of it is held in memory, and a file comes to its place whole or not at all.
"""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from desktop.models.plain_text import clean
from desktop.models.refusals import InputRefused

MOST_ROWS = 1_048_575
"""Rows of a worksheet, without its heads."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet program would take for a formula where it opens CSV (OWASP, CSV Injection)."""
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_CELL = 32_767
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over a list: the name of its sheet, its heads and their widths in characters, its day."""

    title: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    day: date


def write(path: Path, heading: Heading, rows: Iterable[Row]) -> int:
    """Write rows to a file of the kind that its name says (`.csv`, else a workbook); return how many there were.

    Raises InputRefused `file_unwritable`, `sheet_full`; then, and when `rows` raises, nothing is left behind.
    """
    writer = _write_csv if path.suffix.lower() == ".csv" else _write_workbook
    with _in_place(path) as part:
        return writer(part, heading, rows)


@contextmanager
def _in_place(path: Path) -> Iterator[Path]:
    """Give a file to be written beside its place, and put it there when all went well."""
    part = path.with_name(path.name + ".part")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        raise InputRefused("file_unwritable", name=path.name, why=error.strerror or "") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _write_csv(path: Path, heading: Heading, rows: Iterable[Row]) -> int:
    number = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(map(_harmless, heading.heads))
        for row in rows:
            writer.writerow(map(_harmless, row))
            number += 1
    return number


def _harmless(cell: str) -> str:
    text = clean(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _write_workbook(path: Path, heading: Heading, rows: Iterable[Row]) -> int:
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    with tempfile.TemporaryDirectory(prefix=".bianmin-", dir=path.parent) as scratch:
        options = {**_OPTIONS, "constant_memory": True, "tmpdir": scratch}
        book = xlsxwriter.Workbook(str(path), options)
        when = datetime(heading.day.year, heading.day.month, heading.day.day, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": clean(heading.title), "created": when})
        is_whole = False
        try:
            number = _fill(book, heading, rows)
            is_whole = True
        finally:
            if not is_whole:
                _drop(book)
        try:
            book.close()
        except FileCreateError as error:
            cause = error.args[0] if error.args else error
            raise cause if isinstance(cause, OSError) else OSError(None, str(cause)) from error
    return number


def _fill(book: Any, heading: Heading, rows: Iterable[Row]) -> int:  # noqa: ANN401 - xlsxwriter ships no types
    sheet = book.add_worksheet(heading.title[:31])
    plain, head = book.add_format({"num_format": "@"}), book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
    for column, width in enumerate(heading.widths):
        sheet.set_column(column, column, width, plain)
    sheet.freeze_panes(1, 1)
    number = 0
    _put(sheet, 0, heading.heads, head)
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS:
            raise InputRefused("sheet_full", limit=f"{MOST_ROWS:,}")
        _put(sheet, number, row, plain)
    sheet.autofilter(0, 0, max(1, number), len(heading.heads) - 1)
    return number


def _put(sheet: Any, at: int, row: Row, form: object) -> None:  # noqa: ANN401 - xlsxwriter ships no types
    for column, cell in enumerate(row):
        if cell:
            sheet.write_string(at, column, clean(cell)[:_CELL], form)


def _drop(book: Any) -> None:  # noqa: ANN401 - xlsxwriter ships no types
    """Let go of a workbook that is not to be written: its scratch files are closed, and it is told that it is done."""
    for sheet in book.worksheets():
        with suppress(Exception):
            sheet.row_data_fh.close()
    book.fileclosed = 1
