"""Blocks of running text on the grid: paragraphs, headings in their three faces, titles and captions."""

from dataclasses import dataclass

from desktop.i18n import language
from desktop.reports import kinsoku
from desktop.reports.faces import FaceRole
from desktop.reports.layout import BODY, MEASURE, PITCH, TRACKING
from desktop.reports.press import Press
from desktop.reports.typecase import TypeCase, Widths

_ASCENT = 0.86
_FEWEST_LINES = 2
_LEVELS = (FaceRole.HEI, FaceRole.KAI, FaceRole.BODY)
"""Faces of 一、 （一） 1. (GB/T 9704-2012, 7.3.3)."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text is set: face, size and pitch in points, indent of the first line in ems, alignment.

    `align` is one of `filled` (ragged in English, whose letters must not be spread), `left`, `centred`;
    `heavy` thickens strokes where a bold face is missing.
    """

    role: FaceRole = FaceRole.BODY
    size: float = BODY
    leading: float = PITCH
    indent: float = 2.0
    align: str = "filled"
    tracking: float = 0.0
    heavy: float = 0.0


GRID = Manner(tracking=TRACKING)
"""The text of an official document: 3号, 28 characters by 22 lines."""


class Tight(dict[str, float]):
    """Widths of characters in points as the text is really set."""

    def __init__(self, widths: Widths, manner: Manner) -> None:
        super().__init__()
        self._widths, self._size, self._tracking = widths, manner.size, manner.tracking

    def __missing__(self, char: str) -> float:
        width = self[char] = self._widths[char] * self._size + self._tracking
        return width


class Text:
    """A paragraph of running text."""

    def __init__(
        self, text: str, case: TypeCase, manner: Manner = GRID, *, width: float = MEASURE,
        keep: bool = False, mark: tuple[str, int] | None = None,
    ) -> None:  # fmt: skip
        self._manner, self._width = manner, width
        self._filled = manner.align == "filled" and language() == "zh"
        self.keep, self.mark = keep, mark
        widths = Tight(case.widths(manner.role), manner)
        indent = manner.indent * (manner.size + manner.tracking)
        self._lines = [
            self._placed(line, widths, indent if not at else 0.0)
            for at, line in enumerate(kinsoku.lines(text, widths, width, indent))
        ]
        if self._filled and self._lines:
            line, x, _spread = self._lines[-1]
            self._lines[-1] = (line, x, 0.0)

    def _placed(self, line: str, widths: Tight, indent: float) -> tuple[str, float, float]:
        manner = self._manner
        if manner.align == "centred":
            return line, (self._width - sum(widths[ch] for ch in line)) / 2, 0.0
        return line, indent, kinsoku.tracking(line, widths, self._width - indent) if self._filled else 0.0

    @property
    def on_grid(self) -> bool:
        """Whether the lines are those of the grid."""
        return self._manner.leading == PITCH

    @property
    def height(self) -> float:
        """Height in points."""
        return len(self._lines) * self._manner.leading

    @property
    def need(self) -> float:
        """Height of the first lines, which stay together."""
        few = _FEWEST_LINES if len(self._lines) > _FEWEST_LINES + 1 else len(self._lines)
        return few * self._manner.leading

    def split(self, room: float) -> "tuple[Text, Text] | None":
        """Part the paragraph, leaving no single line alone at either side."""
        fit = min(int(room / self._manner.leading + 1e-6), len(self._lines) - _FEWEST_LINES)
        return (self._part(0, fit), self._part(fit, None)) if fit >= _FEWEST_LINES else None

    def _part(self, low: int, high: int | None) -> "Text":
        part = object.__new__(Text)
        part._filled = self._filled
        part._manner, part._width, part._lines = self._manner, self._width, self._lines[low:high]
        part.keep, part.mark = self.keep and high is None, None if low else self.mark
        return part

    def draw(self, press: Press, x: float, top: float) -> None:
        """Print the lines."""
        manner = self._manner
        y = top - (manner.leading - manner.size) / 2 - _ASCENT * manner.size
        for line, left, spread in self._lines:
            press.say(
                x + left, y, line, manner.role, manner.size,
                tracking=manner.tracking, spread=spread, heavy=manner.heavy,
            )  # fmt: skip
            y -= manner.leading


def heading(text: str, case: TypeCase, level: int, *, listed: bool = True) -> Text:
    """Return a heading of level 1 (黑体), 2 (楷体) or 3 (the face of the text), with an outline entry."""
    manner = Manner(role=_LEVELS[level - 1], tracking=TRACKING, align="left")
    return Text(text, case, manner, keep=True, mark=(text, level) if listed else None)


def caption(text: str, case: TypeCase, width: float = MEASURE) -> Text:
    """Return the line above a table or chart: centred, 小四 黑体."""
    manner = Manner(role=FaceRole.HEI, size=12.0, leading=24.0, indent=0.0, align="centred")
    return Text(text, case, manner, width=width, keep=True)


def note(text: str, case: TypeCase, width: float = MEASURE) -> Text:
    """Return a small note below a table or chart (小五)."""
    return Text(text, case, Manner(role=FaceRole.SONG, size=9.0, leading=13.0, indent=0.0, align="left"), width=width)
