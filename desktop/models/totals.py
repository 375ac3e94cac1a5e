"""The figures: counts and the two nested rates, each with its denominator, taken from a board."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.models.board import Board
from desktop.models.vocabulary import Lamp, Mark, Status


@dataclass(slots=True)
class Counts:
    """States over one group of commitments. `applicable` is the denominator of both rates."""

    key: str | None
    counts: dict[Status, int] = field(default_factory=lambda: dict.fromkeys(Status, 0))
    disputed: int = 0

    @property
    def applicable(self) -> int:
        """Every commitment but those confirmed as not applicable."""
        return sum(self.counts.values()) - self.counts[Status.NOT_APPLICABLE]

    @property
    def not_applicable(self) -> int:
        """Confirmed as not applicable: outside the denominator, counted apart."""
        return self.counts[Status.NOT_APPLICABLE]

    @property
    def in_place(self) -> int:
        """In place or verified: the numerator of 落实率."""
        return self.counts[Status.IN_PLACE] + self.counts[Status.VERIFIED]

    @property
    def in_place_rate(self) -> float | None:
        """落实率 as a fraction of `applicable`, None where that is 0."""
        return self.in_place / self.applicable if self.applicable else None

    @property
    def verified_rate(self) -> float | None:
        """核验率 as a fraction of `applicable`, None where that is 0."""
        return self.counts[Status.VERIFIED] / self.applicable if self.applicable else None


@dataclass(slots=True)
class Tally(Counts):
    """States, lamps and marks over one group of commitments."""

    overdue: int = 0
    due_soon: int = 0
    stale: int = 0
    silent: int = 0
    unreported: int = 0


class Totals(NamedTuple):
    """The whole (each commitment once) and its groups in printed order."""

    total: Tally
    groups: tuple[Tally, ...]


_OVERDUE, _DUE_SOON, _STALE, _SILENT = (int(lamp) for lamp in Lamp)
_DISPUTED, _UNREPORTED = int(Mark.DISPUTED), int(Mark.UNREPORTED)
"""Plain numbers: an operation on flags takes ten times as long as one on them."""


def _count(tally: Tally, code: int, lamps: int, marks: int, times: int) -> None:
    status = Status.of(code)
    if marks & _DISPUTED and status is Status.VERIFIED:
        status = Status.IN_PLACE
    tally.counts[status] += times
    tally.overdue += times * bool(lamps & _OVERDUE)
    tally.due_soon += times * bool(lamps & _DUE_SOON)
    tally.stale += times * bool(lamps & _STALE)
    tally.silent += times * bool(lamps & _SILENT)
    tally.disputed += times * bool(marks & _DISPUTED)
    tally.unreported += times * bool(marks & _UNREPORTED)


def whole(board: Board) -> Tally:
    """Count every commitment of the board once."""
    return by_action_groups(board, lambda _: (None,), ()).total


Keys = Callable[[int], tuple[str | None, ...]]


def by_action_groups(board: Board, keys: Keys, order: tuple[str | None, ...]) -> Totals:
    """Count by groups of actions. `keys(row)` names the groups of an action's row, `order` their printed order."""
    width = len(board.windows)
    return _grouped(board, keys, order, lambda row: slice(row * width, (row + 1) * width), len(board.actions))


def by_window_groups(board: Board, keys: Keys, order: tuple[str | None, ...]) -> Totals:
    """Count by groups of windows. `keys(column)` names the groups of a window's column."""
    return _grouped(board, keys, order, lambda column: slice(column, None, len(board.windows)), len(board.windows))


def _grouped(
    board: Board, keys: Keys, order: tuple[str | None, ...], cells: Callable[[int], slice], number: int
) -> Totals:
    total = Tally(None)
    groups = {key: Tally(key) for key in order}
    for at in range(number):
        part = cells(at)
        kinds: dict[tuple[int, int, int], int] = {}
        for cell in zip(board.status[part], board.lamps[part], board.marks[part], strict=True):
            kinds[cell] = kinds.get(cell, 0) + 1
        tallies = [total, *(groups.setdefault(key, Tally(key)) for key in keys(at))]
        for (code, lamps, marks), times in kinds.items():
            if code:
                for tally in tallies:
                    _count(tally, code, lamps, marks, times)
    return Totals(total, tuple(groups.values()))


def by_measure(board: Board) -> Totals:
    """Count by measure: a commitment may be in several groups, and under None when its action carries out none."""
    rows = [action.measures or (None,) for action in board.actions]
    order: tuple[str | None, ...] = tuple(board.catalogue.measures)
    return by_action_groups(board, lambda row: tuple(rows[row]), order)


def by_category(board: Board) -> Totals:
    """Count by category of the action."""
    return by_action_groups(board, lambda row: (board.actions[row].category,), tuple(board.catalogue.categories))


def by_window(board: Board) -> Totals:
    """Count by window."""
    order = tuple(window.id for window in board.windows)
    return by_window_groups(board, lambda column: (board.windows[column].id,), order)


def by_unit(board: Board) -> Totals:
    """Count by unit: the unit's own windows, not those below it."""
    own = {window.unit for window in board.windows}
    order = tuple(unit for unit in board.catalogue.units if unit in own)
    return by_window_groups(board, lambda column: (board.windows[column].unit,), order)


def by_county(board: Board) -> Totals:
    """Count by the unit directly below the bureau, the bureau's own windows under the bureau itself."""
    counties = [board.catalogue.county(window.unit) for window in board.windows]
    order = tuple(unit for unit in board.catalogue.units if unit in set(counties))
    return by_window_groups(board, lambda column: (counties[column],), order)
