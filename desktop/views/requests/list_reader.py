"""Reads the register on one thread beside the screen: lists, pages, counts. What is out of date is dropped."""

import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop import texts
from desktop.models import request_clock
from desktop.models.book import Book
from desktop.models.contacts import Contact
from desktop.models.refusals import Refusal
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort, Spot
from desktop.models.requests import RequestFilter, RequestRow
from desktop.views.requests.list_columns import NOBODY, Line, Moment
from desktop.views.requests.list_places import SIZE, Places, Portion, pages_of
from desktop.views.worker import Job, Step

_TELL_S, _RARELY_S = 0.25, 1.0
"""How long after the first rows more of a list is told, and then at most: each time the whole table is painted."""
_WAITING = 6
"""Pages that are waited for at most: who drags the bar has passed the others by."""
_OPEN = tuple(one for one in RequestStatus if one is not RequestStatus.ARCHIVED)
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


@dataclass(frozen=True, slots=True)
class Listed:
    """A list, or more of it: which, what more is known, and with the first portion pages and rows of `keep`."""

    wanted: Wanted
    portion: Portion
    is_first: bool
    pages: Mapping[int, Lines] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    moment: Moment = field(default_factory=Moment)


@dataclass(frozen=True, slots=True)
class Paged:
    """One page of a list."""

    number: int
    page: int
    lines: Lines


@dataclass(frozen=True, slots=True)
class Touched:
    """Requests that changed: where in the list they stand now (those that it holds), and what they say."""

    number: int
    ids: frozenset[str]
    spots: Mapping[str, Spot]
    lines: Mapping[str, Line]


class ListReader(QObject):
    """`listed(Listed)`, `paged(Paged)`, `touched(Touched)`, `counted(states)`, `failed(sentence)`.

    Asking costs nothing. A newer list drops an older one, a page that is asked for later comes first.
    """

    listed = Signal(object)
    paged = Signal(object)
    touched = Signal(object)
    counted = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._book: Book | None = None
        self._wanted: Wanted | None = None
        self._places: Places | None = None
        self._pages: list[tuple[Wanted, int, list[str], Spot | None]] = []
        self._ids: frozenset[str] = frozenset()
        self._counts: list[tuple[Collection[str] | None, tuple[RequestStatus, ...]]] = []
        self._new: Wanted | None = None
        self._walking: Iterator[None] | None = None
        self._is_running = False

    @property
    def is_running(self) -> bool:
        """Whether something is being read."""
        return self._is_running

    # Asking, on the screen's thread

    def read(self, book: Book, wanted: Wanted) -> None:
        """Read a list from its beginning."""
        with self._lock:
            self._book, self._wanted, self._new = book, wanted, wanted
            if not wanted.is_quiet:
                self._pages.clear()
        self._run()

    def read_page(self, wanted: Wanted, page: int, ids: list[str], behind: Spot | None) -> None:
        """Read a page of a list: the requests of some ids, or the next ones behind a spot."""
        with self._lock:
            self._pages = [one for one in self._pages if one[1] != page][-_WAITING + 1 :]
            self._pages.append((wanted, page, ids, behind))
        self._run()

    def look_at(self, ids: frozenset[str]) -> None:
        """Look what became of some requests."""
        with self._lock:
            self._ids |= ids
        self._run()

    def count(self, windows: Collection[str] | None, *, archived: bool) -> None:
        """Count the requests of some windows by their states, those archived apart: of a million that takes a while."""
        with self._lock:
            self._counts = [(windows, _OPEN)]
            if archived:
                self._counts.append((windows, (RequestStatus.ARCHIVED,)))
        self._run()

    def _run(self) -> None:
        with self._lock:
            if self._is_running or self._book is None:
                return
            self._is_running = True
        job: Job[None] = Job(self._work, self)
        job.failed.connect(self._on_failed)
        job.stopped.connect(self._on_stopped)
        job.start()

    def _on_failed(self, sentence: str) -> None:
        self._on_stopped()
        self.failed.emit(sentence)

    def _on_stopped(self) -> None:
        with self._lock:
            self._is_running = False

    # Reading, on the thread

    def _work(self, step: Step) -> None:
        """Do what was asked for until nothing is left."""
        while (task := self._next()) is not None:
            step.tell(0.0)
            try:
                task()
            except Refusal as refusal:
                self._walking = None
                self.failed.emit(texts.refusal(refusal))
            except RuntimeError:
                if isValid(self):
                    raise
                return  # the page went while this was read

    def _next(self) -> Callable[[], object] | None:
        """Return what is most urgent: a new list, a page, news, more of the list, counts; None ends the thread."""
        with self._lock:
            book, wanted = self._book, self._wanted
            if book is None or wanted is None:
                self._is_running = False
                return None
            if self._new is not None:
                self._walking, self._new = self._walk(book, self._new), None
            elif self._pages:
                return partial(self._read_page, book, *self._pages.pop())
            elif self._ids:
                ids, self._ids = self._ids, frozenset()
                return partial(self._look, book, wanted, ids)
            if self._walking is not None:
                return self._go_on
            if self._counts:
                return partial(self._count, book, *self._counts.pop(0))
            self._is_running = False
            return None

    def _go_on(self) -> None:
        walking = self._walking
        if walking is not None and next(walking, _END) is _END and self._walking is walking:
            self._walking = None

    def _read_page(self, book: Book, wanted: Wanted, page: int, ids: list[str], behind: Spot | None) -> None:
        self.paged.emit(Paged(wanted.number, page, _lines(book, wanted, ids, behind)))

    def _count(self, book: Book, windows: Collection[str] | None, states: tuple[RequestStatus, ...]) -> None:
        self.counted.emit(book.request_counts(windows, states))

    def _walk(self, book: Book, wanted: Wanted) -> Iterator[None]:
        """Tell a list portion by portion; between two of them other things can be read."""
        moment, portion, told, pause = _moment(book, wanted.day), Portion(), 0.0, _TELL_S
        places, is_first = Places(wanted.sort), True
        for stretch in book.request_stretches(wanted.asked, wanted.sort, lambda: self._wanted is wanted):
            portion.take(stretch)
            is_due = is_first or monotonic() - told > pause
            if not wanted.is_quiet and portion.count and is_due:
                self._tell(book, wanted, portion, places, moment, is_first=is_first)
                pause = pause if is_first else min(2 * pause, _RARELY_S)
                portion, told, is_first = portion.rest(), monotonic(), False
            yield
        if self._wanted is not wanted:
            return
        portion.is_whole = True
        self._tell(book, wanted, portion, places, moment, is_first=is_first)

    def _tell(
        self, book: Book, wanted: Wanted, portion: Portion, places: Places, moment: Moment, *, is_first: bool
    ) -> None:  # fmt: skip
        places.add(portion)
        pages: dict[int, Lines] = {}
        rows: dict[str, int] = {}
        if is_first:
            rows = self._rows_of(book, wanted, places) if wanted.keep else {}
            near = {max(0, row + shift) for row in rows.values() for shift in (0, SIZE // 4)} or {0}
            pages = {
                page: _lines(book, wanted, places.ids_of(page), places.behind(page))
                for page in pages_of(row for row in near if row < places.count)
            }
        self.listed.emit(Listed(wanted, portion, is_first, pages, rows, moment))

    def _rows_of(self, book: Book, wanted: Wanted, places: Places) -> dict[str, int]:
        """Return in which rows the requests stand that are to be kept; those that are gone are left out."""
        found = {key: row for key in wanted.keep if (row := places.row_of(key)) >= 0}
        missing = [key for key in wanted.keep if key not in found]
        if missing and places.marks:
            for key, spot in book.spots_of(missing, wanted.asked, wanted.sort).items():
                page = places.page_of(spot)
                lines = _lines(book, wanted, places.ids_of(page), places.behind(page))
                at = next((at for at, line in enumerate(lines) if line and line.row.id == key), -1)
                found |= {key: page * SIZE + at} if at >= 0 else {}
        return found

    def _look(self, book: Book, wanted: Wanted, ids: frozenset[str]) -> None:
        spots = book.spots_of(ids, wanted.asked, wanted.sort)
        lines = {line.row.id: line for line in _lines(book, wanted, list(ids), None) if line is not None}
        self.touched.emit(Touched(wanted.number, ids, spots, lines))


_END = object()


def _lines(book: Book, wanted: Wanted, ids: list[str], behind: Spot | None) -> Lines:
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


def _moment(book: Book, day: date | None) -> Moment:
    soon = book.cutoffs(day).due_soon_until
    now = f"{day}T23:59" if day is not None else request_clock.minute(book.clock.now())
    return Moment(now, soon.isoformat() if soon else "")
