"""The small card beside the day that is read: both rates with numerators and denominator."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from desktop import texts
from desktop.i18n import _
from desktop.views import theme
from desktop.views.overview.series import Step

_PAD, _LINE, _AWAY = 10, 19, 12


def lines(step: Step) -> tuple[str, ...]:
    """Return what the card says, the day first."""
    rates = (
        (_("In-place rate"), step.in_place_rate, step.in_place),
        (_("Verified rate"), step.verified_rate, step.verified),
    )
    said = [f"{name}  {texts.percent(rate, 1)}  ({above}/{step.applicable})" for name, rate, above in rates]
    if step.disputed:
        said.append(_("{n} disputed").format(n=step.disputed))
    return (step.day.isoformat(), *said)


def paint(painter: QPainter, step: Step, x: float, room: QRectF, edge: float) -> None:
    """Paint the card at the right of a day, or at its left where it would reach over the right edge of the chart."""
    look = theme.current()
    said = lines(step)
    metrics = QFontMetrics(look.font(13))
    width = max(map(metrics.horizontalAdvance, said)) + 2 * look.px(_PAD) + 4
    height = len(said) * look.px(_LINE) + 2 * look.px(_PAD) - 4
    away = look.px(_AWAY)
    left = x + away if x + away + width <= edge else x - away - width
    card = QRectF(max(room.left() + 4, left), room.top() + 4, width, height)
    painter.setPen(QPen(QColor(look.tokens.field_border), 1))
    painter.setBrush(QColor(look.tokens.surface))
    painter.drawRoundedRect(card, 6, 6)
    for number, text in enumerate(said):
        painter.setFont(look.font(13, strong=number == 0))
        painter.setPen(QColor(look.tokens.text if number else look.tokens.text2))
        row = QRectF(card.left() + look.px(_PAD), card.top() + look.px(_PAD) - 2 + number * look.px(_LINE), width, 0)
        row.setHeight(look.px(_LINE))
        painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
