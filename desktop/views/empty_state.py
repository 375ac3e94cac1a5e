"""What stands where there is nothing yet: why it is empty, and what to do about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.views import theme

_WIDTH = 520
Step = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class EmptyState(QWidget):
    """A heading, a sentence or two, and buttons for the next steps, in the middle of the room there is."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.text = QLabel(), QLabel()
        self.title.setProperty("type", "section")
        self.text.setProperty("tone", "second")
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFixedWidth(theme.current().px(_WIDTH))
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for label in (self.title, self.text):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        column.addLayout(self._row)
        column.addStretch(3)

    def say(self, title: str, text: str, steps: Sequence[Step] = ()) -> None:
        """Say why it is empty and offer what may be done."""
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        if [button.text() for button in self.buttons] == [label for label, _do in steps]:
            return
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(*step) for step in steps]

    def _button(self, label: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(label)
        button.clicked.connect(do)
        self._row.insertWidget(self._row.count() - 1, button)
        return button
