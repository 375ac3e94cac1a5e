"""The large buttons of the rating page: a level with its face, a reason with its tick; for fingers and digits."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.views import theme
from desktop.views.rating import face

LEAST = 80
"""Pixels that a finger needs."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BigButton(QAbstractButton):
    """A card with a digit and a name. Space and Enter press it; its digit is left to the page."""

    def __init__(self, digit: int, name: str) -> None:
        super().__init__()
        self.digit = digit
        self._unit = 1.0
        self.setText(name)
        self.setAccessibleName(f"{digit} {name}")
        self.setToolTip(self.accessibleName())
        self.setMinimumSize(LEAST, LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def fit(self, unit: float) -> None:
        """Take the size of type: 1 for a screen of 1366 by 768."""
        self._unit = unit
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(LEAST, LEAST)

    def font_of(self, pixels: float, *, strong: bool = False) -> QFont:
        """Return the type of a size at a unit of 1."""
        font = theme.current().font(pixels, strong=strong)
        font.setPixelSize(max(12, round(pixels * self._unit)))
        return font

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press as Space does."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paint_card(self, painter: QPainter) -> None:
        """Paint ground and border: they say what is under the finger, chosen, or has the keyboard."""
        tokens = theme.current().tokens
        is_marked = self.isChecked() or self.isDown()
        strong = is_marked or self.hasFocus() or self.underMouse()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(QColor(tokens.accent if strong else tokens.border), 3 if is_marked or self.hasFocus() else 2)
        )
        painter.setBrush(QColor(tokens.accent_soft if is_marked else tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 14, 14)

    def paint_digit(self, painter: QPainter, box: QRectF) -> None:
        """Paint the digit as a key."""
        tokens = theme.current().tokens
        painter.setPen(QPen(QColor(tokens.field_border), 1.5))
        painter.setBrush(QColor(tokens.surface2))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(QColor(tokens.text))
        painter.setFont(self.font_of(22, strong=True))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self.digit))

    def paint_words(self, painter: QPainter, room: QRectF, pixels: float, side: Qt.AlignmentFlag) -> None:
        """Paint the name, on as many lines and as small as the room asks for."""
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        font = self.font_of(pixels, strong=pixels > 24)
        while font.pixelSize() > 12 and not _fits(font, room, flags, self.text()):
            font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
        painter.setPen(QColor(theme.current().tokens.text))
        painter.drawText(room, flags, self.text())


def _fits(font: QFont, room: QRectF, flags: int, text: str) -> bool:
    needed = QFontMetricsF(font).boundingRect(QRectF(0, 0, room.width(), 10_000), flags, text)
    longest = max((QFontMetricsF(font).horizontalAdvance(word) for word in text.split()), default=0.0)
    # A Chinese name has no blanks: it may break anywhere, but four characters are read better on one line.
    return needed.height() <= room.height() and longest <= room.width()


class LevelButton(BigButton):
    """A level: face, name, digit."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_card(painter)
        wide, high, key = self.width(), self.height(), 40 * self._unit
        words = high * 0.22
        side = max(LEAST * 0.6, min(wide * 0.62, high - words - key - 56 * self._unit))
        top = (high - side - words - key - 16 * self._unit) / 2
        face.paint(painter, QRectF((wide - side) / 2, top, side, side), self.digit)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.paint_words(painter, QRectF(10, top + side + 8 * self._unit, wide - 20, words), 28, centre)
        self.paint_digit(painter, QRectF((wide - key) / 2, top + side + words + 12 * self._unit, key, key))
        painter.end()


class ReasonButton(BigButton):
    """A reason to a level: its digit, what it says, and a tick once it is chosen."""

    def __init__(self, digit: int, code: str, name: str) -> None:
        super().__init__(digit, name)
        self.code = code
        self.setCheckable(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_card(painter)
        key, high = 38 * self._unit, self.height()
        self.paint_digit(painter, QRectF(18, (high - key) / 2, key, key))
        left, right = 18 + key + 16, key + 30
        self.paint_words(
            painter, QRectF(left, 6, self.width() - left - right, high - 12), 24, Qt.AlignmentFlag.AlignLeft
        )
        self._paint_tick(painter, QRectF(self.width() - key - 14, (high - key) / 2, key, key))
        painter.end()

    def _paint_tick(self, painter: QPainter, box: QRectF) -> None:
        tokens, inset = theme.current().tokens, box.width() * 0.14
        square = box.adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(tokens.accent if self.isChecked() else tokens.field_border), 2))
        painter.setBrush(QColor(tokens.accent if self.isChecked() else tokens.surface))
        painter.drawRoundedRect(square, 5, 5)
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.on_accent), max(2.0, square.width() * 0.12)))
            corner = square.topLeft()
            side = square.width()
            painter.drawPolyline([corner + _part(side, *at) for at in ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))])


def _part(side: float, x: float, y: float) -> QPointF:
    return QPointF(side * x, side * y)
