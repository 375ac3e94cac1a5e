"""What the person at the desk has to do today: counts of each kind, and the first few of each by name. No Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Board, Cell
from desktop.models.vocabulary import Role
from desktop.views import tasks
from desktop.views.overview.presenter import Event, event_of
from desktop.views.tasks import DUE_SOON, OVERDUE, Kind, Scope, Task

_SHOWN = 6
"""So many of a kind are named; the count leads to all of them."""
_DATED = 400
"""At most so many are asked for their due dates."""


@dataclass(frozen=True, slots=True)
class Today:
    """Counts with their filters, the most pressing first, and lines about commitments in the same order."""

    tasks: tuple[Task, ...]
    events: tuple[Event, ...]


def dated(board: Board, role: Role, whose: Scope) -> tuple[str, ...]:
    """Return the ids of the commitments whose due date says which comes first."""
    wanted = [kind for kind in (OVERDUE, DUE_SOON) if kind in tasks.kinds(role)]
    return tuple(islice((cell.id for kind in wanted for cell in _cells(board, kind, whose)), _DATED))


def today(board: Board, role: Role, whose: Scope, due: Mapping[str, date | None]) -> Today:
    """Return what is to be done; `due` gives the dates that are known. Each commitment is named once."""
    found = tasks.tasks(board, role, whose)
    named: dict[str, Event] = {}
    for task in found:
        fresh = [cell for cell in _first(board, task.kind, whose, due) if cell.id not in named]
        for cell in fresh[:_SHOWN]:
            named[cell.id] = _event(cell, task, due.get(cell.id), board.as_of)
    return Today(found, tuple(named.values()))


def _first(board: Board, kind: Kind, whose: Scope, due: Mapping[str, date | None]) -> list[Cell]:
    """Return the first of a kind: by due date where that counts, else as printed; some more than are shown."""
    cells = _cells(board, kind, whose)
    if kind in (OVERDUE, DUE_SOON):
        return sorted(islice(cells, _DATED), key=lambda cell: due.get(cell.id) or date.max)
    return list(islice(cells, _DATED))


def _cells(board: Board, kind: Kind, whose: Scope) -> Iterator[Cell]:
    for row, column in tasks.places(board, kind, whose):
        cell = board.cell(row, column)
        if cell is not None:
            yield cell


def _event(cell: Cell, task: Task, due: date | None, day: date) -> Event:
    tone = "text2" if task.kind.tone == "text" else task.kind.tone
    return event_of(cell, _says(task, due, day), tone, cell.lamps)


def _says(task: Task, due: date | None, day: date) -> str:
    if task.kind is OVERDUE and due is not None:
        return _("{n} days overdue").format(n=(day - due).days)
    if task.kind is DUE_SOON and due is not None:
        return _("due {day}").format(day=due.strftime("%m-%d"))
    return task.title


def whose(board: Board, scope: Scope) -> str:
    """Return in words whose tasks these are: a window, or a unit with those below it; empty for all."""
    if scope.window in board.catalogue.windows:
        return texts.title(board.catalogue.windows[scope.window])
    if scope.unit in board.catalogue.units:
        return texts.title(board.catalogue.units[scope.unit])
    return ""
