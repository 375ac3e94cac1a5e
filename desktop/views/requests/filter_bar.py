"""The fields over the register: views, text, where, what waits, the further filters, columns, a new request."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Board
from desktop.models.catalogue import Catalogue
from desktop.views import icons, theme
from desktop.views.choices import filter_box, unit_tree
from desktop.views.deeds import tip
from desktop.views.elided_button import ElidedButton
from desktop.views.quick_field import QuickField
from desktop.views.requests.filter_more import FilterMore
from desktop.views.requests.sieve import ALL, TASKS, Sieve
from desktop.views.view_button import ViewButton

_TYPED_MS = 150
"""A text is looked for once the typing rests."""
NEW_KEYS, MORE_KEYS = "Ctrl+N", "Ctrl+Shift+F"


class FilterBar(QWidget):
    """`chosen(Sieve)` when the person chose; `columns_wanted`, `new_wanted` on their buttons."""

    chosen = Signal(object)
    columns_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, views: ViewButton) -> None:
        """Take what stands at the left of all fields."""
        super().__init__()
        self.sieve = ALL
        self._handlers: Callable[[], Sequence[str]] = tuple
        self._board: Board | None = None
        self._build(views)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED_MS)
        self._connect()
        self.tint()

    def _build(self, views: ViewButton) -> None:
        hint = _("Number, matter or words")
        self.text = QuickField(hint, _("Find requests by number, matter or words"))
        self.place = filter_box(_("Unit or window"), 8)
        self.task = filter_box(_("What waits"), 6)
        self.more = ElidedButton(_("Filter…"))
        self.more.setProperty("kind", "chip")
        self.more.explain(tip(_("Further filters"), MORE_KEYS))
        self.columns = QPushButton()
        self.columns.setProperty("kind", "square")
        self.columns.setAccessibleName(_("Columns and their order"))
        self.columns.setToolTip(tip(_("Columns and their order"), "Ctrl+Shift+C"))
        self.new = QPushButton(" " + _("New request"))
        self.new.setProperty("kind", "primary")
        self.new.setToolTip(tip(_("New request"), NEW_KEYS))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part, stretch in (
            (views, 0), (self.text, 6), (self.place, 4), (self.task, 3), (self.more, 0), (self.columns, 0),
        ):  # fmt: skip
            row.addWidget(part, stretch)
        row.addStretch(1)
        row.addWidget(self.new)

    def _connect(self) -> None:
        self.text.written.connect(lambda _text: self._typed.start())
        self._typed.timeout.connect(lambda: self._choose(replace(self.sieve, text=self.text.text())))
        self.place.activated.connect(lambda _at: self._choose_place())
        self.task.activated.connect(lambda _at: self._choose(replace(self.sieve, task=str(self.task.currentData()))))
        self.more.clicked.connect(self.open_more)
        self.columns.clicked.connect(self.columns_wanted)
        self.new.clicked.connect(self.new_wanted)
        theme.current().changed.connect(self.tint)

    def tint(self) -> None:
        """Tint the icons by the theme in use."""
        for button, name, tone in (
            (self.columns, "columns", "text2"), (self.more, "filter", "text2"), (self.new, "plus", "on_accent"),
        ):  # fmt: skip
            button.setIcon(icons.icon(name, tone))
            button.setIconSize(icons.extent(16))

    @property
    def is_typing(self) -> bool:
        """Whether a text is still being typed, and not looked for yet."""
        return self._typed.isActive()

    def fill(self, board: Board, own: str, handlers: Callable[[], Sequence[str]]) -> None:
        """Offer the windows of a book of the unit `own` and below, and those units.

        Who handles requests is asked for when the further filters are opened.
        """
        self._board, self._handlers = board, handlers
        self.place.clear()
        self.place.addItem(_("All windows"), "")
        for label, place in places(board, own):
            self.place.addItem(label, place)
        self.place.view().setMinimumWidth(min(420, self.place.view().sizeHintForColumn(0) + 40))
        self.task.clear()
        self.task.addItem(_("Waiting or not"), "")
        for name, title in TASKS.items():
            self.task.addItem(_(title), name)
        self.show_sieve(self.sieve)

    def show_sieve(self, sieve: Sieve) -> None:
        """Show filters in the fields, without telling anybody."""
        self.sieve = sieve
        if not self.is_typing:
            self.text.show_text(sieve.text)
        self.place.setCurrentIndex(max(0, self.place.findData(place_of(sieve))))
        self.task.setCurrentIndex(max(0, self.task.findData(sieve.task)))

    def open_more(self) -> FilterMore | None:
        """Open the further filters."""
        if self._board is None:
            return None
        popup = FilterMore(self, self.sieve, self._board, self._handlers())
        popup.chosen.connect(self._choose)
        popup.open_below(self.more)
        return popup

    def _choose_place(self) -> None:
        kind, _colon, key = str(self.place.currentData() or "").partition(":")
        unit, window = (key if kind == name else "" for name in ("unit", "window"))
        self._choose(replace(self.sieve, unit=unit, window=window))

    def _choose(self, sieve: Sieve) -> None:
        self._typed.stop()
        self.show_sieve(sieve)
        self.chosen.emit(sieve)


def place_of(sieve: Sieve) -> str:
    """Return where a sieve looks, as `places` names it; an empty text for everywhere."""
    if sieve.window:
        return f"window:{sieve.window}"
    return f"unit:{sieve.unit}" if sieve.unit else ""


def places(board: Board, own: str) -> list[tuple[str, str]]:
    """Return what can be looked at as (label, `unit:` or `window:` with its id): units, their windows under them."""
    catalogue = board.catalogue
    under = catalogue.under(own) if own else frozenset(catalogue.units)
    found: list[tuple[str, str]] = []
    for unit, depth in unit_tree(catalogue):
        windows = [one for one in board.windows if one.unit == unit]
        if unit in under and (windows or _has_windows(catalogue, board, unit)):
            found.append(("\u2003" * depth + texts.title(catalogue.units[unit]), f"unit:{unit}"))
            found += [("\u2003" * (depth + 1) + f"{one.id}  {texts.title(one)}", f"window:{one.id}") for one in windows]
    return found


def _has_windows(catalogue: Catalogue, board: Board, unit: str) -> bool:
    under = catalogue.under(unit)
    return any(window.unit in under for window in board.windows)
