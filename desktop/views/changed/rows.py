"""The commitments whose state differs between two days, with who changed it last and why. No Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop import texts
from desktop.i18n import _, mark
from desktop.models.board import Board, Cell
from desktop.models.vocabulary import Role, Status
from desktop.views.columns import Column
from desktop.views.matching import has

WHEN, WHO, CODE, ACTION, WINDOW, BEFORE, AFTER, NOTE, STEPS = (
    "when", "who", "code", "action", "window", "before", "after", "note", "steps",
)  # fmt: skip
KNOWN = (
    Column(WHEN, mark("When"), 92),
    Column(WHO, mark("Who"), 96),
    Column(CODE, mark("No."), 70),
    Column(ACTION, mark("Action"), 196, fixed=True),
    Column(WINDOW, mark("Window"), 200),
    Column(BEFORE, mark("Before"), 112),
    Column(AFTER, mark("After"), 124, fixed=True),
    Column(NOTE, mark("Note or reason"), 190, wide=True),
    Column(STEPS, mark("Steps"), 56, number=True, usual=False),
    Column("unit", mark("Unit"), 150, usual=False),
    Column("role", mark("Role"), 120, usual=False),
)


class Told(Protocol):
    """Who changed a state last between the two days (`models.turns.Turn`)."""

    @property
    def on_day(self) -> str:
        """The deed's own day, ISO."""

    @property
    def at(self) -> str:
        """When it was typed, ISO 8601 in UTC."""

    @property
    def author(self) -> str:
        """Who did it."""

    @property
    def role(self) -> str:
        """As what."""

    @property
    def words(self) -> str:
        """Reason or note."""

    @property
    def steps(self) -> int:
        """How many changes of state there were."""


@dataclass(frozen=True, slots=True)
class Row:
    """One changed commitment. `told` is None where the change is no deed: a window opened, an edition began."""

    cell: Cell
    before: Status
    told: Told | None = None

    @property
    def after(self) -> Status:
        """The state on the later day."""
        return self.cell.status


@dataclass(frozen=True, slots=True)
class Cut:
    """The filters of the list; an empty value lets everything through."""

    text: str = ""
    unit: str = ""
    after: Status | None = None
    before: Status | None = None
    author: str = ""
    only: frozenset[str] = frozenset()


def differing(then: Board, now: Board) -> list[tuple[Cell, Status]]:
    """Return every commitment whose state differs, with the former one, in printed order.

    A commitment that did not exist then counts as not started.
    """
    before = {cell.id: cell.status for cell in _cells(then)}
    found = ((cell, before.get(cell.id, Status.NOT_STARTED)) for cell in _cells(now))
    return [(cell, old) for cell, old in found if old is not cell.status]


def rows(differences: Iterable[tuple[Cell, Status]], told: Mapping[str, Told]) -> list[Row]:
    """Return the rows of the list."""
    return [Row(cell, old, told.get(cell.id)) for cell, old in differences]


def _cells(board: Board) -> Iterable[Cell]:
    spots = ((row, column) for row in range(len(board.actions)) for column in range(len(board.windows)))
    return (cell for row, column in spots if (cell := board.cell(row, column)) is not None)


def words(row: Row, board: Board) -> dict[str, str]:
    """Return what each column says of a row."""
    cell, told = row.cell, row.told
    unit = board.catalogue.units.get(cell.window.unit)
    return {
        WHEN: told.on_day if told else "",
        WHO: told.author if told else "",
        CODE: cell.action.code,
        ACTION: texts.title(cell.action),
        WINDOW: texts.title(cell.window),
        BEFORE: texts.status(row.before),
        AFTER: texts.status(row.after),
        NOTE: told.words if told else _("(no deed: window or edition changed)"),
        STEPS: str(told.steps) if told else "",
        "unit": texts.title(unit) if unit else cell.window.unit,
        "role": texts.role(Role(told.role)) if told and told.role in tuple(Role) else "",
    }


def kept(found: Iterable[Row], cut: Cut, board: Board) -> list[Row]:
    """Return the rows that the filters let through."""
    under = board.catalogue.under(cut.unit) if cut.unit else None
    return [row for row in found if _passes(row, cut, board, under)]


def _passes(row: Row, cut: Cut, board: Board, under: frozenset[str] | None) -> bool:
    return (
        (not cut.only or row.cell.id in cut.only)
        and (under is None or row.cell.window.unit in under)
        and (cut.after is None or row.after is cut.after)
        and (cut.before is None or row.before is cut.before)
        and (not cut.author or (row.told is not None and row.told.author == cut.author))
        and (not cut.text or has(cut.text, *words(row, board).values(), row.cell.action.title_zh, row.cell.id))
    )


_GRAVITY = (
    Status.RELAPSED, Status.RETURNED, Status.BLOCKED, Status.VERIFIED, Status.IN_PLACE, Status.IN_PROGRESS,
    Status.NOT_APPLICABLE, Status.NOT_STARTED,
)  # fmt: skip


def ordered(found: Sequence[Row], by: str, board: Board, *, down: bool) -> list[Row]:
    """Return rows sorted by a column; by none, the latest first. Rows without a value stand last either way."""
    if by in (BEFORE, AFTER):
        ranks = {row.cell.id: _GRAVITY.index(row.after if by == AFTER else row.before) for row in found}
        return sorted(found, key=lambda row: ranks[row.cell.id], reverse=down)
    if by in ("", WHEN):
        there = [(row.told.at, row) for row in found if row.told]
        there.sort(key=lambda pair: pair[0], reverse=not down if not by else down)
        return [row for _at, row in there] + [row for row in found if not row.told]
    texts_of = {row.cell.id: words(row, board)[by] for row in found}
    return sorted(
        sorted(found, key=lambda row: texts_of[row.cell.id], reverse=down), key=lambda row: not texts_of[row.cell.id]
    )
