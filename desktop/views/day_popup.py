"""A calendar that drops down from a button, with a few usual days beside it."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _, language
from desktop.views.named_parts import name_calendar


class DayPopup(QFrame):
    """A calendar with a few usual days beside it. `picked(date or None)`: None is today, live."""

    picked = Signal(object)

    def __init__(self, parent: QWidget, today: date, shown: date | None, today_word: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._today = today
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(self._usual(today_word))
        self.calendar = self._calendar(shown or today)
        column.addWidget(self.calendar)

    def _usual(self, today_word: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for label, day in ((today_word, None), *usual_days(self._today)):
            button = QPushButton(label)
            button.setProperty("kind", "chip")
            button.clicked.connect(lambda _checked=False, chosen=day: self._pick(chosen))
            row.addWidget(button)
        return row

    def _calendar(self, shown: date) -> QCalendarWidget:
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(QLocale.Language.Chinese if language() == "zh" else QLocale.Language.English))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setMaximumDate(QDate(self._today.year, self._today.month, self._today.day))
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.setGridVisible(False)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QTextCharFormat())
        name_calendar(calendar)
        calendar.clicked.connect(self._on_calendar)
        calendar.activated.connect(self._on_calendar)
        return calendar

    def open_below(self, button: QPushButton) -> None:
        """Show the calendar under a button, its right edge under the button's."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        room = button.screen().availableGeometry()
        self.move(max(room.left() + 8, corner.x()), min(corner.y(), room.bottom() - self.height()))
        self.show()
        self.calendar.setFocus()

    def _on_calendar(self, day: QDate) -> None:
        self._pick(date(day.year(), day.month(), day.day()))

    def _pick(self, day: date | None) -> None:
        self.close()
        self.picked.emit(day)


def usual_days(today: date) -> tuple[tuple[str, date], ...]:
    """Return the ends of last month and last quarter, with their names."""
    month = today.replace(day=1) - timedelta(days=1)
    quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1) - timedelta(days=1)
    return (_("End of last month"), month), (_("End of last quarter"), quarter)
