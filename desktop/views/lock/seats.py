"""The officers in a list and the field for the PIN: all of it by keys."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.search.pronouncing import pronounced
from desktop.search.spelling import sounding
from desktop.views.lock.seat import Seat, meant
from desktop.views.officer_list import OfficerList
from desktop.views.worker import Job

_SHOWN = 6
_FORGET_MS = 1200
"""After this pause letters begin a new word."""
_TURNS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Seats(QWidget):
    """Takes a seat. `taken(id, PIN)` on Enter or the button; answer by `refuse` or by taking the widget away."""

    taken = Signal(str, str)
    _readings: ClassVar[dict[str, str]] = {}
    """How the names that were ever shown here are read."""

    def __init__(self, seats: Sequence[Seat], here: str = "", button: str = "") -> None:
        super().__init__()
        self._seats = tuple(seats)
        self._typed, self._waits = "", False
        self._read()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_FORGET_MS)
        self._pause.timeout.connect(self._forget)
        self._build(button or _("Take the seat"))
        at = next((number for number, seat in enumerate(self._seats) if seat.id == here), 0)
        self.list.setCurrentRow(at)
        self._show_field()

    def _build(self, button: str) -> None:
        self.list = OfficerList(_("Officers"), 1, _SHOWN)
        self.list.fill((seat.name, seat.role) for seat in self._seats)
        self.pin, self.take = QLineEdit(), QPushButton(button)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setAccessibleName(_("PIN"))
        self.take.setProperty("kind", "primary")
        self.take.setAutoDefault(False)
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setProperty("tone", "danger")
        self.fault.setProperty("type", "small")
        self.fault.hide()
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_field())
        self.list.itemDoubleClicked.connect(lambda _item: self._on_enter())
        self.take.clicked.connect(self._take)
        self.list.installEventFilter(self)
        self.pin.installEventFilter(self)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.pin, 1)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.list)
        column.addLayout(row)
        column.addWidget(self.fault)

    @property
    def chosen(self) -> Seat | None:
        """The seat that is chosen, None where there is none."""
        row = self.list.currentRow()
        return self._seats[row] if 0 <= row < len(self._seats) else None

    def begin(self) -> None:
        """Give the keyboard to what is needed first: the PIN of the seat that is chosen, else the list."""
        seat = self.chosen
        (self.pin if seat is not None and seat.guarded else self.list).setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why the seat cannot be taken; the PIN is to be typed again."""
        self.pin.clear()
        self.fault.setText(sentence)
        self.fault.show()
        self.begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows choose from the field too, letters find a name in the list, and a digit begin the PIN."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_list(event) if watched is self.list else self._on_field(event)
        return super().eventFilter(watched, event)

    def _on_field(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _TURNS:
            row = self.list.currentRow() + _TURNS[key]
            self.list.setCurrentRow(max(0, min(len(self._seats) - 1, row)))
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
            return True
        return False

    def _on_list(self, event: QKeyEvent) -> bool:
        if Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
            return True
        text = event.text()
        if not text.strip() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if text.isdecimal():
            self._begin_pin(text)
        else:
            self._seek(text)
        return True

    def _begin_pin(self, digit: str) -> None:
        if self.pin.isEnabled():
            self.pin.setFocus()
            self.pin.insert(digit)

    def _seek(self, text: str) -> None:
        self._typed += text
        self._pause.start()
        found = meant(self._seats, self._typed, self._readings)
        if found is None and not self._is_reading:
            self._typed = text
            found = meant(self._seats, text, self._readings)
        if found is not None:
            self.list.setCurrentRow(found)

    def _read(self) -> None:
        """Have the names read in another process, once: its tables are not to stay in the window."""
        names = {sounding(seat.name) for seat in self._seats} - {"", *self._readings}
        self._is_reading = bool(names)
        if names:
            job = Job[dict[str, str]](lambda _step: pronounced(sorted(names)), self)
            job.succeeded.connect(self._take_readings)
            job.start()

    def _take_readings(self, told: dict[str, str]) -> None:
        """Find by initials from now on, also what was typed meanwhile."""
        self._readings.update(told)
        self._is_reading = False
        if self._typed:
            self._seek("")
        if self._waits:
            self._waits = False
            self._on_enter()

    def _forget(self) -> None:
        self._typed = ""

    def _on_enter(self) -> None:
        if self._is_reading and self._typed:
            self._waits = True  # whose seat is meant is known in a moment
            return
        if self.pin.isEnabled() and not self.pin.text():
            self.pin.setFocus()
        else:
            self._take()

    def _take(self) -> None:
        seat = self.chosen
        if seat is not None:
            self.taken.emit(seat.id, self.pin.text())

    def _show_field(self) -> None:
        seat = self.chosen
        guarded = seat is not None and seat.guarded
        self.pin.clear()
        self.pin.setEnabled(guarded)
        self.pin.setPlaceholderText(_("PIN or passphrase") if guarded else _("no PIN"))
        self.pin.setToolTip(self.pin.placeholderText())
        self.take.setEnabled(seat is not None)
        self.fault.hide()
