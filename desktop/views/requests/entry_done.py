"""After a request was taken in: its number in large type, and what comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _


class EntryDone(QWidget):
    """`print_asked`, `next_asked`, `left`; by P, N and Esc. Enter does nothing, so that a second one does no harm."""

    print_asked = Signal()
    next_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._told, self.number, self.matter, self.due = QLabel(_("Registered")), QLabel(), QLabel(), QLabel()
        self._told.setProperty("tone", "good")
        self.number.setProperty("type", "figure")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.due.setProperty("tone", "second")
        for label in (self._told, self.number, self.matter, self.due):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.print_button = QPushButton(_("Print the receipt (P)"))
        self.next_button, self.close_button = QPushButton(_("Next request (N)")), QPushButton(_("Close (Esc)"))
        self.print_button.setProperty("kind", "primary")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for button, signal, key in (
            (self.print_button, self.print_asked, "P"), (self.next_button, self.next_asked, "N"),
            (self.close_button, self.left, ""),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            row.addWidget(button)
            if key:
                QShortcut(QKeySequence(key), self, signal.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for label in (self._told, self.number, self.matter, self.due):
            column.addWidget(label)
        column.addSpacing(14)
        column.addLayout(row)
        column.addStretch(3)

    def say(self, number: str, matter: str, due: str, *, again: bool) -> None:
        """Show what was registered; `again` where the same form had registered it before."""
        self._told.setText(_("Registered before, with this number") if again else _("Registered"))
        self.number.setText(number)
        self.matter.setText(matter)
        self.due.setText(due)
        self.due.setVisible(bool(due))
        self.setAccessibleName(f"{self._told.text()} {number}")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
