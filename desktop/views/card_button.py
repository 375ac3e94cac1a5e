"""A button as large as a card: what it says stands in a layout of labels inside."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy


class CardButton(QPushButton):
    """Takes the room that its layout needs. Give it an accessible name: it has no text of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "figure")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Take the room that the labels need."""
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Return whether a sentence inside may need more lines where there is less room."""
        inside = self.layout()
        return inside is not None and inside.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Take the height that the labels need at a width."""
        inside = self.layout()
        return inside.totalHeightForWidth(width) if inside is not None else super().heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """Take no less than the labels need."""
        inside = self.layout()
        return inside.minimumSize() if inside is not None else super().minimumSizeHint()


def label(rank: str, tone: str = "", text: str = "") -> QLabel:
    """Return a label that lets the mouse through to the card under it."""
    made = QLabel(text)
    made.setProperty("type", rank)
    made.setProperty("tone", tone)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
