"""A table of any length: broken into lines once, split by one bisection a page, printed as one text object a page.

Measured against `canvas.drawString` of the same lines in `benchmarks/paper.py`; see there for the bar.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from desktop.reports import kinsoku
from desktop.reports.faces import FaceRole
from desktop.reports.layout import Drawing
from desktop.reports.press import Press
from desktop.reports.typecase import TypeCase

_PAD = 3.0
_RULE = 0.4
_KEPT_ROWS = 2
_WHOLE_AT_MOST = 560.0
"""Points of the highest table that is kept whole: a page of an official document but for a caption."""
_MOST_LINES = 20
"""Lines of the highest row; a longer text goes on in a further row, so that a row always fits a page."""
_ASCENT = 0.86
"""Where the baseline of an em box lies below its top, in ems; holds for Chinese faces."""

_Shown = list[tuple[str, str]]
Sign = Callable[[str, float, float, float], str]
"""Draws a cell's sign: (cell text, x of the cell's inner left edge, y of its middle, inner width) to operators."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, its width in points, its alignment, face and an optional drawn sign.

    A sign takes `indent` points before the text; with `sign_only` the text is not printed.
    """

    head: str
    width: float
    centred: bool = False
    role: FaceRole = FaceRole.SONG
    sign: Sign | None = None
    indent: float = 0.0
    sign_only: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """Type sizes of a table in points."""

    size: float = 9.0
    leading: float = 12.0
    head_size: float = 9.0
    pad: float = 3.0
    head_role: FaceRole = FaceRole.HEI


@dataclass(slots=True)
class _Body:
    """What all parts of one table share."""

    columns: tuple[Column, ...]
    style: Style
    head: list[list[str]]
    head_height: float
    rows: Sequence[Sequence[str]]
    lines: list[dict[str, list[str]]]
    heights: list[float]
    ends: list[float]
    lefts: list[float]
    signed: list[tuple[int, Column, Sign]]
    kept: int = _KEPT_ROWS
    shown: list[dict[str, _Shown]] = field(default_factory=list)


@dataclass(slots=True)
class _Ink:
    """What goes onto one page: texts, and signs drawn over them."""

    texts: list[str]
    signs: list[str]


class BigTable:
    """Rows of texts under a repeated head. A block of `paper`; belongs to one document.

    A `foot` is printed below the last rows and never parted from them. A table asked to stay `whole` begins on a page
    that has room for it, unless it is too high for a page.
    """

    keep = on_grid = False
    mark = None

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[Sequence[str]], case: TypeCase,
        style: Style | None = None, *, foot: Drawing | None = None, whole: bool = False,
    ) -> None:  # fmt: skip
        self._body = _broken(tuple(columns), rows, case, style or Style())
        self._low, self._high = 0, len(self._body.rows)
        self._foot = foot
        self._body.kept = len(rows) if whole and self.height <= _WHOLE_AT_MOST else _KEPT_ROWS

    @property
    def width(self) -> float:
        """Width in points."""
        return sum(column.width for column in self._body.columns)

    @property
    def height(self) -> float:
        """Height with head in points."""
        return self._body.head_height + self._span(self._low, self._high) + self._foot_height

    @property
    def need(self) -> float:
        """Height of the head and the first rows, which stay together."""
        few = min(self._high, self._low + self._body.kept)
        foot = self._foot_height if few == self._high else 0.0
        return self._body.head_height + self._span(self._low, few) + foot

    @property
    def _foot_height(self) -> float:
        return self._foot.height if self._foot else 0.0

    @property
    def rows(self) -> int:
        """Number of rows in this part."""
        return self._high - self._low

    def _span(self, low: int, high: int) -> float:
        ends = self._body.ends
        return (ends[high - 1] if high else 0.0) - (ends[low - 1] if low else 0.0)

    def split(self, room: float) -> "tuple[BigTable, BigTable] | None":
        """Return the rows that fit into `room` points and the rest; None when not even one row fits."""
        start = self._body.ends[self._low - 1] if self._low else 0.0
        cut = bisect_right(self._body.ends, start + room - self._body.head_height + 1e-6, self._low, self._high)
        if cut > self._high - _KEPT_ROWS and cut > self._low + _KEPT_ROWS:
            cut = self._high - _KEPT_ROWS
        elif cut == self._high:
            cut -= 1
        return self.cut(cut - self._low) if cut > self._low else None

    def cut(self, rows: int) -> "tuple[BigTable, BigTable]":
        """Return the first `rows` rows and the rest as two tables."""
        middle = self._low + rows
        return self._part(self._low, middle, None), self._part(middle, self._high, self._foot)

    def _part(self, low: int, high: int, foot: Drawing | None) -> "BigTable":
        part = object.__new__(BigTable)
        part._body, part._low, part._high, part._foot = self._body, low, high, foot
        return part

    def draw(self, press: Press, x: float, top: float) -> None:
        """Print this part with its upper left corner at (x, top)."""
        body = self._body
        if not body.shown:
            body.shown = [{} for _ in body.columns]
        ink = _Ink(["BT 0 g"], [])
        y = top - body.head_height
        _draw_head(press, body, top, ink.texts)
        for row in range(self._low, self._high):
            _draw_row(press, body, row, y, ink)
            y -= body.heights[row]
        ground = f"0.92 g 0 {top - body.head_height:.2f} {self.width:.2f} {body.head_height:.2f} re f"
        texts = "\n".join([*ink.texts, "ET"])
        press.draw(f"q 1 0 0 1 {x:.2f} 0 cm {ground}", texts, *ink.signs, self._rules(top, y), "Q")
        if self._foot:
            self._foot.draw(press, x, y)

    def _rules(self, top: float, bottom: float) -> str:
        lefts = self._body.lefts
        left, right = lefts[0], lefts[-1]
        y = top - self._body.head_height
        path = [f"q 0.25 G {_RULE} w"]
        for height in self._body.heights[self._low : self._high]:
            path.append(f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l")
            y -= height
        path += [f"{at:.2f} {top:.2f} m {at:.2f} {bottom:.2f} l" for at in lefts[1:-1]]
        path.append(f"S 0 G 0.8 w {left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re S Q")
        return "\n".join(path)


def _broken(columns: tuple[Column, ...], rows: Sequence[Sequence[str]], case: TypeCase, style: Style) -> _Body:
    leading, pad = style.leading, 2 * style.pad
    parted: list[Sequence[str]] = []
    heads = [_lines(case, c.head, style.head_role, style.head_size, c.width - 2 * _PAD) for c in columns]
    memories: list[dict[str, list[str]]] = [{} for _ in columns]
    heights = []
    for whole in rows:
        row: Sequence[str] | None = whole
        while row is not None:
            most = 1
            for column, memory, text in zip(columns, memories, row, strict=True):
                lines = memory.get(text)
                if lines is None:
                    room = column.width - 2 * _PAD - column.indent
                    lines = [] if column.sign_only else _lines(case, text, column.role, style.size, room)
                    memory[text] = lines
                most = max(most, len(lines))
            row, after = (row, None) if most <= _MOST_LINES else _parted(row, memories)
            parted.append(row)
            heights.append(min(most, _MOST_LINES) * leading + pad)
            row = after
    head_height = max(map(len, heads)) * leading + pad + 2
    lefts = list(accumulate((column.width for column in columns), initial=0.0))
    signed = [(at, column, column.sign) for at, column in enumerate(columns) if column.sign is not None]
    ends = list(accumulate(heights))
    return _Body(columns, style, heads, head_height, parted, memories, heights, ends, lefts, signed)


def _parted(row: Sequence[str], memories: list[dict[str, list[str]]]) -> tuple[Sequence[str], Sequence[str]]:
    """Part a row that is too high for one place into its beginning and a row that goes on with it."""
    begun, after = [], []
    for text, memory in zip(row, memories, strict=True):
        lines = memory[text]
        first, rest = "\n".join(lines[:_MOST_LINES]), "\n".join(lines[_MOST_LINES:])
        memory.setdefault(first, lines[:_MOST_LINES])
        memory.setdefault(rest, lines[_MOST_LINES:])
        begun.append(first if rest else text)
        after.append(rest)
    return begun, after


def _lines(case: TypeCase, text: str, role: FaceRole, size: float, room: float) -> list[str]:
    return kinsoku.lines(text, case.widths(role), room / size) if text else []


def _shown(press: Press, body: _Body, at: int, text: str) -> _Shown:
    """Return a cell's lines as operators in two parts; between them goes the y of the line."""
    column, size = body.columns[at], body.style.size
    room = column.width - 2 * _PAD - column.indent
    found = []
    for line in body.lines[at][text]:
        x = body.lefts[at] + _PAD + column.indent
        if column.centred:
            x += (room - press.case.width(line, column.role, size)) / 2
        found.append((f"1 0 0 1 {x:.2f} ", f" Tm {press.encode(column.role, size, line)}"))
    return found


def _draw_head(press: Press, body: _Body, top: float, texts: list[str]) -> None:
    style, x = body.style, 0.0
    for column, lines in zip(body.columns, body.head, strict=True):
        y = top - (body.head_height - len(lines) * style.leading) / 2 - (style.leading - style.head_size) / 2
        for line in lines:
            gap = (column.width - press.case.width(line, style.head_role, style.head_size)) / 2
            texts.append(f"1 0 0 1 {x + gap:.2f} {y - _ASCENT * style.head_size:.2f} Tm")
            texts.append(press.encode(style.head_role, style.head_size, line))
            y -= style.leading
        x += column.width


def _draw_row(press: Press, body: _Body, at_row: int, top: float, ink: _Ink) -> None:
    leading, size, height = body.style.leading, body.style.size, body.heights[at_row]
    middle = top - height / 2
    base = middle - (leading - size) / 2 - _ASCENT * size
    texts = ink.texts
    for at, (text, memory) in enumerate(zip(body.rows[at_row], body.shown, strict=True)):
        shown = memory.get(text)
        if shown is None:
            shown = memory[text] = _shown(press, body, at, text)
        y = base + len(shown) * leading / 2
        for before, after in shown:
            texts.append(f"{before}{y:.2f}{after}")
            y -= leading
    for at, column, sign in body.signed:
        ink.signs.append(sign(body.rows[at_row][at], body.lefts[at] + _PAD, middle, column.width - 2 * _PAD))
