"""What waits at the counter, as the overview names it and the register of requests lists it. No Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.i18n import mark
from desktop.views import tasks
from desktop.views.focus import Focus

if TYPE_CHECKING:
    from desktop.models.book import Book


class Kind(NamedTuple):
    """One list: its id, what it is called, why it waits (marked messages), its tone."""

    id: str
    title: str
    why: str
    tone: str = "text"


OVERDUE = Kind("overdue", mark("Requests overdue"), mark("past their due date and not closed"), "danger")
TODAY = Kind("today", mark("Requests due today"), mark("due by the end of today"), "warn")
TOMORROW = Kind("tomorrow", mark("Requests due tomorrow"), mark("due by the end of tomorrow"))
CALL_BACK = Kind("call_back", mark("To call back"), mark("completed; the applicant is still to be called"))
RETURNED = Kind("returned", mark("Returned to me"), mark("rated badly and sent to you to be put right"), "warn")
KINDS = (OVERDUE, TODAY, TOMORROW, CALL_BACK, RETURNED)
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


def windows(focus: Focus, unit: str) -> frozenset[str] | None:
    """Return the windows whose requests a person looks after, None for all: a clerk's own, else those of the unit.

    `unit` is the book's. The overview counts over these, so the register has to list over them too.
    """
    return tasks.scope(focus, unit).windows(focus.board)


def counts(book: "Book", officer: str, at: frozenset[str] | None) -> Counts:
    """Read how many wait. Some milliseconds with a million requests; called on a thread of its own."""
    if not book.has_requests():
        return NONE
    found = book.request_waits(officer, at, limit=0)
    return Counts(
        {
            OVERDUE.id: found.overdue.count, TODAY.id: found.due_today.count, TOMORROW.id: found.due_tomorrow.count,
            CALL_BACK.id: found.to_call.count, RETURNED.id: found.returned.count,
        },
        any_request=True,
    )  # fmt: skip
