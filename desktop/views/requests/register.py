"""The list of the register: its model and table, read beside the screen, kept where a person looks through all news."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.models import request_clock
from desktop.models.request_sorts import Sort, Spot
from desktop.models.requests import RequestFilter, RequestRow
from desktop.views.bridge import Bridge, Told
from desktop.views.focus import Focus
from desktop.views.requests.learning import Learning
from desktop.views.requests.list_lines import Wanted
from desktop.views.requests.list_model import RegisterModel
from desktop.views.requests.list_reader import Listed, ListReader, Touched
from desktop.views.requests.list_view import RegisterView
from desktop.views.shapes import Shapes

_REQUEST = "request:"
_MANY = 200
"""Requests touched at once above which the list is read anew at once."""
_NEWS_MS = 200
_MINUTE_MS = 30_000
"""How often what is due is judged anew."""


class Register(QObject):
    """`shown` when another list stands there, `grown` when more of it is known, `counted(states)`, `failed(sentence)`.

    `missed(id)` when a request that was to be brought is not among the rows shown at once.

    `asked` gives what is listed at this minute, None while there is nothing to read.
    """

    shown = Signal()
    grown = Signal()
    missed = Signal(str)
    counted = Signal(object)
    failed = Signal(str)

    def __init__(
        self, bridge: Bridge, focus: Focus, shapes: Shapes, asked: Callable[[], RequestFilter | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._focus, self._asked = bridge, focus, asked
        self.sort = Sort.NEWEST
        self.model = RegisterModel(focus.board.catalogue)
        self.view = RegisterView(self.model, shapes)
        self.reader = ListReader(self)
        self._learning = Learning(bridge, self)
        self._learning.learned.connect(self.read)
        self._number = 0
        self._to_find, self._must_find = "", False
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(_NEWS_MS)
        self._news.timeout.connect(self.renew)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._judge)
        self._minute.start()
        self.model.page_wanted.connect(self._want_page)
        self.reader.listed.connect(self._on_listed)
        self.reader.paged.connect(self.model.put)
        self.reader.touched.connect(self._on_touched)
        self.reader.counted.connect(self.counted)
        self.reader.failed.connect(self.failed)

    # Reading

    def read(self, find: str = "") -> None:
        """Read another list and show it as soon as its first rows are there; `find` is to be current in it."""
        self._to_find, self._must_find = find or self.current_id, False
        self._read(is_quiet=False)

    def bring(self, key: str) -> bool:
        """Make a request current, reading the list anew where it came since; return whether the filters let it through.

        Where it stands too far down to be shown at once, the list stays as it is and `missed(key)` follows.
        """
        row, asked = self.model.find(key), self._asked()
        if row >= 0:
            self.view.put_current(row)
            return True
        if asked is None or not self._bridge.is_open or self._focus.as_of is not None:
            return False
        if key not in self._bridge.book.spots_of([key], asked, self.sort):
            return False
        self.read(key)
        self._must_find = True
        return True

    def renew(self) -> None:
        """Read the same list anew; it takes the place of the one that stands there when all of it is known."""
        self._read(is_quiet=True)

    def _read(self, *, is_quiet: bool) -> None:
        asked = self._asked()
        if asked is None or not self._bridge.is_open:
            return
        self._news.stop()
        self._learning.look_at(asked.text)
        self._number += 1
        keep: tuple[str, ...] = (self._to_find,) if self._to_find else ()
        if is_quiet:
            keep += tuple(filter(None, (self.current_id, self.model.id_at(self.view.top_row()))))
        wanted = Wanted(self._number, asked, self.sort, keep, is_quiet, self._focus.as_of)
        self.reader.read(self._bridge.book, wanted)

    def count(self, windows: frozenset[str] | None, *, archived: bool) -> None:
        """Count by states."""
        self.reader.count(windows, archived=archived)

    def _want_page(self, page: int) -> None:
        places = self.model.places
        ids, behind = places.ids_of(page), places.behind(page)
        if self.model.wanted is not None and (ids or behind is not None):
            self.reader.read_page(self.model.wanted, page, ids, behind)

    def _on_listed(self, listed: Listed) -> None:
        if listed.wanted.number != self._number:
            return
        if not listed.is_first:
            self.model.grow(listed.portion)
            self.grown.emit()
            return
        if self._must_find and self._to_find not in listed.rows:
            self._number += 1  # nothing more of this list is wanted
            self.missed.emit(self._to_find)
            return
        here, top = self.current_id, self.model.id_at(self.view.top_row())
        chosen = self.chosen_ids(_MANY)
        is_same = listed.wanted.is_quiet
        self.model.show(listed)
        wanted = self._to_find or here
        row = max(0, listed.rows.get(wanted, self.model.find(wanted)))
        if self.model.places.count:
            others = [at for key in chosen if (at := self.model.find(key)) >= 0] if is_same else []
            put = min(row, self.model.places.count - 1)
            self.view.put_current(put, others, listed.rows.get(top) if is_same else None)
        self._to_find, self._must_find = "", False
        self.shown.emit()

    def _judge(self) -> None:
        if self._bridge.is_open and self.model.wanted is not None and self.model.wanted.day is None:
            now = request_clock.minute(self._bridge.book.clock.now())
            self.model.judge(replace(self.model.moment, now=now))

    # News

    def hear(self, news: Told) -> None:
        """Bring what was touched up to date; where it moves, or may be another list now, read that anew soon."""
        ids = frozenset(name.removeprefix(_REQUEST) for name in news.records if name.startswith(_REQUEST))
        if len(ids) > _MANY or any(name.startswith("fact:") for name in news.records):
            self._news.start()
        elif ids:
            self.reader.look_at(ids)

    def _on_touched(self, touched: Touched) -> None:
        if touched.number != self._number:
            self._news.start()
            return
        if any(self._moves(key, touched) for key in touched.ids):
            self._news.start()
        self.model.renew(touched.lines)

    def _moves(self, key: str, touched: Touched) -> bool:
        """Say whether a request now stands elsewhere in the list than where it did."""
        spot, known = touched.spots.get(key), self.model.known(key)
        if known is not None:
            return spot is None or tuple(spot) != spot_of(known.row, self.sort)
        if self.model.places.row_of(key) >= 0:
            return spot is None or self.sort in {Sort.DUE, Sort.DUE_LAST}
        return spot is not None or len(self.model.places.ids) < self.model.places.count  # it may have been behind

    @property
    def is_due(self) -> bool:
        """Whether the list is to be read anew in a moment."""
        return self._news.isActive()

    # What is chosen

    @property
    def current_id(self) -> str:
        """The id of the current request, empty where there is none."""
        return self.model.id_at(self.view.currentIndex().row())

    def chosen_ids(self, most: int) -> list[str]:
        """Return the ids of the chosen requests from the top; none where there are more than `most`."""
        if self.view.chosen_count() > most:
            return []
        return [key for row in self.view.chosen_rows() if (key := self.model.id_at(row))]


def spot_of(row: RequestRow, sort: Sort) -> Spot:
    """Return where a request stands in a list of this order."""
    first = {
        Sort.NEWEST: (row.registered_at,), Sort.OLDEST: (row.registered_at,),
        Sort.DUE: (row.due_on or "~",), Sort.DUE_LAST: (row.due_on or "~",),
        Sort.NUMBER: (), Sort.NUMBER_DOWN: (),
        Sort.WINDOW: (row.window, row.registered_at), Sort.WINDOW_DOWN: (row.window, row.registered_at),
        Sort.MATTER: (row.matter, row.registered_at), Sort.MATTER_DOWN: (row.matter, row.registered_at),
        Sort.ACTION: (row.action, row.registered_at), Sort.ACTION_DOWN: (row.action, row.registered_at),
    }[sort]  # fmt: skip
    return (*first, row.id)
