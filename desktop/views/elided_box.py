"""A list to choose from that ends in an ellipsis what there is no room for, and shows no indentation when closed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_EDGE = 4
"""What the style leaves free beside the text."""


class ElidedBox(QComboBox):
    """Its whole text belongs into its tip (`choices.tell_whole`)."""

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
