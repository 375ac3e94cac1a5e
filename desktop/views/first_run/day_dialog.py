"""Which day is it? Asked where this computer's clock cannot be right, so that no entry gets a wrong day."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models import plain_text
from desktop.models.refusals import InputRefused
from desktop.views.dialog import Dialog


class DayDialog(Dialog):
    """Asks for today's date. `answered(date)` once; closing the dialog leaves the computer's clock in use."""

    answered = Signal(object)

    def __init__(self, why: str, earliest: date, parent: QWidget | None = None) -> None:
        super().__init__(parent, 520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._earliest = earliest
        self.setWindowTitle(_("Which day is it?"))
        title = QLabel(_("Which day is it today?"))
        title.setProperty("type", "title")
        reason = QLabel(why)
        reason.setWordWrap(True)
        self.day = QLineEdit(earliest.isoformat())
        self.day.setAccessibleName(_("Which day is it today?"))
        self.day.selectAll()
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setProperty("tone", "danger")
        self.use = QPushButton(_("Use this day"))
        self.use.setProperty("kind", "primary")
        self.use.setDefault(True)
        self.use.clicked.connect(self._answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        for part in (title, reason, self.day, self.fault, self.use):
            column.addWidget(part)
        self.fault.hide()

    def _answer(self) -> None:
        try:
            day = plain_text.day(self.day.text())
        except InputRefused as refusal:
            self._say(texts.refusal(refusal))
            return
        if day < self._earliest:
            self._say(_("The day must be {day} or later.").format(day=self._earliest.isoformat()))
            return
        self.accept()
        self.answered.emit(day)

    def _say(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.show()
        self.fit()
        self.day.setFocus()
