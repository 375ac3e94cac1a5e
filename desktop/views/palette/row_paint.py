"""Paints a line of the palette: icon, title with what was met, and at the right kind, code and key."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.search.target import Span
from desktop.views import icons, theme
from desktop.views.palette.rows import ROW, Index, Row
from desktop.views.strokes import write

_HEIGHT, _TALL, _CAPTION = 36, 54, 30
_PAD, _ICON, _GAP = 12, 18, 12
_SECOND = 20
"""How far the sentence of a barred line stands under its title."""


class RowPainter(QStyledItemDelegate):
    """A line is 36 pixels high, a barred one 54 for its sentence, a caption 30."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        height = _CAPTION if row.is_caption else _TALL if row.barred else _HEIGHT
        return QSize(100, theme.current().px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        px = theme.current().px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = option.rect.adjusted(px(_PAD), 0, -px(_PAD), 0)
        if row.is_caption:
            write(painter, room, row.title, theme.current().tokens.text3, 12)
        else:
            _paint_ground(painter, option)
            _paint_row(painter, room, row)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    tokens, state = theme.current().tokens, option.state
    is_chosen = bool(state & QStyle.StateFlag.State_Selected)
    if is_chosen or state & QStyle.StateFlag.State_MouseOver:
        square = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(tokens.accent), 1) if is_chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.selection if is_chosen else tokens.surface2))
        painter.drawRoundedRect(square, 6, 6)


def _paint_row(painter: QPainter, room: QRect, row: Row) -> None:
    tokens, px = theme.current().tokens, theme.current().px
    line = QRect(room.left(), room.top(), room.width(), px(_HEIGHT))
    size = px(_ICON)
    tint = "text3" if row.barred else "text2"
    icons.icon(row.icon, tint, size=_ICON).paint(painter, room.left(), line.center().y() - size // 2, size, size)
    left = room.left() + size + px(_GAP)
    right = _paint_right(painter, line, row)
    title = QRect(left, line.top(), right - left, line.height())
    _paint_title(painter, title, row.title, row.spans, tokens.text2 if row.barred else tokens.text)
    if row.barred:
        under = QRect(left, room.top() + px(_SECOND), room.right() - left, room.height() - px(_SECOND))
        write(painter, under, row.barred, tokens.text2, 12)


def _paint_right(painter: QPainter, line: QRect, row: Row) -> int:
    """Paint key, code and kind from the right; return where the title has to end."""
    tokens, px = theme.current().tokens, theme.current().px
    right = line.right()
    if row.key:
        right = _paint_key(painter, line, row.key) - px(_GAP)
    for text, is_met in ((row.kind, False), (row.code, row.by_code)):
        if text:
            width = QFontMetrics(theme.current().font(12, strong=is_met)).horizontalAdvance(text) + 2
            colour = tokens.accent if is_met else tokens.text2
            write(painter, QRect(right - width, line.top(), width, line.height()), text, colour, 12, strong=is_met)
            right -= width + px(_GAP)
    return right - px(4)


def _paint_key(painter: QPainter, line: QRect, key: str) -> int:
    """Paint a key as a cap; return its left edge."""
    tokens, px = theme.current().tokens, theme.current().px
    width = QFontMetrics(theme.current().font(12)).horizontalAdvance(key) + px(14)
    cap = QRect(line.right() - width, line.top() + px(8), width, line.height() - px(16))
    painter.setPen(QPen(QColor(tokens.border), 1))
    painter.setBrush(QColor(tokens.surface2))
    painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    write(painter, cap, key, tokens.text2, 12, align=Qt.AlignmentFlag.AlignHCenter)
    return cap.left()


def _paint_title(painter: QPainter, room: QRect, title: str, spans: Sequence[Span], colour: str) -> None:
    """Write a title on one line; what was met is strong and in the accent."""
    font = theme.current().font(14)
    cut = QFontMetrics(theme.current().font(14, strong=bool(spans))).elidedText(
        title, Qt.TextElideMode.ElideRight, room.width()
    )
    layout = QTextLayout(cut, font)
    layout.setFormats([_format(begin, min(end, len(cut))) for begin, end in spans if begin < len(cut)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(room.width(), 1))
    layout.endLayout()
    painter.setPen(QColor(colour))
    layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2))


def _format(begin: int, end: int) -> QTextLayout.FormatRange:
    met = QTextCharFormat()
    met.setFontWeight(QFont.Weight.DemiBold)
    met.setForeground(QColor(theme.current().tokens.accent))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = begin, end - begin, met
    return made
