"""How much of the month is reported: a line of words and a bar; pressed it shows what is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.i18n import _
from desktop.views import theme


class Reported(QAbstractButton):
    """“23 of 33 reported this month” over a bar. A click asks for those lines."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._all = 0, 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(_("Show what is reported"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, done: int, of: int) -> None:
        """Show how many of how many are reported."""
        self._done, self._all = done, of
        self.setAccessibleName(self.words)
        self.update()

    @property
    def words(self) -> str:
        """What the bar says."""
        if self._all and self._done == self._all:
            return _("All {all} reported this month").format(all=self._all)
        return _("{done} of {all} reported this month").format(done=self._done, all=self._all)

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(210), look.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.tokens.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(look.font(13))
        painter.setPen(QColor(look.tokens.accent if self.underMouse() else look.tokens.text2))
        painter.drawText(self.rect().adjusted(5, 0, -5, -10), int(Qt.AlignmentFlag.AlignVCenter), self.words)
        bar = QRectF(5, self.height() - 9, self.width() - 10, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.track))
        painter.drawRoundedRect(bar, 3, 3)
        if self._all and self._done:
            bar.setWidth(bar.width() * self._done / self._all)
            painter.setBrush(QColor(look.tokens.good))
            painter.drawRoundedRect(bar, 3, 3)
        painter.end()
