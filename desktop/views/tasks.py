"""What waits for the person at the desk, counted on a board: by role, at the own window or in the own unit. No Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop.i18n import _, mark
from desktop.models.board import Board
from desktop.models.vocabulary import Lamp, Mark, Role, Status
from desktop.views.counted import BORNE, number, with_meaning
from desktop.views.focus import Drill, Focus
from desktop.views.meanings import Meaning


class Kind(NamedTuple):
    """A kind of task: what it is called, why it waits (marked messages), which commitments it is about."""

    id: str
    title: str
    why: str
    of: Meaning
    tone: str = "text"
    """The name of a token: `danger`, `warn` or `text`."""
    routine: bool = False
    """Whether it comes every month to everybody: told, but not counted among what is pressing."""


OVERDUE = Kind("overdue", mark("Overdue"), mark("past the due date and not yet in place"), Lamp.OVERDUE, "danger")
DUE_SOON = Kind("due_soon", mark("Due soon"), mark("due within a few workdays"), Lamp.DUE_SOON)
STALE = Kind("stale", mark("Stale"), mark("the last proof is older than its cadence allows"), Lamp.STALE, routine=True)
UNREPORTED = Kind(
    "unreported", mark("Not reported"), mark("nothing reported since the first of the month"), Mark.UNREPORTED,
    routine=True,
)  # fmt: skip
DISPUTED = Kind(
    "disputed", mark("Disputed"), mark("two files disagree; somebody has to settle it"), Mark.DISPUTED, "warn"
)
PROPOSED = Kind("proposed", mark("Proposed n/a"), mark("the bureau confirms or declines"), Mark.PROPOSED)
REVIEW = Kind("review", mark("To verify"), mark("reported in place, waiting for verification"), Status.IN_PLACE)
BLOCKED = Kind("blocked", mark("Blocked"), mark("cannot go on; the reason says who must act"), Status.BLOCKED, "warn")
RETURNED = Kind("returned", mark("Returned"), mark("verification failed; to be corrected"), Status.RETURNED, "warn")
RELAPSED = Kind("relapsed", mark("Relapsed"), mark("was closed, found not in place again"), Status.RELAPSED, "danger")

_FOR = {
    Role.CLERK: (OVERDUE, RETURNED, RELAPSED, DUE_SOON, UNREPORTED, STALE),
    Role.CHIEF: (REVIEW, BLOCKED, PROPOSED, OVERDUE, RETURNED, RELAPSED, DUE_SOON, UNREPORTED, STALE),
    Role.BUREAU: (DISPUTED, REVIEW, PROPOSED, OVERDUE, RELAPSED, RETURNED, BLOCKED, UNREPORTED, STALE),
}
"""The tasks of each role, the most pressing first (`roles.csv`: who reviews, verifies, confirms)."""
PRESSING = (OVERDUE, RELAPSED, RETURNED, DISPUTED)
"""What a board shows as needing somebody, whoever looks at it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose tasks: one window, or a unit and those below it; empty for all."""

    unit: str = ""
    window: str = ""

    def windows(self, board: Board) -> frozenset[str] | None:
        """Return the ids of the windows, None for all."""
        if self.window:
            return frozenset({self.window})
        if not self.unit or self.unit not in board.catalogue.units:
            return None
        under = board.catalogue.under(self.unit)
        found = frozenset(window.id for window in board.windows if window.unit in under)
        return None if len(found) == len(board.windows) else found


def scope(focus: Focus, unit: str) -> Scope:
    """Return whose tasks a person sees: a clerk the own window's, others those of the own unit, at least the book's."""
    own = focus.unit or unit
    here = {window.id for window in focus.board.windows}
    if focus.desk.role is Role.CLERK and focus.window in here:
        return Scope(own, focus.window)
    return Scope(unit if focus.desk.role is Role.BUREAU else own)


@dataclass(frozen=True, slots=True)
class Task:
    """So many commitments of a kind, and the filter that shows them."""

    kind: Kind
    count: int
    drill: Drill

    @property
    def title(self) -> str:
        """What it is called, in the language in use."""
        return _(self.kind.title)

    @property
    def why(self) -> str:
        """Why it waits, in the language in use."""
        return _(self.kind.why)


def kinds(role: Role) -> tuple[Kind, ...]:
    """Return what a role looks after, the most pressing first."""
    return _FOR[role]


def tasks(board: Board, role: Role, whose: Scope) -> tuple[Task, ...]:
    """Return the tasks of a role that are there, the most pressing first."""
    where = _within(board, whose)
    empty = Drill(unit="" if whose.window else whose.unit if whose.windows(board) else "", window=whose.window)
    found = ((kind, with_meaning(board, kind.of) & where) for kind in kinds(role))
    return tuple(Task(kind, number(flags), _drill(empty, kind.of)) for kind, flags in found if flags)


def count(board: Board, which: Iterable[Kind], whose: Scope) -> int:
    """Return how many commitments are of any of some kinds."""
    found = 0
    for kind in which:
        found |= with_meaning(board, kind.of)
    return number(found & _within(board, whose))


def places(board: Board, kind: Kind, whose: Scope) -> Iterator[tuple[int, int]]:
    """Yield action row and window column of every commitment of a kind, in printed order."""
    width = len(board.windows)
    flags = (with_meaning(board, kind.of) & _within(board, whose)).to_bytes(len(board.status))
    at = flags.find(BORNE)
    while at >= 0:
        yield divmod(at, width)
        at = flags.find(BORNE, at + 1)


def _drill(empty: Drill, of: Meaning) -> Drill:
    return replace(empty, status=of) if isinstance(of, Status) else replace(empty, sign=of)


def _within(board: Board, whose: Scope) -> int:
    windows = whose.windows(board)
    if windows is None:
        return -1  # every bit there is
    row = bytes(BORNE * (window.id in windows) for window in board.windows)
    return int.from_bytes(row * len(board.actions))
