"""A list to choose from that, closed, ends in an ellipsis what there is no room for; its tip says all of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_EDGE = 4
"""What the style leaves free beside the text."""


class ElidedBox(QComboBox):
    """Shows what is chosen without its indentation, and says its name and the whole of it in the tip."""

    def __init__(self) -> None:
        super().__init__()
        self.currentTextChanged.connect(self._tell)

    def _tell(self) -> None:
        self.setToolTip(": ".join(filter(None, (self.accessibleName(), self.currentText().strip()))))

    def showEvent(self, event: QShowEvent) -> None:
        self._tell()  # it may have been given its name after its texts
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, field, self).width() - _EDGE
        option.currentText = option.fontMetrics.elidedText(
            option.currentText.strip(), Qt.TextElideMode.ElideRight, room
        )
        painter.drawComplexControl(control, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
