"""Which rows and columns of a board are looked at: the filters as a value, and what they leave over. No Qt."""

from dataclasses import dataclass, replace

from desktop.models.board import Board, Cell
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.board.arrangement import PRINTED, Arrangement, Line, Recency, arranged
from desktop.views.counted import THERE, among, changed, with_meaning
from desktop.views.matching import has
from desktop.views.meanings import NO_MEASURE, meaning_of


@dataclass(frozen=True, slots=True)
class Choice:
    """The filters of the board; an empty value lets everything through. `unit` takes in the units below it.

    `any_of` are codes of `meanings`: what bears one of them is looked for. `measure` may be `meanings.NO_MEASURE`.
    """

    unit: str = ""
    kind: str = ""
    measure: str = ""
    status: Status | None = None
    sign: Lamp | Mark | None = None
    text: str = ""
    category: str = ""
    window: str = ""
    action: str = ""
    any_of: tuple[str, ...] = ()
    hidden_actions: frozenset[str] = frozenset()
    hidden_windows: frozenset[str] = frozenset()
    officer: str = ""
    held: frozenset[str] | None = None
    """The ids of what the officer is in charge of on the day looked at; None without an officer."""

    def without_legend(self) -> "Choice":
        """Return the choice of rows and columns alone: without states, signs and “any of”."""
        return replace(self, status=None, sign=None, any_of=())

    def only(self, codes: tuple[str, ...]) -> "Choice":
        """Return the choice of what bears one of these codes alone; of everything again where it is that already."""
        whole = self.without_legend()
        return whole if self.any_of == codes else replace(whole, any_of=codes)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A board and what is shown of it: indices of its actions and windows, in the order in which they are shown.

    An action under two measures stands in both groups when rows are grouped by measure. `lit` has one byte for each
    commitment of the board, 1 where it is what is looked for; None when all are. `former` holds, when two days are
    compared, the state of then (code) where it was another one, else 0. The groups are keys, one for each row and
    column.
    """

    board: Board
    choice: Choice
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    lit: bytes | None
    former: bytes | None = None
    arrangement: Arrangement = PRINTED
    row_groups: tuple[str, ...] = ()
    column_groups: tuple[str, ...] = ()

    @property
    def actions(self) -> tuple[int, ...]:
        """The shown rows, each action once."""
        return tuple(dict.fromkeys(self.rows)) if self.arrangement.repeats else self.rows

    def lit_cell(self, row: int, column: int) -> Cell | None:
        """Return the commitment of an action and a window (places on the board) where it is looked for."""
        if self.lit is not None and not self.lit[row * len(self.board.windows) + column]:
            return None
        return self.board.cell(row, column)

    def at(self, row: int, column: int) -> int:
        """Return where a shown row and column lie in the arrays of the board."""
        return self.rows[row] * len(self.board.windows) + self.columns[column]


def _by_text(board: Board, text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return actions with the text in code or title; when no action has it, the windows with it in their name."""
    everywhere = frozenset(range(len(board.windows)))
    every_action = frozenset(range(len(board.actions)))
    if not text.strip():
        return every_action, everywhere
    found = {n for n, row in enumerate(board.actions) if has(text, row.code, row.title_zh, row.title_en)}
    if found:
        return frozenset(found), everywhere
    windows = {n for n, row in enumerate(board.windows) if has(text, row.id, row.name_zh, row.name_en)}
    return (every_action, frozenset(windows)) if windows else (frozenset(), everywhere)


def lit_of(board: Board, choice: Choice, former: bytes | None) -> bytes | None:
    """Return one byte for each commitment, 1 where it is what is looked for; None when all are (see `Scene`)."""
    if choice.status is None and choice.sign is None and former is None and not choice.any_of and choice.held is None:
        return None
    found = (1 << 8 * len(board.status)) - 1
    if former is not None:
        found &= changed(former)
    for meaning in (choice.status, choice.sign):
        if meaning is not None:
            found &= with_meaning(board, meaning)
    if choice.any_of:
        together = 0
        for one in map(meaning_of, choice.any_of):
            together |= with_meaning(board, one) if one is not None else 0
        found &= together
    if choice.held is not None:
        found &= among(board, choice.held)
    return found.to_bytes(len(board.status)).translate(THERE)


def look(
    board: Board,
    choice: Choice,
    former: bytes | None = None,
    arrangement: Arrangement = PRINTED,
    recency: Recency | None = None,
) -> Scene:
    """Return what a choice leaves of a board: only rows and columns with at least one commitment looked for.

    With `former` (see `Scene`) only commitments that changed are looked for. `recency` is needed for sorting by the
    latest change alone.
    """
    lit = lit_of(board, choice, former)
    rows, columns = _with_something(board, _rows(board, choice), _columns(board, choice), lit)
    lines, across = arranged(board, Line(rows, columns), arrangement, choice.measure, recency)
    groups = (tuple(key for key, _row in lines), tuple(key for key, _column in across))
    places = (tuple(row for _key, row in lines), tuple(column for _key, column in across))
    return Scene(board, choice, *places, lit, former, arrangement, *groups)


def whole(scene: Scene) -> Scene:
    """Return what the fields leave over, whatever the legend leaves of it: what every figure is counted over."""
    without = scene.choice.without_legend()
    return scene if without == scene.choice else look(scene.board, without, scene.former, scene.arrangement)


def _columns(board: Board, choice: Choice) -> list[int]:
    _by_action, by_window = _by_text(board, choice.text)
    under = board.catalogue.under(choice.unit) if choice.unit else None
    return [
        n
        for n, window in enumerate(board.windows)
        if n in by_window
        and (under is None or window.unit in under)
        and choice.kind in ("", window.kind)
        and choice.window in ("", window.id)
        and window.id not in choice.hidden_windows
    ]


def _rows(board: Board, choice: Choice) -> list[int]:
    by_action, _by_window = _by_text(board, choice.text)
    return [
        n
        for n, action in enumerate(board.actions)
        if n in by_action
        and choice.category in ("", action.category)
        and choice.action in ("", action.id)
        and _is_under(choice.measure, action.measures)
        and action.id not in choice.hidden_actions
    ]


def _is_under(measure: str, measures: tuple[str, ...]) -> bool:
    return not measure or measure in measures or (measure == NO_MEASURE and not measures)


def _with_something(
    board: Board, rows: list[int], columns: list[int], lit: bytes | None
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Leave out rows and columns in which nothing of what is looked for stands."""
    width, all_columns = len(board.windows), len(columns) == len(board.windows)
    there = lit if lit is not None else board.status.translate(THERE)
    lines = {row: there[row * width : (row + 1) * width] for row in rows}
    if not all_columns:
        lines = {row: bytes(map(line.__getitem__, columns)) for row, line in lines.items()}
    kept = tuple(row for row, line in lines.items() if 1 in line)
    together = 0
    for row in kept:
        together |= int.from_bytes(lines[row])
    seen = together.to_bytes(len(columns) or 1)
    return kept, tuple(column for n, column in enumerate(columns) if seen[n])
