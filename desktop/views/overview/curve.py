"""The strokes of a trend, the same in the large chart and in the small ones: 核验率 filled, 落实率 over it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.models.vocabulary import Status
from desktop.views import theme
from desktop.views.overview.series import Step

_VEIL = 0.30
"""How much of the colour of in place shows between the two lines."""


def across(first: date, last: date, room: QRectF) -> Callable[[date], float]:
    """Return where a day stands from left to right; a single day stands at the right edge."""
    days = (last - first).days

    def place(day: date) -> float:
        return room.left() + room.width() * (day - first).days / days if days else room.right()

    return place


def height(rate: float, room: QRectF) -> float:
    """Return where a rate stands: 0 at the foot of the room, 1 at its head."""
    return room.bottom() - room.height() * rate


def paint(painter: QPainter, steps: Sequence[Step], room: QRectF, span: tuple[date, date], width: float) -> None:
    """Paint both rates through their days. All charts of a panel share `span` and the scale from 0 to 100 %."""
    place = across(*span, room)
    upper = [_at(place(one.day), one.in_place_rate, room) for one in steps if one.in_place_rate is not None]
    lower = [_at(place(one.day), one.verified_rate, room) for one in steps if one.verified_rate is not None]
    if not upper:
        return
    tokens = theme.current().tokens
    veil = QColor(tokens.states[Status.IN_PLACE].fill)
    veil.setAlphaF(_VEIL)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(_area(lower, [QPointF(one.x(), room.bottom()) for one in lower]), _green())
    painter.fillPath(_area(upper, lower), veil)
    stroke(painter, lower, QColor(tokens.good), width)
    stroke(painter, upper, upper_colour(), width)


def upper_colour() -> QColor:
    """Return the colour of the 落实率 line."""
    return QColor(theme.current().tokens.in_place_line)


def lower_colour() -> QColor:
    """Return the colour of the 核验率 line."""
    return QColor(theme.current().tokens.good)


def _green() -> QColor:
    return QColor(theme.current().tokens.states[Status.VERIFIED].fill)


def _at(x: float, rate: float | None, room: QRectF) -> QPointF:
    return QPointF(x, height(rate or 0.0, room))


def _area(upper: Sequence[QPointF], lower: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([*upper, *reversed(lower)]))
    path.closeSubpath()
    return path


def stroke(painter: QPainter, points: Sequence[QPointF], colour: QColor, width: float) -> None:
    """Draw a line through points, a dot where there is only one."""
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if len(points) == 1:
        painter.drawPoint(points[0])
    painter.drawPolyline(QPolygonF(list(points)))
