"""A tree of named things with a count beside each: units with their windows, categories with their actions."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from desktop.views import theme
from desktop.views.office.branches import KEY, Branch, Branches

__all__ = ["Branch", "Tree"]


_MEASURED = 60
"""Rows whose counts are measured for the width of their column."""


class Tree(QTreeView):
    """A tree to walk with the arrow keys. `went(key)` when another row becomes current."""

    went = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._rows = Branches(self)
        self.setModel(self._rows)
        self.header().setStretchLastSection(False)
        self.header().setResizeContentsPrecision(_MEASURED)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        theme.current().changed.connect(self._tint)

    def grow(self, branches: Sequence[Branch]) -> None:
        """Show branches; the current row stays where it still exists, the upper floor is open."""
        here = self.key
        self._rows.grow(branches)
        self.expandToDepth(0)
        if not self.go_to(here) and branches:
            self.go_to(branches[0].key)

    def go_to(self, key: str) -> bool:
        """Make a row current. Return whether it exists."""
        index = self._rows.place(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    @property
    def key(self) -> str:
        """The key of the current row, or an empty text."""
        return self.currentIndex().data(KEY) or ""

    def keep(self, wanted: frozenset[str] | None) -> None:
        """Show only rows with these keys and what lies above them; None shows all."""
        for row in range(self._rows.rowCount()):
            self._keep(self._rows.index(row, 0), wanted)
        if wanted is not None:
            self.expandAll()

    def _keep(self, index: QModelIndex, wanted: frozenset[str] | None) -> bool:
        below = [self._keep(self._rows.index(row, 0, index), wanted) for row in range(self._rows.rowCount(index))]
        shown = wanted is None or any(below) or index.data(KEY) in wanted
        self.setRowHidden(index.row(), index.parent(), not shown)
        return shown

    def _on_row(self, index: QModelIndex) -> None:
        self.went.emit(index.data(KEY) or "")

    def _tint(self) -> None:
        self.viewport().update()
