"""The as-of picker: a button that says the day looked at, and opens a calendar that turns everything to another day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.i18n import _
from desktop.views import icons, theme
from desktop.views.deeds import tip


class AsOfButton(QPushButton):
    """Says the day looked at and opens the calendar. `picked(date or None)`: None is today, live."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min
        self._shown: date | None = None
        self.clicked.connect(self._open)
        self.setEnabled(False)
        self.setText(" " + _("As of today"))
        self.tint()
        theme.current().changed.connect(self.tint)

    def show_day(self, today: date, shown: date | None) -> None:
        """Say which day is looked at; None is today."""
        self._today, self._shown = today, shown
        self.setEnabled(True)
        words = _("As of {day}").format(day=shown.isoformat()) if shown else _("As of today")
        self.setText(" " + words)
        self.setAccessibleName(words)
        self.setToolTip(tip(_("Look at a past day…"), "Ctrl+D"))

    def tint(self) -> None:
        """Tint the icon by the theme in use."""
        self.setIcon(icons.icon("calendar", "text2"))
        self.setIconSize(icons.extent(16))

    def _open(self) -> None:
        from desktop.views.day_popup import DayPopup

        popup = DayPopup(self, self._today, self._shown, _("Today"))
        popup.picked.connect(self._on_picked)
        popup.open_below(self)

    def _on_picked(self, day: date | None) -> None:
        self.picked.emit(None if day is None or day >= self._today else day)
