"""The board as a table for the quick deeds: what is chosen as text, and where a pasted block falls."""

from collections.abc import Sequence

from desktop import texts
from desktop.exchange.columns import folded
from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.catalogue import ServiceAction, ServiceWindow
from desktop.views.board.choice import Scene
from desktop.views.board.pane import Pane
from desktop.views.said_states import meant
from desktop.views.table_of import Landing
from desktop.views.table_text import Rows
from desktop.views.window_name import short

_HEADS = 2
"""Columns of heads beside the states: code and title."""


class Block:
    """Reads the pane for the deeds of a table (`table_of.Table`)."""

    def __init__(self, pane: Pane) -> None:
        self._pane = pane

    @property
    def _scene(self) -> Scene:
        return self._pane.grid.scene

    def chosen(self) -> Sequence[Cell]:
        """Return the chosen commitments, row by row."""
        return self._pane.chosen()

    def here(self) -> int | None:
        """Return where the current commitment lies in the arrays of the board."""
        index = self._pane.grid_view.currentIndex()
        return self._scene.at(index.row(), index.column()) if index.isValid() else None

    def places(self) -> Sequence[int]:
        """Return where what is looked for lies in the arrays of the board, row by row."""
        scene = self._scene
        there, width = scene.board.status if scene.lit is None else scene.lit, len(scene.board.windows)
        places = (row * width + column for row in scene.rows for column in scene.columns)
        return [at for at in dict.fromkeys(places) if there[at]]

    def go_to(self, commitment: str) -> bool:
        """Make a commitment current."""
        return self._pane.go_to(commitment)

    def copied(self, *, heads: bool) -> tuple[Rows, int]:
        """Return the states of what is chosen, with heads where whole rows or columns are chosen or they are asked for.

        Pieces stand in one table over all their rows and columns; what is not chosen of it is empty.
        """
        scene, parts = self._scene, self._pane.grid_view.chosen_ranges()
        chosen = {cell.id: cell for cell in self.chosen()}
        rows = sorted({row for one in parts for row in range(one.top(), one.bottom() + 1)})
        columns = sorted({column for one in parts for column in range(one.left(), one.right() + 1)})
        if not chosen:
            return [], 0
        whole = any(one.width() == len(scene.columns) or one.height() == len(scene.rows) for one in parts)
        actions = [scene.board.actions[scene.rows[row]] for row in rows]
        windows = [scene.board.windows[scene.columns[column]] for column in columns]
        found: list[list[str]] = []
        heads = heads or (whole and len(chosen) > 1)
        if heads:
            found.append([_("No."), _("Action"), *(short(texts.title(window)) for window in windows)])
        for action in actions:
            states = [_state(chosen.get(f"{action.id}@{window.id}")) for window in windows]
            found.append([action.code, texts.title(action), *states] if heads else states)
        return found, int(heads)

    def landing(self, rows: Rows) -> Sequence[Landing]:
        """Return where each word falls: by its heads where the block has them, else from the first chosen cell on."""
        by_window, by_action = self._columns_by_head(rows), self._rows_by_head(rows)
        top, left = self._corner()
        first, beside = int(by_window is not None), _HEADS if by_action is not None else 0
        found = []
        for down, line in enumerate(rows[first:]):
            row = by_action[down + first] if by_action is not None else top + down
            for across, word in enumerate(line[beside:]):
                column = by_window[across + beside] if by_window is not None else left + across
                found.append(Landing(word, self._cell(row, column), self._name(row, column, down, across)))
        return found

    def _corner(self) -> tuple[int, int]:
        parts, here = self._pane.grid_view.chosen_ranges(), self._pane.grid_view.currentIndex()
        if not parts:
            return max(0, here.row()), max(0, here.column())
        return min(one.top() for one in parts), min(one.left() for one in parts)

    def _columns_by_head(self, rows: Rows) -> list[int | None] | None:
        """Return the shown column of each head of a block, None where its first row has no heads."""
        known: dict[str, int] = {}
        for number, at in enumerate(self._scene.columns):
            known.update(dict.fromkeys(_names_of_window(self._scene.board.windows[at]), number))
        heads = [known.get(folded(head)) for head in rows[0]]
        is_head = any(head is not None for head in heads) and not any(meant(head) for head in rows[0])
        return heads if is_head else None

    def _rows_by_head(self, rows: Rows) -> list[int | None] | None:
        """Return the shown row of each line of a block by its code or title, None where it has no such heads."""
        known: dict[str, int] = {}
        for number, at in enumerate(self._scene.rows):
            known.update(dict.fromkeys(_names_of_action(self._scene.board.actions[at]), number))
        if any(len(line) <= _HEADS for line in rows):
            return None
        found = [known.get(folded(line[0]), known.get(folded(line[1]))) for line in rows]
        return found if any(row is not None for row in found) else None

    def _cell(self, row: int | None, column: int | None) -> Cell | None:
        scene = self._scene
        if row is None or column is None or row >= len(scene.rows) or column >= len(scene.columns):
            return None
        return scene.board.cell(scene.rows[row], scene.columns[column])

    def _name(self, row: int | None, column: int | None, down: int, across: int) -> str:
        scene = self._scene
        if row is None or column is None or row >= len(scene.rows) or column >= len(scene.columns):
            return _("line {row}, column {column} of the copy").format(row=down + 1, column=across + 1)
        action, window = scene.board.actions[scene.rows[row]], scene.board.windows[scene.columns[column]]
        return _("{code} at {window}").format(code=action.code, window=short(texts.title(window)))


def _state(cell: Cell | None) -> str:
    return texts.status(cell.status) if cell is not None else ""


def _names_of_window(window: ServiceWindow) -> list[str]:
    names = (window.id, window.name_zh, window.name_en, short(window.name_zh), short(window.name_en))
    return [folded(name) for name in names if name]


def _names_of_action(action: ServiceAction) -> list[str]:
    return [folded(name) for name in (action.code, action.title_zh, action.title_en) if name]
