"""How alike two texts are, by the pairs of characters they share."""

import unicodedata
from functools import lru_cache


def bare(text: str) -> str:
    """Return a text without spaces, punctuation, width and case."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


@lru_cache(maxsize=8192)
def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a bare text; a single character stands for itself."""
    plain = bare(text)
    return frozenset(plain[at : at + 2] for at in range(max(len(plain) - 1, 1))) - {""}


def likeness(one: str, other: str) -> float:
    """Return 0 to 1: twice the shared pairs over all pairs (Dice)."""
    mine, theirs = pairs(one), pairs(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def share(part: str, whole: str) -> float:
    """Return 0 to 1: how much of a text is found in another one."""
    mine = pairs(part)
    return len(mine & pairs(whole)) / len(mine) if mine else 0.0
