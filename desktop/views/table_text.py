"""A table as text, as WPS, Excel and Calc hand it over: tab-separated lines, or a table of HTML. No Qt."""

import csv
import html
import io
from collections.abc import Sequence
from html.parser import HTMLParser

Rows = Sequence[Sequence[str]]
_FORMULA = ("=", "+", "-", "@")


def tsv(rows: Rows) -> str:
    """Return lines of cells parted by tabs; a cell with a tab, a line end or a quote stands in quotes.

    What a spreadsheet would take for a formula has an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) and len(cell) > 1 else cell


def as_html(rows: Rows, heads: int = 0) -> str:
    """Return a table of HTML in which every cell is text; the first `heads` rows are heads."""

    def row(cells: Sequence[str], name: str) -> str:
        return "<tr>" + "".join(f"<{name}>{_shown(cell)}</{name}>" for cell in cells) + "</tr>"

    lines = (row(cells, "th" if number < heads else "td") for number, cells in enumerate(rows))
    # Excel and WPS read this property; without it 3-1 becomes a day.
    style = "<style>td,th{mso-number-format:'\\@';}</style>"
    return f'<html><head><meta charset="utf-8">{style}</head><body><table>{"".join(lines)}</table></body></html>'


def _shown(cell: str) -> str:
    return html.escape(cell).replace("\n", "<br>")


def from_text(text: str) -> list[list[str]]:
    """Return the cells of tab-separated lines; an empty line at the end is none."""
    rows = list(csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), dialect="excel-tab"))
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


class _Tables(HTMLParser):
    """Takes the cells of the first table; a cell over several columns or rows stands in the first of them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._from_above: dict[tuple[int, int], None] = {}
        self._done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._done:
            return
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            told = dict(attrs)
            self._cell, self._span = [], (_number(told.get("colspan")), _number(told.get("rowspan")))
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(" ".join(data.split()) if data.strip() else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._cell is not None:
            self._end_cell("".join(self._cell).strip())
        elif tag == "table" and self.rows:
            self._done = True

    def _end_cell(self, text: str) -> None:
        row, line = self.rows[-1], len(self.rows) - 1
        while (line, len(row)) in self._from_above:
            row.append("")
        across, down = self._span
        for below in range(1, down):
            self._from_above.update({(line + below, len(row) + n): None for n in range(across)})
        row += [text, *[""] * (across - 1)]
        self._cell = None


def _number(text: str | None) -> int:
    return min(int(text), 1000) if text and text.isdecimal() and int(text) else 1


def from_html(text: str) -> list[list[str]]:
    """Return the cells of the first table of an HTML text; empty where there is none."""
    found = _Tables()
    found.feed(text)
    return [row for row in found.rows if row]
