"""Masking (脱敏): what of a citizen's data may be seen by whom, decided by `masking.csv` of the catalogue.

No binding rule on character positions was found; these are the usual practice that the table states. Nothing here
raises, whatever was typed, and what is not understood is hidden whole. Masking what is masked changes nothing.
"""

import csv
import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from functools import cache

from desktop import paths
from desktop.models import address_parts, citizen_numbers, plain_text
from desktop.models.surnames import COMPOUND

_STAR = "*"
_MOST_STARS = 3
"""A longer row of stars would tell how long a name is."""
_HIDDEN = _STAR * 4
_DOTS = frozenset("·•・‧∙⋅．.")
_RESIDENT_LENGTH = 18


class Readers(StrEnum):
    """For whom something is shown: everybody, the house, or the file of the station that took it."""

    PUBLIC = "public"
    INTERNAL = "internal"
    STATION = "station"


def shown(field: str, text: str, readers: Readers) -> str:
    """Return what readers see of a field of `masking.csv` (citizen_name, mobile, address …), empty for nothing.

    A field or a rule that is not known shows nothing.
    """
    return _RULES.get(_table().get((field, readers), ""), _nothing)(text)


@cache
def _table() -> dict[tuple[str, str], str]:
    with (paths.resources() / "catalogue" / "masking.csv").open(encoding="utf-8", newline="") as file:
        return {(row["code"], one): row[f"{one}_en"] for row in csv.DictReader(file) for one in Readers}


def name(text: str) -> str:
    """Return a name with its surname only: 张*, 张**, 欧阳**. The second half of a short one is always hidden.

    A name with a middle dot or in Latin letters keeps its first character, whatever else was typed none.
    """
    kept = _clusters(text)
    if not kept:
        return ""
    compound = len(kept) > 2 and "".join(kept[:2]) in COMPOUND and _DOTS.isdisjoint(kept)
    surname = kept[:2] if compound else kept[:1]
    if not unicodedata.category(surname[0][0]).startswith("L"):
        surname = [_STAR]
    return "".join(surname) + _STAR * min(max(len(kept) - len(surname), 1), _MOST_STARS)


def _clusters(text: str) -> list[str]:
    """Return the visible characters, each with at most one mark of its own (a variant, an accent)."""
    found: list[str] = []
    for char in plain_text.clean(text):
        category = unicodedata.category(char)
        if category[0] == "M":
            if found and len(found[-1]) == 1:
                found[-1] += char
        elif category[0] not in "CZ":
            found.append(char)
    return found


_PARTS = re.compile(r"[/／,，、;；\n]")
_NOT_DIALLED = re.compile(r"[^0-9*]")
_ABROAD = re.compile(r"^[^\d*]*(?:\+|00)86|^86(?=1[3-9]\d{9}$)")
_MOBILE = re.compile(r"(1[3-9]\d)(?:\d{4}|\*{4})(\d{4})", re.ASCII)
_AREA = re.compile(r"(0(?:10|2\d|[3-9]\d\d))(\d{5,6}|\*{5,6})(\d\d)", re.ASCII)
_LOCAL = re.compile(r"([2-8]\d{4,5}|\*{5,6})(\d\d)", re.ASCII)


def phone(text: str) -> str:
    """Return telephones with what may be seen: 138****1234; of landlines the area code and the last two digits.

    Several may be parted by 、 or /. What is neither is hidden whole.
    """
    found = [_phone(part) for part in _PARTS.split(citizen_numbers.scanned(text))]
    return "、".join(filter(None, found))


def _phone(text: str) -> str:
    bare = _ABROAD.sub("", "".join(text.split()).replace("＋", "+"))
    dialled = _NOT_DIALLED.sub("", bare)
    if not dialled:
        return _HIDDEN if text.strip() else ""
    if mobile := _MOBILE.fullmatch(dialled):
        return f"{mobile[1]}{_HIDDEN}{mobile[2]}"
    if area := _AREA.fullmatch(dialled):
        return f"{area[1]}-{_STAR * len(area[2])}{area[3]}"
    if local := _LOCAL.fullmatch(dialled):
        return _STAR * len(local[1]) + local[2]
    return _HIDDEN


def last4(text: str) -> str:
    """Return a resident's number with its last four characters only, stars alone where it ends otherwise."""
    plain = "".join(unicodedata.normalize("NFKC", citizen_numbers.scanned(text)).upper().split())
    if not plain:
        return ""
    seen = plain[-4:] if re.fullmatch(r"\d{3}[\dX]", plain[-4:], re.ASCII) else _HIDDEN
    return _STAR * (_RESIDENT_LENGTH - 4) + seen


def address(text: str) -> str:
    """Return an address down to township or street office (乡镇街道); houses, roads and villages are hidden."""
    return _down_to(text, address_parts.TOWNSHIP)


def village(text: str) -> str:
    """Return an address down to village or community (村、社区); house numbers are hidden."""
    return _down_to(text, address_parts.TOWNSHIP, address_parts.VILLAGE)


def _down_to(text: str, *levels: re.Pattern[str]) -> str:
    whole = "".join(char for char in plain_text.clean(text) if not char.isspace())
    end = 0
    for level in (address_parts.DISTRICT, *levels):
        found = level.match(whole, end)
        end = found.end() if found else end
    return whole if end == len(whole) else whole[:end] + _STAR * _MOST_STARS


def words(text: str) -> str:
    """Return running text without citizens' numbers: mobiles as 138****1234, residents' numbers as stars.

    Where there was one, digits of every script have become 0-9 and invisible characters are gone.
    """
    plain = citizen_numbers.scanned(text)
    masked = plain
    for number in citizen_numbers.resident_numbers(plain):
        masked = masked.replace(number, _STAR * _RESIDENT_LENGTH)
    masked = citizen_numbers.MOBILE.sub(lambda found: phone(found[0]), masked)
    return text if masked == plain else masked


def _nothing(_text: str) -> str:
    return ""


def _whole(text: str) -> str:
    return text


_RULES: dict[str, Callable[[str], str]] = {
    "full": _whole,
    "surname kept, rest *": name,
    "first 3 and last 4": phone,
    "last 4 only": last4,
    "to township": address,
    "to village": village,
}
"""What the words of the table do; every other word (not printed, number only …) shows nothing."""
