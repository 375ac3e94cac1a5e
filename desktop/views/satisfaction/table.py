"""A list of lines for both halves of the page: words by column, some columns painted in a way of their own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.columns import Column
from desktop.views.list_table import be_list
from desktop.views.shapes import Shapes
from desktop.views.strokes import write
from desktop.views.table_columns import TableColumns

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its key, its words by column, what it is sorted by (the words where that is not given), and its tones."""

    key: str
    words: Mapping[str, str]
    data: object = None
    order: Mapping[str, float | str] = field(default_factory=dict)
    tones: Mapping[str, str] = field(default_factory=dict)
    """Names of tokens by column; the text colour otherwise."""
    strong: bool = False
    """Whether it is the whole, which stays on top however the others are sorted."""


Paint = Callable[[QPainter, QRect, Line], None]


class ListModel(QAbstractTableModel):
    """The lines shown, sorted by a column."""

    def __init__(self, known: Sequence[Column]) -> None:
        super().__init__()
        self.known = tuple(known)
        self.lines: tuple[Line, ...] = ()
        self._given: tuple[Line, ...] = ()
        self.heads: dict[str, str] = {}
        """Heads that say more than the title of their column."""
        self.sorted_by, self.down = "", False

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines, in the order in force."""
        self.beginResetModel()
        self._given = tuple(lines)
        self.lines = self._ordered()
        self.endResetModel()

    def sort_by(self, column: str) -> None:
        """Sort by a column, the other way round the second time, as given the third."""
        if column != self.sorted_by:
            self.sorted_by, self.down = column, False
        elif not self.down:
            self.down = True
        else:
            self.sorted_by, self.down = "", False
        self.show(self._given)

    def _ordered(self) -> tuple[Line, ...]:
        whole = tuple(line for line in self._given if line.strong)
        rest = [line for line in self._given if not line.strong]
        if self.sorted_by:
            rest.sort(key=self._rank, reverse=self.down)
        return (*whole, *rest)

    def _rank(self, line: Line) -> tuple[bool, float, str]:
        found = line.order.get(self.sorted_by, line.words[self.sorted_by])
        return (
            isinstance(found, str),
            0.0 if isinstance(found, str) else found,
            found if isinstance(found, str) else "",
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.known)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self.lines[index.row()].words[self.known[index.column()].id] if role in _TEXTS else None

    def head(self, column: Column) -> str:
        """Return what stands over a column."""
        return self.heads.get(column.id) or _(column.title)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.known[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        arrow = ("  ↓" if self.down else "  ↑") if column.id == self.sorted_by else ""
        return self.head(column) + arrow


class ListPainter(QStyledItemDelegate):
    """Paints a line: some columns in a way of their own, the rest as text."""

    def __init__(self, parent: QWidget, ways: Mapping[str, Paint]) -> None:
        super().__init__(parent)
        self._ways = ways

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect, model = theme.current().tokens, option.rect, index.model()
        if not isinstance(model, ListModel):
            return
        line, column = model.lines[index.row()], model.known[index.column()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(
            rect, QColor(tokens.selection if chosen else tokens.surface2 if line.strong else tokens.surface)
        )
        if index.row():
            painter.setPen(QColor(tokens.track))
            painter.drawLine(rect.topLeft(), rect.topRight())
        way = self._ways.get(column.id)
        if way is not None:
            way(painter, rect, line)
        else:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            tone = getattr(tokens, line.tones.get(column.id, "text"))
            room = rect.adjusted(6, 0, -8, 0)
            write(painter, room, line.words[column.id], tone, 14, strong=line.strong, align=side)
        painter.restore()


@dataclass(frozen=True, slots=True)
class TableShape:
    """Where the columns of a list are kept, under which name, and how high its rows are (pixels at 100 per cent)."""

    shapes: Shapes
    part: str
    row: int


class ListView(QTableView):
    """The list. `opened(key)` on Enter or a double click, `went(key)` when another line is chosen."""

    opened = Signal(str)
    went = Signal(str)

    def __init__(self, name: str, model: ListModel, shape: TableShape, ways: Mapping[str, Paint] | None = None) -> None:
        """Take the name for readers, the model, the shape, and what paints some columns by their ids."""
        super().__init__()
        self._lines, self._row = model, shape.row
        self.setModel(model)
        self.setItemDelegate(ListPainter(self, ways or {}))
        be_list(self, name, several=False)
        self.columns = TableColumns(self, model.known, shape.shapes, shape.part)
        self.columns.sort_asked.connect(self._sort)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.lines[index.row()].key))
        self.selectionModel().currentRowChanged.connect(lambda _new, _old: self.went.emit(self.key))
        theme.current().changed.connect(self.measure)
        self.measure()

    @property
    def key(self) -> str:
        """The key of the line that is chosen, empty where none is."""
        row = self.currentIndex().row()
        return self._lines.lines[row].key if 0 <= row < len(self._lines.lines) else ""

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the chosen one and its place stay where it is still there."""
        self._keeping(lambda: self._lines.show(lines))

    def _sort(self, column: str) -> None:
        self._keeping(lambda: self._lines.sort_by(column))

    def _keeping(self, change: Callable[[], None]) -> None:
        here, scrolled = self.key, self.verticalScrollBar().value()
        change()
        keys = [line.key for line in self._lines.lines]
        if keys:
            self.selectRow(keys.index(here) if here in keys else 0)
        if here in keys:
            self.verticalScrollBar().setValue(scrolled)
        self.went.emit(self.key)

    def choose(self, key: str) -> None:
        """Choose the line of a key, where it is shown."""
        at = next((at for at, line in enumerate(self._lines.lines) if line.key == key), None)
        if at is not None:
            self.selectRow(at)

    def measure(self) -> None:
        """Take over theme, text size and room."""
        self.verticalHeader().setDefaultSectionSize(theme.current().px(self._row))
        self.columns.measure()
        self.viewport().update()

    def listing(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Return heads and lines in words, as they stand there."""
        shown = self.columns.shown
        columns = {column.id: column for column in self._lines.known}
        heads = tuple(self._lines.head(columns[key]) for key in shown)
        return heads, tuple(tuple(line.words[key] for key in shown) for line in self._lines.lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a double click on the current line."""
        if event.key() in _ENTER and self.key:
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)
