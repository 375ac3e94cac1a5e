"""The small form of a deed on a bad rating: a choice where there is one, and the words that go on record."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.choices import Chips
from desktop.views.dialog import Dialog
from desktop.views.satisfaction.rectifying import Asked

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTH, _HEIGHT = 520, 96


class _Words(QPlainTextEdit):
    """Enter sends, Shift+Enter starts a line."""

    sent = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.sent.emit()
        else:
            super().keyPressEvent(event)


class RectifyDialog(Dialog):
    """`asked(Command)`; it stays open until it is accepted, and `refuse` says why it is not."""

    asked = Signal(object)

    def __init__(self, form: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent, _WIDTH)
        self._form = form
        self.setWindowTitle(form.title.rstrip("…"))
        self.choice = Chips(form.choice, form.values, form.values[0][0]) if form.values else None
        self.words = _Words()
        self.words.setAccessibleName(form.words)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(theme.current().px(_HEIGHT))
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setProperty("tone", "danger")
        self.problem.hide()
        self.cancel, self.send = QPushButton(_("Cancel")), QPushButton(_("Do it  ⏎"))
        self.send.setProperty("kind", "primary")
        self.send.setDefault(True)
        self.cancel.setAutoDefault(False)
        self._lay_out()
        self.words.sent.connect(self._answer)
        self.send.clicked.connect(self._answer)
        self.cancel.clicked.connect(self.reject)
        self.words.setFocus()

    def _lay_out(self) -> None:
        head, hint, name = QLabel(self._form.title.rstrip("…")), QLabel(self._form.hint), QLabel(self._form.words)
        head.setProperty("type", "section")
        for label in (hint, name):
            label.setWordWrap(True)
            label.setProperty("tone", "second")
        name.setBuddy(self.words)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        parts = (head, hint, self.choice, name, self.words, self.problem)
        for part in parts:
            if part is not None:
                column.addWidget(part)
        column.addLayout(foot)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was done."""
        self.problem.setText(sentence)
        self.problem.show()
        self.fit()

    def _answer(self) -> None:
        choice = self.choice.value if self.choice is not None else None
        self.asked.emit(self._form.make(choice, self.words.toPlainText()))
