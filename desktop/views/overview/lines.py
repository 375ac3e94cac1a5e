"""What the painted lists of the overview have in common: a model of lines, and Enter as a click on one."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
"""The role that gives a line itself, for painting."""
_NOWHERE = QModelIndex()
_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
T = TypeVar("T")


class Lines(QAbstractListModel, Generic[T]):
    """Lines of one kind; `say` puts one into words for readers and tips."""

    def __init__(self, say: Callable[[T], str]) -> None:
        super().__init__()
        self.lines: tuple[T, ...] = ()
        self._say = say

    def show(self, lines: tuple[T, ...], *, same: bool = False) -> None:
        """Show other lines; where they are the `same` with other figures, the keyboard keeps its place."""
        if same and lines:
            self.lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line itself for painting, a sentence for readers and tips."""
        line = self.lines[index.row()]
        if role == LINE:
            return line
        return self._say(line) if role in _SAID else None


class LineView(QListView):
    """A painted list. `chosen(place)` on Enter, Space or a click on a line."""

    chosen = Signal(int)

    def __init__(self, lines: QAbstractListModel, brush: QStyledItemDelegate) -> None:
        super().__init__()
        self.setModel(lines)
        self.setItemDelegate(brush)
        brush.setParent(self)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Space as a click on the current line."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
