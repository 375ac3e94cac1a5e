"""Strokes that painted rows have in common: the ground under a row and a line of text."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.views import theme


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint hover, selection and the focus ring of a row."""
    tokens = theme.current().tokens
    square = QRectF(option.rect).adjusted(2, 2, -2, -2)
    state = option.state
    focused = bool(state & QStyle.StateFlag.State_HasFocus)
    if state & QStyle.StateFlag.State_MouseOver or focused:
        painter.setPen(QPen(QColor(tokens.accent), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface2))
        painter.drawRoundedRect(square, 6, 6)


def write(
    painter: QPainter,
    room: QRect,
    text: str,
    colour: str,
    pixels: int = 14,
    *,
    strong: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    wrap: bool = False,
) -> None:
    """Write a text into a room: one line cut with an ellipsis, or, with `wrap`, as many as the room takes."""
    font = theme.current().font(pixels, strong=strong)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    if wrap and QFontMetrics(font).horizontalAdvance(text) > room.width():
        painter.drawText(room, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), text)
        return
    cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(align | Qt.AlignmentFlag.AlignVCenter), cut)
