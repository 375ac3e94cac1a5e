"""The overview page: the figures at once, and a moment later what stands under them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models import totals
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.deeds import Deed
from desktop.views.focus import Drill, Focus
from desktop.views.overview import figures
from desktop.views.overview.cards import Cards
from desktop.views.page import Page

if TYPE_CHECKING:
    from desktop.views.overview.body import Body

_REST_MS = 15
"""The figures are painted before the panels are built or filled: they are on the screen sooner."""


class OverviewScreen(Page):
    """Seven counts, two rates, categories, measures, what changed, what needs attention today."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus = focus
        self._bridge = bridge
        self._body: Body | None = None
        self._stale = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.cards = Cards()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 20)
        self._column.setSpacing(16)
        self._column.addWidget(self.cards)
        self._room = QWidget()
        self._column.addWidget(self._room, 1)

    def _connect(self) -> None:
        self._focus.board_changed.connect(self.refresh)
        self._focus.cells_changed.connect(self._on_cells)
        self._rest.timeout.connect(self._fill_rest)
        self.cards.asked.connect(self._focus.drill)
        theme.current().changed.connect(self._redress)

    @property
    def body(self) -> "Body":
        """The panels under the figures, built on first use."""
        if self._body is None:
            from desktop.views.overview.body import Body

            self._body = Body(self._focus, self._bridge)
            self._body.listing_asked.connect(lambda: self.asked.emit("changes"))
            self._room.hide()
            self._column.addWidget(self._body, 1)
            self._body.fit(self.size())
            self._body.fill()
        return self._body

    def refresh(self) -> None:
        """Fill everything from the board looked at."""
        by_window = totals.by_window(self._focus.board)
        self.cards.say(figures.rates(by_window.total), figures.figures(by_window))
        self._rest.start()

    def _redress(self) -> None:
        """Draw everything in the theme in use: the figures are the same."""
        by_window = totals.by_window(self._focus.board)
        self.cards.say(figures.rates(by_window.total), figures.figures(by_window))
        if self._body is not None:
            self._body.fit(self.size())

    def arrive(self) -> None:
        """Catch up with what was posted while another page was at the front."""
        if self._stale:
            self._stale = False
            self.refresh()

    def _fill_rest(self) -> None:
        if self._body is not None:
            self._body.fill()
        else:
            self.body.show()

    def _on_cells(self, _ids: object) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def deeds(self) -> tuple[Deed, ...]:
        """Return the way from here to what needs attention."""
        return (Deed("next", _("Next that needs attention"), self._go_to_first, "F8", "view", 2),)

    def _go_to_first(self) -> None:
        """Show the gravest commitment of all on the board."""
        from desktop.views.attention import following

        board = self._focus.board
        found = following(board, range(len(board.status)), None)
        if found is None:
            self._bridge.said.emit(_("Nothing that is shown here needs attention."))
            return
        row, column = divmod(found.at, len(board.windows))
        self._focus.drill(Drill(commitment=f"{board.actions[row].id}@{board.windows[column].id}"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the panels for the new room."""
        super().resizeEvent(event)
        if self._body is not None:
            self._body.fit(self.size())
