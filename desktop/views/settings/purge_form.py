"""What a purge is asked for: the day before which requests must have ended, and the reason."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models import purging
from desktop.models.book import Book
from desktop.views.named_parts import name_calendar
from desktop.views.settings.fact_labels import name_label


class PurgeForm(QWidget):
    """Begins with the day that the rule of the bureau gives. `day_chosen` once a person has chosen another."""

    day_chosen = Signal()

    def __init__(self, book: Book) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._build_day(column, book)
        column.addSpacing(6)
        self.reason = QLineEdit(_("The time for keeping them is over."))
        self.reason.setPlaceholderText(_("It stands in the journal and on the report; name no citizen."))
        self._name(column, _("&Reason"), self.reason)
        column.addWidget(self.reason)

    def _build_day(self, column: QVBoxLayout, book: Book) -> None:
        today, usual = book.clock.today(), purging.usual(book)
        self.before = QDateEdit()
        self.before.setCalendarPopup(True)
        self.before.setDisplayFormat("yyyy-MM-dd")
        self.before.setMaximumDate(QDate(today.year, today.month, today.day))
        self.before.setDate(QDate(usual.year, usual.month, usual.day))
        calendar = self.before.calendarWidget()
        name_calendar(calendar)
        for chosen in (self.before.editingFinished, calendar.clicked, calendar.activated):
            chosen.connect(self.day_chosen)
        rule = QLabel(_("By the rule: {n} months after the end").format(n=purging.months(book)))
        rule.setProperty("tone", "third")
        rule.setProperty("type", "small")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.before)
        row.addWidget(rule)
        row.addStretch(1)
        self._name(column, _("Ended &before"), self.before)
        column.addLayout(row)

    def _name(self, column: QVBoxLayout, words: str, field: QWidget) -> None:
        field.setAccessibleName(words.replace("&", ""))
        column.addWidget(name_label(words, field))

    @property
    def day(self) -> date:
        """The day before which requests must have ended."""
        day = self.before.date()
        return date(day.year(), day.month(), day.day())
