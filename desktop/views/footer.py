"""The status bar: which book, which unit, who, as of when; a band of colour in a practice book."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.i18n import _
from desktop.views import theme
from desktop.views.elided import Elided


class Footer(QFrame):
    """One line of facts at the foot of the window."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 3, 24, 3)
        row.setSpacing(24)
        self._left, self._middle, self._right = Elided(), Elided(), Elided()
        self._middle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for label in (self._left, self._middle, self._right):
            label.setProperty("type", "tiny")
        for label in (self._left, self._middle, self._right):
            row.addWidget(label, 1)

    def say(self, book: str, who: str, day: str, *, practice: bool) -> None:
        """Say book, person and day; a practice book colours the whole line and says what it is."""
        self._left.say(book)
        self._middle.say(_("Practice book: made-up data, nothing here counts") if practice else "")
        self._middle.setVisible(practice)
        self._right.say("  ·  ".join(filter(None, (who, day))))
        theme.say(self, kind="practice" if practice else "footer")
        for label in (self._left, self._right):
            theme.say(label, tone="" if practice else "second")
