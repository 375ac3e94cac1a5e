"""Branches as rows for Qt, name and what stands beside it; colours and icons are read when painted."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop.views import icons, theme

KEY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(slots=True)
class Branch:
    """One thing: its key, its name, what stands beside it, and what lies below it."""

    key: str
    name: str
    beside: str = ""
    icon: str = ""
    faded: bool = False
    below: list["Branch"] = field(default_factory=list)


@dataclass(slots=True)
class _Node:
    branch: Branch
    above: int
    """The number of the node above, -1 at the top."""
    row: int
    below: list[int] = field(default_factory=list)


class Branches(QAbstractItemModel):
    """A tree of branches. Nodes are numbered and no item of Qt is held: shared ownership of items ends the process."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[_Node] = []
        self._top: list[int] = []

    def grow(self, branches: Sequence[Branch]) -> None:
        """Show other branches."""
        self.beginResetModel()
        self._nodes = []
        self._top = [self._add(branch, -1, row) for row, branch in enumerate(branches)]
        self.endResetModel()

    def _add(self, branch: Branch, above: int, row: int) -> int:
        number = len(self._nodes)
        node = _Node(branch, above, row)
        self._nodes.append(node)
        node.below = [self._add(below, number, at) for at, below in enumerate(branch.below)]
        return number

    def place(self, key: str) -> QModelIndex:
        """Return where a key stands, an invalid index when it does not."""
        for number, node in enumerate(self._nodes):
            if node.branch.key == key:
                return self.createIndex(node.row, 0, number)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        below = self._below(parent)
        if not (0 <= row < len(below) and 0 <= column < 2):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt's other `parent` takes no argument
        above = self._nodes[index.internalId()].above if index.isValid() else -1
        return self.createIndex(self._nodes[above].row, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._below(parent))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 2

    def _below(self, parent: Index) -> list[int]:
        if not parent.isValid():
            return self._top
        return self._nodes[parent.internalId()].below if parent.column() == 0 else []

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        branch = self._nodes[index.internalId()].branch
        if role == KEY:
            return branch.key
        return _beside(branch, role) if index.column() else _name(branch, role)


def _name(branch: Branch, role: int) -> object:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        return branch.name
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{branch.name} {branch.beside}".strip()
    if role == Qt.ItemDataRole.DecorationRole and branch.icon:
        return icons.icon(branch.icon, "text3")
    if role == Qt.ItemDataRole.ForegroundRole and branch.faded:
        return QColor(theme.current().tokens.text3)
    return None


def _beside(branch: Branch, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return branch.beside
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return branch.beside or branch.name
    if role == Qt.ItemDataRole.ForegroundRole:
        return QColor(theme.current().tokens.text3)
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    return None
