"""What is looked at, as of which day, compared with which day, and by whom; shared by all screens."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.models.board import Board
from desktop.models.desk import Desk
from desktop.models.refusals import Refusal
from desktop.models.vocabulary import Lamp, Mark, Role, Status
from desktop.views.renewal import Standing, renewed

if TYPE_CHECKING:
    from desktop.views.unfinished import Unfinished


class Source(Protocol):
    """Where boards come from: a book."""

    def board(self, as_of: date | None = None) -> Board:
        """Return the board as of the end of a day, of today when None."""


@dataclass(frozen=True, slots=True)
class Drill:
    """A way down from a figure to its rows: what the board is filtered by. Empty values let all through.

    `measure` may be `meanings.NO_MEASURE`; `any_of` are codes of `meanings`: what bears one of them is looked for.
    """

    category: str = ""
    measure: str = ""
    unit: str = ""
    window: str = ""
    status: Status | None = None
    sign: Lamp | Mark | None = None
    text: str = ""
    commitment: str = ""
    """The id of a commitment to choose and show."""
    action: str = ""
    any_of: tuple[str, ...] = ()
    officer: str = ""
    request: str = ""
    """The id of a request to choose and show in the register."""
    task: str = ""
    """What waits in the register: `overdue`, `today`, `tomorrow`, `week`, `call` or `returned`."""
    form: "Unfinished | None" = None
    """A form that was open when the program ended, to be opened again."""


_DAYS_BACK = 7


class Focus(QObject):
    """The common focus of all screens.

    `board_changed`: another board is shown (another day, or read anew): everything is to be filled again.
    `cells_changed(frozenset of commitment ids)`: the same board, with these brought up to date.
    `desk_changed`, `place_changed`, `chosen_changed(commitment id or "")`, `compared_changed`, `listing_changed`,
    `drilled(Drill)`.
    `waits_changed`: something else waits that is not on the board, such as requests.
    `refused(Refusal)`: the board of another day could not be read, the one shown stays.
    """

    board_changed = Signal()
    cells_changed = Signal(object)
    compared_changed = Signal()
    desk_changed = Signal()
    place_changed = Signal()
    chosen_changed = Signal(str)
    listing_changed = Signal()
    drilled = Signal(object)
    waits_changed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk | None = None) -> None:
        super().__init__()
        self._source: Source | None = None
        self._board: Board | None = None
        self._then: Board | None = None
        self._as_of: date | None = None
        self._since: date | None = None
        self._desk = desk or Desk(Role.CLERK, "")
        self._chosen = ""
        self._unit = ""
        self._window = ""
        self._listed: frozenset[str] = frozenset()

    @property
    def loaded(self) -> bool:
        """Whether there is a board to look at."""
        return self._board is not None

    @property
    def board(self) -> Board:
        """The board looked at. Raises RuntimeError before `attach`."""
        if self._board is None:
            raise RuntimeError("no board yet")
        return self._board

    @property
    def as_of(self) -> date | None:
        """The past day looked at, None for today, live."""
        return self._as_of

    @property
    def read_only(self) -> bool:
        """Whether a past day is looked at: nothing may be changed then."""
        return self._as_of is not None

    @property
    def since(self) -> date:
        """The day compared with: chosen, or a week before the day looked at."""
        return self._since or self.board.as_of - timedelta(days=_DAYS_BACK)

    @property
    def then(self) -> Board:
        """The board of the day compared with, read on first use."""
        if self._then is None:
            self._then = self._read(self.since)
        return self._then

    @property
    def desk(self) -> Desk:
        """Who acts."""
        return self._desk

    @property
    def unit(self) -> str:
        """The unit whose windows are looked at first, empty for all."""
        return self._unit

    @property
    def window(self) -> str:
        """The person's own window, empty when there is none."""
        return self._window

    @property
    def chosen(self) -> str:
        """The id of the chosen commitment, or an empty text."""
        return self._chosen

    def attach(self, source: Source) -> None:
        """Look at a book from now on."""
        self._source = source
        self.reload()

    def forget(self) -> None:
        """Look at nothing: the book that was looked at is closed, and the next one has no board yet."""
        self._source = self._board = self._then = self._as_of = None

    def detach(self) -> None:
        """Read nothing any more: the book is closed. The board looked at stays; every other day is shown like it."""
        self._source = None

    def reload(self) -> None:
        """Read the board anew."""
        self._board = self._read(self._as_of)
        self._then = None
        self.board_changed.emit()

    def look_at(self, day: date | None) -> None:
        """Turn everything to the end of a past day, read-only; None turns back to today."""
        if day == self._as_of:
            return
        before, self._as_of = self._as_of, day
        try:
            self.reload()
        except Refusal as refusal:
            self._as_of = before
            self.refused.emit(refusal)

    def compare_with(self, day: date | None) -> None:
        """Compare with another day; None compares with a week before the day looked at."""
        self._since, self._then = day, None
        self.compared_changed.emit()

    def renew(self, commitments: Iterable[Standing], ids: frozenset[str], heard: int) -> None:
        """Bring some commitments up to date on the live board; a past board stays as it was."""
        if self._board is None or self.read_only:
            return
        self._board = renewed(self._board, commitments, heard)
        self.cells_changed.emit(ids)

    def take(self, board: Board, ids: frozenset[str]) -> None:
        """Show a board that was read elsewhere, live, after a change of so many commitments; a past board stays.

        One that had heard less than the one shown is not taken: then the board is read anew.
        """
        if self._board is None or self.read_only:
            return
        if board.heard < self._board.heard or board.as_of != self._board.as_of or not _alike(board, self._board):
            self.reload()
            return
        self._board = board
        self.cells_changed.emit(ids)

    def sit(self, desk: Desk) -> None:
        """Let somebody else act."""
        if desk != self._desk:
            self._desk = desk
            self.desk_changed.emit()

    def settle(self, unit: str, window: str) -> None:
        """Say which unit is looked at first and which window is the person's own."""
        if (unit, window) != (self._unit, self._window):
            self._unit, self._window = unit, window
            self.place_changed.emit()

    def choose(self, commitment: str) -> None:
        """Choose a commitment by its id, or none by an empty text."""
        if commitment != self._chosen:
            self._chosen = commitment
            self.chosen_changed.emit(commitment)

    @property
    def listed(self) -> frozenset[str]:
        """The commitments whose changes are to be listed, by id; empty for all."""
        return self._listed

    def list_changes(self, commitments: frozenset[str]) -> None:
        """Say which commitments' changes are to be listed, all by an empty set."""
        self._listed = commitments
        self.listing_changed.emit()

    def drill(self, drill: Drill) -> None:
        """Ask the window to show the rows behind a figure."""
        self.drilled.emit(drill)

    def _read(self, day: date | None) -> Board:
        if self._source is None:
            return self.board
        return self._source.board(day)


def _alike(one: Board, other: Board) -> bool:
    """Return whether two boards have the same actions and windows, so that no place moves."""
    return one.actions == other.actions and one.windows == other.windows
