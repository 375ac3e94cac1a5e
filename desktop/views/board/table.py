"""Rows and columns of the board for Qt: the grid of commitments and the frozen columns beside it."""

from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Board, Cell
from desktop.models.vocabulary import Lamp, Mark
from desktop.views.board.arrangement import PRINTED, Arrangement, Recency
from desktop.views.board.choice import Choice, Scene, lit_of, look, whole
from desktop.views.board.faces import faces, former

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def lamp_words(lamps: Lamp, marks: Mark) -> list[str]:
    """Return the names of every lamp and mark that is on."""
    return [texts.lamp(lamp) for lamp in Lamp if lamp & lamps] + [texts.mark(one) for one in Mark if one & marks]


class Grid(QAbstractTableModel):
    """The commitments that are looked at: one row for each action, one column for each window.

    The grid is painted from `faces`, one byte for each commitment of the board; roles serve readers and tips only.
    `whole` is the scene without the choice of the legend: figures are counted over it.
    """

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._place(look(board, Choice()))

    def _place(self, scene: Scene) -> None:
        self.scene = scene
        self.whole = whole(scene)
        self.faces = faces(scene.board)

    def show(
        self,
        board: Board,
        choice: Choice,
        then: Board | None = None,
        how: Arrangement = PRINTED,
        recency: Recency | None = None,
    ) -> None:
        """Show another board, choice or arrangement of rows and columns; with `then`, what differs from that day."""
        self.beginResetModel()
        self._place(look(board, choice, former(board, then) if then else None, how, recency))
        self.endResetModel()

    def renew(self, board: Board) -> None:
        """Take over a renewed board of the same shape; rows and columns stay, so nothing jumps under the hand."""
        seen = self.scene
        lit = lit_of(board, seen.choice, seen.former)
        self._place(replace(seen, board=board, lit=lit))
        if seen.rows and seen.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.scene.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.scene.columns)

    def cell(self, index: Index) -> Cell | None:
        """Return the commitment of an index, None where there is none."""
        if not index.isValid():
            return None
        return self.scene.board.cell(self.scene.rows[index.row()], self.scene.columns[index.column()])

    def find(self, commitment: str, near: int = 0) -> QModelIndex:
        """Return where a commitment is shown; an invalid index when it is not. Of several rows the one nearest."""
        action, _at, window = commitment.partition("@")
        board = self.scene.board
        rows = [n for n, at in enumerate(self.scene.rows) if board.actions[at].id == action]
        row = min(rows, key=lambda at: abs(at - near), default=None)
        column = next((n for n, at in enumerate(self.scene.columns) if board.windows[at].id == window), None)
        return QModelIndex() if row is None or column is None else self.index(row, column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return spoken(self.cell(index))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        texts_of = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in texts_of:
            return None
        if orientation == Qt.Orientation.Vertical:
            action = self.scene.board.actions[self.scene.rows[section]]
            return f"{action.code} {texts.title(action)}"
        window = self.scene.board.windows[self.scene.columns[section]]
        if role == Qt.ItemDataRole.DisplayRole:
            return texts.title(window)
        catalogue = self.scene.board.catalogue
        unit = texts.title(catalogue.units[window.unit])
        return f"{texts.title(window)}\n{window.id} · {unit} · {texts.title(catalogue.kinds[window.kind])}"


def spoken(cell: Cell | None) -> str:
    """Return a commitment in words: action, window, state, lamps; for tips and for readers of the screen."""
    if cell is None:
        return _("Not a matter of this window")
    words = [f"{cell.action.code} {texts.title(cell.action)}", texts.title(cell.window), texts.status(cell.status)]
    return "\n".join([*words, *lamp_words(cell.lamps, cell.marks)])
