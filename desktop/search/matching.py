"""How well one word meets one target."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from desktop.search.spelling import Spelling, bare, spell
from desktop.search.target import Grade, Target

_LONGEST = 40
"""Characters of a word that count: more than any initials, and no search may take long."""
_SCATTERED, _SCATTERED_HAN = 3, 2
"""Characters that a word needs to be looked for scattered; fewer would meet nearly everything."""

AT_SYLLABLE = ";(?:[^;]*[,~])?"
ON = f"(?:[^;]*{AT_SYLLABLE})??"
"""From one character of a word to the next: straight on, or at the beginning of the next syllable."""
_USUAL, _ON_USUAL = AT_SYLLABLE.replace("~", ""), ON.replace("~", "")
_RARER = 1 << 10
"""What a meeting by a rarer reading stands behind one by the usual readings."""


class Met(NamedTuple):
    """A target was met. Smaller is better."""

    grade: Grade
    part: bool
    """Whether the word meets less than the whole title."""
    start: int
    """How far into the title it begins."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name with its spelling."""

    spelling: Spelling
    mask: int
    """A bit for each character that it can be met by: nearly all words are told by it not to meet a name."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A target with its names."""

    target: Target
    code: str
    title: Name
    others: tuple[Name, ...]
    mask: int
    """Of code and all names."""


class Speller:
    """Spells targets by known readings, each name once."""

    def __init__(self, readings: Mapping[str, str]) -> None:
        self._readings = readings
        self._names: dict[str, Name] = {}

    def prepare(self, target: Target) -> Prepared:
        """Return a target with the spelling of its names."""
        code, title = bare(target.code), self._name(target.title)
        others = tuple(map(self._name, target.others))
        mask = _mask(code) | title.mask
        for other in others:
            mask |= other.mask
        return Prepared(target, code, title, others, mask)

    def _name(self, text: str) -> Name:
        if text not in self._names:
            spelling = spell(text, self._readings)
            self._names[text] = Name(spelling, _mask(spelling.line))
        return self._names[text]


def _mask(text: str) -> int:
    made = 0
    for character in set(text):
        made |= _bit(character)
    return made


@lru_cache(maxsize=4096)
def _bit(character: str) -> int:
    return 1 << ord(character) % 251


class Word:
    """One word of a query, bare (see `spelling.bare`)."""

    __slots__ = ("_mask", "_sound", "_usual", "text")

    def __init__(self, text: str) -> None:
        """Take what of the word counts."""
        self.text = text[:_LONGEST]
        self._mask = _mask(self.text)
        self._sound = re.compile(AT_SYLLABLE + ON.join(map(re.escape, self.text)))
        self._usual = re.compile(_USUAL + _ON_USUAL.join(map(re.escape, self.text)))

    def meet(self, one: Prepared) -> Met | None:
        """Return how well the word meets a target, None when it does not."""
        if self._mask & ~one.mask:
            return None
        if one.code.startswith(self.text):
            is_all = self.text == one.code
            return Met(Grade.CODE if is_all else Grade.TITLE, part=not is_all, start=0)
        is_possible = not self._mask & ~one.title.mask
        if is_possible and (found := self._in_title(one.title.spelling)) is not None:
            return found
        if self.text in one.code:
            return Met(Grade.INNER, part=True, start=len(one.title.spelling.bare))
        if any(self._is_in(other) for other in one.others):
            return Met(Grade.OTHER, part=True, start=0)
        is_there = is_possible and scattered(self.text, one.title.spelling)
        return Met(Grade.SCATTERED, part=True, start=0) if is_there else None

    def _is_in(self, name: Name) -> bool:
        if self._mask & ~name.mask:
            return False
        return self.text in name.spelling.bare or self._sound.search(name.spelling.line) is not None

    def _in_title(self, title: Spelling) -> Met | None:
        found, sound = title.bare.find(self.text), self._sound.search(title.line)
        if found < 0 and sound is None:
            return None
        start = found if found >= 0 else title.line.count(";", 0, sound.start()) if sound is not None else 0
        return self._at_head(title) or self._at_word(title) or Met(Grade.INNER, part=True, start=start)

    def _at_head(self, title: Spelling) -> Met | None:
        for at, _offset in title.heads:
            if title.bare.startswith(self.text, at):
                return Met(Grade.TITLE, part=at + len(self.text) < len(title.bare), start=0)
        for _at, offset in title.heads:
            if found := self._sound.match(title.line, offset):
                start = 0 if self._usual.match(title.line, offset) else _RARER
                return Met(Grade.SOUND, part=found.end() <= title.line.rfind(";"), start=start)
        return None

    def _at_word(self, title: Spelling) -> Met | None:
        for at, offset in title.words:
            if title.bare.startswith(self.text, at) or self._sound.match(title.line, offset):
                return Met(Grade.WORD, part=True, start=at)
        return None


def scattered(word: str, title: Spelling) -> list[int]:
    """Return the tokens whose beginnings are the characters of a word, in order; empty when there are none."""
    if len(word) < (_SCATTERED if word.isascii() else _SCATTERED_HAN):
        return []
    found: list[int] = []
    for at, firsts in enumerate(title.firsts):
        if word[len(found)] in firsts:
            found.append(at)
            if len(found) == len(word):
                return found
    return []
