"""The list under the search field. It never takes the keyboard: the field keeps it, with any input method."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.palette.row_paint import RowPainter
from desktop.views.palette.rows import Row, Rows

_WIDTH, _LEAST, _LOWEST = 640, 320, 80
_SHOWN = 9
"""Lines that stand there at once, as far as there is room."""
_EDGE, _BELOW = 24, 6
_RIM = 2
"""What the border of the list takes above and below its lines."""


class Popup(QFrame):
    """The list with its foot. `picked` when a line is clicked, `left` when something beside list and field is."""

    picked = Signal()
    left = Signal()

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._field: QWidget | None = None
        self._rows = Rows()
        self.list = QListView()
        self.list.setModel(self._rows)
        self.list.setItemDelegate(RowPainter(self.list))
        self.list.setAccessibleName(_("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # queued: to go there empties the list, which Qt still reads after it has told of the click
        self.list.clicked.connect(self._on_click, Qt.ConnectionType.QueuedConnection)
        self._foot = QLabel(_("↑ ↓ choose   Enter go   Esc close"))
        self._foot.setProperty("type", "tiny")
        self._foot.setProperty("tone", "third")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        self._foot.setContentsMargins(12, 0, 12, 0)
        self.hide()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines shown."""
        return self._rows.rows

    @property
    def current(self) -> Row | None:
        """The chosen line, None when there is none."""
        at = self.list.currentIndex()
        return self.rows[at.row()] if self.isVisible() and at.isValid() else None

    def show_rows(self, rows: Sequence[Row], chosen: int) -> None:
        """Show lines, and choose one by its number; -1 chooses none."""
        self._rows.show(rows)
        self._choose(chosen)
        self.list.scrollToTop()

    def walk(self, key: Qt.Key) -> None:
        """Go up and down the lines; up from the first chooses none."""
        able = [at for at, row in enumerate(self.rows) if not row.is_caption]
        if not able:
            return
        here = self.list.currentIndex().row()
        place = able.index(here) if here in able else -1
        steps = {
            Qt.Key.Key_Down: min(place + 1, len(able) - 1),
            Qt.Key.Key_Up: place - 1 if place >= 0 else -1,
            Qt.Key.Key_PageDown: min(max(place, 0) + _SHOWN - 1, len(able) - 1),
            Qt.Key.Key_PageUp: max(place - _SHOWN + 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(able) - 1,
        }
        wanted = steps[key]
        self._choose(able[wanted] if wanted >= 0 else -1)

    def _choose(self, at: int) -> None:
        self.list.setCurrentIndex(self._rows.index(at) if at >= 0 else QModelIndex())
        if at < 0:
            self.list.clearSelection()
            self.list.scrollToTop()

    def open_under(self, field: QWidget) -> None:
        """Stand under a field, its left edge under the field's where there is room, over everything else."""
        ground, self._field = self._ground, field
        px = theme.current().px
        width = max(min(px(_WIDTH), ground.width() - 2 * _EDGE), px(_LEAST))
        corner = field.mapTo(ground, QPoint(0, field.height() + _BELOW))
        left = max(_EDGE, min(corner.x(), ground.width() - _EDGE - width))
        self.setFixedWidth(width)
        self.setFixedHeight(max(min(self._height(), ground.height() - corner.y() - _EDGE), px(_LOWEST)))
        self.move(left, corner.y())
        self.show()
        self.raise_()

    def _height(self) -> int:
        shown = range(min(len(self.rows), _SHOWN))
        lines = sum(self.list.sizeHintForIndex(self._rows.index(at)).height() for at in shown)
        return lines + 2 * _RIM + self._foot.sizeHint().height() + 6 + 2 * 8 + 2

    def _on_click(self, _index: QModelIndex) -> None:
        if self.current is not None:
            self.picked.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (program := QApplication.instance()) is not None:
            program.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if (program := QApplication.instance()) is not None:
            program.removeEventFilter(self)
        self.left.emit()  # whatever hid it: nothing of the list is left to be read

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear clicks beside the list while it is open."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            parts = (self, self._field)
            if not any(part is watched or (part and part.isAncestorOf(watched)) for part in parts):
                self.left.emit()
        return False
