"""Breaking Chinese text into lines, and filling them.

The sets of characters that may not start or end a line are the defaults for Simplified Chinese of
ISO/IEC 29500-1, 17.3.1.16 (kinsoku). Beyond them: …… and —— stay whole, and so do numbers with their point, sign
or unit, codes such as A07-02 and Latin words.
"""

import re
from collections.abc import Iterator, Mapping

NEVER_FIRST = frozenset(
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)
NEVER_LAST = frozenset("$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥")
_EITHER = NEVER_FIRST & NEVER_LAST
_UNITS = "年月日时分秒天个项类条件起次人名元米笔页份处所张栏行倍号"


def _one_of(chars: frozenset[str]) -> str:
    return "[" + "".join(re.escape(ch) for ch in sorted(chars)) + "]"


_LETTER = r"[0-9A-Za-z\u00C0-\u024F\u0370-\u04FF]"
_WORD = rf"{_LETTER}+(?:[-.,:/@#&+_'’%]{_LETTER}+)*"
_CORE = rf"(?:{_WORD}[%‰℃]?(?:(?<=[0-9%])[{_UNITS}])?|…{{2}}|—{{2}}|\S)"
_CLOSED = rf"{_CORE}{_one_of(NEVER_FIRST)}*"
_PIECE = re.compile(
    rf"\s+|{_one_of(NEVER_LAST)}*{_CLOSED}(?:(?<={_one_of(_EITHER)}){_one_of(NEVER_LAST)}*{_CLOSED})*", re.ASCII
)
_INSIDE = re.compile(rf"{_LETTER}[-.,:/@#&+_'’%]*(?={_LETTER})|{_LETTER}(?=[%‰℃])")
_BLANKS = " \t\r\f\v"
_SLACK = 1e-6
_MOST_TRACKING = 0.3
"""The widest gap put between two characters of a filled line, in ems; a line that needs more stays ragged."""


def lines(text: str, widths: Mapping[str, float], measure: float, first: float = 0.0) -> list[str]:
    """Break a text into lines no wider than `measure`; the first line is shorter by `first` (an indent).

    `widths` gives a character's width in the unit of `measure`. Line feeds end a line; blanks at a break go,
    every other character stays. Only a piece wider than the measure by itself, such as a long file name or a run
    of marks, is cut inside.
    """
    found: list[str] = []
    for paragraph in text.split("\n"):
        found += _paragraph(paragraph, widths, measure, first)
        first = 0.0
    return found


def _paragraph(text: str, widths: Mapping[str, float], measure: float, first: float) -> list[str]:
    whole = text.strip(_BLANKS)
    if sum(map(widths.__getitem__, whole)) <= measure - first + _SLACK:
        return [whole]
    done: list[str] = []
    line, used, room = "", 0.0, measure - first + _SLACK
    for piece, width in _pieces(text, widths, measure - first):
        blank = piece[0] in _BLANKS
        if used + width > room and line:
            if blank:
                continue
            done.append(line.rstrip(_BLANKS))
            line, used, room = "", 0.0, measure + _SLACK
        if line or not blank:
            line += piece
            used += width
    return [*done, line.rstrip(_BLANKS)]


def _pieces(text: str, widths: Mapping[str, float], measure: float) -> Iterator[tuple[str, float]]:
    for found in _PIECE.finditer(text):
        piece = found.group()
        width = sum(map(widths.__getitem__, piece))
        if width <= measure or piece[0] in _BLANKS:
            yield piece, width
        else:
            yield from _cut(piece, widths, measure)


def _cut(piece: str, widths: Mapping[str, float], measure: float) -> Iterator[tuple[str, float]]:
    """Cut a piece that is wider than a line, at its least bad places."""
    start = 0
    while start < len(piece):
        end, width = start, 0.0
        while end < len(piece) and (width + widths[piece[end]] <= measure or end == start):
            width += widths[piece[end]]
            end += 1
        if end < len(piece):
            end = _least_bad(piece, start, end)
        part = piece[start:end]
        yield part, sum(widths[ch] for ch in part)
        start = end


def _least_bad(piece: str, start: int, end: int) -> int:
    """Return the last place up to `end` where the piece may be cut, `end` itself when there is none."""
    allowed = [at for at in range(start + 1, end + 1) if _may_part(piece[at - 1], piece[at])]
    after_sign = [at for at in allowed if not piece[at - 1].isalnum()]
    return max(after_sign or allowed, default=end)


def _may_part(before: str, after: str) -> bool:
    numeric = before.isdigit() and after.isdigit()
    return before not in NEVER_LAST and after not in NEVER_FIRST and not numeric and before + after not in ("——", "……")


def tracking(line: str, widths: Mapping[str, float], measure: float) -> float:
    """Return the gap to add at the places of `segments` so that a line fills the measure; 0 where it would be too wide.

    Inside numbers, codes and words nothing is added.
    """
    places = sum(len(part) for part, spread in segments(line) if spread) - 1
    if places < 1:
        return 0.0
    gap = (measure - sum(map(widths.__getitem__, line))) / places
    return gap if 0 < gap <= _MOST_TRACKING * widths["一"] else 0.0


def segments(line: str) -> list[tuple[str, bool]]:
    """Part a line into pieces: True where a gap may follow each character, False inside a word but for its last one."""
    found: list[tuple[str, bool]] = []
    at = 0
    for word in _INSIDE.finditer(line):
        if word.start() > at:
            found.append((line[at : word.start()], True))
        found.append((word.group(), False))
        at = word.end()
    return [*found, (line[at:], True)] if at < len(line) else found
