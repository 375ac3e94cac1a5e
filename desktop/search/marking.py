"""Which characters of a title a word has met, for showing them. Only hits that are shown are asked for it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from desktop.search.matching import AT_SYLLABLE, ON, scattered
from desktop.search.spelling import Spelling
from desktop.search.target import Span


def spans(words: Iterable[str], title: Spelling) -> tuple[Span, ...]:
    """Return the parts of a title that bare words meet, in order and apart."""
    met = {at for word in words for at in _characters(word, title)}
    found: list[Span] = []
    for at in sorted(met):
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return tuple(found)


def _characters(word: str, title: Spelling) -> list[int]:
    sound = _sounded(word, title)
    at = _written(word, title)
    if at >= 0 and (at in {head for head, _offset in title.heads} or sound is None):
        return list(title.origin[at : at + len(word)])
    if sound is not None:
        return [_place(title, sound.start(number)) for number in range(1, len(word) + 1)]
    return [title.tokens[token][0] for token in scattered(word, title)]


def _written(word: str, title: Spelling) -> int:
    """Return where a word stands as it is written, at a head before anywhere else; -1 where it does not."""
    begins = (at for at, _offset in title.heads if title.bare.startswith(word, at))
    return next(begins, title.bare.find(word))


@lru_cache(maxsize=64)
def _traced(word: str) -> re.Pattern[str]:
    return re.compile(AT_SYLLABLE + ON.join(f"({re.escape(one)})" for one in word))


def _sounded(word: str, title: Spelling) -> re.Match[str] | None:
    """Return where a word stands by sound: at a head, at a word, anywhere."""
    pattern = _traced(word)
    for _at, offset in (*title.heads, *title.words):
        if found := pattern.match(title.line, offset):
            return found
    return pattern.search(title.line)


def _place(title: Spelling, at: int) -> int:
    """Return which character of the name a place of the line stands for."""
    token = title.line.count(";", 0, at) - 1
    begin, end = title.tokens[token]
    return begin if end - begin == 1 else begin + at - title.line.rfind(";", 0, at) - 1
