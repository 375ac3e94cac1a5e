"""What runs in the child process that reads a workbook: it may be starved or killed without harm to anybody."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from desktop.models.plain_text import clean

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Rows = tuple[str, tuple[tuple[str, ...], ...]]
"""Name of a sheet and the text of its cells."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to read and what it may cost: rows and cells of a sheet, bytes of memory."""

    path: str
    rows: int
    cells: int
    memory: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The sheets, or the code of a refusal with its facts."""

    sheets: list[Rows] = field(default_factory=list)
    refused: str = ""
    facts: dict[str, object] = field(default_factory=dict)


def run(order: Order, there: "Connection[Answer, object]") -> None:
    """Read the workbook and send an Answer. Started by `workbook_guard` alone."""
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - stays open until the process ends
    os.dup2(sys.stderr.fileno(), 2)
    _starve(order.memory)
    try:
        there.send(_read(order))
    except MemoryError:
        there.send(Answer(refused="workbook_too_big", facts={"what": "memory", "limit": order.memory >> 20}))
    there.close()


def _starve(memory: int) -> None:
    """Limit the memory of this process; Windows has no such call, there only the time limit holds."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _read(order: Order) -> Answer:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        book = CalamineWorkbook.from_path(order.path)
        names = [meta.name for meta in book.sheets_metadata if meta.typ is SheetTypeEnum.WorkSheet]
        sheets = []
        for name in names:
            sheet = book.get_sheet_by_name(name)
            if over := _over(sheet, order):
                return over
            sheets.append((clean(name).strip(), _rows(sheet)))
    except PasswordError:
        return Answer(refused="workbook_locked")
    except (CalamineError, ValueError, OSError):
        return Answer(refused="workbook_broken")
    return Answer(sheets)


def _over(sheet: "CalamineSheet", order: Order) -> Answer | None:
    last_row, last_column = sheet.end or (0, 0)
    if last_row >= order.rows:
        return Answer(refused="workbook_too_big", facts={"what": "rows", "limit": order.rows})
    if (last_row + 1) * (last_column + 1) > order.cells:
        return Answer(refused="workbook_too_big", facts={"what": "cells", "limit": order.cells})
    return None


def _rows(sheet: "CalamineSheet") -> tuple[tuple[str, ...], ...]:
    rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    for top, bottom, column in _merges(sheet):
        for row in rows[top + 1 : bottom + 1]:
            if column < len(row):
                row[column] = rows[top][column]
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(map(tuple, rows))


def _merges(sheet: "CalamineSheet") -> Iterator[tuple[int, int, int]]:
    """Yield first row, last row and first column of each merged range that spans rows."""
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        if bottom > top and sheet.end and top <= sheet.end[0] and left <= sheet.end[1]:
            yield top, bottom, left


def _text(value: object) -> str:
    if isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
