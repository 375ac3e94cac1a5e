"""The large chart of the trend: two rates over one denominator, read off by mouse or keyboard."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.focus import Drill
from desktop.views.overview import axes, curve, reading
from desktop.views.overview.series import Line, Step, sentence, story

_LEFT, _TOP, _BOTTOM = 42, 12, 26
_STROKE = 2.2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_NONE = -1
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class TrendChart(QWidget):
    """`day_asked(date)` on a click or Enter, `compare_asked(date)` on C or from the menu.

    ← and → walk from day to day, Home and End to the first and the last. The name says what the chart shows, the
    description the figures of the day read, with numerators and denominator.
    """

    day_asked = Signal(object)
    compare_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._line = Line("", (), Drill())
        self._span = (date.min, date.min)
        self.at = _NONE
        """The day that is read, as its place among the days; -1 for none."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 150)
        theme.current().changed.connect(self.update)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The days of the line."""
        return self._line.steps

    @property
    def day(self) -> date | None:
        """The day that is read, None for none."""
        return self.steps[self.at].day if 0 <= self.at < len(self.steps) else None

    def say(self, line: Line, span: tuple[date, date]) -> None:
        """Show a line within a span of days; the day that is read stays where the days are the same."""
        if [one.day for one in line.steps] != [one.day for one in self._line.steps]:
            self.at = _NONE
        self._line, self._span = line, span
        self.setAccessibleName(_("Trend of both rates, {n} days").format(n=len(line.steps)))
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(460), look.px(260))

    def _describe(self) -> None:
        read = sentence(self.steps[self.at]) if 0 <= self.at < len(self.steps) else story(self._line)
        self.setAccessibleDescription(read)

    def _read(self, at: int) -> None:
        at = max(_NONE, min(at, len(self.steps) - 1))
        if at != self.at:
            self.at = at
            self._describe()
            self.update()

    def room(self) -> QRectF:
        """Return where the lines are drawn."""
        look = theme.current()
        right = axes.label_width()
        return QRectF(self.rect()).adjusted(look.px(_LEFT), look.px(_TOP), -right, -look.px(_BOTTOM))

    def x_of(self, at: int) -> float:
        """Return where a day stands from left to right."""
        return curve.across(*self._span, self.room())(self.steps[at].day)

    # Reading by keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.steps) - 1
        here = self.at if self.at != _NONE else last
        goes = {Qt.Key.Key_Left: max(0, here - 1), Qt.Key.Key_Right: here + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        key = Qt.Key(event.key())
        if key in goes:
            self._read(goes[key])
        elif key in _ENTER and here >= 0:
            self.day_asked.emit(self.steps[here].day)
        elif key == Qt.Key.Key_C and here >= 0:
            self.compare_asked.emit(self.steps[here].day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self._read(len(self.steps) - 1)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._read(_NONE)
        self.update()

    def _under(self, x: float) -> int:
        if not self.steps:
            return _NONE
        return min(range(len(self.steps)), key=lambda at: abs(self.x_of(at) - x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._read(self._under(event.position().x()))

    def leaveEvent(self, _event: object) -> None:
        if not self.hasFocus():
            self._read(_NONE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        at = self._under(place.x())
        if event.button() == Qt.MouseButton.LeftButton and at != _NONE and self.rect().contains(place):
            self.day_asked.emit(self.steps[at].day)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        at = self._under(event.pos().x()) if by_mouse else self.at
        if not 0 <= at < len(self.steps):
            return
        day = self.steps[at].day
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Look at {day}").format(day=day.isoformat()), lambda: self.day_asked.emit(day))
        menu.addAction(_("Compare with {day}").format(day=day.isoformat()), lambda: self.compare_asked.emit(day))
        menu.popup(event.globalPos())

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.room()
        axes.paint(painter, room, self._span, [one.day for one in self.steps])
        curve.paint(painter, self.steps, room, self._span, _STROKE)
        if self.steps:
            self._paint_ends(painter, room)
        if 0 <= self.at < len(self.steps):
            self._paint_reading(painter, room)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _paint_ends(self, painter: QPainter, room: QRectF) -> None:
        """Write what each line is, and how high it stands, at its end: no legend has to be looked up."""
        last = self.steps[-1]
        axes.label(painter, room, last)
        for rate, colour in ((last.verified_rate, curve.lower_colour()), (last.in_place_rate, curve.upper_colour())):
            if rate is not None:
                self._dot(painter, QPointF(self.x_of(len(self.steps) - 1), curve.height(rate, room)), colour)

    def _paint_reading(self, painter: QPainter, room: QRectF) -> None:
        step, x = self.steps[self.at], self.x_of(self.at)
        painter.setPen(QPen(QColor(theme.current().tokens.text3), 1))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
        for rate, colour in ((step.verified_rate, curve.lower_colour()), (step.in_place_rate, curve.upper_colour())):
            if rate is not None:
                self._dot(painter, QPointF(x, curve.height(rate, room)), colour)
        reading.paint(painter, step, x, room, self.width() - 4)

    def _dot(self, painter: QPainter, place: QPointF, colour: QColor) -> None:
        painter.setPen(QPen(QColor(theme.current().tokens.surface), 2))
        painter.setBrush(colour)
        painter.drawEllipse(place, 5, 5)
