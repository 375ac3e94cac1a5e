"""The head of an ordinary table: chosen columns in their order and widths, sorted by a click, all remembered."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop.views import theme
from desktop.views.column_chooser import ColumnChooser
from desktop.views.columns import Column, Layout
from desktop.views.shapes import Shapes

_LEAST = 44


class TableColumns(QObject):
    """Leads the head of a table whose model has all known columns; one of them takes the room that is left.

    `laid_out` when columns are others, `sort_asked(column id)` on a click on a head, `menu_asked(place)` for its menu.
    """

    laid_out = Signal()
    sort_asked = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, view: QTableView, known: Sequence[Column], shapes: Shapes, part: str) -> None:
        """Take the table, its columns in the order of the model, and where and by which name their shape is kept."""
        super().__init__(view)
        self._view, self._known = view, tuple(known)
        self.spare: frozenset[str] = frozenset()
        self._shapes, self._part = shapes, part
        self._measuring = False
        self.layout_now = Layout.read(shapes.of(part).get("columns"), self._known)
        header = view.horizontalHeader()
        header.setSectionsMovable(False)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(_LEAST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.menu_asked.emit(header.mapToGlobal(at)))
        header.sectionClicked.connect(lambda section: self.sort_asked.emit(self._known[section].id))
        header.sectionResized.connect(self._on_resized)
        self.measure()

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the columns that stand there, in their order: without those that are spared for want of room."""
        return tuple(key for key in self.layout_now.shown if key not in self.spare)

    @property
    def _widest(self) -> str:
        """The id of the column that takes the room that is left: the wide one, or where it is not shown a fixed one."""
        wide = (column.id for column in self._known if column.wide and column.id in self.shown)
        return next(wide, next(column.id for column in self._known if column.fixed))

    @property
    def chosen(self) -> bool:
        """Whether a person chose the columns."""
        return self.layout_now.shown != Layout.usual(self._known).shown

    def lay_out(self, layout: Layout, *, keep: bool = True) -> None:
        """Show other columns; with `keep` also at the next start."""
        self.layout_now = layout
        if keep:
            self._shapes.keep(self._part, {"columns": layout.kept()})
        self.measure()
        self.laid_out.emit()

    def measure(self) -> None:
        """Take over layout, text size and room."""
        self._measuring = True
        header, look = self._view.horizontalHeader(), theme.current()
        places = {column.id: at for at, column in enumerate(self._known)}
        for at, column in enumerate(self._known):
            self._view.setColumnHidden(at, column.id not in self.shown)
        for target, key in enumerate(self.shown):
            header.moveSection(header.visualIndex(places[key]), target)
        used, wide_key = 0, self._widest
        for key in self.shown:
            if key != wide_key:
                width = look.px(self.layout_now.width(self._known[places[key]]))
                self._view.setColumnWidth(places[key], width)
                used += width
        least = look.px(self.layout_now.width(self._known[places[wide_key]]))
        self._view.setColumnWidth(places[wide_key], max(least, self._view.viewport().width() - used))
        self._measuring = False

    def choose(self, parent: QWidget) -> ColumnChooser:
        """Open the list of columns under a widget."""
        chooser = ColumnChooser(parent, self._known, self.layout_now)
        chooser.chosen.connect(self.lay_out)
        chooser.open_at(parent.mapToGlobal(QPoint(parent.width(), parent.height() + 4)))
        return chooser

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        if not self._measuring:
            width = round(new * 100 / theme.current().size)
            self.layout_now = self.layout_now.widened(self._known[section].id, width)
            self._shapes.keep(self._part, {"columns": self.layout_now.kept()})
            self.laid_out.emit()
