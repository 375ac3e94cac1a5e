"""One seat that can be taken, and finding it by what is typed. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.search.spelling import fold, spell


@dataclass(frozen=True, slots=True)
class Seat:
    """An officer as the list shows him: id, name, his role in words, whether his PIN is asked."""

    id: str
    name: str
    role: str
    guarded: bool = True


def meant(seats: Sequence[Seat], typed: str, readings: Mapping[str, str]) -> int | None:
    """Return which seat is meant by the beginning of a name or of its pinyin initials, None where there is none.

    `readings` as `search.pronouncing` tells them; a name that is not among them is found as it is written.
    """
    wanted = fold(typed).replace(" ", "")
    if not wanted:
        return None
    return next((at for at, seat in enumerate(seats) if _begins(seat.name, wanted, readings)), None)


def _begins(name: str, wanted: str, readings: Mapping[str, str]) -> bool:
    plain = fold(name)
    if any(one.startswith(wanted) for one in (plain.replace(" ", ""), *plain.split())):
        return True
    firsts = spell(name, readings).firsts
    return len(wanted) <= len(firsts) and all(letter in ways for letter, ways in zip(wanted, firsts, strict=False))
