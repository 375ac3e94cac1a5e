"""Blocks of which slips are made: head, rows of label and value, paragraphs, lists, the place to sign and seal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.i18n import _
from desktop.models import masking
from desktop.reports import faces, kinsoku
from desktop.reports.faces import FaceRole
from desktop.reports.layout import MEASURE, MM, Block, Drawing, Space
from desktop.reports.press import Press
from desktop.reports.prose import Manner, Text
from desktop.reports.typecase import TypeCase

SEAL = 50 * MM
"""Room for a round seal, at most 45 mm wide; no picture of one is printed."""
_ASCENT = 0.86
_MOST_LINES = 20
"""Lines of one row; a longer value goes on in a further row, so that a row always fits a page."""
_GROUND, _RULE = "0.955 g", "0.55 G 0.5 w"


@dataclass(frozen=True, slots=True)
class Setting:
    """How blocks are set: faces, width of the column, size of a value and width of the labels, in points.

    `inset` is the white above and below a value, `pitch` that of its lines, both in ems.
    """

    case: TypeCase
    width: float = MEASURE
    size: float = 13.0
    label: float = 92.0
    inset: float = 0.3
    pitch: float = 1.45

    @property
    def leading(self) -> float:
        """Pitch of the lines of a value."""
        return self.size * self.pitch

    @property
    def pad(self) -> float:
        """White above and below a value."""
        return self.size * self.inset


def head(title: str, unit: str, setting: Setting, size: float = 22.0) -> list[Block]:
    """Return the unit and below it the title, both centred."""
    named = max(setting.case.fitting(unit, FaceRole.SONG, size * 0.62, setting.width), size * 0.42)
    heavy = 0.0 if faces.standings()[0].substitute is None else size / 44
    own = Manner(FaceRole.SONG, named, size * 0.95, indent=0.0, align="centred")
    large = Manner(FaceRole.TITLE, size, size * 1.6, indent=0.0, align="centred", heavy=heavy)
    return [
        Text(unit, setting.case, own, width=setting.width, keep=True),
        Text(title, setting.case, large, width=setting.width, keep=True, mark=(title, 0)),
    ]


def rows(told: Iterable[tuple[str, str]], setting: Setting, *, keep: bool = False) -> list[Block]:
    """Return ruled rows of label and value, none where the value is empty. With `keep` they stay with what follows."""
    return [block for label, value in told if value for block in _row(label, value, setting, keep=keep)]


def _row(label: str, value: str, setting: Setting, *, keep: bool) -> list[Block]:
    case, inset = setting.case, setting.size * 0.5
    named = kinsoku.lines(label, case.widths(FaceRole.HEI), (setting.label - 2 * inset) / (setting.size * 0.9))
    room = setting.width - setting.label - 2 * inset
    lines = kinsoku.lines(value, case.widths(FaceRole.SONG), room / setting.size)
    parts = [lines[at : at + _MOST_LINES] for at in range(0, len(lines), _MOST_LINES)]
    return [_ruled(named if not at else [], part, setting, keep=keep) for at, part in enumerate(parts)]


def _ruled(named: Sequence[str], lines: Sequence[str], setting: Setting, *, keep: bool) -> Drawing:
    size, leading, inset = setting.size, setting.leading, setting.size * 0.5
    high = max(len(named), len(lines)) * leading + 2 * setting.pad

    def paint(press: Press, left: float, top: float) -> None:
        low, rest = top - high, setting.width - setting.label
        press.draw(
            f"q {_GROUND} {left:.2f} {low:.2f} {setting.label:.2f} {high:.2f} re f",
            f"{_RULE} {left:.2f} {low:.2f} {setting.label:.2f} {high:.2f} re S",
            f"{left + setting.label:.2f} {low:.2f} {rest:.2f} {high:.2f} re S Q",
        )
        first = top - setting.pad - (leading - size) / 2 - _ASCENT * size
        for at, line in enumerate(named):
            press.say(left + inset, first - at * leading, line, FaceRole.HEI, size * 0.9)
        for at, line in enumerate(lines):
            press.say(left + setting.label + inset, first - at * leading, line, FaceRole.SONG, size)

    return Drawing(high, paint, keep=keep)


def paragraph(text: str, setting: Setting, *, scale: float = 1.0, keep: bool = False, indent: float = 2.0) -> Text:
    """Return a paragraph of the slip's own words. With `keep` it stays with what follows, as with the signatures."""
    size = setting.size * scale
    return Text(
        text, setting.case, Manner(size=size, leading=size * 1.7, indent=indent), width=setting.width, keep=keep
    )


def said(label: str, text: str, setting: Setting) -> list[Block]:
    """Return what a person wrote under a heading, without citizens' numbers; nothing where nothing was written."""
    if not text:
        return []
    parts = [part for part in masking.words(text).split("\n") if part.strip()]
    return [
        *_label(label, setting),
        *(paragraph(part, setting) for part in parts),
    ]


def listed(label: str, items: Iterable[str], setting: Setting) -> list[Block]:
    """Return a numbered list under a heading, each item without citizens' numbers."""
    numbered = [f"{number}. {masking.words(item)}" for number, item in enumerate(items, 1)]
    if not numbered:
        return []
    return [
        *_label(label, setting),
        *(paragraph(item, setting) for item in numbered),
    ]


def _label(label: str, setting: Setting) -> list[Block]:
    named = Manner(FaceRole.HEI, setting.size, setting.size * 1.8, indent=0.0, align="left")
    return [Space(setting.size * 0.6), Text(label, setting.case, named, width=setting.width, keep=True)]


def signed(unit: str, on: str, lines: Sequence[str], setting: Setting) -> list[Block]:
    """Return the place to sign at the left, and at the right unit and day with 50 mm kept free for the seal over them.

    The day ends four characters from the right edge (GB/T 9704, 7.3.5.1); the seal is centred over both.
    """
    case, size = setting.case, setting.size

    def paint(press: Press, left: float, top: float) -> None:
        for at, line in enumerate(lines):
            press.say(left, top - 30 - at * 34, line, FaceRole.SONG, size * 0.9)
        middle = left + setting.width - 4 * size - case.width(on, FaceRole.SONG, size) / 2
        room = 2 * (left + setting.width - middle)
        named = kinsoku.lines(unit, case.widths(FaceRole.SONG), room / size)
        y = top - SEAL / 2 + (len(named) - 1) * size * 0.7
        for line, scale in (*((line, 1.0) for line in named), (on, 1.0), (_("(seal)"), 0.8)):
            wide = case.width(line, FaceRole.SONG, size * scale)
            press.say(middle - wide / 2, y, line, FaceRole.SONG, size * scale)
            y -= size * 1.4

    return [Space(10), Drawing(SEAL, paint)]
