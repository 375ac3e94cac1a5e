"""The commitments of one window, ready to be shown as a checklist. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.models.board import Board, Cell
from desktop.models.commitment import Commitment
from desktop.models.vocabulary import Mark, Status


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the checklist. `evidence` is None until it is counted."""

    cell: Cell
    commitment: Commitment
    evidence: int | None = None

    @property
    def is_reported(self) -> bool:
        """Whether anything was reported this month; what does not apply needs no report."""
        return not self.cell.marks & Mark.UNREPORTED

    @property
    def changed_on(self) -> date | None:
        """The day of the last news: a change of state, evidence, a note or “unchanged”."""
        one = self.commitment
        return max(filter(None, (one.status_on, one.evidence_on, one.noted_on, one.confirmed_on)), default=None)


def column_of(board: Board, window: str) -> int | None:
    """Return a window's column on a board, None where it is not."""
    return next((n for n, one in enumerate(board.windows) if one.id == window), None)


def items(board: Board, window: str, commitments: Iterable[Commitment]) -> list[Item]:
    """Return the commitments of a window in printed order."""
    column = column_of(board, window)
    if column is None:
        return []
    read = {one.id: one for one in commitments}
    cells = (board.cell(row, column) for row in range(len(board.actions)))
    return [Item(cell, read[cell.id]) for cell in cells if cell is not None and cell.id in read]


def ids(board: Board, window: str) -> list[str]:
    """Return the ids of the commitments of a window."""
    column = column_of(board, window)
    cells = [] if column is None else [board.cell(row, column) for row in range(len(board.actions))]
    return [cell.id for cell in cells if cell is not None]


def reported(found: Iterable[Item]) -> tuple[int, int]:
    """Return how many of the applicable items are reported this month, and how many are applicable."""
    applicable = [item for item in found if item.cell.status is not Status.NOT_APPLICABLE]
    return sum(item.is_reported for item in applicable), len(applicable)
