"""The quiet message bar: says what was done or why not, and goes away by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.i18n import _
from desktop.views import theme

_STAYS_MS = 6000
_STAYS_LONGER_MS = 12000
_BOTTOM = 18


class Toast(QFrame):
    """A message over the lower edge of its parent. It never takes the keyboard. `undo_asked` when Undo is clicked."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setProperty("kind", "toast")
        self.setAccessibleName(_("Message"))
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._undo = QPushButton(_("Undo"))
        self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._undo.clicked.connect(self._on_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(16)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._watches = False
        self.hide()

    def say(self, text: str, *, undo: bool = False, long: bool = False) -> None:
        """Show a message for six seconds, twelve for a refusal; with an Undo button where the deed can be undone."""
        self._text.setText(text)
        self.setAccessibleDescription(text)
        self._undo.setVisible(undo)
        self._watch()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_STAYS_LONGER_MS if long else _STAYS_MS)

    def _watch(self) -> None:
        """Watch the parent from the first message on: for a filter PySide makes every class of events."""
        if not self._watches:
            self._watches = True
            self._ground.installEventFilter(self)

    @property
    def text(self) -> str:
        """The message shown last."""
        return self._text.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the lower edge when the parent changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self._ground
        metrics = self._text.fontMetrics()
        undo = self._undo.sizeHint().width() + 16 if not self._undo.isHidden() else 0
        wanted = metrics.horizontalAdvance(self._text.text()) + undo + 48
        width = min(wanted, parent.width() - 48, theme.current().px(760))
        self.setFixedWidth(max(width, 160))
        height = max(self.heightForWidth(width), self.sizeHint().height())
        self.setFixedHeight(height)
        self.move((parent.width() - self.width()) // 2, parent.height() - height - _BOTTOM)

    def _on_undo(self) -> None:
        self.hide()
        self.undo_asked.emit()
