"""The form of a request that is taken in: its fields, what may be the same beside them, and the buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.requests.alike import Alike
from desktop.views.requests.entry_fields import EntryFields

_BESIDE = 300


class EntryBody(QWidget):
    """`sent`, `sent_on` (then the next) and `left` by the buttons."""

    sent = Signal()
    sent_on = Signal()
    left = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.fields, self.alike = EntryFields(bridge), Alike(bridge)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setProperty("type", "small")
        self.cancel = QPushButton(_("Close"))
        self.save_next, self.save = QPushButton(_("Register, then the next")), QPushButton(_("Register"))
        self.save.setProperty("kind", "primary")
        self.save.setToolTip(_("Ctrl+Enter"))
        self.save_next.setToolTip(_("Ctrl+Shift+Enter"))
        self.save.clicked.connect(self.sent)
        self.save_next.clicked.connect(self.sent_on)
        self.cancel.clicked.connect(self.left)
        self._lay_out()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.fields, 1)
        left.addWidget(self._said)
        beside = QFrame()
        beside.setProperty("kind", "card")
        beside.setFixedWidth(theme.current().px(_BESIDE))
        inside = QVBoxLayout(beside)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(self.alike)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addLayout(left, 1)
        row.addWidget(beside)
        hint = QLabel(
            _("Enter next field · Shift+Enter new line · Ctrl+Enter register · Ctrl+Shift+Enter and the next")
        )
        hint.setProperty("type", "tiny")
        hint.setProperty("tone", "third")
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch(1)
        for button in (self.cancel, self.save_next, self.save):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(hint)
        column.addLayout(foot)

    @property
    def said(self) -> str:
        """The sentence under the fields, empty for none."""
        return self._said.text()

    def say(self, sentence: str, tone: str = "second") -> None:
        """Say something under the fields, in a tone; its line stays there when it is empty."""
        self._said.setText(sentence)
        theme.say(self._said, tone=tone)

    def rest(self, *, on: bool) -> None:
        """Let the buttons wait while the form is being sent, or no longer."""
        for button in (self.save, self.save_next):
            button.setEnabled(not on)
