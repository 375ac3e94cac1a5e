"""The board itself: frozen columns and grid side by side, scrolled, selected and measured as one."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop import texts
from desktop.models.board import Cell
from desktop.views import theme
from desktop.views.board.choice import Scene
from desktop.views.board.corner import Corner
from desktop.views.board.grid import GridView
from desktop.views.board.rows import PAD, RowsView
from desktop.views.board.table import Grid
from desktop.views.board.titles import Titles
from desktop.views.columns import Layout
from desktop.views.empty import Empty

_NARROWEST, _WIDEST = 150, 330
_MOST = 0.6
"""The share of the pane that the frozen columns may take."""
LABELS = 34
_FLAG = QItemSelectionModel.SelectionFlag


class Pane(QFrame):
    """A card with the board. `grid_view.current_moved` tells that another commitment is current."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self.grid, self.titles = grid, Titles(grid)
        self.grid_view, self.rows_view = GridView(grid), RowsView(self.titles)
        self.corner = Corner(self.rows_view)
        self._kept: tuple[Scene, object, list[Cell]] | None = None
        self.setProperty("kind", "card")
        self._under_bar = QWidget()
        self._under_bar.setFixedHeight(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.rows_view, 1)
        left.addWidget(self._under_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 10, 6, 6)
        layout.setSpacing(6)
        layout.addLayout(left)
        layout.addWidget(self.grid_view, 1)
        self.empty = Empty(self)  # made last: Tab comes to it after the grid over which it stands
        self._connect()
        self.measure()

    def _connect(self) -> None:
        here, there = self.grid_view.verticalScrollBar(), self.rows_view.verticalScrollBar()
        here.valueChanged.connect(there.setValue)
        there.valueChanged.connect(here.setValue)
        there.rangeChanged.connect(self._keep_level)
        self.grid_view.horizontalScrollBar().installEventFilter(self)
        self.rows_view.picked.connect(self._pick)
        self.grid_view.names.group_picked.connect(self._pick_columns)
        self.grid_view.current_moved.connect(self._follow)
        theme.current().changed.connect(self.measure)

    def _keep_level(self) -> None:
        """Scroll the rows to where the grid stands, once there is room for it."""
        self.rows_view.verticalScrollBar().setValue(self.grid_view.verticalScrollBar().value())

    def lay_out(self, layout: Layout) -> None:
        """Show other frozen columns, or the same in other widths."""
        if layout.shown != self.titles.layout_now.shown:
            self.titles.lay_out(layout)
        else:
            self.titles.layout_now = layout
        self.measure()

    def measure(self) -> None:
        """Take over theme, text size and room."""
        self.grid_view.group_names()
        self.grid_view.measure()
        metrics = QFontMetrics(theme.current().font(14, strong=True))
        titles = [texts.title(action) for action in self.grid.scene.board.actions]
        widest = max((metrics.horizontalAdvance(title) for title in titles), default=0) + PAD + 4
        room = min(max(_NARROWEST, self.width() // 4), _WIDEST)
        view = self.grid_view
        head = view.names.sizeHint().height()
        most = round(self.width() * _MOST)
        self.rows_view.measure(view.names.defaultSectionSize(), head, min(widest, room), most)
        self.corner.setGeometry(0, 0, self.rows_view.width(), head - theme.current().px(LABELS))
        self.empty.setGeometry(self.rect().adjusted(self.rows_view.width() + 14, head, -10, -10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            bar = self.grid_view.horizontalScrollBar()
            self._under_bar.setFixedHeight(bar.sizeHint().height() if event.type() == QEvent.Type.Show else 0)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        self.rows_view.point_out(self.grid_view.currentIndex().row())

    def _pick(self, first: int, last: int, modifiers: Qt.KeyboardModifier) -> None:
        """Select whole rows; Ctrl adds them, Shift takes in everything from the current row on."""
        view = self.grid_view
        here = view.currentIndex()
        column = max(0, here.column())
        if modifiers & Qt.KeyboardModifier.ShiftModifier and here.isValid():
            first, last = min(first, here.row()), max(last, here.row())
        else:
            view.selectionModel().setCurrentIndex(self.grid.index(first, column), _FLAG.NoUpdate)
        rows = QItemSelection(self.grid.index(first, 0), self.grid.index(last, self.grid.columnCount() - 1))
        adding = modifiers & Qt.KeyboardModifier.ControlModifier
        self._select(rows, _FLAG.Select if adding else _FLAG.ClearAndSelect)

    def _pick_columns(self, first: int, last: int) -> None:
        """Select the windows of a group."""
        if not self.grid.rowCount():
            return
        row = max(0, self.grid_view.currentIndex().row())
        self.grid_view.selectionModel().setCurrentIndex(self.grid.index(row, first), _FLAG.NoUpdate)
        columns = QItemSelection(self.grid.index(0, first), self.grid.index(self.grid.rowCount() - 1, last))
        self._select(columns, _FLAG.ClearAndSelect)

    def _select(self, places: QItemSelection, how: QItemSelectionModel.SelectionFlag) -> None:
        view = self.grid_view
        view.selectionModel().select(places, how)
        view.viewport().update()
        view.setFocus()

    def chosen(self) -> list[Cell]:
        """Return every selected commitment, row by row; the current one when nothing is selected.

        Of several only those that are looked for: what the legend makes faint is not meant.
        """
        scene = self.grid.scene
        parts = [(one.top(), one.bottom(), one.left(), one.right()) for one in self.grid_view.chosen_ranges()]
        here = self.grid_view.currentIndex()
        if not parts and here.isValid():
            parts = [(here.row(), here.row(), here.column(), here.column())]
        if self._kept is None or self._kept[0] is not scene or self._kept[1] != parts:
            self._kept = (scene, parts, _cells(scene, parts))
        return self._kept[2]

    def current(self) -> Cell | None:
        """Return the current commitment."""
        return self.grid.cell(self.grid_view.currentIndex())

    def start(self) -> bool:
        """Make the first commitment looked for current; False when there is none."""
        scene = self.grid.scene
        if not scene.rows:
            return False
        there = scene.board.status if scene.lit is None else scene.lit
        column = next((n for n in range(len(scene.columns)) if there[scene.at(0, n)]), 0)
        self.grid_view.select(0, column)
        return True

    def go_to(self, commitment: str) -> bool:
        """Make a commitment current and bring it into view; False when it is not shown."""
        index = self.grid.find(commitment, max(0, self.grid_view.currentIndex().row()))
        if index.isValid():
            self.grid_view.select(index.row(), index.column())
            self.grid_view.scrollTo(index)
        return index.isValid()


def _cells(scene: Scene, parts: list[tuple[int, int, int, int]]) -> list[Cell]:
    places: set[tuple[int, int]] = set()
    for top, bottom, left, right in parts:
        places.update((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
    looks = scene.lit_cell if len(places) > 1 else scene.board.cell
    spots = dict.fromkeys((scene.rows[row], scene.columns[column]) for row, column in sorted(places))
    found = (looks(*spot) for spot in spots)
    return [cell for cell in found if cell is not None]
