"""The shutter of the counter (台席遮挡): one key blanks the window before a citizen sees it, and gives it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.i18n import _
from desktop.views.centred import card_in

KEY = "F12"
_WIDTH = 420


class ShutterPage(QWidget):
    """Fills the window and says nothing of the book. `opened` when it is to go up again."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        title, hint = QLabel(_("One moment, please")), QLabel(_("The screen is covered while we speak with you."))
        title.setProperty("type", "title")
        hint.setProperty("tone", "second")
        hint.setWordWrap(True)
        self.setAccessibleName(title.text())
        self.up = QPushButton(_("Show again ({key})").format(key=KEY))
        self.up.setProperty("kind", "quiet")
        self.up.clicked.connect(self.opened)
        QShortcut(QKeySequence(KEY), self, self.opened.emit)
        column = card_in(self, _WIDTH)
        for part in (title, hint):
            column.addWidget(part)
        column.addWidget(self.up, 0, Qt.AlignmentFlag.AlignRight)

    def begin(self) -> None:
        """Give the keyboard to the way back."""
        self.up.setFocus()
