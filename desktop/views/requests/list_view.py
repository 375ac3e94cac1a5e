"""The table of the register: rows of one height, several can be chosen, keys lead on."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableView

from desktop.i18n import _
from desktop.views import theme
from desktop.views.letters import is_letter
from desktop.views.list_table import be_list
from desktop.views.requests.list_columns import KNOWN, SPARE
from desktop.views.requests.list_model import RegisterModel
from desktop.views.requests.list_painter import ROW, RegisterPainter
from desktop.views.shapes import Shapes
from desktop.views.table_columns import TableColumns

Index = QModelIndex | QPersistentModelIndex
_NARROW = 840
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS = tuple("123456789")
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class RegisterView(QTableView):
    """`opened` on Enter or a double click, `chosen_changed` when another row is current or others are chosen.

    `menu_asked(place)` for the menu of what is chosen,
    `digit(1 to 9)` when one is typed: a move of what is chosen.
    """

    opened = Signal()
    digit = Signal(int)
    chosen_changed = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, model: RegisterModel, shapes: Shapes) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(RegisterPainter(self))
        be_list(self, _("Register of requests"), several=True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.columns = TableColumns(self, KNOWN, shapes, "requests")
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda *_what: self.chosen_changed.emit())
        theme.current().changed.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        """Take over theme, text size and room."""
        self.verticalHeader().setDefaultSectionSize(theme.current().px(ROW))
        self.columns.measure()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can be spared where there is little room."""
        super().resizeEvent(event)
        is_narrow = self.viewport().width() < theme.current().px(_NARROW) and not self.columns.chosen
        self.columns.spare = SPARE if is_narrow else frozenset()
        self.columns.measure()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu where the pointer is, or by its key under the current row."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        under = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_asked.emit(under if by_key else event.globalPos())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.chosen_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a double click; letters look for nothing."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit()
        elif event.text() in _DIGITS and not event.modifiers() & _HELD:
            self.digit.emit(int(event.text()))
        elif is_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    # Rows

    def top_row(self) -> int:
        """Return the first row in sight, -1 where there is none."""
        return self.rowAt(1)

    def chosen_count(self) -> int:
        """Return how many rows are chosen. A whole register is one range, never a million indexes."""
        return sum(part.height() for part in self._parts())

    def chosen_rows(self) -> list[int]:
        """Return the chosen rows from the top; ask `chosen_count` first how many."""
        return sorted(row for part in self._parts() for row in range(part.top(), part.bottom() + 1))

    def _parts(self) -> list[QItemSelectionRange]:
        found = self.selectionModel().selection()
        return [part for part in (found.at(n) for n in range(found.count())) if part.left() == 0]

    def put_current(self, row: int, chosen: Iterable[int] = (), top: int | None = None) -> None:
        """Make a row current, choose it with others, and bring a row to the top of what is in sight."""
        flag = QItemSelectionModel.SelectionFlag
        found = QItemSelection()
        for one in {row, *chosen}:
            found.select(self._model.index(one, 0), self._model.index(one, len(KNOWN) - 1))
        self.selectionModel().setCurrentIndex(self._model.index(row, 0), flag.NoUpdate)
        self.selectionModel().select(found, flag.ClearAndSelect)
        if top is not None:
            self.verticalScrollBar().setValue(top * self.verticalHeader().defaultSectionSize())
        else:
            self.scrollTo(self._model.index(row, 0))
