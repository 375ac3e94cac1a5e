"""The honest satisfaction panel: a span of days, by window, unit, county or action; below it how all is counted."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.satisfaction import Panel, Satisfaction
from desktop.texts import satisfaction as words
from desktop.views import icons, theme
from desktop.views.bridge import Bridge
from desktop.views.choices import filter_box
from desktop.views.focus import Focus
from desktop.views.named_parts import name_calendar
from desktop.views.satisfaction import figures
from desktop.views.satisfaction.spans import SPANS, span
from desktop.views.satisfaction.strokes import paint_counts, rate_painter
from desktop.views.satisfaction.table import Line, ListModel, ListPainter, ListView, TableShape
from desktop.views.shapes import Shapes
from desktop.views.worker import Job

_ROW = 52


class FiguresBody(QWidget):
    """`changed` when other figures are shown; `opened(grouping, key)` for the ratings behind a line."""

    changed = Signal()
    opened = Signal(str, str)

    def __init__(self, focus: Focus, bridge: Bridge, shapes: Shapes) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self.found: Satisfaction | None = None
        self._shown: tuple[date, date, str] | None = None
        self._job: Job[Satisfaction] | None = None
        self._again = False
        self._build(shapes)
        self._connect()
        self._show_span()

    def _build(self, shapes: Shapes) -> None:
        self.span, self.by = filter_box(_("Span of days"), 8), filter_box(_("Groups"), 8)
        for code, title in SPANS.items():
            self.span.addItem(_(title), code)
        for code, title in figures.GROUPINGS.items():
            self.by.addItem(_(title), code)
        self.first, self.last = _day_field(_("First day")), _day_field(_("Last day"))
        self.columns = QPushButton()
        self.columns.setProperty("kind", "square")
        self.columns.setAccessibleName(_("Columns…"))
        self.columns.setToolTip(_("Columns…"))
        self._build_table(shapes)
        self._lay_out()
        self.tint()

    def _build_table(self, shapes: Shapes) -> None:
        self.model = ListModel(figures.KNOWN)
        ways = {figures.COUNTS: paint_counts}
        self.list = ListView(_("Satisfaction"), self.model, TableShape(shapes, "satisfaction", _ROW), ways)
        self.formula = QLabel()
        self.formula.setWordWrap(True)
        self.formula.setProperty("type", "tiny")
        self.formula.setProperty("tone", "second")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.span, self.first, self.last, self.by):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.columns)
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(10, 6, 6, 6)
        inner.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(card, 1)
        column.addWidget(self.formula)

    def _connect(self) -> None:
        self.span.activated.connect(self._on_span)
        self.by.activated.connect(self.refresh)
        for field in (self.first, self.last):
            field.editingFinished.connect(self._on_day)
            field.calendarWidget().clicked.connect(self._on_day)
        self.columns.clicked.connect(lambda: self.list.columns.choose(self.columns))
        self.list.opened.connect(lambda key: self.opened.emit(self.grouping, key))
        theme.current().changed.connect(self.tint)

    def tint(self) -> None:
        """Tint the icon by the theme in use."""
        self.columns.setIcon(icons.icon("columns", "text2"))
        self.columns.setIconSize(icons.extent(18))

    @property
    def grouping(self) -> str:
        """By what is grouped."""
        return str(self.by.currentData())

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day asked for."""
        first, last = (_date(field) for field in (self.first, self.last))
        return min(first, last), max(first, last)

    def _on_span(self) -> None:
        self._show_span()
        self.refresh()

    def _show_span(self) -> None:
        """Show the days of the span; chosen days stay as they are."""
        code = str(self.span.currentData())
        if code != "days" and self._focus.loaded:
            for field, day in zip((self.first, self.last), span(code, self._focus.board.as_of), strict=True):
                field.setDate(QDate(day.year, day.month, day.day))

    def _on_day(self) -> None:
        code = str(self.span.currentData())
        if code != "days" and self.days != span(code, self._focus.board.as_of):
            self.span.setCurrentIndex(self.span.findData("days"))
        if self._shown != (*self.days, self.grouping):
            self.refresh()

    # Reading

    def refresh(self) -> None:
        """Read the figures anew, off the screen's thread; what is shown stays until they are there."""
        if not self._bridge.is_open:
            return
        self._show_span()
        if self._job is not None:
            self._again = True
            return
        book, (first, last), by = self._bridge.book, self.days, self.grouping
        job = Job(lambda _step: book.satisfaction(first, last, by), self)
        job.succeeded.connect(lambda found: self._take(found, (first, last, by)))
        job.failed.connect(self._bridge.refused)
        job.finished.connect(self._ended)
        self._job = job
        job.start()

    def _ended(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self.refresh()

    def _take(self, found: Satisfaction, shown: tuple[date, date, str]) -> None:
        self.found, self._shown = found, shown
        start = figures.axis(found)
        interval = _("Rate, 95% interval, {start} to 100%").format(start=f"{start:.0%}")
        self.model.heads = {figures.RATE: interval}
        ways = {figures.COUNTS: paint_counts, figures.RATE: rate_painter(start)}
        self.list.setItemDelegate(ListPainter(self.list, ways))
        self.list.show_lines(figures.lines(found, shown[2], self._focus.board.catalogue))
        self.formula.setText(" ".join(words.formula(found)))
        self.changed.emit()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines as they stand there."""
        return self.model.lines

    def table(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Return heads and lines for a spreadsheet: every figure in a column of its own, and the formula below."""
        found = self.found
        if found is None:
            return self.list.listing()
        heads = (_("Group"), *words.heads())
        panels = [(line.words[figures.GROUP], line.data) for line in self.lines]
        rows = [(name, *words.cells(one)) for name, one in panels if isinstance(one, Panel)]
        blank = ("",) * (len(heads) - 1)
        return heads, (*rows, *((sentence, *blank) for sentence in words.formula(found)))


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setAccessibleName(name)
    field.setToolTip(name)
    name_calendar(field.calendarWidget())
    return field


def _date(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
