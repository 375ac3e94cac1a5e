"""The heads of the board: sorting by a click, widths by dragging, columns, groups and order, all remembered."""

from functools import partial

from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, Qt, Signal

from desktop.i18n import _
from desktop.views.board.arrange_button import ArrangeButton, changed
from desktop.views.board.arrangement import Arrangement
from desktop.views.board.choice import Choice
from desktop.views.board.pane import Pane
from desktop.views.board.row_columns import BEHIND, KNOWN, SORTED_BY
from desktop.views.board.view_state import read_arrangement, written_arrangement
from desktop.views.column_chooser import ColumnChooser
from desktop.views.columns import Layout
from desktop.views.deeds import Deed
from desktop.views.shapes import Shapes

_PART = "board"


class Heads(QObject):
    """Groups, order and columns as they are now.

    `arranged` when groups or order are others, `laid_out` when columns are, `hidden("actions" | "windows")` and
    `showing` when the chosen ones are to be hidden and all to be shown again.
    """

    arranged = Signal()
    laid_out = Signal()
    hidden = Signal(str)
    showing = Signal()

    def __init__(self, pane: Pane, button: ArrangeButton, shapes: Shapes) -> None:
        super().__init__(pane)
        self._pane, self._button, self._shapes = pane, button, shapes
        kept = shapes.of(_PART)
        self.how = read_arrangement(kept.get("arrangement") or {})
        self.layout_now = Layout.read(kept.get("columns"), KNOWN)
        self._apply()
        self._connect()

    def _connect(self) -> None:
        button, rows, names = self._button, self._pane.rows_view, self._pane.grid_view.names
        button.arranged.connect(self._arrange)
        button.columns_wanted.connect(self.choose_columns)
        button.hiding_wanted.connect(self.hidden)
        button.showing_wanted.connect(self.showing)
        rows.head_picked.connect(self._sort_by)
        rows.head_menu.connect(button.open_menu)
        rows.widened.connect(lambda column, width: self._lay_out(self.layout_now.widened(column, width)))
        names.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        names.customContextMenuRequested.connect(self._on_name)

    def take(self, how: Arrangement, layout: Layout) -> None:
        """Take groups, order and columns of a view, without telling anybody."""
        self.how, self.layout_now = how, layout
        self._apply()

    def behind(self, column: str) -> tuple[str, ...]:
        """Return the codes of what stands behind a figure of a column."""
        return BEHIND.get(column, ())

    def say(self, choice: Choice) -> None:
        """Take over whether anything is hidden."""
        self._button.is_hiding = bool(choice.hidden_actions or choice.hidden_windows)

    def choose_columns(self) -> ColumnChooser:
        """Open the list of columns."""
        button = self._button
        chooser = ColumnChooser(button, KNOWN, self.layout_now)
        chooser.chosen.connect(self._lay_out)
        chooser.open_at(button.mapToGlobal(QPoint(button.width(), button.height() + 4)))
        return chooser

    def deeds(self) -> tuple[Deed, ...]:
        """Return the ways down from the figures of the current row, for those who do not use the mouse."""
        named = ((column.id, _("{figure} of this action: its rows").format(figure=_(column.title))) for column in KNOWN)
        return tuple(
            Deed(f"figure.{key}", title, partial(self._show_figure, key), barred=self._no_row)
            for key, title in named
            if key in BEHIND
        )

    def _show_figure(self, column: str) -> None:
        self._pane.rows_view.figure_picked.emit(self._pane.grid_view.currentIndex().row(), column)

    def _no_row(self) -> str:
        return "" if self._pane.grid_view.currentIndex().isValid() else _("Nothing is chosen here.")

    def _arrange(self, how: Arrangement) -> None:
        self.how = how
        self._apply()
        self._keep()
        self.arranged.emit()

    def _lay_out(self, layout: Layout) -> None:
        self.layout_now = layout
        self._apply()
        self._keep()
        self.laid_out.emit()

    def _apply(self) -> None:
        self._button.how = self.how
        self._pane.lay_out(self.layout_now)

    def _keep(self) -> None:
        kept = {"arrangement": written_arrangement(self.how), "columns": self.layout_now.kept()}
        self._shapes.keep(_PART, kept)

    def _sort_by(self, column: str) -> None:
        if column in SORTED_BY:
            self._arrange(changed(self.how, "sort_rows", SORTED_BY[column]))

    def _on_name(self, at: QPoint) -> None:
        """Choose the window under the mouse, unless it is chosen already, and open the menu."""
        view = self._pane.grid_view
        column = view.names.logicalIndexAt(at)
        if column >= 0 and not view.selectionModel().isColumnSelected(column):
            row = max(0, view.currentIndex().row())
            flag = QItemSelectionModel.SelectionFlag
            view.selectionModel().setCurrentIndex(view.grid.index(row, column), flag.NoUpdate)
            view.selectColumn(column)
        self._button.open_menu(view.names.mapToGlobal(at))
