"""What stands under the figures: categories, measures, changes and attention, filled from the focus."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.views.bridge import Bridge
from desktop.views.focus import Drill, Focus
from desktop.views.meanings import ATTENTION
from desktop.views.overview import presenter
from desktop.views.overview.mosaic import Mosaic
from desktop.views.overview.panels import ChangesPanel, EventPanel, ProgressPanel

_DATED = 400
"""At most so many commitments are asked for their dates: the list shows the others without."""


class Body(QWidget):
    """The four panels of the overview. `listing_asked` for the list of all changes."""

    listing_asked = Signal()

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus = focus
        self._bridge = bridge
        self.categories = ProgressPanel(legend=True)
        self.measures = ProgressPanel(legend=False)
        self.changes = ChangesPanel()
        self.attention = EventPanel(_("Nothing needs attention today."))
        self.mosaic = Mosaic((self.categories, self.measures), (self.changes, self.attention))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.mosaic)
        self._connect()

    def _connect(self) -> None:
        self._focus.compared_changed.connect(self._fill_changes)
        self.categories.asked.connect(self._focus.drill)
        self.measures.asked.connect(self._focus.drill)
        self.changes.asked.connect(self._on_commitment)
        self.attention.asked.connect(self._on_commitment)
        self.changes.day_picked.connect(self._focus.compare_with)
        self.changes.list_wanted.connect(self._list_changes)
        self.attention.board.show()
        self.attention.board_wanted.connect(lambda: self._focus.drill(Drill(any_of=ATTENTION)))

    def fit(self, page: QSize) -> None:
        """Place the panels for a page of a size."""
        self.mosaic.fit(page)

    def fill(self) -> None:
        """Fill all panels from the board looked at."""
        board = self._focus.board
        rows = presenter.categories(board)
        title = _("{categories} categories, {actions} actions")
        self.categories.say(title.format(categories=len(rows), actions=len(board.actions)), rows)
        title = _("{measures} measures").format(measures=len(board.catalogue.measures))
        self.measures.say(title, presenter.measures(board))
        self._fill_attention()
        self._fill_changes()

    def _fill_attention(self) -> None:
        board = self._focus.board
        events = presenter.attention(board, {})
        due = self._due(tuple(event.commitment for event in events[:_DATED]))
        if due:
            events = presenter.attention(board, due)
        self.attention.say(_("Needs attention today ({n})").format(n=len(events)), events)
        self.mosaic.title_tabs()

    def _fill_changes(self) -> None:
        board = self._focus.board
        try:
            events = presenter.changes(self._focus.then, board)
        except Refusal:
            events = ()
        self.changes.since(self._focus.since, board.as_of)
        self.changes.say(_("Changes ({n})").format(n=len(events)), events)
        self.mosaic.title_tabs()

    def _due(self, ids: tuple[str, ...]) -> dict[str, date | None]:
        if not self._bridge.is_open or not ids:
            return {}
        return {one.id: one.due_on for one in self._bridge.book.commitments(ids, as_of=self._focus.as_of)}

    def _list_changes(self) -> None:
        self._focus.list_changes(frozenset())
        self.listing_asked.emit()

    def _on_commitment(self, commitment: str) -> None:
        self._focus.drill(Drill(commitment=commitment))
