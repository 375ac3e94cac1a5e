"""What a person or a program reads: lines, tables aligned by the width of Chinese, JSON."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence

from desktop.models import plain_text

_GAP = "  "


def say(text: str = "") -> None:
    """Write a line to standard output, without anything that moves a terminal's cursor."""
    print(plain_text.clean(text))


def complain(text: str) -> None:
    """Write a line to standard error, without anything that moves a terminal's cursor."""
    print(plain_text.clean(text), file=sys.stderr)


def tell(value: object) -> None:
    """Write a value as JSON, Chinese as it is."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes (UAX 11: wide and full-width characters take two)."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def one_line(text: str) -> str:
    """Return a text as it may stand in a cell: one line, nothing that moves the cursor."""
    return " ".join(plain_text.clean(text).split())


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> None:
    """Write a table under its heads; the columns numbered in `right` are set to the right."""
    whole = [[*heads], *([one_line(cell) for cell in row] for row in rows)]
    widths = [max(width(row[at]) for row in whole) for at in range(len(heads))]
    to_right = frozenset(right)
    for row in whole:
        cells = [_set(cell, widths[at], to_right=at in to_right) for at, cell in enumerate(row)]
        say(_GAP.join(cells).rstrip())


def _set(cell: str, room: int, *, to_right: bool) -> str:
    fill = " " * (room - width(cell))
    return fill + cell if to_right else cell + fill


def pairs(rows: Iterable[tuple[str, str]]) -> None:
    """Write names and values, one pair a line, values under each other; further lines of a value are set in."""
    told = [row for row in rows if row[1]]
    room = max((width(name) for name, _value in told), default=0)
    for name, value in told:
        first, *rest = plain_text.clean(value).split("\n")
        say(f"{name}{' ' * (room - width(name))}{_GAP}{first}")
        for line in rest:
            say(f"{' ' * room}{_GAP}{line}")
