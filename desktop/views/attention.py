"""What needs attention, and where the next of it is: the gravest first, in the order shown. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.models.board import Board
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.meanings import GRAVEST, Meaning, name_of

_NONE = 255
ORDER: tuple[Meaning, ...] = (*(one for one in GRAVEST if one is not Mark.DISPUTED), Mark.UNREPORTED)
"""Why a commitment needs work, the gravest first; a dispute is settled, not worked on. What only waits for the month's
word comes last."""


def _table(test: Callable[[int, Meaning], bool], kind: type) -> bytes:
    ranks = [(rank, sign) for rank, sign in enumerate(ORDER) if isinstance(sign, kind)]
    return bytes(next((rank for rank, sign in ranks if test(byte, sign)), _NONE) for byte in range(256))


_BY_LAMP = _table(lambda byte, sign: bool(byte & int(sign)), Lamp)
_BY_MARK = _table(lambda byte, sign: bool(byte & int(sign)), Mark)
_BY_STATE = _table(lambda byte, sign: isinstance(sign, Status) and byte == sign.code, Status)


@dataclass(frozen=True, slots=True)
class Found:
    """The next place on the board's arrays, why it needs attention, and whether the search began anew to find it."""

    at: int
    why: str
    is_anew: bool


def ranks(board: Board) -> bytes:
    """Return for each commitment of a board how grave it is: a place in `ORDER`, 255 for nothing or no commitment."""
    rows = (board.lamps.translate(_BY_LAMP), board.status.translate(_BY_STATE), board.marks.translate(_BY_MARK))
    grave = bytes(map(min, *rows))
    return bytes(rank if code else _NONE for rank, code in zip(grave, board.status, strict=True))


def following(board: Board, places: Sequence[int], here: int | None, *, back: bool = False) -> Found | None:
    """Return the next of `places` that needs attention after the one at `here`, or before it; None where none does.

    All of one reason come before the first of the next. From a place that needs none, the search begins at the start.
    """
    grave = ranks(board)
    wanting = sorted((grave[at], n) for n, at in enumerate(places) if grave[at] != _NONE)
    if not wanting:
        return None
    now = next((n for n, at in enumerate(places) if at == here), -1)
    key = (grave[places[now]], now) if now >= 0 else (-1, -1)
    if key[0] == _NONE:
        key = (_NONE + 1, 0) if back else (-1, -1)
    ahead = [one for one in wanting if (one < key if back else one > key)]
    rank, n = (ahead or wanting)[-1 if back else 0]
    return Found(places[n], reason(rank), not ahead and key[0] >= 0)


def reason(rank: int) -> str:
    """Return a reason for attention in words."""
    return name_of(ORDER[rank])
