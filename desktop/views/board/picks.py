"""Choosing whole rows, columns and categories of the board by keyboard; the mouse does it in the frozen columns."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from desktop.i18n import _
from desktop.views.board.pane import Pane
from desktop.views.deeds import Deed, native


class Picks:
    """The deeds that choose whole lines of the board."""

    def __init__(self, pane: Pane) -> None:
        self._pane = pane

    def deeds(self) -> tuple[Deed, ...]:
        """Return them, for menus and palette."""
        return (
            Deed("choose.all", _("Choose all that is shown"), self._pane.grid_view.selectAll, "", "edit", 3,
                 hint=native("Ctrl+A")),
            Deed("choose.row", _("Choose whole rows"), self.rows, "Ctrl+Shift+R", "edit", 3),
            Deed("choose.column", _("Choose whole columns"), self.columns, "Ctrl+Shift+L", "edit", 3),
            Deed("choose.category", _("Choose the whole category"), self.category, "Ctrl+Shift+G", "edit", 3),
        )  # fmt: skip

    def rows(self) -> None:
        """Widen what is chosen to whole rows."""
        last = self._pane.grid.columnCount() - 1
        self._choose([(top, bottom, 0, last) for top, bottom, _left, _right in self._parts()])

    def columns(self) -> None:
        """Widen what is chosen to whole columns."""
        last = self._pane.grid.rowCount() - 1
        self._choose([(0, last, left, right) for _top, _bottom, left, right in self._parts()])

    def category(self) -> None:
        """Choose every row of the categories of what is chosen."""
        last, rows = self._pane.grid.columnCount() - 1, self._pane.rows_view
        self._choose(
            [(rows.group(top).start, rows.group(bottom).stop - 1, 0, last) for top, bottom, *_across in self._parts()]
        )

    def _parts(self) -> list[tuple[int, int, int, int]]:
        view = self._pane.grid_view
        parts = [(one.top(), one.bottom(), one.left(), one.right()) for one in view.chosen_ranges()]
        here = view.currentIndex()
        return parts or ([(here.row(), here.row(), here.column(), here.column())] if here.isValid() else [])

    def _choose(self, parts: list[tuple[int, int, int, int]]) -> None:
        view, grid, found = self._pane.grid_view, self._pane.grid, QItemSelection()
        for top, bottom, left, right in parts:
            part = QItemSelection(grid.index(top, left), grid.index(bottom, right))
            found.merge(part, QItemSelectionModel.SelectionFlag.Select)
        view.selectionModel().select(found, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        view.viewport().update()
        view.setFocus()
