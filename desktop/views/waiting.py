"""What stands in the window while there is no board: a book is being opened, none is open, or it has no catalogue."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _


class Waiting(QWidget):
    """A sentence and, where there is something to do, one button. `book_asked`, `catalogue_asked`."""

    book_asked = Signal()
    catalogue_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self._text = QLabel(_("Opening the book…"))
        self._text.setProperty("tone", "third")
        self.choose, self.bring = QPushButton(_("Choose a book…")), QPushButton(_("Import a catalogue…"))
        self.choose.clicked.connect(self.book_asked)
        self.bring.clicked.connect(self.catalogue_asked)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for part in (self._text, self.choose, self.bring):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self.choose.hide()
        self.bring.hide()

    def offer_book(self) -> None:
        """Say that no book is open, and offer to choose one."""
        self._text.setText(_("No book is open."))
        self.choose.show()
        self.bring.hide()

    def offer_catalogue(self) -> None:
        """Say that the book has no catalogue yet, and offer to import one."""
        self._text.setText(_("This book has no catalogue yet. Import one: a folder, a workbook or the official text."))
        self.choose.hide()
        self.bring.show()
