"""What stands on the page of the register: the bar, the filters in force, the states, the list and the panel."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.board import Board
from desktop.views import nothing
from desktop.views.empty import Empty
from desktop.views.empty_state import EmptyState
from desktop.views.filter_chips import FilterChips
from desktop.views.requests.filter_bar import FilterBar
from desktop.views.requests.list_view import RegisterView
from desktop.views.requests.state_chips import StateChips
from desktop.views.shapes import Shapes
from desktop.views.side import Side
from desktop.views.view_button import ViewButton


class ListBody(QWidget):
    """The parts in one column. `went(page id)` on a way out of an empty page."""

    went = Signal(str)

    def __init__(self, views: ViewButton, table: RegisterView, panel: QWidget, shapes: Shapes) -> None:
        """Take the button of views, the table, and the panel beside it."""
        super().__init__()
        self.list = table
        self.bar, self.active, self.chips = FilterBar(views), FilterChips(), StateChips()
        self.past = QLabel()
        self.past.setProperty("tone", "warn")
        self.past.setWordWrap(True)
        self.past.hide()
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(10, 6, 6, 6)
        inner.addWidget(table)
        self.empty, self.nothing = Empty(card), EmptyState()
        inner.addWidget(self.empty)
        self._card = QStackedWidget()
        for page in (card, self.nothing):
            self._card.addWidget(page)
        self.side = Side(self._card, panel, shapes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.bar, self.past, self.active, self.chips):
            column.addWidget(part)
        column.addWidget(self.side, 1)

    def say_past(self, day: date | None) -> None:
        """Say what of a past day is shown, None for today."""
        self.past.setVisible(day is not None)
        if day is not None:
            text = _("Shown as they stood at the end of {day}; filters, order and counts go by today.")
            self.past.setText(text.format(day=day.isoformat()))

    def say_nothing(self, board: Board, own: str) -> None:
        """Say why there can be no register, where a book of the unit `own` has no window."""
        missing = nothing.why(board, own)
        self._card.setCurrentIndex(int(missing is not None))
        if missing is not None:
            self.nothing.say(missing.title, missing.text, [(_("Units and windows"), partial(self.went.emit, "units"))])

    def say_rows(self, filters: Sequence[tuple[str, str]], *, is_empty: bool, can_clear: bool) -> None:
        """Show the list, or why it is empty; the keyboard does not stand on what is not there."""
        had_keyboard = self.list.hasFocus()
        self.list.setVisible(not is_empty)
        self.empty.say(filters, empty=is_empty)
        self.empty.clear.setVisible(is_empty and can_clear)
        if is_empty and had_keyboard:
            self.bar.text.setFocus()
