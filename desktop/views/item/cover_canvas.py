"""The photo that is being covered, with its black boxes, drawn by mouse or by keyboard."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import _
from desktop.models.photos import Cover
from desktop.views import theme

_STEP = 0.01
"""How far an arrow key moves or stretches a box, in parts of the photo."""
_NEW = 0.15
"""Half of the width and height of a box made by the keyboard."""
_LEAST = 0.004
"""Boxes smaller than this are a slip of the mouse."""
_ARROWS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}


class Canvas(QWidget):
    """The photo with its boxes. `changed` when a box came, went or moved."""

    changed = Signal()

    def __init__(self, photo: QImage, covers: tuple[Cover, ...]) -> None:
        super().__init__()
        self.photo = photo
        self.covers = list(covers)
        self.chosen = len(covers) - 1
        self._undo: list[tuple[list[Cover], int]] = []
        self._from: QPointF | None = None
        self._carried: Cover | None = None
        self._drawn: QRectF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.current().px(320), theme.current().px(240))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(_("Photo"))
        self._speak()

    def _speak(self) -> None:
        self.setAccessibleDescription(_("{n} boxes").format(n=len(self.covers)))

    def room(self) -> QRectF:
        """Return where the photo stands in the widget."""
        size = self.photo.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2,
                      size.width(), size.height())  # fmt: skip

    def _box(self, one: Cover) -> QRectF:
        room = self.room()
        return QRectF(
            room.left() + one.left * room.width(), room.top() + one.top * room.height(),
            (one.right - one.left) * room.width(), (one.bottom - one.top) * room.height(),
        )  # fmt: skip

    def _part(self, point: QPointF) -> QPointF:
        """Return a point of the widget in parts of the photo, held within it."""
        room = self.room()
        x, y = (point.x() - room.left()) / room.width(), (point.y() - room.top()) / room.height()
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme.current().tokens
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(tokens.surface2))
        painter.drawImage(self.room(), self.photo)
        for number, one in enumerate(self.covers):
            painter.fillRect(self._box(one), Qt.GlobalColor.black)
            if number == self.chosen:
                painter.setPen(QPen(QColor(tokens.surface), 4))
                painter.drawRect(self._box(one))
                painter.setPen(QPen(QColor(tokens.accent), 2))
                painter.drawRect(self._box(one))
        if self._drawn is not None:
            painter.fillRect(self._drawn, Qt.GlobalColor.black)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    # By mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = self._part(event.position())
        self._from = event.position()
        under = [n for n, one in enumerate(self.covers) if self._box(one).contains(event.position())]
        if under:
            self.chosen = under[-1]
            self._carried = self.covers[self.chosen]
            self._remember()
        else:
            self._from = QPointF(self._box(Cover(point.x(), point.y(), point.x(), point.y())).topLeft())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        if self._carried is not None:
            start, now = self._part(self._from), self._part(event.position())
            self.covers[self.chosen] = _moved(self._carried, now.x() - start.x(), now.y() - start.y())
        else:
            point = event.position()
            self._drawn = QRectF(self._from, point).normalized().intersected(self.room())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None and self._carried is None:
            a, b = self._part(self._from), self._part(event.position())
            made = Cover(min(a.x(), b.x()), min(a.y(), b.y()), max(a.x(), b.x()), max(a.y(), b.y()))
            if made.right - made.left > _LEAST and made.bottom - made.top > _LEAST:
                self.add(made)
        self._from = self._carried = self._drawn = None
        self._tell()

    # By keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ARROWS and self.covers:
            self._shift(*_ARROWS[key], stretch=shift)
        elif key in (Qt.Key.Key_Insert, Qt.Key.Key_Plus):
            self.add(Cover(0.5 - _NEW, 0.5 - _NEW, 0.5 + _NEW, 0.5 + _NEW))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.covers:
            self.remove()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and self.covers:
            self.chosen = (self.chosen + (1 if key == Qt.Key.Key_PageDown else -1)) % len(self.covers)
            self.update()
        elif key == Qt.Key.Key_Z and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take_back()
        else:
            super().keyPressEvent(event)

    def _shift(self, right: float, down: float, *, stretch: bool) -> None:
        self._remember()
        one = self.covers[self.chosen]
        if stretch:
            one = Cover(one.left, one.top, min(1.0, max(one.left + _STEP, one.right + right)),
                        min(1.0, max(one.top + _STEP, one.bottom + down)))  # fmt: skip
        else:
            one = _moved(one, right, down)
        self.covers[self.chosen] = one
        self._tell()

    # What is done

    def add(self, one: Cover) -> None:
        """Put a box over a part of the photo and choose it."""
        self._remember()
        self.covers.append(one)
        self.chosen = len(self.covers) - 1
        self._tell()

    def remove(self) -> None:
        """Take the chosen box away."""
        if self.covers:
            self._remember()
            del self.covers[self.chosen]
            self.chosen = len(self.covers) - 1
            self._tell()

    def take_back(self) -> None:
        """Undo the last change of the boxes."""
        if self._undo:
            self.covers, self.chosen = self._undo.pop()
            self._tell()

    def _remember(self) -> None:
        self._undo.append((list(self.covers), self.chosen))

    def _tell(self) -> None:
        self._speak()
        self.update()
        self.changed.emit()


def _moved(one: Cover, right: float, down: float) -> Cover:
    """Return a box moved as far as the photo goes."""
    right = min(max(right, -one.left), 1.0 - one.right)
    down = min(max(down, -one.top), 1.0 - one.bottom)
    return Cover(one.left + right, one.top + down, one.right + right, one.bottom + down)
