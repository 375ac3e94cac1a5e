"""What stands under the figures: tasks, trend, categories, measures and changes, filled from the focus."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.views import nothing, tasks
from desktop.views.bridge import Bridge
from desktop.views.focus import Drill, Focus
from desktop.views.overview import presenter, today
from desktop.views.overview.mosaic import Mosaic, Panels
from desktop.views.overview.panels import ChangesPanel, ProgressPanel
from desktop.views.overview.series import By
from desktop.views.overview.today_panel import TodayPanel
from desktop.views.overview.trend_panel import TrendPanel


class Body(QWidget):
    """The five panels of the overview.

    `went(page id)` and `brought(usual.INTAKE)` when the first steps of an untouched book are taken; `listing_asked` for
    the list of all changes.
    """

    listing_asked = Signal()
    went = Signal(str)
    brought = Signal(str)

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus = focus
        self._bridge = bridge
        self.categories = ProgressPanel(legend=True)
        self.measures = ProgressPanel(legend=False)
        self.changes = ChangesPanel()
        self.today = TodayPanel(focus, bridge)
        self.trend = TrendPanel(focus, bridge)
        self.mosaic = Mosaic(Panels(self.today, self.trend, self.categories, self.measures, self.changes))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.mosaic)
        self._connect()

    def _connect(self) -> None:
        self._focus.compared_changed.connect(self._fill_changes)
        self.categories.asked.connect(self._focus.drill)
        self.measures.asked.connect(self._focus.drill)
        self.changes.asked.connect(self._on_commitment)
        self.today.asked.connect(self._on_commitment)
        self.today.drilled.connect(self._focus.drill)
        self.today.went.connect(self.went)
        self.today.requests.asked.connect(self._focus.drill)
        self.today.brought.connect(self.brought)
        self.trend.asked.connect(self._focus.drill)
        self.trend.day_asked.connect(self._look_at)
        self.trend.compare_asked.connect(self._compare_with)
        self._focus.desk_changed.connect(self._fill_today)
        self._focus.place_changed.connect(self._fill_today)
        self.changes.day_picked.connect(self._focus.compare_with)
        self.changes.list_wanted.connect(self._list_changes)

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
        self._fill_today()
        self._fill_changes()
        self.trend.fill()

    def _fill_today(self) -> None:
        board, role = self._focus.board, self._focus.desk.role
        whose = tasks.scope(self._focus, self._bridge.book.unit if self._bridge.is_open else "")
        due = self._due(today.dated(board, role, whose))
        self.today.show_today(today.today(board, role, whose, due), today.whose(board, whose))
        self.today.show_first_steps(on=nothing.is_untouched(board) and not self._focus.read_only)
        self.today.requests.fill()
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

    def enter_today(self) -> None:
        """Put the keyboard on what is to be done."""
        self.mosaic.show_panel(self.today)
        self.today.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def enter_trend(self) -> None:
        """Put the keyboard on the trend."""
        self.mosaic.show_panel(self.trend)
        self.trend.chart.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def group(self, by: str) -> None:
        """Show the small charts of the trend by `category` or by `county`."""
        self.mosaic.show_panel(self.trend)
        self.trend.group(By(by))

    def compare(self) -> None:
        """Compare with the day that is read on the trend."""
        if (day := self.trend.chart.day) is not None:
            self._compare_with(day)

    def _look_at(self, day: date) -> None:
        """Turn everything to a day of the trend; the last one is the day that is shown already."""
        if day != self._focus.board.as_of:
            self._focus.look_at(day)

    def _compare_with(self, day: date) -> None:
        self._focus.compare_with(day)
        self.mosaic.show_panel(self.changes)
