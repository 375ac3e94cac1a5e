"""The band under the top bar that says a past day is shown, and the way back to today."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.i18n import _
from desktop.views.elided import Elided


class PastBand(QFrame):
    """Shown while a past day is looked at. `return_asked` on its button."""

    return_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "past")
        self._text = Elided()
        self._back = QPushButton(_("Return to today"))
        self._back.setProperty("kind", "quiet")
        self._back.clicked.connect(self.return_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 2, 24, 2)
        row.addWidget(self._text, 1)
        row.addWidget(self._back)
        self.hide()

    def show_day(self, day: date | None) -> None:
        """Say which past day is shown; None hides the band."""
        self.setVisible(day is not None)
        if day is not None:
            self._text.say(
                _("Everything is shown as it stood at the end of {day}. Read only.").format(day=day.isoformat())
            )
