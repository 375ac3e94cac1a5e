"""What waits at the counter, as the overview names it and the register of requests lists it. No Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.i18n import mark
from desktop.views import tasks
from desktop.views.focus import Drill, Focus

if TYPE_CHECKING:
    from desktop.models.book import Book


class Kind(NamedTuple):
    """One list: its id as `Drill.task` names it, what it is called, why it waits (marked messages), its tone."""

    id: str
    title: str
    why: str
    tone: str = "text"


OVERDUE = Kind("overdue", mark("Requests overdue"), mark("past their due date and not closed"), "danger")
TODAY = Kind("today", mark("Requests due today"), mark("due by the end of today"), "warn")
TOMORROW = Kind("tomorrow", mark("Requests due tomorrow"), mark("due by the end of tomorrow"))
CALL_BACK = Kind("call", mark("To call back"), mark("completed; the applicant is still to be called"))
RETURNED = Kind("returned", mark("Returned to me"), mark("rated badly and sent to you to be put right"), "warn")
UNTOLD = Kind(
    "untold", mark("Accept now"), mark("missing papers can be told no more: it counts as accepted from its receipt"),
    "danger",
)  # fmt: skip
KINDS = (OVERDUE, UNTOLD, TODAY, TOMORROW, CALL_BACK, RETURNED)
"""All lists, the most pressing first."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many wait of each kind, by its id. `any_request`: whether the book has requests at all."""

    numbers: dict[str, int]
    any_request: bool

    def of(self, kind: Kind) -> int:
        """Return how many wait of a kind."""
        return self.numbers.get(kind.id, 0)


NONE = Counts({}, any_request=False)


def drill(focus: Focus, unit: str, kind: str) -> Drill:
    """Return the way to the list of a kind in the register, at the windows that a person looks after.

    A clerk's is the own window, others' are those of their unit; `unit` is the book's.
    """
    whose = tasks.scope(focus, unit)
    return Drill(task=kind, unit="" if whose.window else whose.unit, window=whose.window)


def windows(focus: Focus, unit: str) -> frozenset[str] | None:
    """Return the windows over which `drill` lists, None for all of the book, which holds no others."""
    whose, catalogue = tasks.scope(focus, unit), focus.board.catalogue
    if whose.window:
        return frozenset({whose.window})
    if not whose.unit:
        return None
    under = catalogue.under(whose.unit)
    if catalogue.under(unit) <= under:
        return None
    # Windows that are closed by now too: what was taken in there waits all the same.
    return frozenset(one.id for one in catalogue.windows.values() if one.unit in under)


def counts(book: "Book", officer: str, at: frozenset[str] | None) -> Counts:
    """Read how many wait. Some milliseconds with a million requests; called on a thread of its own."""
    if not book.has_requests():
        return NONE
    found = book.request_waits(officer, at, limit=0)
    return Counts(
        {
            OVERDUE.id: found.overdue.count, TODAY.id: found.due_today.count, TOMORROW.id: found.due_tomorrow.count,
            CALL_BACK.id: found.to_call.count, RETURNED.id: found.returned.count,
            UNTOLD.id: found.untold.count,
        },
        any_request=True,
    )  # fmt: skip
