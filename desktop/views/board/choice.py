"""Which rows and columns of a board are looked at: the filters as a value, and what they leave over. No Qt."""

import unicodedata
from dataclasses import dataclass

from desktop.models.board import Board, Cell
from desktop.models.catalogue import ServiceAction, ServiceWindow
from desktop.models.vocabulary import Lamp, Mark, Status

_THERE = bytes(bool(n) for n in range(256))
_ALL_ONES = bytes(255 * bool(n) for n in range(256))


@dataclass(frozen=True, slots=True)
class Choice:
    """The filters of the board; an empty value lets everything through. `unit` takes in the units below it."""

    unit: str = ""
    kind: str = ""
    measure: str = ""
    status: Status | None = None
    sign: Lamp | Mark | None = None
    text: str = ""
    category: str = ""
    window: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A board and what is shown of it: indices of its actions and windows, in printed order.

    `lit` has one byte for each commitment of the board, 1 where it is what is looked for; None when all are.
    `former` holds, when two days are compared, the state of then (code) where it was another one, else 0.
    """

    board: Board
    choice: Choice
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    lit: bytes | None
    former: bytes | None = None

    def lit_cell(self, row: int, column: int) -> Cell | None:
        """Return the commitment of an action and a window (places on the board) where it is looked for."""
        if self.lit is not None and not self.lit[row * len(self.board.windows) + column]:
            return None
        return self.board.cell(row, column)

    def at(self, row: int, column: int) -> int:
        """Return where a shown row and column lie in the arrays of the board."""
        return self.rows[row] * len(self.board.windows) + self.columns[column]


def plain(text: str) -> str:
    """Return text for comparing: width and case made equal, blanks around it dropped."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _names(row: ServiceAction | ServiceWindow, *fields: str) -> str:
    return plain("\n".join(str(getattr(row, field)) for field in fields))


def _by_text(board: Board, text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return actions with the text in code or title; when no action has it, the windows with it in their name."""
    everywhere = frozenset(range(len(board.windows)))
    every_action = frozenset(range(len(board.actions)))
    wanted = plain(text)
    if not wanted:
        return every_action, everywhere
    found = {n for n, row in enumerate(board.actions) if wanted in _names(row, "code", "title_zh", "title_en")}
    if found:
        return frozenset(found), everywhere
    windows = {n for n, row in enumerate(board.windows) if wanted in _names(row, "id", "name_zh", "name_en")}
    return (every_action, frozenset(windows)) if windows else (frozenset(), everywhere)


def lit_of(board: Board, choice: Choice, former: bytes | None) -> bytes | None:
    """Return one byte for each commitment, 1 where it is what is looked for; None when all are (see `Scene`)."""
    if choice.status is None and choice.sign is None and former is None:
        return None
    found = (1 << 8 * len(board.status)) - 1
    if former is not None:
        found &= int.from_bytes(former.translate(_ALL_ONES))
    if choice.status is not None:
        code = choice.status.code
        found &= int.from_bytes(board.status.translate(bytes(255 * (n == code) for n in range(256))))
    if choice.sign is not None:
        source = board.lamps if isinstance(choice.sign, Lamp) else board.marks
        found &= int.from_bytes(source.translate(bytes(255 * bool(n & choice.sign) for n in range(256))))
    return found.to_bytes(len(board.status)).translate(_THERE)


def look(board: Board, choice: Choice, former: bytes | None = None) -> Scene:
    """Return what a choice leaves of a board: only rows and columns with at least one commitment looked for.

    With `former` (see `Scene`) only commitments that changed are looked for.
    """
    by_action, by_window = _by_text(board, choice.text)
    under = board.catalogue.under(choice.unit) if choice.unit else None
    columns = [
        n
        for n, window in enumerate(board.windows)
        if n in by_window
        and (under is None or window.unit in under)
        and choice.kind in ("", window.kind)
        and choice.window in ("", window.id)
    ]
    rows = [
        n
        for n, action in enumerate(board.actions)
        if n in by_action
        and choice.category in ("", action.category)
        and (not choice.measure or choice.measure in action.measures)
    ]
    lit = lit_of(board, choice, former)
    return Scene(board, choice, *_with_something(board, rows, columns, lit), lit, former)


def _with_something(
    board: Board, rows: list[int], columns: list[int], lit: bytes | None
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Leave out rows and columns in which nothing of what is looked for stands."""
    width, all_columns = len(board.windows), len(columns) == len(board.windows)
    there = lit if lit is not None else board.status.translate(_THERE)
    lines = {row: there[row * width : (row + 1) * width] for row in rows}
    if not all_columns:
        lines = {row: bytes(map(line.__getitem__, columns)) for row, line in lines.items()}
    kept = tuple(row for row, line in lines.items() if 1 in line)
    together = 0
    for row in kept:
        together |= int.from_bytes(lines[row])
    seen = together.to_bytes(len(columns) or 1)
    return kept, tuple(column for n, column in enumerate(columns) if seen[n])
