"""The face of a level: what the mouth says is read without colour, from a laugh to a howl."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.views import theme

_TONES = {5: "verified", 4: "in_progress", 3: "not_started", 2: "returned", 1: "relapsed"}
"""Whose tile of the tokens a level wears."""
_LINE = 0.055
"""Strength of the lines, as a share of the face."""


def paint(painter: QPainter, box: QRectF, level: int) -> None:
    """Paint the face of a level (5 laughs, 3 is even, 1 howls) into a square."""
    tile, side = theme.current().tokens.states[_TONES[level]], box.width()
    ink = QColor(tile.ink)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink, max(2.0, side * _LINE))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(QColor(tile.fill))
    inset = pen.widthF() / 2
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    painter.setBrush(ink)
    for x in (0.34, 0.66):
        painter.drawEllipse(_at(box, x, 0.38), side * 0.035, side * 0.05)
    is_open = level in (5, 1)
    painter.setBrush(ink if is_open else Qt.BrushStyle.NoBrush)
    painter.drawPath(_mouth(box, level))
    painter.restore()


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + box.width() * x, box.top() + box.height() * y)


def _mouth(box: QRectF, level: int) -> QPainterPath:
    """Return the mouth: its ends and its middle sag or rise, the outer levels open it."""
    ends, sag = {5: (0.58, 0.26), 4: (0.62, 0.14), 3: (0.67, 0.0), 2: (0.74, -0.14), 1: (0.78, -0.26)}[level]
    left, right = _at(box, 0.29, ends), _at(box, 0.71, ends)
    path = QPainterPath(left)
    path.quadTo(_at(box, 0.5, ends + 1.6 * sag), right)
    if level in (5, 1):
        path.closeSubpath()
    return path
