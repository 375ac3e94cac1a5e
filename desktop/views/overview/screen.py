"""The overview page: the figures at once, and a moment later what stands under them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models import totals
from desktop.views import nothing, theme
from desktop.views.bridge import Bridge
from desktop.views.deeds import Deed
from desktop.views.focus import Drill, Focus
from desktop.views.overview import figures
from desktop.views.overview.cards import Cards
from desktop.views.page import Page

if TYPE_CHECKING:
    from desktop.views.empty_state import EmptyState
    from desktop.views.overview.body import Body

_REST_MS = 15
"""The figures are painted before the panels are built or filled: they are on the screen sooner."""
_EDGE, _LOW = 20, 480
"""Pixels above and below; half of them where the page is lower than that."""


class OverviewScreen(Page):
    """Seven counts, two rates, categories, measures, what changed, what needs attention today."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus = focus
        self._bridge = bridge
        self._body: Body | None = None
        self.empty: EmptyState | None = None
        """What stands in the place of the panels where there is nothing to count."""
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
        self._column.setContentsMargins(24, _EDGE, 24, _EDGE)
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
            self._body.went.connect(self.asked)
            self._body.brought.connect(self.intake_asked)
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
        missing = nothing.why(self._focus.board)
        if self.empty is not None:
            self.empty.setVisible(missing is not None)
        if missing is not None:
            self._say_nothing(missing)
        elif self._body is not None:
            self._body.show()
            self._body.fill()
        else:
            self.body.show()

    def deeds(self) -> Sequence[Deed]:
        """Return the ways to the parts of the overview, and what can be done with the day that is read."""

        def way(key: str, title: str, run: Callable[["Body"], object]) -> Deed:
            # the panels are built when they are first wanted, not when their deeds are named
            return Deed(key, title, lambda: run(self.body), menu="view", section=2)

        return (
            Deed("next", _("Next that needs attention"), self._go_to_first, "F8", "view", 2),
            way("overview.today", _("To today’s tasks"), lambda body: body.enter_today()),
            way("overview.trend", _("To the trend"), lambda body: body.enter_trend()),
            way("trend.category", _("Trend by category"), lambda body: body.group("category")),
            way("trend.county", _("Trend by county"), lambda body: body.group("county")),
            replace(
                way("trend.compare", _("Compare with the day read on the trend"), lambda body: body.compare()),
                hint="C",
                barred=lambda: "" if self.body.trend.chart.day else _("No day of the trend is being read."),
            ),
        )

    def _say_nothing(self, missing: nothing.Nothing) -> None:
        if self.empty is None:
            from desktop.views.empty_state import EmptyState

            self.empty = EmptyState()
            self._room.hide()
            self._column.addWidget(self.empty, 1)
        if self._body is not None:
            self._body.hide()
        steps = (
            (_("Units and windows"), lambda: self.asked.emit("units")),
            (_("Import a catalogue…"), lambda: self.intake_asked.emit("catalogue")),
        )
        self.empty.say(missing.title, missing.text, steps)

    def _on_cells(self, _ids: object) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

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
        edge = _EDGE if self.height() >= _LOW else _EDGE // 2
        self._column.setContentsMargins(24, edge, 24, edge)
        if self._body is not None:
            self._body.fit(self.size())
