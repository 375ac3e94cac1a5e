"""Reads the lines of a page of the register, on whatever thread: the requests, and the citizens behind them masked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models import request_clock
from desktop.models.book import Book
from desktop.models.contacts import Contact
from desktop.models.refusals import Refusal
from desktop.models.request_sorts import Sort, Spot
from desktop.models.requests import RequestFilter, RequestRow
from desktop.views.requests.list_columns import NOBODY, Line, Moment
from desktop.views.requests.list_places import SIZE

Lines = Sequence[Line | None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list to be read. `keep` are ids whose rows are to be told; with `is_quiet` only once all is known.

    On a past `day` the requests are shown as they stood at its end, though filtered and sorted as they stand.
    """

    number: int
    asked: RequestFilter
    sort: Sort
    keep: tuple[str, ...] = ()
    is_quiet: bool = False
    day: date | None = None


def lines(book: Book, wanted: Wanted, ids: list[str], behind: Spot | None) -> Lines:
    """Return the lines of a page; None for a request that is gone since the list was read, or was not there then."""
    rows: Sequence[RequestRow] = ()
    if not ids:
        rows = _behind(book, wanted, behind)
        ids = [row.id for row in rows]
    if wanted.day is not None:
        rows = book.requests_as_of(ids, wanted.day)
    elif not rows:
        rows = book.requests_of(ids)
    found, contacts = {row.id: row for row in rows}, _contacts(book, rows)
    return [Line(found[key], contacts.get(key, NOBODY)) if key in found else None for key in ids]


def _behind(book: Book, wanted: Wanted, after: Spot | None) -> Sequence[RequestRow]:
    """Return the next rows behind a spot, as many as a page has: where words are looked for they come in parts."""
    rows: list[RequestRow] = []
    while len(rows) < SIZE:
        page = book.requests(wanted.asked, wanted.sort, SIZE - len(rows), after)
        rows += page.rows
        after = page.after
        if after is None:
            break
    return rows


def _contacts(book: Book, rows: Collection[RequestRow]) -> Mapping[str, Contact]:
    """Return the citizens behind rows; a private file that does not open hides them and stops nothing.

    Why it does not open is said at the start and by the panel.
    """
    try:
        return book.contacts([row.id for row in rows])
    except Refusal:
        return {}


def moment_of(book: Book, day: date | None) -> Moment:
    """Return what is due at this minute, or was at the end of a day."""
    soon = book.cutoffs(day).due_soon_until
    now = f"{day}T23:59" if day is not None else request_clock.minute(book.clock.now())
    return Moment(now, soon.isoformat() if soon else "")
