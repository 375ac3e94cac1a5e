"""The state by which a commitment is counted and filtered: what is disputed is never counted as verified. No Qt."""

from desktop.models.board import Board
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.meanings import Meaning

BORNE = 255
"""The byte of a commitment that is in a set of commitments kept as one large number: sets of 80,000 in microseconds."""
_ALL_ONES = bytes(BORNE * bool(n) for n in range(256))
THERE = bytes(bool(n) for n in range(256))
_VERIFIED = bytes(n == Status.VERIFIED.code for n in range(256))
_DISPUTED = bytes(bool(n & Mark.DISPUTED) for n in range(256))
_STEP = Status.VERIFIED.code - Status.IN_PLACE.code


def counted(board: Board) -> bytes:
    """Return the counted state (code) of every commitment in the order of the board's arrays; 0 where there is none."""
    disputed = int.from_bytes(board.status.translate(_VERIFIED)) & int.from_bytes(board.marks.translate(_DISPUTED))
    return (int.from_bytes(board.status) - disputed * _STEP).to_bytes(len(board.status))


def with_meaning(board: Board, meaning: Meaning) -> int:
    """Return, as one large number, 255 for each commitment that bears a meaning and 0 for every other."""
    if isinstance(meaning, Status):
        found = counted(board).translate(bytes(255 * (n == meaning.code) for n in range(256)))
    else:
        there = int.from_bytes(board.status.translate(_ALL_ONES))
        source = board.lamps if isinstance(meaning, Lamp) else board.marks
        return int.from_bytes(source.translate(bytes(255 * bool(n & meaning) for n in range(256)))) & there
    return int.from_bytes(found)


def number(found: int) -> int:
    """Return how many commitments are in a set."""
    return found.bit_count() // BORNE.bit_count()


def changed(former: bytes) -> int:
    """Return, as one large number, 255 for each commitment that had another state then."""
    return int.from_bytes(former.translate(_ALL_ONES))


def among(board: Board, ids: frozenset[str]) -> int:
    """Return, as one large number, 255 for each commitment that is one of these."""
    rows = {action.id: row for row, action in enumerate(board.actions)}
    columns = {window.id: column for column, window in enumerate(board.windows)}
    there = bytearray(len(board.status))
    for action, _at, window in (key.partition("@") for key in ids):
        if action in rows and window in columns:
            there[rows[action] * len(columns) + columns[window]] = 255
    return int.from_bytes(there)
