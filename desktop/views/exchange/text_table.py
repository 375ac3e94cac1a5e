"""A table of plain texts that can be copied."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.views import theme

Index = QModelIndex | QPersistentModelIndex
_WIDEST = 320
_MEASURED = 1000
_NOWHERE = QModelIndex()


class _Texts(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self.heads: Sequence[str] = ()
        self.rows: Sequence[Sequence[str]] = ()

    def fill(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self.heads, self.rows = heads, rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self.rows[index.row()][index.column()] if role in shown else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        is_head = orientation is Qt.Orientation.Horizontal and role in shown
        return self.heads[section] if is_head else None


class TextTable(QTableView):
    """Rows of texts under heads. Ctrl+C copies the chosen row; `went(row)` when the keyboard goes to another row."""

    went = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._texts = _Texts()
        self.setModel(self._texts)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.went.emit(now.row()))

    def fill(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other rows; the chosen row keeps its place."""
        here = max(0, self.currentIndex().row())
        self._texts.fill(heads, rows)
        self.resizeColumnsToContents()
        for column in range(len(heads) - 1):
            self.setColumnWidth(column, min(self.columnWidth(column), theme.current().px(_WIDEST)))
        self.horizontalHeader().setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        self._fit_rows()
        if rows:
            self.setCurrentIndex(self._texts.index(min(here, len(rows) - 1), 0))

    def _fit_rows(self) -> None:
        """Give every row the height of its longest text; a table too long to measure keeps one line each."""
        if len(self._texts.rows) <= _MEASURED:
            self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the new width."""
        super().resizeEvent(event)
        self._fit_rows()

    @property
    def row(self) -> int:
        """The chosen row, -1 where there is none."""
        return self.currentIndex().row()

    def text(self) -> str:
        """Return heads and all rows, cells apart by tabs: as a spreadsheet program takes them."""
        rows = [self._texts.heads, *self._texts.rows]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen row on Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.row >= 0:
            QGuiApplication.clipboard().setText("\t".join(self._texts.rows[self.row]))
        else:
            super().keyPressEvent(event)
