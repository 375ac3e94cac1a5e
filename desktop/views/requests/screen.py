"""The register as a page: every request in a list of any length, the filters over it, the panel beside it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.request_sorts import Sort
from desktop.models.requests import RequestFilter
from desktop.views.bridge import Bridge, Told
from desktop.views.deeds import Deed
from desktop.views.focus import Drill, Focus
from desktop.views.page import Page, Writing
from desktop.views.requests import list_export, sieve_views, sieve_words
from desktop.views.requests.counting import Counting
from desktop.views.requests.filter_bar import MORE_KEYS, NEW_KEYS
from desktop.views.requests.handing import Handing
from desktop.views.requests.list_body import ListBody
from desktop.views.requests.list_columns import SORTS
from desktop.views.requests.neighbours import Dialogs
from desktop.views.requests.opening import Opening
from desktop.views.requests.register import Register
from desktop.views.requests.sieve import ALL, Sieve, asked, cleared, windows_of, without
from desktop.views.requests.sieve_views import ListState
from desktop.views.shapes import Shapes
from desktop.views.shelf import Shelf, View
from desktop.views.view_button import ViewButton

NONE = Dialogs()


class RequestsScreen(Page):
    """The register. The panel beside it and the dialog that takes a request in are handed in."""

    def __init__(
        self, focus: Focus, bridge: Bridge, panel: QWidget, dialogs: Dialogs = NONE, shapes: Shapes | None = None
    ) -> None:  # fmt: skip
        """Take a panel that keeps to `neighbours.Panel`, and the dialogs to be opened."""
        super().__init__()
        self._focus, self._bridge, self._shapes = focus, bridge, shapes or Shapes()
        self.panel: Any = panel  # a widget that keeps to the protocol: Qt's classes cannot be one with it
        self._opening = Opening(focus, bridge, dialogs, self)
        self.sieve = ALL
        self._place_chosen = False
        self._is_stale = False
        self._build()
        self._connect()
        self._counting = Counting(self.register, lambda: self._windows)
        self._settle()
        self.refresh()
        if self.views.shelf.start:
            self.views.take(self.views.shelf.start)

    def _build(self) -> None:
        self.register = Register(self._bridge, self._focus, self._shapes, self._asked, self)
        self.list, self.model = self.register.view, self.register.model
        self.views = ViewButton(Shelf(self._bridge, "requests", sieve_views.shipped()), self.state)
        self.body = ListBody(self.views, self.list, self.panel, self._shapes)
        self.bar, self.active, self.chips = self.body.bar, self.body.active, self.body.chips
        self.text, self.side = self.bar.text, self.body.side
        self._handing = Handing(self._bridge, self.register, self.panel, self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.addWidget(self.body)

    def _connect(self) -> None:
        self._focus.board_changed.connect(self._on_news)
        self._focus.place_changed.connect(self._settle)
        self._focus.desk_changed.connect(self._on_news)
        self._bridge.posted.connect(self._on_posted)
        self.bar.chosen.connect(self._choose_in_bar)
        self.bar.columns_wanted.connect(lambda: self.list.columns.choose(self.bar.columns))
        self.bar.new_wanted.connect(self.take_in)
        self.text.left.connect(self.list.setFocus)
        self.chips.chosen.connect(lambda states: self._choose(replace(self.sieve, states=states)))
        self.active.removed.connect(lambda name: self._choose(without(self.sieve, name)))
        self.active.left.connect(self.list.setFocus)
        for part in (self.active, self.body.empty):
            part.cleared.connect(self._show_everything)
        self.views.taken.connect(self._take_view)
        self.views.deeds_changed.connect(self.deeds_changed)
        self.list.columns.sort_asked.connect(self._sort)
        self.list.columns.menu_asked.connect(lambda _at: self.list.columns.choose(self.bar.columns))
        self.list.columns.laid_out.connect(self.views.say)
        self.register.shown.connect(self._on_shown)
        self.register.grown.connect(self._say_number)
        self.register.missed.connect(self._look_for_alone)
        self.register.counted.connect(self.chips.say)
        self.register.failed.connect(self._bridge.refused)
        self.list.digit.connect(self.panel.choose)
        self.panel.followed.connect(self.go_to)
        self.panel.slip_asked.connect(self._opening.print_slip)
        self._opening.registered.connect(self.go_to)
        self.body.went.connect(self.asked)
        self.panel.entry_asked.connect(self.take_in)

    # Where

    @property
    def _own(self) -> str:
        return self._bridge.book.unit if self._bridge.is_open else ""

    def _settle(self) -> None:
        """Look at the person's own window, else at the unit, until somebody chooses another one."""
        board, own = self._focus.board, self._own
        self.bar.fill(board, own, self._handlers)
        if self._place_chosen:
            return
        under = board.catalogue.under(own) if own else frozenset(board.catalogue.units)
        mine = board.catalogue.windows.get(self._focus.window)
        is_mine = mine is not None and mine.unit in under
        unit = self._focus.unit if self._focus.unit in under and self._focus.unit != own and not is_mine else ""
        wanted = replace(self.sieve, window=self._focus.window if is_mine else "", unit=unit)
        if wanted != self.sieve:
            self._choose(wanted)

    def _handlers(self) -> Sequence[str]:
        return self._bridge.book.request_handlers() if self._bridge.is_open else ()

    def _asked(self) -> RequestFilter | None:
        """Return what the book is to be asked at this minute, None while there is none."""
        if not self._bridge.is_open:
            return None
        book, day = self._bridge.book, self._focus.as_of
        sieve = self.sieve
        if day is not None:
            sieve = replace(sieve, until=min(sieve.until or day.isoformat(), day.isoformat()))
        return asked(sieve, self._windows, book.clock.now(), self._focus.desk.officer, book.calendar)

    @property
    def _windows(self) -> frozenset[str] | None:
        return windows_of(self.sieve, self._focus.board.catalogue, self._own)

    # What is shown

    def refresh(self) -> None:
        """Read the register anew; where it stands there already, it stays until all of the new one is known."""
        self._is_stale = False
        self.body.say_past(self._focus.as_of)
        self.bar.fill(self._focus.board, self._own, self._handlers)
        self.model.catalogue = self._focus.board.catalogue
        self.body.say_nothing(self._focus.board, self._own)
        if self.model.wanted is None:
            self.register.read()
        else:
            self.register.renew()
        self._counting.count()

    def _choose_in_bar(self, wanted: Sieve) -> None:
        self._place_chosen |= (wanted.unit, wanted.window) != (self.sieve.unit, self.sieve.window)
        self._choose(wanted)

    def _choose(self, wanted: Sieve, find: str = "") -> None:
        moved = (wanted.unit, wanted.window) != (self.sieve.unit, self.sieve.window)
        self.sieve = wanted
        self.bar.show_sieve(wanted)
        self.chips.mark_chosen(wanted.states)
        self.register.read(find)
        if moved:
            self._counting.count()
        self._say()

    def _show_everything(self) -> None:
        self.views.forget()
        self._choose(cleared(self.sieve))
        self.list.setFocus()

    def _sort(self, column: str) -> None:
        if column not in SORTS:
            self._bridge.said.emit(_("The list cannot be sorted by this column."))
            return
        one, other = SORTS[column]
        self.register.sort = other if self.register.sort is one else one
        self.register.read()
        self.views.say()

    def _say(self) -> None:
        filters = sieve_words.words(self.sieve, self._focus.board.catalogue)
        where = ("unit", "window") if not self._place_chosen else ()
        self.active.show_filters([one for one in filters if one[0] not in where])
        self.views.say()

    def _on_shown(self) -> None:
        filters = sieve_words.words(self.sieve, self._focus.board.catalogue)
        can_clear = self.sieve != cleared(self.sieve)
        self.body.say_rows(filters, is_empty=not self.model.places.count, can_clear=can_clear)
        self._say()
        self._say_number()
        self._handing.hand_on()

    def _say_number(self) -> None:
        self.subtitle_changed.emit()

    def subtitle(self) -> str:
        """Return how many requests are listed, and where."""
        places = self.model.places
        number = f"{places.count:,}" if places.is_whole else _("{n} and more").format(n=f"{places.count:,}")
        return _("{n} requests · {place}").format(n=number, place=self.bar.place.currentText().strip())

    # News

    def _on_news(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def _on_posted(self, news: Told) -> None:
        if any(name.startswith("request:") for name in news.records):
            self.register.hear(news)
            self._counting.hear()

    def arrive(self) -> None:
        """Catch up, and put the keyboard on the list."""
        if self._is_stale or self.body.past.isHidden() == self._focus.read_only:
            self.refresh()
        (self.list if self.list.isVisible() else self.text).setFocus()

    # Going to a request

    def take_in(self) -> None:
        """Open the dialog that takes requests in; each new one becomes the current one."""
        self._opening.take_in(self.sieve.window)

    def go_to(self, key: str) -> None:
        """Make a request current; where the filters hide it, or very many stand above it, look for it alone."""
        if not self.register.bring(key):
            self._look_for_alone(key)

    def _look_for_alone(self, key: str) -> None:
        for one in self._bridge.book.requests_of([key]):
            is_here = self._windows is None or one.window in self._windows
            place = cleared(self.sieve) if is_here else ALL
            self._choose(replace(place, text=one.number, merged=bool(one.same_as)), key)

    # Views, deeds

    def state(self) -> dict[str, Any]:
        """Return what is shown and how, as a view keeps it."""
        return sieve_views.kept(ListState(self.sieve, self.register.sort, self.list.columns.layout_now))

    def _take_view(self, view: View) -> None:
        now = ListState(self.sieve, self.register.sort, self.list.columns.layout_now)
        wanted = sieve_views.read(view.state, now, is_own=view.own)
        self.register.sort = wanted.sort
        self.list.columns.lay_out(wanted.layout, keep=False)
        self._choose(wanted.sieve)

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with the register, and with the request that is shown."""
        columns = Deed(
            "columns", _("Columns…"), lambda: self.list.columns.choose(self.bar.columns), "Ctrl+Shift+C", "view", 2,
            "columns",
        )  # fmt: skip
        new = Deed(
            "request.new", _("New request"), self.take_in, NEW_KEYS, "item", 0, "plus", barred=self._opening.barred
        )
        more = Deed("filter.more", _("Further filters…"), self.bar.open_more, MORE_KEYS, "edit", 1, "filter")
        own = (new, *self.panel.deeds())
        return (*own, self.text.deed(), more, self.side.deed(), columns, *self.views.deeds())

    def look_for(self, drill: Drill) -> None:
        """Show a request, or what waits at some windows."""
        if drill.request:
            self.go_to(drill.request)
        elif drill.task:
            self.register.sort = Sort.DUE
            self._choose_in_bar(Sieve(unit=drill.unit, window=drill.window, task=drill.task))
        elif drill.window:
            self._choose_in_bar(replace(cleared(self.sieve), unit="", window=drill.window))

    def search(self, text: str) -> bool:
        """Filter by a text."""
        self._choose(replace(self.sieve, text=text))
        self.list.setFocus()
        return True

    def writing(self) -> Writing | None:
        """Return how the list is written as it is shown: its columns, filters and order."""
        wanted, columns = self._asked(), self.list.columns.shown
        if wanted is None:
            return None
        book, catalogue = self._bridge.book, self._focus.board.catalogue
        sort, moment, count = self.register.sort, self.model.moment, self.model.places.count

        listing = list_export.Listing(wanted, sort, columns, catalogue, moment, count, self._focus.as_of)
        return Writing(_("Requests"), lambda path, step: list_export.write(path, listing, book, step))

    def step_back(self) -> bool:
        """Close the form, give the keyboard back to the list, then drop the filters."""
        if self.panel.step_back():
            return True
        if self.sieve == cleared(self.sieve):
            return False
        self._show_everything()
        return True
