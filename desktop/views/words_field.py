"""A field for a few sentences that offers the words used before."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from desktop.i18n import _

_LINES = 2


class Words(QPlainTextEdit):
    """Enter sends the form, Shift+Enter starts a line; Down in the empty field goes back through the words used before.

    In a field of more `lines` Enter starts a line and Ctrl+Enter sends.
    `recalled(place, number)` says which of them stands there, counted from one; 0 when what stands there was typed.
    """

    sent = Signal()
    recalled = Signal(int, int)
    ended = Signal()

    def __init__(self, name: str, lines: int = _LINES) -> None:
        super().__init__()
        self._is_long = lines > _LINES
        self._before: tuple[str, ...] = ()
        self._at = -1
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 18)

    def recall(self, before: Sequence[str]) -> None:
        """Offer words used before, the last first."""
        self._before, self._at = tuple(before), -1
        self.setPlaceholderText(_("Down: {words}").format(words=before[0]) if before else "")
        self.recalled.emit(0, len(self._before))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if enter and self._sends(event.modifiers()):
            self.sent.emit()
        elif step and self._before and self._is_recalled:
            self._go(step)
        else:
            super().keyPressEvent(event)

    def _sends(self, held: Qt.KeyboardModifier) -> bool:
        if self._is_long:
            return bool(held & Qt.KeyboardModifier.ControlModifier)
        return not held & Qt.KeyboardModifier.ShiftModifier

    @property
    def _is_recalled(self) -> bool:
        """Whether the field is empty or holds words used before as they were: then arrows go through them."""
        text = self.toPlainText()
        return not text if self._at < 0 else text == self._before[self._at]

    def _go(self, step: int) -> None:
        self._at = max(-1, min(self._at + step, len(self._before) - 1))
        self.setPlainText(self._before[self._at] if self._at >= 0 else "")
        self.selectAll()
        self.recalled.emit(self._at + 1, len(self._before))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ended.emit()
