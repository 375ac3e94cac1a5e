"""The register as it stands on the screen, written as a workbook or as CSV: its columns, filters and order. No Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.exchange import long_list
from desktop.exchange.long_list import Heading
from desktop.i18n import _
from desktop.models.book import Book
from desktop.models.catalogue import Catalogue
from desktop.models.request_sorts import Sort
from desktop.models.requests import RequestFilter
from desktop.views.requests.list_columns import KNOWN, NOBODY, Line, Moment, words
from desktop.views.worker import Step

_PORTION = 1000
_CHARACTERS = 7
"""Pixels of the screen that a character takes."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What is written: which requests in which order, which columns, by what they are judged, how many there are."""

    asked: RequestFilter
    sort: Sort
    columns: tuple[str, ...]
    catalogue: Catalogue
    moment: Moment
    count: int
    day: date | None = None
    """A past day, at the end of which the requests are shown."""


def write(path: Path, listing: Listing, book: Book, step: Step) -> Path:
    """Write the list. Raises InputRefused as `long_list.write`, BookRefused where citizens' data cannot be read."""
    known = {column.id: column for column in KNOWN}
    shown = [known[key] for key in listing.columns]
    heading = Heading(
        _("Requests"), tuple(_(column.title) for column in shown),
        tuple(max(10.0, column.width / _CHARACTERS) for column in shown), book.clock.today(),
    )  # fmt: skip
    long_list.write(path, heading, _rows(listing, book, step))
    return path


def _rows(listing: Listing, book: Book, step: Step) -> Iterator[Sequence[str]]:
    after, done = None, 0
    while True:
        page = book.requests(listing.asked, listing.sort, _PORTION, after)
        ids = [row.id for row in page.rows]
        then = {row.id: row for row in (page.rows if listing.day is None else book.requests_as_of(ids, listing.day))}
        contacts = book.contacts(ids)
        for row in (then[key] for key in ids if key in then):
            said = words(Line(row, contacts.get(row.id, NOBODY)), listing.catalogue, listing.moment)
            yield tuple(said[key] for key in listing.columns)
        done, after = done + len(page.rows), page.after
        step.tell(min(0.95, done / max(1, listing.count)))
        if after is None:
            return
