"""The small numbers beside the pages in the sidebar: what waits there, and the sentence that says so."""

from typing import NamedTuple

from desktop.i18n import _
from desktop.models.vocabulary import Role
from desktop.views import tasks
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.pressing import Pressing
from desktop.views.tasks import OVERDUE, PRESSING, UNREPORTED, Scope

_MOST = 999


class Badge(NamedTuple):
    """What stands beside the name of a page, and what it means as a sentence."""

    text: str
    says: str


class Badges:
    """Counts for a page what waits there on the board looked at; None when nothing does."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        self._focus = focus
        self._bridge = bridge
        self._pressing = Pressing(focus, bridge)

    def overview(self) -> Badge | None:
        """Count what is pressing for the person at the desk."""
        pressing = [kind for kind in tasks.kinds(self._focus.desk.role) if not kind.routine]
        return _badge(tasks.count(self._focus.board, pressing, self._own()), _("{n} to do for you"))

    def board(self) -> Badge | None:
        """Count what needs somebody anywhere on the board."""
        number = tasks.count(self._focus.board, PRESSING, Scope())
        return _badge(number, _("{n} overdue, relapsed, returned or disputed"))

    def window(self) -> Badge | None:
        """Count what the own window has not reported, or is late with."""
        if self._focus.window not in {window.id for window in self._focus.board.windows}:
            return None
        whose = Scope(window=self._focus.window)
        number = tasks.count(self._focus.board, (UNREPORTED, OVERDUE), whose)
        return _badge(number, _("{n} not reported or overdue at your window"))

    def requests(self) -> Badge | None:
        """Count the requests that are overdue or due today at the own window, or in the unit."""
        return _badge(self._pressing.numbers.requests, _("{n} requests overdue or due today"))

    def ratings(self) -> Badge | None:
        """Count the bad ratings of the book's unit that wait past a due date."""
        return _badge(self._pressing.numbers.ratings, _("{n} bad ratings overdue"))

    def units(self) -> Badge | None:
        """Count the windows of the own unit that still have something to report."""
        board = self._focus.board
        found = {column for _row, column in tasks.places(board, UNREPORTED, self._unit())}
        return _badge(len(found), _("{n} windows have not reported everything this month"))

    def printing(self) -> Badge | None:
        """Say that sheets of this month are not complete yet."""
        number = tasks.count(self._focus.board, (UNREPORTED,), self._own())
        if not number:
            return None
        return Badge(_("incomplete"), _("Sheets are not complete: {n} not reported this month").format(n=number))

    def _own(self) -> Scope:
        return tasks.scope(self._focus, self._bridge.book.unit if self._bridge.is_open else "")

    def _unit(self) -> Scope:
        own = self._own()
        return own if self._focus.desk.role is not Role.CLERK else Scope(own.unit)


def _badge(number: int, says: str) -> Badge | None:
    if not number:
        return None
    return Badge(str(number) if number <= _MOST else f"{_MOST}+", says.format(n=number))
