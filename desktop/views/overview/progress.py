"""Categories and measures as rows with a stacked bar, in as many columns as they need."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop import texts
from desktop.i18n import _
from desktop.models.vocabulary import Lamp, Status
from desktop.views import theme
from desktop.views.focus import Drill
from desktop.views.meanings import DONE
from desktop.views.overview.lines import LINE, Index, Lines, LineView
from desktop.views.overview.presenter import Progress
from desktop.views.overview.row_menu import RowMenu
from desktop.views.strokes import paint_ground, write

if TYPE_CHECKING:
    from desktop.models.totals import Tally

ORDER = (
    Status.VERIFIED,
    Status.IN_PLACE,
    Status.IN_PROGRESS,
    Status.RETURNED,
    Status.BLOCKED,
    Status.RELAPSED,
)
"""The states in a bar from left to right; not started is the empty track."""
_LOWEST, _HIGHEST = 28, 52
_TWO_LINES = 40
"""From this height on a long name takes two lines."""
_SLACK = 6
"""QListView wraps a little before the last pixel."""
_NAME_SHARE = 0.46


def _sentence(row: Progress) -> str:
    tally = row.tally
    return _("{name}: {share} in place ({above} of {below}), {verified} verified, {overdue} overdue").format(
        name=row.name, share=texts.percent(tally.in_place_rate), above=tally.in_place, below=tally.applicable,
        verified=tally.counts[Status.VERIFIED], overdue=tally.overdue,
    )  # fmt: skip


class ProgressDelegate(QStyledItemDelegate):
    """Paints number, name, bar, percentage, and the overdue count in red only when there is one."""

    place = QSize(10, _LOWEST)
    """The size of a place in the grid."""
    widest = 0
    """The width of the longest name, in pixels; the bars begin behind it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Take the whole place in the grid."""
        return self.place

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Progress = index.data(LINE)
        tokens, lanes = theme.current().tokens, _lanes(QRect(option.rect), self.widest)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        write(painter, lanes.code, row.code, tokens.text3, 13)
        wrap = self.widest > lanes.name.width() and lanes.name.height() >= theme.current().px(_TWO_LINES)
        write(painter, lanes.name, row.name, tokens.text, 13 if wrap else 14, wrap=wrap)
        paint_bar(painter, QRectF(lanes.bar), row.tally)
        right = Qt.AlignmentFlag.AlignRight
        write(painter, lanes.share, texts.percent(row.tally.in_place_rate), tokens.text, align=right)
        if row.tally.overdue:
            text = _("{n} overdue").format(n=row.tally.overdue)
            write(painter, lanes.overdue, text, tokens.danger, 13, strong=True, align=right)
        painter.restore()


@dataclass(frozen=True, slots=True)
class _Lanes:
    """Where the parts of a row stand."""

    code: QRect
    name: QRect
    bar: QRect
    share: QRect
    overdue: QRect


def _lanes(row: QRect, widest: int) -> _Lanes:
    px = theme.current().px
    overdue = QFontMetrics(theme.current().font(13, strong=True)).horizontalAdvance(_("{n} overdue").format(n=999))
    room = row.adjusted(px(8), 0, -px(12), 0)
    code, share, gap = px(30), px(46), px(10)
    name = min(round(room.width() * _NAME_SHARE) - code, widest + 2 * gap)

    def lane(left: int, width: int) -> QRect:
        return QRect(left, room.top(), width, room.height())

    start, end = room.left() + code + name, room.right() - overdue - gap
    bar = QRect(start, room.center().y() - px(5) + 1, end - share - start, px(10))
    return _Lanes(lane(room.left(), code), lane(room.left() + code, name - gap), bar,
                  lane(end - share, share), lane(end + gap, overdue))  # fmt: skip


def paint_bar(painter: QPainter, bar: QRectF, tally: "Tally") -> None:
    """Paint the stacked bar of a tally: each state as wide as its share of the applicable ones."""
    tokens = theme.current().tokens
    shape = QPainterPath()
    shape.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    painter.save()
    painter.fillPath(shape, QColor(tokens.track))
    painter.setClipPath(shape)
    left = bar.left()
    for status in ORDER:
        if not (count := tally.counts[status]):
            continue
        width = bar.width() * count / tally.applicable
        painter.fillRect(
            QRectF(left, bar.top(), max(1.0, width - 1.5), bar.height()), QColor(tokens.states[status].fill)
        )
        left += width
    painter.restore()


class ProgressList(LineView):
    """Rows of progress in two columns, read down and then across. `asked(Drill)` on Enter or a click.

    A click on the rate or on what is overdue leads to those rows; Shift+F10 opens every figure of a row.
    """

    asked = Signal(object)

    def __init__(self, name: str) -> None:
        rows, brush = Lines(_sentence), ProgressDelegate()
        super().__init__(rows, brush)
        self.rows, self._brush = rows, brush
        self.setAccessibleName(name)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.chosen.connect(lambda place: self.asked.emit(self.rows.lines[place].drill))
        theme.current().changed.connect(self._divide)

    def say(self, rows: tuple[Progress, ...]) -> None:
        """Show rows; the keyboard keeps its place where their number stays."""
        self.rows.show(rows, same=len(rows) == len(self.rows.lines))
        self._divide()
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(0))

    def least_height(self) -> int:
        """Return the height that shows all rows in two columns at their lowest."""
        return theme.current().px(_LOWEST) * self._lines() + 2

    def _lines(self) -> int:
        return max(1, -(-len(self.rows.lines) // 2))

    def _divide(self) -> None:
        metrics = QFontMetrics(theme.current().font())
        self._brush.widest = max((metrics.horizontalAdvance(row.name) for row in self.rows.lines), default=0)
        room, lowest = self.viewport().size(), theme.current().px(_LOWEST)
        lines = self._lines()
        fits = room.height() - _SLACK >= lowest * lines
        self.setFlow(QListView.Flow.TopToBottom if fits else QListView.Flow.LeftToRight)
        height = min(theme.current().px(_HIGHEST), (room.height() - _SLACK) // lines) if fits else lowest
        self._brush.place = QSize(max(1, (room.width() - 2) // 2), height)
        self.setGridSize(self._brush.place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new room."""
        super().resizeEvent(event)
        self._divide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a click on the rate, or on what is overdue, lead to those rows alone."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        drill = self.figure_at(index, place) if event.button() == Qt.MouseButton.LeftButton else None
        if drill is None:
            super().mouseReleaseEvent(event)
        else:
            self.setCurrentIndex(index)
            self.asked.emit(drill)

    def figure_at(self, index: Index, place: QPoint) -> Drill | None:
        """Return the way down from the figure under a place, None where there is none."""
        if not index.isValid():
            return None
        row, lanes = self.rows.lines[index.row()], _lanes(self.visualRect(index), self._brush.widest)
        if lanes.share.contains(place) and row.tally.in_place:
            return replace(row.drill, any_of=DONE)
        return replace(row.drill, sign=Lamp.OVERDUE) if lanes.overdue.contains(place) and row.tally.overdue else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open every figure of the row as a menu, by the right button or by Shift+F10."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            menu = RowMenu(self, self.rows.lines[index.row()])
            menu.asked.connect(self.asked)
            below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            menu.open_at(event.globalPos() if by_mouse else below)
