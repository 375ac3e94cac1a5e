"""The status bar: which book, which unit, who, as of when; a band of colour in a practice book."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop.i18n import _
from desktop.views import theme


class Footer(QFrame):
    """One line of facts at the foot of the window."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 3, 24, 3)
        row.setSpacing(24)
        self._left = QLabel()
        self._middle = QLabel()
        self._right = QLabel()
        for label in (self._left, self._middle, self._right):
            label.setProperty("type", "tiny")
        row.addWidget(self._left)
        row.addStretch(1)
        row.addWidget(self._middle)
        row.addStretch(1)
        row.addWidget(self._right)

    def say(self, book: str, who: str, day: str, *, practice: bool) -> None:
        """Say book, person and day; a practice book colours the whole line and says what it is."""
        self._left.setText(book)
        self._middle.setText(_("Practice book: made-up data, nothing here counts") if practice else "")
        self._right.setText("  ·  ".join(filter(None, (who, day))))
        theme.say(self, kind="practice" if practice else "footer")
        for label in (self._left, self._right):
            theme.say(label, tone="" if practice else "second")
