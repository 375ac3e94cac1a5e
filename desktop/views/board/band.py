"""The name of a group written into its band: downwards, other scripts turned by a quarter."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter

from desktop.views import theme
from desktop.views.board.names import stacked

_FEWEST = 2
"""Lines below which a group is told by its first two characters side by side."""


def write_band(painter: QPainter, room: QRect, name: str) -> None:
    """Write a name into what is seen of a band."""
    look = theme.current()
    painter.setFont(look.font(12))
    if name.isascii():
        _write_turned(painter, room, name)
        return
    step = look.px(14)
    lines = room.height() // step
    if lines < _FEWEST:
        painter.setFont(look.font(10))
        first = stacked(name, len(name))[0]
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), first if len(first) > 1 else name[:2])
        return
    parts = stacked(name, lines)
    top = room.top() + (room.height() - step * len(parts)) // 2
    for number, part in enumerate(parts):
        line = QRect(room.left(), top + number * step, room.width(), step)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), part)


def _write_turned(painter: QPainter, room: QRect, name: str) -> None:
    painter.save()
    painter.translate(QPoint(room.left(), room.bottom() + 1))
    painter.rotate(-90)
    turned = QRect(0, 0, room.height(), room.width())
    text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, turned.width())
    painter.drawText(turned, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()
