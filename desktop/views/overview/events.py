"""Lines about commitments: what changed, what needs attention. Two lines of text with the tile of the state."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop import texts
from desktop.models.vocabulary import Lamp, Status
from desktop.views import glyphs, theme
from desktop.views.overview.lines import LINE, Index, Lines, LineView
from desktop.views.overview.presenter import Event
from desktop.views.strokes import paint_ground, write

_HEIGHT = 48
_TILE = 24


def _sentence(event: Event) -> str:
    before = f"{texts.status(event.before)} → " if event.before is not None else ""
    says = f" · {event.says}" if event.says else ""
    return f"{event.title}\n{event.place}\n{before}{texts.status(event.status)}{says}"


class EventDelegate(QStyledItemDelegate):
    """Paints the tile, action over window, and at the right what is to be said."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line."""
        return QSize(100, theme.current().px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        event: Event = index.data(LINE)
        tokens, px = theme.current().tokens, theme.current().px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        room = QRect(option.rect).adjusted(px(8), px(4), -px(10), -px(5))
        words = room.adjusted(px(34), 0, 0, 0)
        if event.before is None:
            _tile(painter, room.left(), room, event.status, event.lamps)
            words.setRight(_say(painter, room, event))
        else:
            words = room.adjusted(0, 0, -px(76), 0)
            _turn(painter, room, event.before, event.status)
        half = QRect(words.left(), words.top(), words.width(), words.height() // 2)
        write(painter, half, event.title, tokens.text)
        write(painter, half.translated(0, half.height()), event.place, tokens.text3, 12)
        painter.setPen(QColor(tokens.border))
        painter.drawLine(room.left(), option.rect.bottom(), room.right(), option.rect.bottom())
        painter.restore()


def _tile(painter: QPainter, left: int, room: QRect, status: Status, lamps: Lamp) -> None:
    size = theme.current().px(_TILE)
    tile = glyphs.tile(status, size, painter.device().devicePixelRatioF(), lamps)
    painter.drawPixmap(left, room.center().y() - size // 2 + 1, tile)


def _say(painter: QPainter, room: QRect, event: Event) -> int:
    """Write what is to be said at the right. Return where it begins, less a gap."""
    strong = event.tone == "danger"
    metrics = QFontMetrics(theme.current().font(13, strong=strong))
    width = min(metrics.horizontalAdvance(event.says) + 2, room.width() // 2)
    spot = QRect(room.right() - width, room.top(), width, room.height())
    colour = getattr(theme.current().tokens, event.tone)
    write(painter, spot, event.says, colour, 13, strong=strong, align=Qt.AlignmentFlag.AlignRight)
    return spot.left() - theme.current().px(10)


def _turn(painter: QPainter, room: QRect, before: Status, after: Status) -> None:
    """Paint the state before, an arrow, and the state after at the right."""
    look = theme.current()
    size, gap = look.px(_TILE), look.px(20)
    right = room.right() - size
    _tile(painter, right, room, after, Lamp(0))
    _tile(painter, right - gap - size, room, before, Lamp(0))
    arrow = QRect(right - gap, room.top() + 1, gap, room.height())
    write(painter, arrow, "→", look.tokens.text3, 13, align=Qt.AlignmentFlag.AlignHCenter)


class EventList(LineView):
    """Lines about commitments. `asked(commitment id)` on Enter or a click."""

    asked = Signal(str)

    def __init__(self, name: str) -> None:
        lines = Lines(_sentence)
        super().__init__(lines, EventDelegate())
        self.lines = lines
        self.setAccessibleName(name)
        self.chosen.connect(lambda place: self.asked.emit(self.lines.lines[place].commitment))

    def say(self, events: tuple[Event, ...]) -> None:
        """Show other lines."""
        if events != self.lines.lines:
            self.lines.show(events)
