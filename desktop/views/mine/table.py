"""The checklist for Qt: a model over items in groups, and a view that paints its rows and leads its keys."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QTableView

from desktop import texts
from desktop.i18n import _
from desktop.models.catalogue import Catalogue
from desktop.views import theme
from desktop.views.frozen import Frozen
from desktop.views.letters import is_letter
from desktop.views.list_table import be_list
from desktop.views.mine.columns import KNOWN, REPORTED, SIGNS, TITLE, words
from desktop.views.mine.painter import HEAD, ROW, Painter, paint_heads
from desktop.views.mine.rows import Item
from desktop.views.mine.sieve import Order
from desktop.views.shapes import Shapes
from desktop.views.table_columns import TableColumns

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Checklist(QAbstractTableModel):
    """The items shown, one a row. `groups` has the name of the group of each row, empty for none."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Item] = []
        self.groups: list[str] = []
        self.order = Order()
        self._catalogue: Catalogue | None = None

    def show(self, placed: list[tuple[str, Item]], order: Order, catalogue: Catalogue) -> None:
        """Show other items, each with its group."""
        self.beginResetModel()
        self.items = [item for _group, item in placed]
        self.groups = [group for group, _item in placed]
        self.order, self._catalogue = order, catalogue
        self.endResetModel()

    def begins_group(self, row: int) -> bool:
        """Return whether a group begins with a row."""
        return bool(self.groups[row]) and (row == 0 or self.groups[row - 1] != self.groups[row])

    def renew(self, items: dict[str, Item]) -> None:
        """Bring some items up to date where they stand."""
        for row, item in enumerate(self.items):
            if item.cell.id in items:
                self.items[row] = items[item.cell.id]
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(KNOWN) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(KNOWN)

    def find(self, commitment: str) -> int:
        """Return the row of a commitment, -1 where it is not shown."""
        return next((row for row, item in enumerate(self.items) if item.cell.id == commitment), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            if index.column() == REPORTED and not item.is_reported:
                return _("Click: nothing changed, reported this month (key 0)")
            return f"{item.cell.action.code} {texts.title(item.cell.action)}\n{texts.accept(item.cell.action)}"
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return words(item, self._catalogue)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation != Qt.Orientation.Horizontal or role not in said:
            return None
        column = KNOWN[section]
        arrow = ("  ↓" if self.order.down else "  ↑") if column.id == self.order.sort else ""
        return _(column.title) + arrow


class ChecklistView(QTableView):
    """The list. What a key means is for the screen to say."""

    pressed_key = Signal(QKeyEvent)
    current_moved = Signal()

    def __init__(self, checklist: Checklist, shapes: Shapes | None = None) -> None:
        super().__init__()
        self._checklist = checklist
        self.setModel(checklist)
        self.setItemDelegate(Painter(self))
        be_list(self, _("Checklist of this window"), several=True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.columns = TableColumns(self, KNOWN, shapes or Shapes(), "checklist")
        self.frozen = Frozen(self, KNOWN[TITLE].id, self.columns, paint_heads)
        self.columns.laid_out.connect(self.frozen.place)
        checklist.modelReset.connect(self._space)
        self.measure()
        theme.current().changed.connect(self.measure)

    def measure(self) -> None:
        """Take over theme, text size and room."""
        self.verticalHeader().setDefaultSectionSize(theme.current().px(ROW))
        self.columns.measure()
        self._space()
        self.viewport().update()

    def _space(self) -> None:
        """Give the first row of each group room for the group's name."""
        look = theme.current()
        for row in range(len(self._checklist.items)):
            more = HEAD if self._checklist.begins_group(row) else 0
            self.setRowHeight(row, look.px(ROW + more))
        self.frozen.place()

    def narrow(self, *, on: bool) -> None:
        """Leave out the signs where there is little room: the gravest stands on the tile, all in the panel."""
        spare = frozenset({KNOWN[SIGNS].id}) if on and not self.columns.chosen else frozenset()
        if spare != self.columns.spare:
            self.columns.spare = spare
            self.columns.measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.measure()
        self.frozen.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_heads(self)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.current_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.pressed_key.emit(event)
        if not event.isAccepted() and not is_letter(event):
            super().keyPressEvent(event)

    def select_lines(self, ids: set[str]) -> None:
        """Select several lines besides the current one; a single one is current already."""
        found, flag = QItemSelection(), QItemSelectionModel.SelectionFlag
        for row, item in enumerate(self._checklist.items):
            if len(ids) > 1 and item.cell.id in ids:
                found.select(self._checklist.index(row, 0), self._checklist.index(row, 0))
        if found.count():
            self.selectionModel().select(found, flag.ClearAndSelect | flag.Rows)

    def rows(self) -> list[int]:
        """Return the selected rows from the top, the current one when none is."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        here = self.currentIndex().row()
        return chosen or ([here] if here >= 0 else [])
