"""What a report is made of: plain facts, so that paper needs no book once they are gathered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop import texts
from desktop.models.board import Board
from desktop.models.book import Book
from desktop.models.catalogue import Edition, ServiceWindow
from desktop.models.clock import BEIJING
from desktop.models.commitment import Commitment
from desktop.models.refusals import RuleBroken
from desktop.models.remarks import Remark
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.reports import rating_facts
from desktop.reports.paper import Imprint
from desktop.reports.rating_facts import SatisfactionFacts


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
    satisfaction: SatisfactionFacts | None = None
    """The ratings of the year so far, None where there are none."""

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


_IN_THE_WAY = frozenset({Status.BLOCKED, Status.RETURNED, Status.RELAPSED})
_SILENCE = Remark("", None, 0)


def implementation(
    book: Book, *, as_of: date | None = None, heard: int | None = None, printed_on: date | None = None
) -> ImplementationFacts:
    """Gather the report of a book's unit and those below it, as of a day (None: today) and up to an arrival.

    Raises the refusals of `Book.board`.
    """
    board = _own(book, book.board(as_of, heard))
    windows = {window.id for window in board.windows}
    found = [
        one for one in book.commitments(None, as_of, heard)
        if one.window in windows and (one.status in _IN_THE_WAY or one.lamps & Lamp.OVERDUE)
    ]  # fmt: skip
    said = book.remarks(as_of, heard)
    problems = [
        Problem(one.action, one.window, one.status, one.status_on, one.due_on, told.words)
        for one in found
        for told in (said.get(one.id, _SILENCE),)
    ]
    issuer = texts.title(board.catalogue.units[book.unit])
    day = printed_on or book.clock.today()
    year = rating_facts.satisfaction(book, board.as_of.replace(month=1, day=1), board.as_of, heard=heard)
    rated = year if year.found.total.ratings else None
    late = book.late(board.as_of)
    return ImplementationFacts(board, tuple(problems), issuer, day, book.practice, late, rated)


def sheets(
    book: Book, windows: Collection[str] | None = None, *,
    as_of: date | None = None, heard: int | None = None, printed_on: date | None = None,
) -> SheetFacts:  # fmt: skip
    """Gather the sheets of some windows (None: all of the book's unit and those below it), in printed order.

    Raises the refusals of `Book.board`, and `window_closed` for a window that is not open on the day.
    """
    board = book.board(as_of, heard) if windows is not None else _own(book, book.board(as_of, heard))
    shown = [window for window in board.windows if windows is None or window.id in windows]
    absent = set(windows or ()) - {window.id for window in shown}
    if absent:
        raise RuleBroken("window_closed", window=sorted(absent)[0])
    ids = {window.id for window in shown}
    rows = [one for one in book.commitments(None, as_of, heard) if one.window in ids]
    said = book.remarks(as_of, heard)
    by_window: dict[str, list[SheetRow]] = {window.id: [] for window in shown}
    for one in rows:
        by_window[one.window].append(_sheet_row(board, one, said.get(one.id, _SILENCE)))
    catalogue = board.catalogue
    told = [WindowFacts(w, texts.title(catalogue.units[w.unit]), tuple(by_window[w.id])) for w in shown]
    day = printed_on or book.clock.today()
    return SheetFacts(tuple(told), board.as_of, board.heard, catalogue.edition, day, book.practice)


def _sheet_row(board: Board, one: Commitment, told: Remark) -> SheetRow:
    action = board.catalogue.actions[one.action]
    changed = datetime.fromisoformat(one.updated_at).astimezone(BEIJING).date() if one.updated_at else None
    return SheetRow(
        action.code, texts.title(action), one.officer, one.due_on, one.status, one.lamps, one.marks,
        changed, told.evidence, told.words,
    )  # fmt: skip


def _own(book: Book, board: Board) -> Board:
    """Return the board with the windows of the book's unit and those below it; a station knows of no others."""
    below = board.catalogue.under(book.unit)
    kept = [at for at, window in enumerate(board.windows) if window.unit in below]
    if len(kept) == len(board.windows):
        return board
    return replace(
        board, windows=tuple(board.windows[at] for at in kept), status=_kept(board.status, kept, board),
        lamps=_kept(board.lamps, kept, board), marks=_kept(board.marks, kept, board),
    )  # fmt: skip


def _kept(cells: bytes, columns: Sequence[int], board: Board) -> bytes:
    wide = len(board.windows)
    return bytes(cells[row * wide + column] for row in range(len(board.actions)) for column in columns)
