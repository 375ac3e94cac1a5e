"""The trend on the overview: both rates in one large chart, small ones of the same scale beside it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.trend import Trend
from desktop.views.bridge import Bridge, Told
from desktop.views.day_popup import DayPopup
from desktop.views.focus import Focus
from desktop.views.overview import series, spans
from desktop.views.overview.chart import TrendChart
from desktop.views.overview.multiples import Multiples
from desktop.views.overview.panels import Panel
from desktop.views.overview.series import By
from desktop.views.worker import Job

if TYPE_CHECKING:
    from desktop.models.book import Book

_WAIT_MS = 60
"""The journal is read after the figures and the other panels are painted."""
_BROAD = 1.45
"""From this proportion of width to height on the small charts stand beside the large one."""


def read(book: "Book", first: date, last: date) -> Trend:
    """Read the trend from a day on, at the earliest from the book's first deed: before it there is nothing to tell."""
    begun = book.trend(()).begun
    if begun is None or begun > last:
        return Trend((), begun)
    return book.trend(spans.days(max(first, begun), last))


class TrendPanel(Panel):
    """`asked(Drill)` from a small chart, `day_asked(date)` and `compare_asked(date)` from the large one.

    The days before today are read by a thread of its own when the panel is first seen, and again after what may have
    changed them; a deed of this desk only moves the last day, which is taken from the board.
    """

    asked = Signal(object)
    day_asked = Signal(object)
    compare_asked = Signal(object)

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self._first: date | None = None
        self._back = spans.YEAR
        self._by = By.CATEGORY
        self._trend: Trend | None = None
        self._job: Job[Trend] | None = None
        self._stale = True
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title.setText(_("Trend"))
        self.chart, self.small = TrendChart(), Multiples()
        self._hint = QLabel(_("← → read a day  ·  Enter or click looks at it  ·  C compares with it"))
        self._hint.setProperty("type", "tiny")
        self._hint.setProperty("tone", "third")
        self._empty = QLabel(_("Reading the journal…"))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("tone", "third")
        large = QVBoxLayout()
        large.setSpacing(4)
        large.addWidget(self.chart, 1)
        large.addWidget(self._hint)
        both = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(16)
        self._both.addLayout(large, 8)
        self._both.addWidget(self.small, 12)
        self.body = QStackedLayout()
        self.body.addWidget(self._empty)
        self.body.addWidget(both)
        self._choices()
        self.column.addLayout(self.body, 1)

    def _choices(self) -> None:
        self.weeks, self.year, self.since = (
            self._chip(_("13 weeks")),
            self._chip(_("12 months")),
            self._chip(_("Since…")),
        )
        self.by_category, self.by_county = self._chip(_("By category")), self._chip(_("By county"))
        self._spans, self._ways = QButtonGroup(self), QButtonGroup(self)
        for group, chips in (
            (self._spans, (self.weeks, self.year, self.since)),
            (self._ways, (self.by_category, self.by_county)),
        ):
            for chip in chips:
                group.addButton(chip)
                self.head.addWidget(chip)
            if group is self._spans:
                self.head.addSpacing(12)
        self.year.setChecked(True)
        self.by_category.setChecked(True)

    def _chip(self, text: str) -> QPushButton:
        chip = QPushButton(text)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        return chip

    def _connect(self) -> None:
        self.weeks.clicked.connect(lambda: self.span(spans.WEEKS))
        self.year.clicked.connect(lambda: self.span(spans.YEAR))
        self.since.clicked.connect(self._ask_first)
        self.by_category.clicked.connect(lambda: self.group(By.CATEGORY))
        self.by_county.clicked.connect(lambda: self.group(By.COUNTY))
        self.small.asked.connect(self.asked)
        self.chart.day_asked.connect(self.day_asked)
        self.chart.compare_asked.connect(self.compare_asked)
        self._wait.timeout.connect(self._read)
        self._focus.board_changed.connect(self._forget)
        self._bridge.posted.connect(self._on_posted)

    # What is asked for

    def span(self, back: int) -> None:
        """Show so many days back."""
        self._back, self._first = back, None
        self.since.setText(_("Since…"))
        self._forget()
        self.fill()

    def begin(self, day: date | None) -> None:
        """Show everything since a day; None is a year back."""
        if day is None:
            self.year.setChecked(True)
            self.span(spans.YEAR)
            return
        self._first = day
        self.since.setText(_("since {day}").format(day=day.isoformat()))
        self._forget()
        self.fill()

    def _ask_first(self) -> None:
        last = self._focus.board.as_of
        popup = DayPopup(self, last, self._first or last - timedelta(days=self._back), _("A year before"))
        popup.picked.connect(self.begin)
        popup.open_below(self.since)

    def group(self, by: By) -> None:
        """Show the small charts by category or by county."""
        self._by = by
        chip = self.by_category if by is By.CATEGORY else self.by_county
        chip.setChecked(True)
        self._show()

    # Reading

    def _on_posted(self, news: Told) -> None:
        if news.foreign:
            self._forget()

    def _forget(self) -> None:
        self._stale = True

    def fill(self) -> None:
        """Where somebody looks, bring the last day up to date, and read the others if they may have changed."""
        if not self.isVisible():
            return  # it is filled when it is shown
        if self._trend is not None and not self._stale:
            self._show()
        else:
            self._wait.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fill()

    def _read(self) -> None:
        if not self._bridge.is_open or self._job is not None:
            return  # a job under way ends with another look
        book, last = self._bridge.book, self._focus.board.as_of
        first = self._first or last - timedelta(days=self._back)
        self._stale = False
        self._job = Job(lambda _step: read(book, min(first, last), last), self)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(self._empty.setText)
        self._job.finished.connect(self._ended)
        self._job.start()

    def _ended(self) -> None:
        self._job = None
        if self._stale:
            self.fill()

    def _take(self, trend: Trend) -> None:
        self._trend = trend
        self._show()

    # Showing

    def _show(self) -> None:
        if self._trend is None:
            return
        board, points = self._focus.board, self._trend.points
        if points and points[-1].day == board.as_of:
            points = (*points[:-1], series.now(board))
            self._trend = replace(self._trend, points=points)
        self.body.setCurrentIndex(int(bool(points)))
        self._empty.setText(_("The trend begins with the first deed: report something in “My window”."))
        if points:
            span = (points[0].day, points[-1].day)
            self.chart.say(series.whole(points), span)
            lines = series.groups(points, board, self._by)
            self.small.say(_named(self._by, lines), lines, span)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the small charts beside the large one, or under it."""
        super().resizeEvent(event)
        self._both.setDirection(direction(self.size()))


def direction(size: QSize) -> QBoxLayout.Direction:
    """Return how the large chart and the small ones stand in a room."""
    broad = size.width() >= _BROAD * size.height()
    return QBoxLayout.Direction.LeftToRight if broad else QBoxLayout.Direction.TopToBottom


def _named(by: By, lines: Sequence[object]) -> str:
    text = _("Trend by category, {n} charts") if by is By.CATEGORY else _("Trend by county, {n} charts")
    return text.format(n=len(lines))
