"""A name as it is searched: without width, case, accents and punctuation, cut into syllables with their readings."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_DIAERESIS = "u\u0308"
_ALSO = {"lve": "lue", "nve": "nue"}
"""Spellings that people use beside the one of the standard (GB/T 16159: ü; on keyboards v)."""
_OPENING, _CLOSING = "【[（(", "】]）)"


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return a text with width, case and accents made equal; ü becomes v, as on keyboards."""
    made = unicodedata.normalize("NFKC", text).casefold()
    if made.isascii():
        return made
    apart = unicodedata.normalize("NFD", made).replace(_DIAERESIS, "v")
    return unicodedata.normalize("NFC", "".join(one for one in apart if not unicodedata.combining(one)))


def bare(text: str) -> str:
    """Return the letters and digits of a folded text."""
    return "".join(filter(str.isalnum, fold(text)))


def is_han(character: str) -> bool:
    """Say whether a character has readings."""
    return "\u3400" <= character <= "\u9fff" or character == "〇" or "\U00020000" <= character <= "\U000323af"


def sounding(name: str) -> str:
    """Return the runs of Chinese characters of a name, parted by blanks: what its readings are remembered by."""
    return " ".join("".join(one if is_han(one) else " " for one in fold(name)).split())


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name for the search.

    `line` holds the tokens in order, each as `;reading~rarer~rarer,itself`; a token is a Chinese character with its
    readings, or a run of letters and digits. `tokens` says from where to where in the name each stands.
    """

    bare: str
    origin: tuple[int, ...]
    """For each character of `bare`, which character of the name it came from."""
    line: str
    tokens: tuple[tuple[int, int], ...]
    firsts: tuple[str, ...]
    """For each token the characters that it may begin with."""
    heads: tuple[tuple[int, int], ...]
    """Where the name begins, in `bare` and `line`: at once, and behind a bracketed head such as 【样例】."""
    words: tuple[tuple[int, int], ...]
    """The same for words within the name."""


def spell(name: str, readings: Mapping[str, str]) -> Spelling:
    """Return the spelling of a name with what is known of its readings (see `pronouncing.pronounced`)."""
    letters, origin, starts = _letters(name)
    tokens = _tokens(letters, starts)
    known = iter(readings.get(sounding(name), "").split())
    line, firsts, offsets = [], [], {}
    length = 0
    for begin, end in tokens:
        itself = "".join(letters[begin:end])
        token = _token(itself, next(known, "") if is_han(itself) else "")
        offsets[begin] = length
        line.append(token)
        firsts.append("".join(token[at + 1] for at, sign in enumerate(token) if sign in ";~,"))
        length += len(line[-1])
    head = _behind_bracket(name, origin)
    words = tuple((begin, offsets[begin]) for begin, _end in tokens if begin in starts)
    heads = tuple((begin, offset) for begin, offset in words if begin in {0, head})
    places = tuple((origin[begin], origin[end - 1] + 1) for begin, end in tokens)
    return Spelling("".join(letters), tuple(origin), "".join(line), places, tuple(firsts), heads, words)


@lru_cache(maxsize=8192)
def _token(itself: str, said: str) -> str:
    ways = [way for way in said.split("/") if way.isalpha()]
    ways += [_ALSO[way] for way in ways if way in _ALSO]
    return ";" + "~".join(ways) + ("," if ways else "") + itself


def _letters(name: str) -> tuple[list[str], list[int], set[int]]:
    """Return the bare characters, where each came from, and which of them begin a word."""
    letters: list[str] = []
    origin: list[int] = []
    starts: set[int] = set()
    is_apart = True
    for at, character in enumerate(name):
        made = [one for one in fold(character) if one.isalnum()]
        if made and (is_apart or _is_plain(made[0]) != _is_plain(letters[-1])):
            starts.add(len(letters))
        letters += made
        origin += [at] * len(made)
        is_apart = not made
    return letters, origin, starts


def _is_plain(character: str) -> bool:
    return character.isascii()


def _tokens(letters: list[str], starts: set[int]) -> list[tuple[int, int]]:
    """Cut the bare characters: each run of plain letters and digits is one token, any other character one by itself."""
    found: list[tuple[int, int]] = []
    for at, letter in enumerate(letters):
        if found and at not in starts and _is_plain(letter):
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _behind_bracket(name: str, origin: list[int]) -> int:
    """Return which bare character comes first behind a bracket that opens the name, 0 where there is none."""
    if name[:1] not in tuple(_OPENING):
        return 0
    closed = re.search(f"[{re.escape(_CLOSING)}]", name)
    behind = closed.end() if closed else 0
    return next((at for at, place in enumerate(origin) if place >= behind), 0)
