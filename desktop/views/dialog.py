"""A dialog that opens as large as its words need, in every language and text size, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from desktop.views import theme

_EDGE = 48
"""What the frame of the window may take."""


class Dialog(QDialog):
    """Wants a width and a height in pixels at 100 per cent; takes more where its layout needs more."""

    def __init__(self, parent: QWidget | None, width: int, height: int = 0) -> None:
        super().__init__(parent)
        self._wanted = QSize(width, height)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room."""
        self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Take the room that is needed now; also after more was put into an open dialog."""
        inside, look = self.layout(), theme.current()
        if inside is None:
            return
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        inside.activate()
        width = max(look.px(self._wanted.width()), inside.totalMinimumSize().width())
        needed = inside.totalHeightForWidth(width) if inside.hasHeightForWidth() else inside.totalSizeHint().height()
        screen = self.screen().availableGeometry().size() - QSize(0, _EDGE)
        room = QSize(width, max(look.px(self._wanted.height()), needed)).boundedTo(screen)
        self.setMinimumSize(QSize(width, needed).boundedTo(screen))
        self.resize(room)
