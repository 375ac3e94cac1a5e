"""Rows and columns of the board for Qt: the grid of commitments and the frozen columns beside it."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Board, Cell
from desktop.models.vocabulary import Lamp, Mark
from desktop.views.board.choice import Choice, Scene, lit_of, look
from desktop.views.board.faces import faces, former, rates

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CATEGORY, CODE, TITLE, RATE = range(4)


def lamp_words(lamps: Lamp, marks: Mark) -> list[str]:
    """Return the names of every lamp and mark that is on."""
    return [texts.lamp(lamp) for lamp in Lamp if lamp & lamps] + [texts.mark(one) for one in Mark if one & marks]


class Grid(QAbstractTableModel):
    """The commitments that are looked at: one row for each action, one column for each window.

    The grid is painted from `faces`, one byte for each commitment of the board; roles serve readers and tips only.
    """

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._place(look(board, Choice()))

    def _place(self, scene: Scene) -> None:
        self.scene = scene
        self.faces = faces(scene.board)

    def show(self, board: Board, choice: Choice, then: Board | None = None) -> None:
        """Show another board or choice of its rows and columns; with `then`, only what differs from that day."""
        self.beginResetModel()
        self._place(look(board, choice, former(board, then) if then else None))
        self.endResetModel()

    def renew(self, board: Board) -> None:
        """Take over a renewed board of the same shape; rows and columns stay, so nothing jumps under the hand."""
        seen = self.scene
        lit = lit_of(board, seen.choice, seen.former)
        self._place(Scene(board, seen.choice, seen.rows, seen.columns, lit, seen.former))
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

    def category(self, row: int) -> str:
        """Return the id of the category of a shown row."""
        return self.scene.board.actions[self.scene.rows[row]].category

    def find(self, commitment: str) -> QModelIndex:
        """Return where a commitment is shown; an invalid index when it is not."""
        action, _at, window = commitment.partition("@")
        board = self.scene.board
        row = next((n for n, at in enumerate(self.scene.rows) if board.actions[at].id == action), None)
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


class Titles(QAbstractTableModel):
    """The frozen columns: category, code, title and 落实率 of each shown action over the shown windows."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self._grid = grid
        self.category = grid.category
        self._rates = rates(grid.scene)
        grid.modelAboutToBeReset.connect(self.beginResetModel)
        grid.modelReset.connect(self._reset)
        grid.dataChanged.connect(self._renew)

    def _reset(self) -> None:
        self._rates = rates(self._grid.scene)
        self.endResetModel()

    def _renew(self) -> None:
        self._rates = rates(self._grid.scene)
        self.dataChanged.emit(self.index(0, RATE), self.index(self.rowCount() - 1, RATE))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._grid.scene.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        scene = self._grid.scene
        action = scene.board.actions[scene.rows[index.row()]]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{action.code} {texts.title(action)}\n{texts.text(action)}"
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.column() == RATE:
            return texts.percent(self._rates[index.row()])
        category = texts.title(scene.board.catalogue.categories[action.category])
        return (category, action.code, texts.title(action))[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == RATE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignBottom
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return ("", _("No."), _("Action"), _("In place %"))[section]
