"""The grid of status tiles: a table view whose frame is painted here, one blit for each visible commitment."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QItemSelectionRange, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.board.groups import column_group_name, spans
from desktop.views.board.names import Names
from desktop.views.board.table import Grid, Index
from desktop.views.board.tiles import Tiles, ring
from desktop.views.letters import is_letter

CELL, GAP = 28, 2
_STEPS = {
    QAbstractItemView.CursorAction.MoveUp: (-1, 0),
    QAbstractItemView.CursorAction.MoveDown: (1, 0),
    QAbstractItemView.CursorAction.MoveLeft: (0, -1),
    QAbstractItemView.CursorAction.MoveRight: (0, 1),
}


class GridView(QTableView):
    """The tiles with selection, keyboard and accessibility of a table. What a key means is for the screen to say."""

    pressed_key = Signal(QKeyEvent)
    menu_wanted = Signal(QContextMenuEvent)
    current_moved = Signal()

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self.grid = grid
        self._tiles: Tiles | None = None
        self.names = Names(self)
        self.setHorizontalHeader(self.names)
        self.setModel(grid)
        self.setAccessibleName(_("Board of commitments"))
        self._behave()
        self.measure()

    def _behave(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for bar_mode in (self.setVerticalScrollMode, self.setHorizontalScrollMode):
            bar_mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setCornerWidget(QWidget(self))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def group_names(self) -> None:
        """Take over the groups of the windows."""
        scene = self.grid.scene
        by = scene.arrangement.group_columns
        parts = spans(scene.column_groups) if by else []
        self.names.show_groups([(part, column_group_name(scene, scene.column_groups[part.start])) for part in parts])

    def measure(self) -> None:
        """Take over theme and text size: sizes of the cells, tiles and names are made anew."""
        cell = theme.current().px(CELL)
        for header in (self.names, self.verticalHeader()):
            header.setMinimumSectionSize(cell)
            header.setDefaultSectionSize(cell)
        self.names.forget()
        self._tiles = None
        self.updateGeometries()
        self.viewport().update()

    @property
    def tiles(self) -> Tiles:
        """The tiles for the screen on which the grid stands now."""
        ratio = self.devicePixelRatioF()
        if self._tiles is None or self._tiles.ratio != ratio:
            self._tiles = Tiles(theme.current().px(CELL) - GAP, ratio)
        return self._tiles

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.current().tokens.surface))
        self._paint_selection(painter)
        self._paint_dots(painter)
        self._paint_tiles(painter, event.rect())
        self._paint_rules(painter, event.rect())
        if self.currentIndex().isValid():
            ring(painter, QRectF(self.visualRect(self.currentIndex())).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _span(self, rect: QRect) -> tuple[range, range]:
        cell = self.names.defaultSectionSize()
        top, left = rect.top() + self.verticalHeader().offset(), rect.left() + self.names.offset()
        rows = range(max(0, top // cell), min(len(self.grid.scene.rows), (top + rect.height()) // cell + 1))
        columns = range(max(0, left // cell), min(len(self.grid.scene.columns), (left + rect.width()) // cell + 1))
        return rows, columns

    def _paint_dots(self, painter: QPainter) -> None:
        """Put a dot where a tile may stand, in one stroke: an empty place shows it, a tile covers it."""
        cell, scene = self.names.defaultSectionSize(), self.grid.scene
        left, top = -self.names.offset(), -self.verticalHeader().offset()
        painter.setBrushOrigin(left, top)
        box = QRect(left, top, cell * len(scene.columns), cell * len(scene.rows))
        painter.fillRect(box.intersected(self.viewport().rect()), QBrush(self.tiles.dots(cell)))

    def _paint_tiles(self, painter: QPainter, rect: QRect) -> None:
        scene, faces, tiles = self.grid.scene, self.grid.faces, self.tiles
        rows, columns = self._span(rect)
        cell, width = self.names.defaultSectionSize(), len(scene.board.windows)
        left, top = GAP // 2 - self.names.offset(), GAP // 2 - self.verticalHeader().offset()
        places = [(column * cell + left, scene.columns[column]) for column in columns]
        draw, bright, make, lit = painter.drawPixmap, tiles.bright, tiles.make, scene.lit
        for row in rows:
            base, y = scene.rows[row] * width, row * cell + top
            if lit is None:
                for x, at in places:
                    if face := faces[base + at]:
                        draw(x, y, bright[face] or make(face))
            else:
                for x, at in places:
                    if face := faces[base + at]:
                        draw(x, y, make(face, lit=bool(lit[base + at])))
        if scene.former is not None:
            self._paint_former(painter, scene.former, rows, columns)

    def _paint_former(self, painter: QPainter, former: bytes, rows: range, columns: range) -> None:
        """Put the state of then as a small tile into the lower left corner of what changed."""
        cell = self.names.defaultSectionSize()
        for row in rows:
            for column in columns:
                code = former[self.grid.scene.at(row, column)]
                if code:
                    tile = self.tiles.former(code)
                    lower = cell - round(tile.height() / tile.devicePixelRatio())
                    place = self.rowViewportPosition(row) + lower
                    painter.drawPixmap(self.columnViewportPosition(column), place, tile)

    def _paint_rules(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(QColor(theme.current().tokens.field_border), 1))
        scene = self.grid.scene
        rows, columns = self._span(rect)
        edge = self.columnViewportPosition(len(scene.columns) - 1) + self.names.defaultSectionSize()
        for row in rows:
            if row and scene.row_groups[row] != scene.row_groups[row - 1]:
                y = self.rowViewportPosition(row)
                painter.drawLine(rect.left(), y, min(rect.right(), edge), y)
        lower = self.rowViewportPosition(len(scene.rows) - 1) + self.names.defaultSectionSize()
        for column in columns:
            if column and scene.column_groups[column] != scene.column_groups[column - 1]:
                x = self.columnViewportPosition(column)
                painter.drawLine(x, rect.top(), x, min(rect.bottom(), lower))

    def chosen_ranges(self) -> list[QItemSelectionRange]:
        """Return the selected rectangles."""
        chosen = self.selectionModel().selection()
        return [chosen.at(number) for number in range(chosen.count())]

    def _paint_selection(self, painter: QPainter) -> None:
        tokens = theme.current().tokens
        for part in self.chosen_ranges():
            box = self.visualRect(part.topLeft()).united(self.visualRect(part.bottomRight()))
            if box.width() > CELL * 2 or box.height() > CELL * 2 or part.width() + part.height() > 2:
                painter.fillRect(box, QColor(tokens.selection))
                painter.setPen(QPen(QColor(tokens.accent), 1))
                painter.drawRect(box.adjusted(0, 0, -1, -1))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.names.point_out(current.column())
        self.viewport().update()
        self.current_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        if not self.currentIndex().isValid() and self.grid.rowCount():
            self.select(0, 0)

    def select(self, row: int, column: int) -> None:
        """Make a cell current and the only one selected."""
        index = self.grid.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let an arrow go on to the next commitment over places that have none; with Shift or Ctrl cell by cell."""
        found = super().moveCursor(action, modifiers)
        step = _STEPS.get(action)
        if step is None or modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
            return found
        row, column = found.row(), found.column()
        while 0 <= row < self.grid.rowCount() and 0 <= column < self.grid.columnCount():
            if self.grid.faces[self.grid.scene.at(row, column)]:
                return self.grid.index(row, column)
            row, column = row + step[0], column + step[1]
        return self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.pressed_key.emit(event)
        if not event.isAccepted() and not is_letter(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.measure()
        return super().event(event)
