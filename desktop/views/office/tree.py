"""A tree of named things with a count beside each: units with their windows, categories with their actions."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from desktop.views import icons, theme

_KEY = Qt.ItemDataRole.UserRole


@dataclass(slots=True)
class Branch:
    """One thing: its key, its name, what stands beside it, and what lies below it."""

    key: str
    name: str
    beside: str = ""
    icon: str = ""
    faded: bool = False
    below: list["Branch"] = field(default_factory=list)


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
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.selectionModel().currentRowChanged.connect(lambda index: self.went.emit(index.data(_KEY) or ""))
        self._branches: tuple[Branch, ...] = ()
        theme.current().changed.connect(self._paint)

    def grow(self, branches: Sequence[Branch]) -> None:
        """Show branches; the current row stays where it still exists, the upper floor is open."""
        self._branches = tuple(branches)
        self._paint()

    def go_to(self, key: str) -> bool:
        """Make a row current. Return whether it exists."""
        everywhere = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        found = self._rows.match(self._rows.index(0, 0), _KEY, key, 1, everywhere) if key else []
        for index in found:
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return bool(found)

    @property
    def key(self) -> str:
        """The key of the current row, or an empty text."""
        return self.currentIndex().siblingAtColumn(0).data(_KEY) or ""

    def keep(self, wanted: frozenset[str] | None) -> None:
        """Show only rows with these keys and what lies above them; None shows all."""
        for row in range(self._rows.rowCount()):
            self._keep(self._rows.index(row, 0), wanted)
        if wanted is not None:
            self.expandAll()

    def _keep(self, index: QModelIndex, wanted: frozenset[str] | None) -> bool:
        below = [self._keep(self._rows.index(row, 0, index), wanted) for row in range(self._rows.rowCount(index))]
        shown = wanted is None or any(below) or index.data(_KEY) in wanted
        self.setRowHidden(index.row(), index.parent(), not shown)
        return shown

    def _paint(self) -> None:
        here = self.key
        self._rows.clear()  # no item is kept in Python: its wrapper would outlive it here and end the process
        for branch in self._branches:
            self._rows.appendRow(self._items(branch))
        self._rows.setColumnCount(2)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, self.header().ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, self.header().ResizeMode.ResizeToContents)
        self.expandToDepth(0)
        if not self.go_to(here) and self._branches:
            self.go_to(self._branches[0].key)

    def _items(self, branch: Branch) -> list[QStandardItem]:
        tokens = theme.current().tokens
        name, beside = QStandardItem(branch.name), QStandardItem(branch.beside)
        name.setData(branch.key, _KEY)
        name.setToolTip(branch.name)
        name.setData(f"{branch.name} {branch.beside}".strip(), Qt.ItemDataRole.AccessibleTextRole)
        if branch.icon:
            name.setIcon(icons.icon(branch.icon, "text3"))
        beside.setForeground(QColor(tokens.text3))
        beside.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if branch.faded:
            name.setForeground(QColor(tokens.text3))
        for below in branch.below:
            name.appendRow(self._items(below))
        return [name, beside]
