"""Letters typed on a table mean nothing there: a table that jumped to them would be left by a slip of the hand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_letter(event: QKeyEvent) -> bool:
    """Return whether a key writes something; with Ctrl, Alt or Meta it never does, whatever text comes with it."""
    text = event.text()
    return bool(text.strip()) and text.isprintable() and not event.modifiers() & _WITH
