"""The small panel for switching the person at the desk."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.lock.seat import Seat
from desktop.views.lock.seats import Seats

_WIDTH = 380


class SwitchDialog(QDialog):
    """Lists the officers. `taken(id, PIN)`; Esc leaves the seat as it is."""

    taken = Signal(str, str)

    def __init__(self, seats: Sequence[Seat], here: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Switch person"))
        self.setFixedWidth(theme.current().px(_WIDTH))
        others = [seat.id for seat in seats if seat.id != here]
        self.seats = Seats(seats, others[0] if others else here)
        head = QLabel(_("Who sits here now?"))
        head.setProperty("type", "section")
        hint = QLabel(_("Arrows or the initials choose, then the PIN and Enter."))
        hint.setProperty("type", "small")
        hint.setProperty("tone", "second")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for part in (head, hint, self.seats):
            column.addWidget(part)
        self.seats.taken.connect(self.taken)
        self.seats.list.setFocus()
