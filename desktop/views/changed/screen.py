"""The page of what changed between two days: a list to be filtered, sorted, written as a spreadsheet."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop import texts
from desktop.i18n import _
from desktop.models.board_cut import cut
from desktop.models.refusals import Refusal
from desktop.views.bridge import Bridge
from desktop.views.changed.fields import Fields
from desktop.views.changed.rows import KNOWN, Cut, Row, Told, differing, kept, ordered, rows, words
from desktop.views.changed.table import ChangedModel, ChangedView
from desktop.views.deeds import Deed
from desktop.views.empty import Empty
from desktop.views.filter_chips import FilterChips
from desktop.views.focus import Drill, Focus
from desktop.views.page import Listing, Page, Shown
from desktop.views.shapes import Shapes

_EMPTY = Cut()


class ChangedScreen(Page):
    """Every commitment whose state differs between the day compared with and the day looked at."""

    def __init__(self, focus: Focus, bridge: Bridge, shapes: Shapes | None = None) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self._rows: list[Row] = []
        self._stale = False
        self.model = ChangedModel(focus.board)
        self._build(shapes or Shapes())
        self._connect()
        self.fields.now = Cut(only=focus.listed)
        self.refresh()

    def _build(self, shapes: Shapes) -> None:
        self.fields, self.active = Fields(), FilterChips()
        self.list = ChangedView(self.model, shapes)
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(10, 6, 6, 6)
        inner.addWidget(self.list)
        self.empty = Empty(card)
        inner.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(10)
        column.addWidget(self.fields)
        column.addWidget(self.active)
        column.addWidget(card, 1)

    def _connect(self) -> None:
        self._focus.board_changed.connect(self._on_news)
        self._focus.cells_changed.connect(self._on_news)
        self._focus.compared_changed.connect(self._on_news)
        self._focus.listing_changed.connect(lambda: self._choose(Cut(only=self._focus.listed)))
        self.fields.cut.connect(self._choose)
        self.fields.day_picked.connect(self._focus.compare_with)
        self.fields.columns_wanted.connect(lambda: self.list.columns.choose(self.fields.columns))
        self.fields.text.left.connect(self.list.setFocus)
        self.active.removed.connect(lambda name: self._choose(replace(self.cut, **{name: getattr(_EMPTY, name)})))
        self.active.left.connect(self.list.setFocus)
        for part in (self.active, self.empty):
            part.cleared.connect(lambda: self._choose(_EMPTY))
        self.list.opened.connect(self._open)
        self.list.columns.sort_asked.connect(self._sort)
        self.list.columns.menu_asked.connect(lambda _at: self.list.columns.choose(self.fields.columns))

    @property
    def cut(self) -> Cut:
        """The filters in force."""
        return self.fields.now

    def _on_news(self, _ids: object = None) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def refresh(self) -> None:
        """Compare the two days anew."""
        self._stale = False
        board = self._focus.board
        try:
            found = differing(self._focus.then, board)
            told = self._told([cell.id for cell, _old in found])
        except Refusal as refusal:
            self._bridge.refused.emit(texts.refusal(refusal))
            found, told = [], {}
        self._rows = rows(found, told)
        self.fields.fill(board, self._focus.since, self._rows)
        self._show()

    def _told(self, ids: list[str]) -> dict[str, Told]:
        if not self._bridge.is_open or not ids:
            return {}
        return dict(self._bridge.book.turns(ids, self._focus.since, self._focus.as_of))

    def _choose(self, wanted: Cut) -> None:
        self.fields.show_cut(wanted)
        self._show()

    def _show(self) -> None:
        """Show what the filters leave, in order; the current row and its place stay where it is still shown."""
        view, board = self.list, self._focus.board
        row = view.currentIndex().row()
        here = self.model.rows[row].cell.id if 0 <= row < len(self.model.rows) else ""
        scrolled = view.verticalScrollBar().value()
        left = kept(self._rows, self.cut, board)
        self.model.show(board, ordered(left, self.model.sorted_by, board, down=self.model.down))
        at = self.model.find(here)
        if self.model.rows:
            view.selectRow(max(0, at))
        if at >= 0:
            view.verticalScrollBar().setValue(scrolled)
        self._say()
        self.subtitle_changed.emit()

    def _say(self) -> None:
        filters = self._filters()
        self.active.show_filters(filters)
        is_empty = not self.model.rows
        self.list.setVisible(not is_empty)
        self.empty.say(filters, empty=is_empty)
        if is_empty and not filters:
            day = self._focus.since.isoformat()
            self.empty.title.setText(_("Nothing changed since the end of {day}.").format(day=day))

    def _filters(self) -> list[tuple[str, str]]:
        now, units = self.cut, self._focus.board.catalogue.units
        unit = texts.title(units[now.unit]) if now.unit in units else now.unit
        said = {
            "only": _("The {n} shown on the board").format(n=len(now.only)),
            "text": _("Text “{text}”").format(text=now.text),
            "unit": _("Unit: {name}").format(name=unit),
            "before": _("From: {name}").format(name=texts.status(now.before)) if now.before else "",
            "after": _("To: {name}").format(name=texts.status(now.after)) if now.after else "",
            "author": _("Person: {name}").format(name=now.author),
        }
        return [(name, text) for name, text in said.items() if getattr(now, name) != getattr(_EMPTY, name)]

    def _sort(self, column: str) -> None:
        model = self.model
        model.down = column == model.sorted_by and not model.down
        model.sorted_by = column
        self._show()

    def _open(self, row: int) -> None:
        self._focus.drill(Drill(commitment=self.model.rows[row].cell.id))

    def arrive(self) -> None:
        """Catch up, and put the keyboard on the list."""
        if self._stale:
            self.refresh()
        self.list.setFocus()

    def subtitle(self) -> str:
        """Return how many changes are shown, and between which days."""
        return _("{n} changes · end of {since} to {day}").format(
            n=len(self.model.rows), since=self._focus.since.isoformat(), day=self._focus.board.as_of.isoformat()
        )

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with the list."""
        choose = Deed(
            "columns", _("Columns…"), lambda: self.list.columns.choose(self.fields.columns), "Ctrl+Shift+C", "view", 2,
            "columns",
        )  # fmt: skip
        return (self.fields.text.deed(), choose)

    def search(self, text: str) -> bool:
        """Filter by a text."""
        self._choose(replace(self.cut, text=text))
        self.list.setFocus()
        return True

    def shown(self) -> Shown:
        """Return the changed commitments, and the list as it stands for a sheet of its own."""
        board = self._focus.board
        actions = {row.cell.action.id for row in self.model.rows}
        windows = {row.cell.window.id for row in self.model.rows}
        titles = {column.id: _(column.title) for column in KNOWN}
        shown = self.list.columns.shown
        told = (words(row, board) for row in self.model.rows)
        lines = tuple(tuple(one[key] for key in shown) for one in told)
        listing = Listing(_("What changed"), tuple(titles[key] for key in shown), lines)
        return Shown(cut(board, actions, windows), tuple(row.cell.id for row in self.model.rows), listing)

    def step_back(self) -> bool:
        """Drop the filters."""
        if self.cut == _EMPTY:
            return False
        self._choose(_EMPTY)
        return True
