"""One seat that can be taken, and finding it by what is typed. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Seat:
    """An officer as the list shows him: id, name, his role in words, whether his PIN is asked."""

    id: str
    name: str
    role: str
    guarded: bool = True


def meant(seats: Sequence[Seat], typed: str) -> int | None:
    """Return which seat is meant by the beginning of a name or of its pinyin initials, None where there is none."""
    wanted = typed.casefold().replace(" ", "")
    if not wanted:
        return None
    found = (at for at, seat in enumerate(seats) if any(key.startswith(wanted) for key in _keys(seat.name)))
    return next(found, None)


@cache
def _keys(name: str) -> frozenset[str]:
    """Return what a name may be found by: itself, its words, its initials by every reading."""
    plain = name.casefold()
    return frozenset({plain.replace(" ", ""), *plain.split(), *_initials(name)})


def _initials(name: str) -> frozenset[str]:
    # Loaded when the first letter is typed: it takes an eighth of a second.
    from pypinyin import Style, pinyin

    found = [""]
    for readings in pinyin(name, style=Style.FIRST_LETTER, heteronym=True):
        # What is no Chinese comes whole, and counts by the beginnings of its words.
        letters = {"".join(word[0] for word in one.casefold().split()) for one in readings}
        found = [before + letter for before in found for letter in letters]
    return frozenset(found)
