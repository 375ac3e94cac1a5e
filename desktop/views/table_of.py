"""What the deeds of a table ask of the table: what is chosen, what is shown, where a copied block would fall."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.models.board import Cell
from desktop.views.table_text import Rows


@dataclass(frozen=True, slots=True)
class Landing:
    """A word of a pasted block and where it falls: the commitment, None beside the table, and the place in words."""

    word: str
    cell: Cell | None
    place: str


class Table(Protocol):
    """A table of commitments."""

    def chosen(self) -> Sequence[Cell]:
        """Return the chosen commitments in the order shown, the current one when nothing is chosen."""

    def here(self) -> int | None:
        """Return where the current commitment lies in the arrays of the board, None where none is current."""

    def places(self) -> Sequence[int]:
        """Return where what is shown lies in the arrays of the board, in the order shown."""

    def go_to(self, commitment: str) -> bool:
        """Make a commitment current and show it; False where it is not shown."""

    def copied(self, *, heads: bool) -> tuple[Rows, int]:
        """Return what is chosen as text, and how many rows of it are heads; with heads where asked or chosen whole."""

    def landing(self, rows: Rows) -> Sequence[Landing]:
        """Return where each word of a pasted block falls: by its heads, or from the current cell on."""
