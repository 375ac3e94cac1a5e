"""The frozen columns for Qt: the group of each row, then the columns that were chosen."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from desktop import texts
from desktop.i18n import _
from desktop.views.board.groups import row_group_name
from desktop.views.board.row_columns import KNOWN, SORTED_BY, RowFigures
from desktop.views.board.table import Grid, Index
from desktop.views.columns import Column, Layout

_NOWHERE = QModelIndex()
GROUP = 0
_COLUMNS = {column.id: column for column in KNOWN}


class Titles(QAbstractTableModel):
    """Group, code, title, rates and whatever else was chosen of each shown action, over the shown windows."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self.grid = grid
        self.layout_now = Layout.usual(KNOWN)
        self._figures = RowFigures(grid.scene, grid.whole)
        self._lines: dict[int, tuple[str, ...]] = {}
        grid.modelAboutToBeReset.connect(self.beginResetModel)
        grid.modelReset.connect(self._reset)
        grid.dataChanged.connect(self._renew)

    def lay_out(self, layout: Layout) -> None:
        """Show other columns."""
        self.beginResetModel()
        self.layout_now = layout
        self._lines.clear()
        self.endResetModel()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns behind the group, in their order."""
        return tuple(_COLUMNS[key] for key in self.layout_now.shown)

    def line(self, row: int) -> tuple[str, ...]:
        """Return what all columns behind the group say of a row; put together once, for painting."""
        if row not in self._lines:
            self._lines[row] = tuple(self._figures.words(row, key) for key in self.layout_now.shown)
        return self._lines[row]

    def place(self, column: str) -> int:
        """Return where a column stands, -1 where it is not shown."""
        return self.layout_now.shown.index(column) + 1 if column in self.layout_now.shown else -1

    def group(self, row: int) -> str:
        """Return the key of the group of a shown row."""
        return self.grid.scene.row_groups[row]

    def _reset(self) -> None:
        self._figures = RowFigures(self.grid.scene, self.grid.whole)
        self._lines.clear()
        self.endResetModel()

    def _renew(self) -> None:
        self._figures = RowFigures(self.grid.scene, self.grid.whole)
        self._lines.clear()
        self.dataChanged.emit(self.index(0, 1), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.grid.scene.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.layout_now.shown) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        scene = self.grid.scene
        if role == Qt.ItemDataRole.ToolTipRole:
            action = scene.board.actions[scene.rows[index.row()]]
            return f"{action.code} {texts.title(action)}\n{texts.text(action)}"
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.column() == GROUP:
            return row_group_name(scene, scene.row_groups[index.row()])
        return self._figures.words(index.row(), self.layout_now.shown[index.column() - 1])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section - 1] if section else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column and column.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignBottom
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):  # a head that is cut says all in its tip
            return self._head(column)
        return None

    def _head(self, column: Column | None) -> str:
        if column is None:
            return ""
        how = self.grid.scene.arrangement
        is_sorted = how.sort_rows and SORTED_BY.get(column.id) == how.sort_rows
        if column.id == "code" and not how.sort_rows and how.rows_down:
            is_sorted = True
        arrow = (" ↑" if (how.sort_rows == "overdue") == how.rows_down else " ↓") if is_sorted else ""
        return _(column.title) + arrow
