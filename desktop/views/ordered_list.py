"""A list that a person puts in order: Alt with an arrow asks for the current line to be moved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PASSED = (Qt.Key.Key_Delete, Qt.Key.Key_F2)


class OrderedList(QListWidget):
    """`move_asked(-1 or 1)` for the current line. Delete and F2 go on to whatever the list stands in."""

    move_asked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for a move by Alt and an arrow."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self.move_asked.emit(_STEPS[key])
        elif key in _PASSED:
            event.ignore()
        else:
            super().keyPressEvent(event)
