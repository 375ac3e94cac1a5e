"""The lines of the palette for Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.i18n import _
from desktop.search.target import Span, Target

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a target, the filter by what was typed, or a caption over others, which cannot be chosen."""

    title: str
    target: Target | None = None
    spans: tuple[Span, ...] = ()
    """The parts of the title that were met."""
    icon: str = ""
    kind: str = ""
    code: str = ""
    by_code: bool = False
    """Whether the code was met."""
    key: str = ""
    barred: str = ""
    """Why it cannot be had, as a sentence."""
    is_caption: bool = False

    @property
    def spoken(self) -> str:
        """The whole line for readers of the screen."""
        return _(", ").join(filter(None, (self.title, self.kind, self.code, self.key, self.barred)))


class Rows(QAbstractListModel):
    """The lines shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if self.rows[index.row()].is_caption else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row.title if role == Qt.ItemDataRole.ToolTipRole and not row.is_caption else None
