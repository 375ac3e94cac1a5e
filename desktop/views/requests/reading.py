"""Everything the panel shows of a request, read from the book at one go on whatever thread. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop import texts
from desktop.commands.settle_request import overruled_states
from desktop.models.board import Board
from desktop.models.book import Book
from desktop.models.contacts import Contact
from desktop.models.history import Told
from desktop.models.refusals import Refusal
from desktop.models.request_likeness import Typed
from desktop.models.request_rules import RequestStatus
from desktop.models.requests import RequestFilter, RequestRow
from desktop.models.workdays import Calendar
from desktop.views.requests.clock_words import ClockWords, Moment, clock
from desktop.views.requests.panel_kin import Kin, related

_ALIKE = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A request with all that is told of it. `contact` is masked, None where nothing is on file."""

    row: RequestRow
    contact: Contact | None
    kin: tuple[Kin, ...]
    story: tuple[Told, ...]
    clock: ClockWords


@dataclass(frozen=True, slots=True)
class Found:
    """What a panel is to show: one request, or those that are chosen together; and the calendar behind their days.

    `key` and `ids` are what was asked for.
    """

    key: str
    ids: tuple[str, ...]
    shown: Shown | None
    rows: tuple[RequestRow, ...]
    calendar: Calendar


def find(book: Book, board: Board, calendar: Calendar | None, key: str, ids: tuple[str, ...]) -> Found:
    """Read one request (no id for none) and those chosen together. Callable on any thread."""
    calendar = calendar or book.calendar()
    shown = read(book, board, calendar, key) if key else None
    return Found(key, ids, shown, tuple(book.requests_of(ids)) if ids else (), calendar)


def read(book: Book, board: Board, calendar: Calendar, key: str) -> Shown | None:
    """Return a request by its id, None where there is none."""
    rows = book.requests_of([key])
    if not rows:
        return None
    row = rows[0]
    parents = book.requests_of([one for one in (row.follows, row.part_of, row.same_as) if one])
    story = tuple(book.request_story(key))
    return Shown(
        row, _contact(book, key), tuple(related(row, parents, book.kin(key))), story,
        told_clock(book, board, calendar, row, story),
    )  # fmt: skip


def _contact(book: Book, key: str) -> Contact | None:
    try:
        return book.contacts([key]).get(key)
    except Refusal:
        return None


def told_clock(book: Book, board: Board, calendar: Calendar, row: RequestRow, story: Sequence[Told]) -> ClockWords:
    """Return what is said of the time of a request now."""
    action = board.catalogue.actions.get(row.action)
    return clock(row, story, Moment(book.clock.now(), calendar, action.clock_from if action else "acceptance"))


def alike(book: Book, row: RequestRow, chosen: Sequence[RequestRow]) -> list[tuple[str, str]]:
    """Return what a request may be the same as (what is shown, id).

    Those chosen beside it come first, then those of the same person or with near words, then open ones of its matter.
    """
    wanted = RequestFilter(statuses=_OPEN, windows=frozenset({row.window}), action=row.action)
    found = {one.id: one for one in (*chosen, *_near(book, row), *book.requests(wanted, limit=_ALIKE).rows)}
    found.pop(row.id, None)
    return [(f"{one.number}  {texts.value('status', one.status)}", one.id) for one in found.values()]


def _near(book: Book, row: RequestRow) -> list[RequestRow]:
    try:
        said = book.private.get(row.record)
        return [one.row for one in book.similar(Typed(row.window, row.action, said), _ALIKE)] if said else []
    except Refusal:
        return []


_OPEN = frozenset({
    RequestStatus.REGISTERED, RequestStatus.SUPPLEMENT, RequestStatus.ACCEPTED, RequestStatus.PROCESSING,
    RequestStatus.SPECIAL, RequestStatus.EXTENDED,
})  # fmt: skip


def in_dispute(book: Book, row: RequestRow) -> tuple[RequestStatus, ...]:
    """Return the states of which one holds: the one that stands, and those that were overruled unseen."""
    return tuple(dict.fromkeys((row.status, *overruled_states(book.disputes_of(row.id)))))
