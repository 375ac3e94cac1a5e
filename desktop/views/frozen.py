"""The first columns of a table kept in sight while the rest is scrolled sideways."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView

from desktop.views.table_columns import TableColumns


class Frozen(QTableView):
    """Lies over the left of a table and shows its columns up to and with one of them; not there when all fit.

    It shares model, selection and painter with the table, takes no keyboard, and passes clicks on.
    """

    def __init__(
        self, table: QTableView, last: str, columns: TableColumns, after: Callable[[QTableView], None]
    ) -> None:  # fmt: skip
        """Take the table, the id of the last column to be kept, its columns, and what is painted over the rows."""
        super().__init__(table)
        self._table, self._last, self._columns, self._after = table, last, columns, after
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.itemDelegate())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(table)
        self.setShowGrid(False)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(table.editTriggers())
        self.setVerticalScrollMode(table.verticalScrollMode())
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(table.horizontalHeader().defaultAlignment())
        header.setHighlightSections(False)
        header.sectionClicked.connect(table.horizontalHeader().sectionClicked)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        here, there = self.verticalScrollBar(), self._table.verticalScrollBar()
        here.valueChanged.connect(there.setValue)
        there.valueChanged.connect(here.setValue)
        self._table.horizontalScrollBar().rangeChanged.connect(lambda _least, _most: self.place())
        for own, passed in (
            (self.clicked, self._table.clicked),
            (self.doubleClicked, self._table.doubleClicked),
        ):
            own.connect(passed)

    def place(self) -> None:
        """Take over columns, sizes and place of the table."""
        table = self._table
        is_needed = table.horizontalScrollBar().maximum() > 0
        self.setVisible(is_needed)
        if not is_needed:
            return
        mine, theirs, shown = self.horizontalHeader(), table.horizontalHeader(), self._columns.shown
        kept = [theirs.logicalIndex(at) for at in range(shown.index(self._last) + 1)]
        width = 0
        for section in range(theirs.count()):
            mine.moveSection(mine.visualIndex(section), theirs.visualIndex(section))
        for section in range(theirs.count()):
            self.setColumnHidden(section, section not in kept)
            if section in kept:
                self.setColumnWidth(section, table.columnWidth(section))
                width += table.columnWidth(section)
        for row in range(table.model().rowCount()):
            self.setRowHeight(row, table.rowHeight(row))
        height = table.viewport().height() + theirs.height()
        self.setGeometry(table.frameWidth(), table.frameWidth(), width, height)
        mine.setFixedHeight(theirs.height())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._after(self)
