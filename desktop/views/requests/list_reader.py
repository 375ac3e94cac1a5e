"""Reads the register on one thread beside the screen: lists, pages, counts. What is out of date is dropped."""

import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop import texts
from desktop.models.book import Book
from desktop.models.refusals import Refusal
from desktop.models.request_lists import SCREENFUL
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Spot
from desktop.views.requests import list_lines
from desktop.views.requests.list_columns import Line, Moment
from desktop.views.requests.list_lines import Lines, Wanted
from desktop.views.requests.list_places import SIZE, Places, Portion, pages_of
from desktop.views.worker import Job, Step

_TELL_S, _RARELY_S = 0.25, 1.0
"""How long after the first rows more of a list is told, and then at most: each time the whole table is painted."""
_ROOM_S = 0.1
"""How long at most the window paints the first rows of a list undisturbed, before more of it is read."""
_WAITING = 6
"""Pages that are waited for at most: who drags the bar has passed the others by."""
_OPEN = tuple(one for one in RequestStatus if one is not RequestStatus.ARCHIVED)


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


@dataclass(frozen=True, slots=True)
class _Count:
    windows: Collection[str] | None
    states: tuple[RequestStatus, ...]


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
        self._counts: list[_Count] = []
        self._new: Wanted | None = None
        self._walking: Iterator[None] | None = None
        self._called = threading.Event()
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
            self._counts = [_Count(windows, _OPEN)]
            if archived:
                self._counts.append(_Count(windows, (RequestStatus.ARCHIVED,)))
        self._run()

    def _run(self) -> None:
        self._called.set()
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
                return partial(self._count, book, self._counts)
            self._is_running = False
            return None

    def _go_on(self) -> None:
        walking = self._walking
        if walking is not None and next(walking, _END) is _END and self._walking is walking:
            self._walking = None

    def _read_page(self, book: Book, wanted: Wanted, page: int, ids: list[str], behind: Spot | None) -> None:
        self.paged.emit(Paged(wanted.number, page, list_lines.lines(book, wanted, ids, behind)))

    def _count(self, book: Book, counts: list[_Count]) -> None:
        """Count, but not now where anything else is asked for: those archived take half a second of a million."""
        asked = counts.pop(0)
        found = book.request_counts(asked.windows, asked.states, lambda: not self._is_called)
        if found:
            self.counted.emit(found)
        else:
            counts.insert(0, asked)  # of no use where others are wanted by now: then these are not looked at again

    @property
    def _is_called(self) -> bool:
        return self._new is not None or bool(self._pages or self._ids)

    def _walk(self, book: Book, wanted: Wanted) -> Iterator[None]:
        """Tell a list portion by portion; between two of them other things can be read."""
        moment, portion, told, pause = list_lines.moment_of(book, wanted.day), Portion(), 0.0, _TELL_S
        places, is_first = Places(wanted.sort), True
        for stretch in book.request_stretches(wanted.asked, wanted.sort, lambda: self._wanted is wanted):
            portion.take(stretch)
            is_due = is_first or monotonic() - told > pause
            if not wanted.is_quiet and portion.count and is_due:
                self._called.clear()
                self._tell(book, wanted, portion, places, moment, is_first=is_first)
                if is_first and portion.count >= SCREENFUL and not self._is_called:
                    self._called.wait(_ROOM_S)
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
                page: list_lines.lines(book, wanted, places.ids_of(page), places.behind(page))
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
                lines = list_lines.lines(book, wanted, places.ids_of(page), places.behind(page))
                at = next((at for at, line in enumerate(lines) if line and line.row.id == key), -1)
                found |= {key: page * SIZE + at} if at >= 0 else {}
        return found

    def _look(self, book: Book, wanted: Wanted, ids: frozenset[str]) -> None:
        spots = book.spots_of(ids, wanted.asked, wanted.sort)
        lines = {line.row.id: line for line in list_lines.lines(book, wanted, list(ids), None) if line is not None}
        self.touched.emit(Touched(wanted.number, ids, spots, lines))


_END = object()
