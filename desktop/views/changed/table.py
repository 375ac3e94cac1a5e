"""The list of changes for Qt: a model over rows, and a view that paints states as tiles."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.i18n import _
from desktop.models.board import Board
from desktop.views import glyphs, theme
from desktop.views.changed.rows import ACTION, AFTER, BEFORE, KNOWN, Row, words
from desktop.views.list_table import be_list
from desktop.views.shapes import Shapes
from desktop.views.table_columns import TableColumns

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW, _TILE = 36, 22
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChangedModel(QAbstractTableModel):
    """The rows shown, one for each changed commitment."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        self.rows: list[Row] = []
        self.sorted_by, self.down = "", False

    def show(self, board: Board, rows: list[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._board, self.rows = board, rows
        self.endResetModel()

    def find(self, commitment: str) -> int:
        """Return the row of a commitment, -1 where it is not shown."""
        return next((at for at, row in enumerate(self.rows) if row.cell.id == commitment), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(KNOWN)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        told = words(self.rows[index.row()], self._board)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return told[KNOWN[index.column()].id]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = KNOWN[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        arrow = ("  ↓" if self.down else "  ↑") if column.id == self.sorted_by else ""
        return _(column.title) + arrow


class ChangedPainter(QStyledItemDelegate):
    """Paints a line: states with their tiles, the rest as text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect, column = theme.current().tokens, option.rect, KNOWN[index.column()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(tokens.selection if chosen else tokens.surface))
        if index.row():
            painter.setPen(QColor(tokens.track))
            painter.drawLine(rect.topLeft(), rect.topRight())
        model, left = index.model(), 6
        if isinstance(model, ChangedModel) and column.id in (BEFORE, AFTER):
            left = self._paint_tile(painter, rect, model.rows[index.row()], column.id)
        painter.setFont(theme.current().font(14 if column.id in (ACTION, AFTER) else 13))
        painter.setPen(QColor(tokens.text if column.id in (ACTION, AFTER) else tokens.text2))
        side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
        room = rect.adjusted(left, 0, -8, 0)
        text = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        painter.restore()

    def _paint_tile(self, painter: QPainter, rect: QRect, row: Row, column: str) -> int:
        size = theme.current().px(_TILE)
        status = row.after if column == AFTER else row.before
        tile = glyphs.tile(status, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + 4, rect.top() + (rect.height() - size) // 2, tile)
        return size + 11


class ChangedView(QTableView):
    """The list. `opened(row)` on Enter or a double click."""

    opened = Signal(int)

    def __init__(self, model: ChangedModel, shapes: Shapes) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(ChangedPainter(self))
        be_list(self, _("Changed commitments"), several=False)
        self.columns = TableColumns(self, KNOWN, shapes, "changed")
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        theme.current().changed.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        """Take over theme, text size and room."""
        self.verticalHeader().setDefaultSectionSize(theme.current().px(_ROW))
        self.columns.measure()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a double click on the current row."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
