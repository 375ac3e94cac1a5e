"""Pixmaps for the grid by the byte of a commitment's look, made when first met and dropped on a change of theme."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from desktop.models.vocabulary import Status
from desktop.views import glyphs, theme
from desktop.views.board.faces import DISPUTED_BIT, LAMPS, PROPOSED_BIT, STATUS_BITS

_FAINT = 0.22


class Tiles:
    """The tiles of one size and device pixel ratio: `bright` and `faint` hold 256 pixmaps or None, by look."""

    def __init__(self, size: int, ratio: float) -> None:
        self.size, self.ratio = size, ratio
        self.bright: list[QPixmap | None] = [None] * 256
        self.faint: list[QPixmap | None] = [None] * 256
        self._dots: QPixmap | None = None

    def make(self, face: int, *, lit: bool = True) -> QPixmap:
        """Return the tile of a look, faint where it is not what is looked for; keep it for the next time."""
        shelf = self.bright if lit else self.faint
        made = shelf[face]
        if made is None:
            made = shelf[face] = self._drawn(face) if lit else self._fainter(self.make(face))
        return made

    def _drawn(self, face: int) -> QPixmap:
        code = face & STATUS_BITS
        lamp = LAMPS[face >> 4 & 3]
        made = QPixmap(glyphs.tile(Status.of(code), self.size, self.ratio, lamp, disputed=bool(face & DISPUTED_BIT)))
        if face & PROPOSED_BIT:
            self._proposed(made, theme.current().tokens.states[Status.of(code)].ink)
        return made

    def _blank(self, size: int) -> QPixmap:
        pixels = round(size * self.ratio)
        made = QPixmap(pixels, pixels)
        made.setDevicePixelRatio(self.ratio)
        made.fill(Qt.GlobalColor.transparent)
        return made

    def dots(self, cell: int) -> QPixmap:
        """Return the texture of a cell without a commitment."""
        if self._dots is None:
            self._dots = self._blank(cell)
            painter = QPainter(self._dots)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.current().tokens.border))
            painter.drawEllipse(QRectF(cell / 2 - 1.2, cell / 2 - 1.2, 2.4, 2.4))
            painter.end()
        return self._dots

    def _proposed(self, tile: QPixmap, ink: str) -> None:
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ink), 1.4, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = QRectF(2, 2, self.size - 4, self.size - 4)
        painter.drawRoundedRect(inner, 3, 3)
        painter.end()

    def _fainter(self, tile: QPixmap) -> QPixmap:
        made = self._blank(self.size)
        painter = QPainter(made)
        painter.setOpacity(_FAINT)
        painter.drawPixmap(0, 0, tile)
        painter.end()
        return made

    def former(self, code: int) -> QPixmap:
        """Return a small tile of a former state, for the lower left corner of a changed commitment."""
        return glyphs.tile(Status.of(code), round(self.size * 0.5), self.ratio)


def ring(painter: QPainter, square: QRectF) -> None:
    """Draw the ring of the current cell: accent, and the ground's colour inside it, to stand off any tile."""
    tokens = theme.current().tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.surface), 1.5))
    painter.drawRoundedRect(square.adjusted(1.6, 1.6, -1.6, -1.6), 4, 4)
    painter.setPen(QPen(QColor(tokens.accent), 2.4))
    painter.drawRoundedRect(square, 5.5, 5.5)
