"""Writing workbooks: text stays text whatever it begins with, numbers are numbers, same content gives same bytes."""

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from desktop.models.plain_text import clean
from desktop.models.refusals import InputRefused

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
CELL_LIMIT = 32_767
"""Characters a cell can hold; a spreadsheet program cuts what is longer without a word."""

Value = str | int | float | date | None


class SheetWriter:
    """A workbook being written, and the formats that its cells share."""

    def __init__(self, workbook: Any) -> None:  # noqa: ANN401 - xlsxwriter ships no types
        """Take an xlsxwriter workbook."""
        self.workbook = workbook
        wrapped = {"text_wrap": True, "valign": "top"}
        self.plain = workbook.add_format({"valign": "top"})
        self.wrapped = workbook.add_format(wrapped)
        self.title = workbook.add_format({"bold": True, "font_size": 14})
        self.head = workbook.add_format({"bold": True, "border": 1, **wrapped})
        self._day = workbook.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self.rate = workbook.add_format({"num_format": "0.0%", "valign": "top"})

    def sheet(self, name: str, widths: Sequence[float] = ()) -> Any:  # noqa: ANN401 - xlsxwriter ships no types
        """Add a sheet, its columns so wide."""
        sheet = self.workbook.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        return sheet

    def row(self, sheet: Any, at: int, values: Iterable[Value], form: object = None) -> None:  # noqa: ANN401 - as above
        """Write a row from its first column on, each value by its type; None leaves a cell empty."""
        for column, value in enumerate(values):
            if isinstance(value, str):
                if value:
                    sheet.write_string(at, column, clean(value)[:CELL_LIMIT], form or self.plain)
            elif isinstance(value, date):
                sheet.write_datetime(at, column, value, self._day)
            elif isinstance(value, float):
                sheet.write_number(at, column, value, form or self.rate)
            elif value is not None:
                sheet.write_number(at, column, value, form or self.plain)


@contextmanager
def written(path: Path, title: str, created: date) -> Iterator[SheetWriter]:
    """Give a workbook to fill; it is put in its place whole when all went well.

    `created` is the only day inside: the same content gives the same bytes. Raises InputRefused `file_unwritable`.
    """
    import xlsxwriter

    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, _OPTIONS)
    when = datetime(created.year, created.month, created.day, tzinfo=UTC).replace(tzinfo=None)
    workbook.set_properties({"title": clean(title), "created": when})
    yield SheetWriter(workbook)
    workbook.close()
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content.getvalue())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputRefused("file_unwritable", name=path.name, why=error.strerror or "") from error
