"""What stands under the figures of the overview, as plain values. All figures come from `models/totals.py`. No Qt."""

from dataclasses import dataclass

from desktop import texts
from desktop.i18n import _
from desktop.models import totals
from desktop.models.board import Board, Cell
from desktop.models.totals import Tally
from desktop.models.vocabulary import Lamp, Status
from desktop.views.focus import Drill
from desktop.views.meanings import NO_MEASURE


@dataclass(frozen=True, slots=True)
class Progress:
    """One category or measure: its tally, and the filter that shows its rows."""

    code: str
    name: str
    tally: Tally
    drill: Drill


@dataclass(frozen=True, slots=True)
class Event:
    """One line about one commitment: something changed, or something is to be done."""

    commitment: str
    status: Status
    before: Status | None
    """The state on the day compared with, for a change."""
    lamps: Lamp
    title: str
    place: str
    says: str
    tone: str
    """The name of a token: `danger`, `warn`, `good` or `text2`."""


def categories(board: Board) -> tuple[Progress, ...]:
    """Return every category in printed order, numbered as on paper."""
    known = board.catalogue.categories
    return tuple(
        Progress(f"{number:02}", texts.title(known[group.key]), group, Drill(category=group.key))
        for number, group in enumerate(totals.by_category(board).groups, 1)
        if group.key is not None
    )


def measures(board: Board) -> tuple[Progress, ...]:
    """Return every measure in printed order; actions that carry out none stand last."""
    known = board.catalogue.measures
    groups = totals.by_measure(board).groups
    listed = [
        Progress(f"{number:02}", texts.title(known[group.key]), group, Drill(measure=group.key))
        for number, group in enumerate(groups, 1)
        if group.key is not None
    ]
    rest = [
        Progress("—", _("under no measure"), group, Drill(measure=NO_MEASURE)) for group in groups if group.key is None
    ]
    return (*listed, *rest)


_GRAVITY = (
    Status.RELAPSED,
    Status.RETURNED,
    Status.BLOCKED,
    Status.VERIFIED,
    Status.IN_PLACE,
    Status.IN_PROGRESS,
    Status.NOT_APPLICABLE,
    Status.NOT_STARTED,
)


def changes(then: Board, now: Board) -> tuple[Event, ...]:
    """Return every commitment whose state differs between two boards, setbacks first, then in printed order."""
    before = {cell.id: cell.status for cell in _cells(then)}
    found = [(cell, before.get(cell.id)) for cell in _cells(now)]
    moved = [(cell, old) for cell, old in found if (old or Status.NOT_STARTED) is not cell.status]
    moved.sort(key=lambda pair: _GRAVITY.index(pair[0].status))
    return tuple(event_of(cell, "", "text2", Lamp(0), before=old or Status.NOT_STARTED) for cell, old in moved)


def event_of(cell: Cell, says: str, tone: str, lamps: Lamp, before: Status | None = None) -> Event:
    """Return a line about a commitment; `tone` names a token."""
    title = f"{cell.action.code}  {texts.title(cell.action)}"
    return Event(cell.id, cell.status, before, lamps, title, texts.title(cell.window), says, tone)


def _cells(board: Board) -> list[Cell]:
    spots = ((row, column) for row in range(len(board.actions)) for column in range(len(board.windows)))
    return [cell for row, column in spots if (cell := board.cell(row, column)) is not None]
