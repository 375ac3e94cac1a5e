"""What a report is made of: plain facts, so that paper needs no book once they are gathered."""

from dataclasses import dataclass
from datetime import date

from desktop.models.board import Board
from desktop.models.catalogue import Edition, ServiceWindow
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.reports.paper import Imprint


@dataclass(frozen=True, slots=True)
class Problem:
    """A commitment that stands in the way: ids of action and window, its state since a day, due on a day, and why."""

    action: str
    window: str
    status: Status
    since: date | None
    due_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class ImplementationFacts:
    """What the implementation report tells. `late` counts entries of days up to `as_of` that were typed in later."""

    board: Board
    problems: tuple[Problem, ...]
    issuer: str
    printed_on: date
    practice: bool = False
    late: int = 0

    @property
    def imprint(self) -> Imprint:
        """What stands at the foot of every page."""
        board = self.board
        return Imprint(board.as_of, board.heard, board.catalogue.edition, self.printed_on, self.practice)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line of a window's progress sheet. `evidence` counts files, `remark` is the last note or reason."""

    code: str
    title: str
    officer: str
    due_on: date | None
    status: Status
    lamps: Lamp
    marks: Mark
    changed_on: date | None
    evidence: int
    remark: str


@dataclass(frozen=True, slots=True)
class WindowFacts:
    """One window's sheet: the window, the name of its unit, its rows in printed order."""

    window: ServiceWindow
    unit: str
    rows: tuple[SheetRow, ...]

    @property
    def unreported(self) -> int:
        """Rows without a move or an “unchanged” since the first of the month."""
        return sum(bool(row.marks & Mark.UNREPORTED) for row in self.rows)


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the progress sheets tell, one window or many."""

    windows: tuple[WindowFacts, ...]
    as_of: date
    heard: int
    edition: Edition
    printed_on: date
    practice: bool = False

    @property
    def imprint(self) -> Imprint:
        """What stands at the foot of every page."""
        return Imprint(self.as_of, self.heard, self.edition, self.printed_on, self.practice)
