"""Small charts of one scale, one for each category or county; each leads to its rows."""

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop import texts
from desktop.views import theme
from desktop.views.overview import curve
from desktop.views.overview.lines import LINE, Index, Lines, LineView
from desktop.views.overview.series import Line, story
from desktop.views.strokes import paint_ground, write

_LEAST_WIDTH, _LEAST_HEIGHT = 138, 66
_BEST = 2.1
"""The proportion of width to height that a small chart has at best."""
_HOLES = 8.0
"""How much places left free in the last row count against a grid."""
_SLACK = 4
"""QListView wraps a little before the last pixel."""
_STROKE = 1.6


def _sentence(line: Line) -> str:
    return f"{line.name}\n{story(line)}"


class LineDelegate(QStyledItemDelegate):
    """Paints name, present rate and both lines."""

    def __init__(self) -> None:
        super().__init__()
        self.place = QSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.span = (date.min, date.min)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a cell of the grid."""
        return self.place

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one small chart."""
        line: Line = index.data(LINE)
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        room = QRect(option.rect).adjusted(look.px(8), look.px(6), -look.px(10), -look.px(8))
        head = QRect(room.left(), room.top(), room.width(), look.px(18))
        last = line.steps[-1] if line.steps else None
        share = texts.percent(last.in_place_rate if last else None)
        right = look.px(38)
        write(painter, head.adjusted(0, 0, -right, 0), line.name, look.tokens.text2, 12)
        write(painter, head, share, look.tokens.text, 13, strong=True, align=Qt.AlignmentFlag.AlignRight)
        chart = QRectF(
            room.left(), head.bottom() + look.px(5), room.width(), room.bottom() - head.bottom() - look.px(5)
        )
        painter.setPen(QPen(QColor(look.tokens.border), 1))
        for rate in (0.0, 0.5, 1.0):
            y = round(curve.height(rate, chart)) + 0.5
            painter.drawLine(QPointF(chart.left(), y), QPointF(chart.right(), y))
        curve.paint(painter, line.steps, chart, self.span, _STROKE)
        painter.restore()


class Multiples(LineView):
    """The grid of small charts. `asked(Drill)` on Enter or a click."""

    asked = Signal(object)

    def __init__(self) -> None:
        lines, brush = Lines(_sentence), LineDelegate()
        super().__init__(lines, brush)
        self.lines, self._brush = lines, brush
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.chosen.connect(lambda place: self.asked.emit(self.lines.lines[place].drill))
        theme.current().changed.connect(self._divide)

    def say(self, name: str, lines: tuple[Line, ...], span: tuple[date, date]) -> None:
        """Show small charts under a name, all within one span of days.

        Where their names stay, the keyboard keeps its place.
        """
        self.setAccessibleName(name)
        self._brush.span = span
        self.lines.show(lines, same=[one.name for one in lines] == [one.name for one in self.lines.lines])
        self._divide()
        if lines and not self.currentIndex().isValid():
            self.setCurrentIndex(self.lines.index(0))

    def _divide(self) -> None:
        """Give every chart its place. The bar is off where none is needed: QListView keeps its width free otherwise."""
        whole = self.contentsRect().size()
        columns, height = grid(len(self.lines.lines), whole, theme.current().size / 100)
        bar = height * -(-len(self.lines.lines) // columns) > whole.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        free = whole.width() - _SLACK - (self.verticalScrollBar().sizeHint().width() if bar else 0)
        self._brush.place = QSize(max(1, free // columns), height)
        self.setGridSize(self._brush.place)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new room."""
        super().resizeEvent(event)
        self._divide()


def grid(number: int, room: QSize, scale: float) -> tuple[int, int]:
    """Return columns and the height of a row, so that all charts are seen at their best proportion.

    Where they cannot all be seen, rows keep their least height and the grid scrolls.
    """
    width, height = room.width() - _SLACK, room.height() - _SLACK
    least_width, least_height = round(_LEAST_WIDTH * scale), round(_LEAST_HEIGHT * scale)
    most = max(1, width // least_width)
    fitting = []
    for columns in range(1, min(most, number) + 1):
        tall = height // max(1, -(-number // columns))
        if tall >= least_height:
            empty = -number % columns / number
            fitting.append((abs(width / columns / tall - _BEST) + _HOLES * empty, columns, tall))
    if not fitting:
        return most, least_height
    _far, columns, tall = min(fitting)
    return columns, tall
