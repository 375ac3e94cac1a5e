"""What stands in the window while there is no board: the book is being opened, or none is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _


class WaitingPage(QWidget):
    """Says that a book is being opened. `choose_asked` on the button that stands there once none is."""

    choose_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self._words = QLabel(_("Opening the book…"))
        self._words.setProperty("tone", "third")
        self._choose = QPushButton(_("Choose a book…"))
        self._choose.clicked.connect(self.choose_asked)
        self._choose.hide()
        column = QVBoxLayout(self)
        column.addStretch(1)
        for part in (self._words, self._choose):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)

    def offer_book(self) -> None:
        """Say that no book is open, and offer to choose one."""
        self._words.setText(_("No book is open."))
        self._choose.show()
