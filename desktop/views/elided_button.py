"""A button whose text ends in an ellipsis where there is no room; the whole text is its tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy


class ElidedButton(QPushButton):
    """Asks for room for its whole text and makes do with less. Its tip begins with the text; `explain` adds to it."""

    _FEW = 4
    """Letters that stay in any case."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._more = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.explain("")

    def explain(self, more: str) -> None:
        """Say more in the tip than the text does."""
        self._more = more
        self.setToolTip("\n".join(filter(None, (self.text().strip(), more))))

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.explain(self._more)

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        spared = self.fontMetrics().horizontalAdvance(self.text()) - self.fontMetrics().averageCharWidth() * self._FEW
        return QSize(whole.width() - max(0, spared), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
        else:
            self._paint_cut()

    def _paint_cut(self) -> None:
        # Classes of styles take PySide a while to make, and the first figures have room enough.
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        if not self.icon().isNull():
            room -= self.iconSize().width() + 4
        if self.menu() is not None:
            room -= self.style().pixelMetric(QStyle.PixelMetric.PM_MenuButtonIndicator, option, self)
        if self.fontMetrics().horizontalAdvance(self.text()) > room:
            option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
