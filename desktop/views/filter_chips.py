"""The filters in force as chips in one row: each can be taken away, and all at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.views import icons, theme
from desktop.views.tab_order import stand_at

_GAP = 6
_LONGEST = 30
_TAKE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class FilterChip(QPushButton):
    """One filter. A click, Enter, Delete or Backspace takes it away."""

    def __init__(self, key: str, text: str) -> None:
        super().__init__(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")
        self.key = key
        self.setProperty("kind", "filter")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIcon(icons.icon("close", "accent", size=12))
        self.setIconSize(icons.extent(12))
        self.setAccessibleName(_("Filter {name}").format(name=text))
        self.setAccessibleDescription(_("Delete takes it away"))
        self.setToolTip(_("{name}\nClick or Delete: take this filter away").format(name=text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row; Enter presses."""
        if event.key() in _STEPS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class FilterChips(QWidget):
    """All filters in force; not there when there are none. `removed(key)`, `cleared`, `left` when the last one went.

    One Tab stop: arrows go along. Where there is no room it goes on on another line.
    """

    removed = Signal(str)
    cleared = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[FilterChip] = []
        self._shown: tuple[tuple[str, str], ...] = ()
        self.setAccessibleName(_("Filters in force"))
        self.clear = QPushButton(_("Clear all"), self)
        self.clear.setProperty("kind", "quiet")
        self.clear.setProperty("rank", "small")
        self.clear.clicked.connect(self.cleared)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._anew)
        self.hide()

    def show_filters(self, filters: Sequence[tuple[str, str]]) -> None:
        """Show filters by key and text; the keyboard stays in the row while there is a chip left."""
        if tuple(filters) == self._shown:
            return
        here = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), None)
        self._shown = tuple(filters)
        self._make()
        if here is not None and self.chips:
            self.chips[min(here, len(self.chips) - 1)].setFocus()
        elif here is not None:
            self.left.emit()

    def _anew(self) -> None:
        self._make()

    def _make(self) -> None:
        old, self.chips = self.chips, [FilterChip(key, text) for key, text in self._shown]
        for number, chip in enumerate(self.chips):
            chip.setParent(self)
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus if number else Qt.FocusPolicy.StrongFocus)
            chip.clicked.connect(lambda _on=False, key=chip.key: self.removed.emit(key))
            chip.show()
        for chip in old:
            chip.hide()
            chip.deleteLater()
        stand_at(self, (*self.chips, self.clear))
        self.setVisible(bool(self.chips))
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        x, y, lines = 0, 0, 1
        height = max((one.sizeHint().height() for one in (*self.chips, self.clear)), default=0)
        for one in (*self.chips, self.clear):
            width = one.sizeHint().width()
            if x and x + width > self.width():
                x, y, lines = 0, y + height + _GAP, lines + 1
            one.setGeometry(x, y, width, height)
            x += width + _GAP
        self.setFixedHeight(lines * height + (lines - 1) * _GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along by arrows, take the chip away by Delete or Backspace."""
        here = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), None)
        key = Qt.Key(event.key())
        if here is not None and key in _TAKE:
            self.removed.emit(self.chips[here].key)
        elif here is not None and key in _STEPS:
            self.chips[(here + _STEPS[key]) % len(self.chips)].setFocus()
        else:
            super().keyPressEvent(event)
