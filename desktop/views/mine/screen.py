"""My window as a page: the checklist of one window, what of it is reported, and the panel beside it."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.board_cut import cut
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views import nothing
from desktop.views.acts import Acts
from desktop.views.beside import Beside
from desktop.views.bridge import Bridge
from desktop.views.chip_row import ChipRow
from desktop.views.deeds import Deed
from desktop.views.drops import Drops
from desktop.views.empty import Empty
from desktop.views.empty_state import EmptyState
from desktop.views.filter_chips import FilterChips
from desktop.views.focus import Drill, Focus
from desktop.views.mine import sieve
from desktop.views.mine.bar import Bar
from desktop.views.mine.block import Block
from desktop.views.mine.columns import REPORTED
from desktop.views.mine.reading import Reading
from desktop.views.mine.rows import Item, reported
from desktop.views.mine.sieve import ALL, ListState, Order, Sieve
from desktop.views.mine.table import Checklist, ChecklistView
from desktop.views.page import Page, Shown
from desktop.views.shapes import Shapes
from desktop.views.shelf import Shelf, View
from desktop.views.side import Side
from desktop.views.view_button import ViewButton

_NARROW = 1300
_PART = "checklist.order"


class MineScreen(Page):
    """The checklist. The panel beside it is handed in, for screens do not know each other."""

    def __init__(self, focus: Focus, bridge: Bridge, beside: Beside, shapes: Shapes | None = None) -> None:
        super().__init__()
        self._focus, self._bridge, self.beside = focus, bridge, beside
        self._reading = Reading(focus, bridge)
        self._shapes = shapes or Shapes()
        self.sieve, self.order = ALL, sieve.read_order(self._shapes.of(_PART))
        self._build()
        self.table = Block(focus, bridge, self.list, self.checklist)
        self._acts = Acts(focus, bridge, beside, self.table)
        self._drops = Drops(self.list, self._acts.hand, self._cell_at, self.table)
        self._connect()
        self._fill_windows()
        if self.views.shelf.start:
            self.views.take(self.views.shelf.start)

    def _build(self) -> None:
        self.checklist = Checklist()
        self.list = ChecklistView(self.checklist, self._shapes)
        self.views = ViewButton(Shelf(self._bridge, "checklist", sieve.shipped()), self.state)
        self.bar, self.chips, self.active = Bar(self.views), ChipRow(), FilterChips()
        self.window_box, self.text, self.reported = self.bar.window_box, self.bar.text, self.bar.reported
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(10, 6, 6, 6)
        inner.addWidget(self.list)
        self.empty = Empty(card)
        inner.addWidget(self.empty)
        self.nothing = EmptyState()
        self._card = QStackedWidget()
        self._card.addWidget(card)
        self._card.addWidget(self.nothing)
        self.side = Side(self._card, self.beside, self._shapes)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(8)
        for part in (self.bar, self.active, self.chips):
            column.addWidget(part)
        column.addWidget(self.side, 1)

    def _connect(self) -> None:
        self._focus.board_changed.connect(self._fill_windows)
        self._focus.cells_changed.connect(self._renew)
        self._focus.place_changed.connect(lambda: self._go_to_window(self._focus.window))
        self._reading.counted.connect(self.checklist.renew)
        self.bar.window_chosen.connect(self._fill)
        self.bar.officer_chosen.connect(lambda name: self._choose(replace(self.sieve, officer=name)))
        self.bar.group_chosen.connect(lambda group: self._arrange(replace(self.order, group=group)))
        self.bar.order_dropped.connect(lambda: self._arrange(Order(self.order.group)))
        self.bar.columns_wanted.connect(lambda: self.list.columns.choose(self.bar.arrange))
        self.text.written.connect(lambda text: self._choose(replace(self.sieve, text=text)))
        self.text.left.connect(self.list.setFocus)
        self.reported.clicked.connect(lambda: self._choose(Sieve(any_of=(sieve.REPORTED,))))
        self.chips.chosen.connect(self._choose_chip)
        self.active.removed.connect(lambda name: self._choose(sieve.without(self.sieve, name)))
        self.active.left.connect(self.list.setFocus)
        for part in (self.active, self.empty):
            part.cleared.connect(self._show_everything)
        self.views.taken.connect(self._take_view)
        self.views.deeds_changed.connect(self.deeds_changed)
        self._connect_table()

    def _connect_table(self) -> None:
        self.list.pressed_key.connect(self._on_key)
        self.list.current_moved.connect(self._on_current)
        self.list.clicked.connect(self._on_click)
        self.list.doubleClicked.connect(lambda _index: self.beside.enter())
        self.list.columns.sort_asked.connect(self._sort)
        self.list.columns.menu_asked.connect(self.bar.open_menu)
        self.list.columns.laid_out.connect(self.views.say)
        self.beside.left.connect(self.list.setFocus)
        self.beside.wanted.connect(self.side.unfold)

    @property
    def window_id(self) -> str:
        """The window whose checklist is shown, empty for none."""
        return str(self.window_box.currentData() or "")

    def _fill_windows(self) -> None:
        """Offer every window of this book's unit and below, or all when there is no book yet."""
        board, chosen = self._focus.board, self.window_id or self._focus.window
        under = board.catalogue.under(self._bridge.book.unit) if self._bridge.is_open else None
        self.window_box.clear()
        for window in board.windows:
            if under is None or window.unit in under:
                self.window_box.addItem(f"{window.id}  {texts.title(window)}", window.id)
        self.window_box.setCurrentIndex(max(0, self.window_box.findData(chosen)))
        self._fill()

    def _go_to_window(self, window: str) -> None:
        at = self.window_box.findData(window)
        if at >= 0:
            self.window_box.setCurrentIndex(at)
            self._fill()

    def _fill(self) -> None:
        """Read the checklist of the window anew."""
        self._reading.read(self.window_id)
        self.bar.offer_officers(self._items, self.sieve.officer)
        self._say_nothing()
        self._show()
        self.subtitle_changed.emit()

    @property
    def _items(self) -> list[Item]:
        return self._reading.items

    def _say_nothing(self) -> None:
        """Say why there is no checklist, where there is none."""
        missing = nothing.why(self._focus.board, self._bridge.book.unit if self._bridge.is_open else "")
        self._card.setCurrentIndex(int(missing is not None and not self._items))
        if missing is not None and not self._items:
            pages = ((_("Units and windows"), "units"), (_("Board"), "board"))
            steps = [(title, partial(self.asked.emit, page)) for title, page in pages]
            self.nothing.say(missing.title, missing.text, steps)

    def _show(self) -> None:
        """Show what the filters leave; what was selected, and where it stood, stays where it is still shown."""
        view, board = self.list, self._focus.board
        held = {self.checklist.items[row].cell.id for row in view.rows() if row < len(self.checklist.items)}
        scrolled = view.verticalScrollBar().value()
        left = [item for item in self._items if sieve.passes(item, self.sieve)]
        placed = sieve.arranged(left, self.order, board.as_of, board.catalogue)
        chosen = self._focus.chosen
        self.checklist.show(placed, self.order, board.catalogue)
        row = self.checklist.find(chosen)
        if self.checklist.items:
            view.selectRow(max(0, row))
            view.select_lines(held if chosen in held else set())
            if row >= 0:
                view.verticalScrollBar().setValue(scrolled)
        self._say()

    def _say(self) -> None:
        filters = sieve.filter_words(self.sieve)
        self.reported.say(*reported(self._items))
        self.chips.say(sieve.tally(self._items))
        self.active.show_filters(filters)
        is_empty = not self.checklist.items
        self.list.setVisible(not is_empty)
        self.empty.say(filters, empty=is_empty)
        self.bar.group = self.order.group
        self.views.say()
        if is_empty:
            self._on_current()

    def _choose(self, wanted: Sieve) -> None:
        self.sieve = wanted
        self.text.show_text(wanted.text)
        self.chips.mark_chosen(wanted.status, wanted.sign)
        self.bar.offer_officers(self._items, wanted.officer)
        self._show()

    def _choose_chip(self, status: Status | None, sign: Lamp | Mark | None) -> None:
        self._choose(replace(self.sieve, status=status, sign=sign))

    def _show_everything(self) -> None:
        self.views.forget()
        self._choose(ALL)
        self.list.setFocus()

    def _arrange(self, order: Order) -> None:
        self.order = order
        self._shapes.keep(_PART, {"group": order.group, "sort": order.sort, "down": order.down})
        self._show()

    def _sort(self, column: str) -> None:
        is_again = column == self.order.sort and not self.order.down
        self._arrange(Order(self.order.group, column, is_again))

    def state(self) -> dict[str, Any]:
        """Return what is shown and how, as a view keeps it."""
        return sieve.kept(ListState(self.sieve, self.order, self.list.columns.layout_now))

    def _take_view(self, view: View) -> None:
        wanted = sieve.read(view.state, ListState(self.sieve, self.order, self.list.columns.layout_now))
        self.order = wanted.order
        self.list.columns.lay_out(wanted.layout, keep=False)
        self._choose(wanted.sieve)

    def _renew(self, changed: frozenset[str]) -> None:
        """Bring lines up to date in place, so that nothing jumps under the hand."""
        fresh = self._reading.renew(changed)
        if fresh:
            self.checklist.renew(fresh)
            self._say()

    def _cell_at(self, index: QModelIndex) -> Cell | None:
        return self.checklist.items[index.row()].cell if index.isValid() else None

    def _on_key(self, event: QKeyEvent) -> None:
        event.setAccepted(self._acts.on_key(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.table.chosen() and self.list.underMouse():
            self._acts.menu(self, event.globalPos())

    def _on_click(self, index: QModelIndex) -> None:
        """Take a click on an empty tick box as word that nothing changed."""
        item = self.checklist.items[index.row()]
        if index.column() == REPORTED and not item.is_reported:
            self._acts.confirm([item.cell])

    def _on_current(self) -> None:
        row = self.list.currentIndex().row()
        chosen = self.checklist.items[row].cell.id if 0 <= row < len(self.checklist.items) else ""
        self._focus.choose(chosen)
        self.beside.show_item(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.narrow(on=self.width() < _NARROW)

    def subtitle(self) -> str:
        """Return which window this is, and as of when."""
        name, day = self.window_box.currentText(), self._focus.board.as_of.isoformat()
        return _("{window} · as of {day}").format(window=name, day=day)

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with the chosen commitments, with views, groups and columns."""
        return (*self._acts.deeds(), self.side.deed(), *self.bar.deeds(), *self.views.deeds())

    def arrive(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus()

    def refresh(self) -> None:
        """Read the checklist anew."""
        self._fill()

    def look_for(self, drill: Drill) -> None:
        """Show the checklist of another window."""
        self._go_to_window(drill.window)

    def search(self, text: str) -> bool:
        """Filter by a text."""
        self._choose(replace(self.sieve, text=text))
        self.list.setFocus()
        return bool(self.checklist.items)

    def shown(self) -> Shown:
        """Return the window's column and the lines that the filters leave of it."""
        lines = tuple(item.cell.id for item in self.checklist.items)
        return Shown(cut(self._focus.board, windows={self.window_id}), lines)

    def step_back(self) -> bool:
        """Close the form, give the keyboard back to the list, then drop the filters."""
        if self.beside.step_back():
            return True
        if self.sieve == ALL:
            return False
        self._show_everything()
        return True
