"""What is drawn in the satisfaction table: five small bars with their digits, a rate with its interval as a whisker."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop import texts
from desktop.models.satisfaction import BAD, LEVELS, Panel
from desktop.texts import satisfaction as words
from desktop.views import theme
from desktop.views.satisfaction.table import Line, Paint
from desktop.views.strokes import write

_PAD, _BASE, _DIGIT = 6, 14, 12
_TEXT = 62
_CENTRE = Qt.AlignmentFlag.AlignHCenter


def paint_counts(painter: QPainter, rect: QRect, line: Line) -> None:
    """Paint the five counts, very satisfied first: how many over a bar, the level below it."""
    one = line.data
    if not isinstance(one, Panel):
        return
    look = theme.current()
    tokens, most = look.tokens, max(1, *one.counts)
    wide, base = (rect.width() - 2 * _PAD) / len(LEVELS), look.px(_BASE)
    text = look.px(_DIGIT) + 2
    room = rect.height() - base - text - 4
    for at, (level, number) in enumerate(zip(LEVELS, one.counts, strict=True)):
        left = rect.left() + _PAD + at * wide
        high = max(2.0, room * number / most) if number else 1.0
        foot = rect.bottom() - base
        ink = tokens.danger if level in BAD else tokens.accent
        painter.fillRect(QRectF(left + 3, foot - high, wide - 6, high), QColor(ink if number else tokens.track))
        tone = tokens.text if number else tokens.text3
        above = QRectF(left, foot - high - text, wide, text).toRect()
        write(painter, above, str(number), tone, 12, strong=bool(number), align=_CENTRE)
        write(painter, QRectF(left, foot, wide, base).toRect(), f"{level}★", tokens.text3, 11, align=_CENTRE)


def rate_painter(start: float) -> Paint:
    """Return what paints a rate on an axis that begins there and ends at all."""

    def paint(painter: QPainter, rect: QRect, line: Line) -> None:
        one = line.data
        if isinstance(one, Panel):
            _paint_rate(painter, rect, one, start)

    return paint


def _paint_rate(painter: QPainter, rect: QRect, one: Panel, start: float) -> None:
    look = theme.current()
    tokens, wide = look.tokens, look.px(_TEXT)
    percent = QRect(rect.left() + _PAD, rect.top(), wide, rect.height())
    write(painter, percent, texts.percent(one.rate, 1), tokens.text if one.ratings else tokens.text3, 14, strong=True)
    if one.rate is None or one.wilson_low is None or one.wilson_high is None:
        return
    axis = QRectF(percent.right() + 8, rect.top(), rect.right() - percent.right() - 20, rect.height())

    def x(share: float) -> float:
        return axis.left() + axis.width() * (max(start, share) - start) / (1 - start)

    middle = axis.top() + axis.height() * 0.36
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.track), 2))
    painter.drawLine(QPointF(axis.left(), middle), QPointF(axis.right(), middle))
    painter.setPen(QPen(QColor(tokens.text2), 2))
    low, high = x(one.wilson_low), x(one.wilson_high)
    painter.drawLine(QPointF(low, middle), QPointF(high, middle))
    for end in (low, high):
        painter.drawLine(QPointF(end, middle - 5), QPointF(end, middle + 5))
    painter.setPen(QPen(QColor(tokens.surface), 1))
    painter.setBrush(QColor(tokens.accent))
    painter.drawEllipse(QPointF(x(one.rate), middle), 5, 5)
    below = QRectF(axis.left(), axis.top() + axis.height() * 0.52, axis.width(), axis.height() * 0.44).toRect()
    write(painter, below, words.interval(one), tokens.text3, 12)
