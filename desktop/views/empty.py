"""What stands where a table has no rows: why, and the way out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _


class Empty(QWidget):
    """Says which filters let nothing through and offers to take them away. `cleared` on its button."""

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "clear")
        self.title = QLabel()
        self.title.setProperty("weight", "strong")
        self.why = QLabel()
        self.why.setProperty("tone", "second")
        for label in (self.title, self.why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.clear = QPushButton(_("Clear all filters"))
        self.clear.clicked.connect(self.cleared)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addStretch(1)
        for part in (self.title, self.why):
            column.addWidget(part)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        self.hide()

    def say(self, filters: Sequence[tuple[str, str]], *, empty: bool) -> None:
        """Show or hide; the filters are those in force, by key and text."""
        self.setVisible(empty)
        if empty:
            self.title.setText(_("Nothing is left by these filters.") if filters else _("There is nothing here yet."))
            self.why.setText(" · ".join(text for _key, text in filters))
            self.why.setVisible(bool(filters))
            self.clear.setVisible(bool(filters))
            self.raise_()
