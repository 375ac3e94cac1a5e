"""How much of the month is reported: a line of words and a bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import _
from desktop.views import theme


class Reported(QWidget):
    """“23 of 33 reported this month” over a bar."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._all = 0, 0
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
        return QSize(look.px(230), look.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(13))
        painter.setPen(QColor(look.tokens.text2))
        painter.drawText(self.rect().adjusted(0, 0, 0, -10), int(Qt.AlignmentFlag.AlignVCenter), self.words)
        bar = QRectF(0, self.height() - 8, self.width(), 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.track))
        painter.drawRoundedRect(bar, 3, 3)
        if self._all and self._done:
            bar.setWidth(bar.width() * self._done / self._all)
            painter.setBrush(QColor(look.tokens.good))
            painter.drawRoundedRect(bar, 3, 3)
        painter.end()
