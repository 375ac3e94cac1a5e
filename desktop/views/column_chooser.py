"""Which columns a table shows: a popup with a tick for each; Alt with an arrow, or dragging, puts them in order."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.columns import Column, Layout
from desktop.views.ordered_list import OrderedList

_WIDTH, _ROW = 280, 34
_ID = Qt.ItemDataRole.UserRole


class ColumnChooser(QFrame):
    """`chosen(Layout)` after every tick, move and reset."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, known: Sequence[Column], layout: Layout) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._known = {column.id: column for column in known}
        self._layout = layout
        self.list = OrderedList()
        self.list.setAccessibleName(_("Columns in their order"))
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.reset = QPushButton(_("As at first"))
        self.reset.setProperty("kind", "quiet")
        title = QLabel(_("Columns"))
        title.setProperty("weight", "strong")
        hint = QLabel(_("Space shows or hides · Alt+↑ ↓ or drag: order"))
        hint.setProperty("type", "tiny")
        hint.setProperty("tone", "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 10)
        for part in (title, hint, self.list):
            column.addWidget(part)
        column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self._fill(layout)
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.list.model().rowsMoved.connect(lambda *_where: self._tell())
        self.list.move_asked.connect(self._move)
        self.reset.clicked.connect(self._reset)

    def _fill(self, layout: Layout) -> None:
        silence = QSignalBlocker(self.list)
        self.list.clear()
        for key in (*layout.shown, *(key for key in self._known if key not in layout.shown)):
            column = self._known[key]
            item = QListWidgetItem(_(column.title))
            item.setData(_ID, key)
            flags = item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsUserCheckable if column.fixed else flags)
            item.setCheckState(Qt.CheckState.Checked if key in layout.shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        silence.unblock()

    @property
    def layout_now(self) -> Layout:
        """The layout as it is ticked and ordered."""
        items = [self.list.item(row) for row in range(self.list.count())]
        shown = tuple(str(item.data(_ID)) for item in items if item.checkState() == Qt.CheckState.Checked)
        return Layout(shown, self._layout.widths)

    def _tell(self) -> None:
        self.chosen.emit(self.layout_now)

    def _reset(self) -> None:
        self._layout = Layout.usual(tuple(self._known.values()))
        self._fill(self._layout)
        self.chosen.emit(self._layout)

    def open_at(self, place: QPoint) -> None:
        """Show the popup, its upper right corner at a place of the screen, whole within it."""
        look = theme.current()
        room = self.screen().availableGeometry()
        self.resize(look.px(_WIDTH), min(look.px(110 + _ROW * self.list.count()), room.height() - 16))
        left = min(max(room.left() + 8, place.x() - self.width()), room.right() - self.width() - 8)
        self.move(left, max(room.top(), min(place.y(), room.bottom() - self.height() - 8)))
        self.show()
        self.list.setFocus()

    def _move(self, step: int) -> None:
        here = self.list.currentRow()
        there = here + step
        if 0 <= there < self.list.count():
            self.list.insertItem(there, self.list.takeItem(here))
            self.list.setCurrentRow(there)
            self._tell()
