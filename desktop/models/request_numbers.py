"""Numbers of requests: printed on the slip at once, unique without a network.

`<window>-<yyyymmdd>-<letters><serial>`: the letters come from this computer's device for requests, the serial is the
next one of that window, day and computer. Two computers may share the letters, so the id of the record carries four
more digits of the device; what a person says or types is the number.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from desktop.models.bare import Cursor

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without I and O, which are read as digits."""
_FORM = re.compile(r"(.+)-(\d{8})-([A-Z]+)(\d{3,})(?:-([0-9A-F]{4}))?", re.ASCII)
_TAKEN = "SELECT id FROM request WHERE id >= :first AND id < :beyond"


class Numbered(NamedTuple):
    """A new number and the id of its record."""

    id: str
    number: str


def letters(device: str) -> str:
    """Return the two letters by which a computer's requests begin."""
    whole = int(device[4:12], 16)
    return _LETTERS[whole // len(_LETTERS) % len(_LETTERS)] + _LETTERS[whole % len(_LETTERS)]


def following(cursor: Cursor, window: str, day: date, device: str, count: int = 1) -> list[Numbered]:
    """Return the next free numbers of a window on a day; a number taken back is never given again.

    Read under the write lock, so that two windows on one computer never get the same.
    """
    stem = f"{window}-{day:%Y%m%d}-{letters(device)}"
    taken = cursor.execute(_TAKEN, {"first": f"{stem}0", "beyond": f"{stem}:"}).fetchall()
    last = max((int(key[len(stem) :].partition("-")[0]) for (key,) in taken), default=0)
    numbers = (f"{stem}{last + one:03}" for one in range(1, count + 1))
    return [Numbered(f"{number}-{device[-4:]}", number) for number in numbers]


def number_of(key: str) -> str:
    """Return the printed number of a record's id."""
    return key.rpartition("-")[0]


def meant(cursor: Cursor, typed: str, windows: Iterable[str]) -> list[str]:
    """Return the ids that a number or an id means, in any width and case: none, one, rarely more.

    `windows` are the ids of windows as they are written.
    """
    found = _FORM.fullmatch(unicodedata.normalize("NFKC", typed).strip().upper())
    if found is None:
        return []
    window, day, letter, serial, tail = found.groups()
    stems = (f"{one}-{day}-{letter}{serial}-" for one in windows if one.upper() == window)
    ids = (
        str(key)
        for stem in stems
        for (key,) in cursor.execute(_TAKEN, {"first": stem, "beyond": f"{stem[:-1]}."}).fetchall()
    )
    return sorted(key for key in ids if tail is None or key.endswith(f"-{tail.lower()}"))
