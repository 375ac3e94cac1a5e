"""What changed between two days: the switch with its day, and the way to the list of all changes."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.i18n import _
from desktop.views import icons, theme
from desktop.views.day_popup import DayPopup
from desktop.views.elided_button import ElidedButton


class Changes(QWidget):
    """The switch. `switched(bool)`, `day_picked(date)`, `list_wanted` on its three buttons."""

    switched = Signal(bool)
    day_picked = Signal(object)
    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._as_of, self._since = date.min, date.min
        self.switch, self.day, self.all = ElidedButton(), QPushButton(), ElidedButton()
        for button in (self.switch, self.day, self.all):
            button.setProperty("kind", "chip")
        self.switch.setCheckable(True)
        self.switch.explain(_("Show only what changed, with its former state in the corner"))
        self.day.setToolTip(_("Compare with another day"))
        self.day.setAccessibleName(self.day.toolTip())
        self.all.explain(_("List of all changes"))
        self.all.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.all, self.switch, self.day):
            row.addWidget(button)
        self.switch.clicked.connect(self.switched)
        self.day.clicked.connect(self._choose_day)
        self.all.clicked.connect(self.list_wanted)
        theme.current().changed.connect(self.tint)
        self.tint()

    def tint(self) -> None:
        """Tint the icon by the theme in use."""
        self.day.setIcon(icons.icon("calendar", "text2"))
        self.day.setIconSize(icons.extent(16))

    @property
    def on(self) -> bool:
        """Whether two days are compared."""
        return self.switch.isChecked()

    def turn_off(self) -> None:
        """Compare no longer, without telling anybody."""
        self.switch.setChecked(False)

    def say(self, as_of: date, since: date) -> None:
        """Say with which day the board is compared."""
        self._as_of, self._since = as_of, since
        self.switch.setText(_("Changed since {day}").format(day=since.isoformat()))

    def count(self, number: int) -> None:
        """Say how many changes there are; the list is offered while two days are compared."""
        self.all.setText(_("{n} changes").format(n=number))
        self.all.setVisible(self.on)
        self.all.setEnabled(number > 0)

    def _choose_day(self) -> None:
        popup = DayPopup(self, self._as_of, self._since, _("A week ago"))
        popup.picked.connect(self._take_day)
        popup.open_below(self.day)

    def _take_day(self, day: date | None) -> None:
        """Compare with a day, and begin to compare where that was off."""
        self.switch.setChecked(True)
        self.day_picked.emit(day)
