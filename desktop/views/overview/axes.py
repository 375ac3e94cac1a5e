"""The scale from 0 to 100 %, the days under it, and what each line is written at its end."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from desktop import texts
from desktop.i18n import _
from desktop.views import theme
from desktop.views.overview import curve
from desktop.views.overview.series import Step
from desktop.views.overview.spans import is_monthly

_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)
_GAP = 12
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def paint(painter: QPainter, room: QRectF, span: tuple[date, date], days: Sequence[date]) -> None:
    """Paint the lines of the scale and the days."""
    look = theme.current()
    painter.setFont(look.font(12))
    for quarter in _QUARTERS:
        y = curve.height(quarter, room)
        painter.setPen(QPen(QColor(look.tokens.border), 1))
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        painter.setPen(QColor(look.tokens.text3))
        painter.drawText(QRectF(0, y - 10, room.left() - 8, 20), _RIGHT, f"{quarter:.0%}")
    _days(painter, room, span, days)


def _days(painter: QPainter, room: QRectF, span: tuple[date, date], days: Sequence[date]) -> None:
    """Write as many days as there is room for, the last one always."""
    place, metrics = curve.across(*span, room), painter.fontMetrics()
    monthly, free = is_monthly(tuple(days)), room.right() + 200
    for day in reversed(days):
        text = _short(day, monthly=monthly and day != days[-1])
        width = metrics.horizontalAdvance(text)
        x = min(max(place(day) - width / 2, room.left() - 4), room.right() - width / 2)
        if x + width + 14 <= free:
            painter.drawText(QRectF(x, room.bottom() + 5, width + 2, 18), _LEFT, text)
            free = x


def _short(day: date, *, monthly: bool) -> str:
    return f"{day:%Y-%m}" if monthly else f"{day:%m-%d}"


def label_width() -> int:
    """Return the room that the labels at the end of the lines take."""
    look = theme.current()
    names = QFontMetrics(look.font(12))
    widest = max(map(names.horizontalAdvance, (_("In-place rate"), _("Verified rate"))))
    return max(widest, QFontMetrics(look.font(16, strong=True)).horizontalAdvance("100.0%")) + look.px(_GAP) + 8


def label(painter: QPainter, room: QRectF, last: Step) -> None:
    """Write both rates at the right, each beside the end of its line as far as they do not meet."""
    look = theme.current()
    tall = look.px(40)
    upper = curve.height(last.in_place_rate or 0.0, room) - tall / 2
    lower = curve.height(last.verified_rate or 0.0, room) - tall / 2
    lower = min(max(lower, upper + tall), room.bottom() + look.px(22) - tall)
    upper = max(min(upper, lower - tall), room.top() - look.px(10))
    _end(painter, room, upper, _("In-place rate"), last.in_place_rate)
    _end(painter, room, lower, _("Verified rate"), last.verified_rate)


def _end(painter: QPainter, room: QRectF, top: float, name: str, rate: float | None) -> None:
    look = theme.current()
    left = room.right() + look.px(_GAP)
    painter.setFont(look.font(12))
    painter.setPen(QColor(look.tokens.text2))
    painter.drawText(QRectF(left, top, label_width(), look.px(17)), _LEFT, name)
    painter.setFont(look.font(16, strong=True))
    painter.setPen(QColor(look.tokens.text))
    painter.drawText(QRectF(left, top + look.px(17), label_width(), look.px(22)), _LEFT, texts.percent(rate, 1))
