"""The quick filter over a table: a field that filters while it is written in, found by Ctrl+F."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.i18n import _
from desktop.views import icons, theme
from desktop.views.deeds import Deed, tip
from desktop.views.named_parts import name_line

KEYS = "Ctrl+F"


class QuickField(QLineEdit):
    """`written(text)` while it is written in; `left` when the keyboard is to go on to the table: Enter or Down."""

    written = Signal(str)
    left = Signal()

    def __init__(self, hint: str, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "search")
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setToolTip(f"{hint}\n{tip(name, KEYS)}")
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        name_line(self)
        self.textEdited.connect(self.written)
        theme.current().changed.connect(self.tint)
        self.tint()

    def tint(self) -> None:
        """Tint the icon by the theme in use."""
        self._glass.setIcon(icons.icon("search", "text3"))

    def show_text(self, text: str) -> None:
        """Show a text without telling anybody."""
        if self.text() != text:
            self.setText(text)

    def seek(self) -> None:
        """Take the keyboard, all text chosen."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def deed(self) -> Deed:
        """Return the deed that leads here."""
        return Deed("filter.quick", _("Quick filter"), self.seek, KEYS, "edit", 1, "filter")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the table on Enter and Down."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
