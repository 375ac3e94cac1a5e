"""The overview page: puts cards and panels together and fills them from the focus."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.models import totals
from desktop.models.refusals import Refusal
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.focus import Drill, Focus
from desktop.views.overview import presenter
from desktop.views.overview.cards import Cards
from desktop.views.overview.mosaic import Mosaic
from desktop.views.overview.panels import ChangesPanel, EventPanel, ProgressPanel
from desktop.views.page import Page

_REST_MS = 15
"""Figures are painted first; lists and the second panel follow."""
_DATED = 400
"""At most so many commitments are asked for their dates: the list shows the others without."""


class OverviewScreen(Page):
    """Seven counts, two rates, categories, measures, what changed, what needs attention today."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus = focus
        self._bridge = bridge
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._fill_rest)
        self._build()
        self._connect()
        self._stale = False
        self.refresh()

    def _build(self) -> None:
        self.cards = Cards()
        self.categories = ProgressPanel(legend=True)
        self.measures = ProgressPanel(legend=False)
        self.changes = ChangesPanel()
        self.attention = EventPanel(_("Nothing needs attention today."))
        self.mosaic = Mosaic((self.categories, self.measures), (self.changes, self.attention))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(self.cards)
        column.addWidget(self.mosaic, 1)

    def _connect(self) -> None:
        self._focus.board_changed.connect(self.refresh)
        self._focus.cells_changed.connect(self._on_cells)
        self._focus.compared_changed.connect(self._fill_changes)
        self.cards.asked.connect(self._focus.drill)
        self.categories.asked.connect(self._focus.drill)
        self.measures.asked.connect(self._focus.drill)
        self.changes.asked.connect(self._on_commitment)
        self.attention.asked.connect(self._on_commitment)
        self.changes.day_picked.connect(self._focus.compare_with)
        theme.current().changed.connect(self.refresh)

    def refresh(self) -> None:
        """Fill everything from the board looked at."""
        board = self._focus.board
        by_window = totals.by_window(board)
        self.cards.say(presenter.rates(by_window.total), presenter.figures(by_window))
        rows = presenter.categories(board)
        self.categories.say(
            _("{categories} categories, {actions} actions").format(categories=len(rows), actions=len(board.actions)),
            rows,
        )
        self.mosaic.title_tabs()
        self._rest.start()

    def _fill_rest(self) -> None:
        """Fill what may come a moment after the figures."""
        board = self._focus.board
        title = _("{measures} measures").format(measures=len(board.catalogue.measures))
        self.measures.say(title, presenter.measures(board))
        self._fill_attention()
        self._fill_changes()

    def arrive(self) -> None:
        """Catch up with what was posted while another page was at the front."""
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_cells(self, _ids: object) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

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

    def _on_commitment(self, commitment: str) -> None:
        self._focus.drill(Drill(commitment=commitment))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the panels for the new room."""
        super().resizeEvent(event)
        self.mosaic.fit(self.size())
