"""What a typed word may mean: matters, a number, or something that a citizen said."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from desktop.models import bigrams, request_matters

_PARTING = re.compile(r"[\s@·,，、;；]+")
_TAIL = re.compile(r"(?:(\d{8})-?)?([A-Z]{2})-?(\d{1,5})", re.ASCII)
_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_SERIAL = 3
"""Digits that a serial has at least."""
_NOTHING = "\0"


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a word means as a number: how it begins, its letters and serial, the day in it; empty where it does not."""

    begins: tuple[str, ...] = ()
    tail: str = ""
    day: str = ""

    def fits(self, key: str) -> bool:
        """Say whether an id is meant."""
        if key.startswith(self.begins or _NOTHING):
            return True
        number = key.rpartition("-")[0]
        is_on = not self.day or f"-{self.day.replace('-', '')}-" in number
        return is_on and (number.endswith(f"-{self.tail}") if self.tail else bool(self.day))


def numbered(word: str) -> Numbered:
    """Return what a word may mean as a number: `W101-2026`, `AB007`, `ab7`, `20260930`, `20260930-AB007`.

    It has a digit.
    """
    typed = unicodedata.normalize("NFKC", word)
    if not typed.isascii() or not typed[:1].isalnum() or not any(map(str.isdigit, typed)):
        return Numbered()
    begins = tuple(dict.fromkeys((typed, typed.upper())))
    day = _DAY.fullmatch(typed)
    if day is not None:
        return Numbered(begins, "", "-".join(day.groups()))
    tail = _TAIL.fullmatch(typed.upper())
    if tail is None:
        return Numbered(begins)
    on, letters, serial = tail.groups()
    at = f"{on[:4]}-{on[4:6]}-{on[6:]}" if on else ""
    return Numbered(begins, f"{letters}{int(serial):0{_SERIAL}}", at)


@dataclass(frozen=True, slots=True)
class Sought:
    """One word, and what of it the ledger can tell: the matters that it means, or a number."""

    word: str
    matters: frozenset[str]
    number: Numbered

    @property
    def is_said(self) -> bool:
        """Whether only the words of a citizen can hold it."""
        return not self.matters and self.number == Numbered()

    def in_ledger(self, key: str, matter: str) -> bool:
        """Say whether number or matter of a request hold it."""
        return matter in self.matters or self.number.fits(key)

    def in_words(self, folded: str) -> bool:
        """Say whether the words of a citizen hold it, as `folded` gives them."""
        runs = bigrams.runs(self.word)
        return bool(runs) and all(run in folded for run in runs)


def folded(words: str) -> str:
    """Return the words of a citizen for `in_words`."""
    return " ".join(bigrams.runs(words))


def sought(connection: Connection, text: str) -> tuple[Sought, ...]:
    """Return the words of a text, each once; none where it holds no letter and no digit."""
    typed = [one for one in dict.fromkeys(_PARTING.split(text)) if bigrams.runs(one)]
    every: Sequence[str] = request_matters.matters(connection) if typed else ()
    known = request_matters.readings(connection) if typed else {}
    return tuple(Sought(one, frozenset(request_matters.meant(one, every, known)), numbered(one)) for one in typed)
