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
from desktop.views.board.table import Grid, Titles

_NARROWEST, _WIDEST = 150, 330
LABELS = 34


class Pane(QFrame):
    """A card with the board. `grid_view.current_moved` tells that another commitment is current."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self.grid, self.titles = grid, Titles(grid)
        self.grid_view, self.rows_view = GridView(grid), RowsView(self.titles)
        self.corner = Corner(self.rows_view)
        self._kept: tuple[Scene, object, list[Cell]] | None = None
        self.setProperty("kind", "card")
        self.setFocusProxy(self.grid_view)
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
        self._connect()
        self.measure()

    def _connect(self) -> None:
        here, there = self.grid_view.verticalScrollBar(), self.rows_view.verticalScrollBar()
        here.valueChanged.connect(there.setValue)
        there.valueChanged.connect(here.setValue)
        self.grid_view.horizontalScrollBar().installEventFilter(self)
        self.rows_view.picked.connect(self._pick)
        self.grid_view.current_moved.connect(self._follow)
        theme.current().changed.connect(self.measure)

    def measure(self) -> None:
        """Take over theme, text size and room."""
        self.grid_view.measure()
        metrics = QFontMetrics(theme.current().font(14, strong=True))
        titles = [texts.title(action) for action in self.grid.scene.board.actions]
        widest = max((metrics.horizontalAdvance(title) for title in titles), default=0) + PAD + 4
        room = min(max(_NARROWEST, self.width() // 4), _WIDEST)
        view = self.grid_view
        head = view.names.sizeHint().height()
        self.rows_view.measure(view.names.defaultSectionSize(), head, min(widest, room))
        self.corner.setGeometry(0, 0, self.rows_view.width(), head - theme.current().px(LABELS))

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
        flag, view = QItemSelectionModel.SelectionFlag, self.grid_view
        here = view.currentIndex()
        column = max(0, here.column())
        if modifiers & Qt.KeyboardModifier.ShiftModifier and here.isValid():
            first, last = min(first, here.row()), max(last, here.row())
        else:
            view.selectionModel().setCurrentIndex(self.grid.index(first, column), flag.NoUpdate)
        rows = QItemSelection(self.grid.index(first, 0), self.grid.index(last, self.grid.columnCount() - 1))
        adding = modifiers & Qt.KeyboardModifier.ControlModifier
        view.selectionModel().select(rows, flag.Select if adding else flag.ClearAndSelect)
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

    def go_to(self, commitment: str) -> bool:
        """Make a commitment current and bring it into view; False when it is not shown."""
        index = self.grid.find(commitment)
        if index.isValid():
            self.grid_view.select(index.row(), index.column())
            self.grid_view.scrollTo(index)
        return index.isValid()


def _cells(scene: Scene, parts: list[tuple[int, int, int, int]]) -> list[Cell]:
    places: set[tuple[int, int]] = set()
    for top, bottom, left, right in parts:
        places.update((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
    looks = scene.lit_cell if len(places) > 1 else scene.board.cell
    found = (looks(scene.rows[row], scene.columns[column]) for row, column in sorted(places))
    return [cell for cell in found if cell is not None]
