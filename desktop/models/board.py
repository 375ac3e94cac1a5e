"""The board: every commitment as of a day, in arrays, from which every figure of the program is taken."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from desktop.models.catalogue import Catalogue, ServiceAction, ServiceWindow
from desktop.models.vocabulary import Lamp, Mark, Status

_lamps, _marks = cache(Lamp), cache(Mark)
"""Made once each: a selection of thousands asks for each of its commitments."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One commitment on a board, read by position."""

    id: str
    action: ServiceAction
    window: ServiceWindow
    status: Status
    lamps: Lamp
    marks: Mark


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """Actions by windows as of a day. The three arrays are row-major: `action index * len(windows) + window index`.

    `status` holds `Status.code`, 0 where no commitment exists; `lamps` and `marks` hold bits of `Lamp`, `Mark`.
    """

    catalogue: Catalogue
    as_of: date
    heard: int
    """The order of arrival up to which entries were heard (其后到达的不计)."""
    actions: tuple[ServiceAction, ...]
    windows: tuple[ServiceWindow, ...]
    status: bytes
    lamps: bytes
    marks: bytes

    def cell(self, row: int, column: int) -> Cell | None:
        """Return the commitment of an action's row and a window's column, None where there is none."""
        at = row * len(self.windows) + column
        if not self.status[at]:
            return None
        action, window = self.actions[row], self.windows[column]
        return Cell(
            f"{action.id}@{window.id}", action, window,
            Status.of(self.status[at]), _lamps(self.lamps[at]), _marks(self.marks[at]),
        )  # fmt: skip
