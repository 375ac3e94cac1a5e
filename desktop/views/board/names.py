"""The head of the grid: names of windows written from top to bottom, other scripts turned by a quarter."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.views import theme
from desktop.views.window_name import short

_PARTS = re.compile(r"[0-9A-Za-z]{1,3}(?![0-9A-Za-z])|.", re.DOTALL)
_UPRIGHT = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")
_MORE = "︙"
LONGEST = 8
STEP, SPACE = 15, 7
BAND = 26
_PAD = 6


def stacked(name: str, longest: int = LONGEST) -> list[str]:
    """Return what stands on each line of a name written downwards, at most `longest` lines: a short number on one."""
    parts = [part for part in _PARTS.findall(short(name)) if part.strip()]
    return parts if len(parts) <= longest else [*parts[: longest - 1], _MORE]


class Names(QHeaderView):
    """The horizontal head of the grid. Names are drawn once each and kept as pixmaps; groups stand in bands above.

    `group_picked(first, last)` when a band is clicked.
    """

    group_picked = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._kept: dict[tuple[str, bool], QPixmap] = {}
        self._groups: list[tuple[range, str]] = []
        self.current = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def forget(self) -> None:
        """Drop the drawn names, after a change of theme, language or size."""
        self._kept.clear()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(0, look.px(LONGEST * STEP + 2 * SPACE + (BAND if self._groups else 0)))

    def show_groups(self, groups: Sequence[tuple[range, str]]) -> None:
        """Show groups of columns, each with its name; none takes the bands away."""
        if bool(groups) != bool(self._groups):
            self._kept.clear()
        self._groups = list(groups)
        self.updateGeometry()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._groups:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for columns, name in self._groups:
                self._paint_band(painter, columns, name)
            painter.end()

    def _paint_band(self, painter: QPainter, columns: range, name: str) -> None:
        look, cell = theme.current(), self.defaultSectionSize()
        left = self.sectionViewportPosition(columns.start)
        whole = QRect(left, 0, cell * len(columns), look.px(BAND))
        seen = whole.intersected(self.viewport().rect())
        if seen.isEmpty():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        here = self.current in columns
        painter.setBrush(QColor(look.tokens.selection if here else look.tokens.surface2))
        painter.drawRoundedRect(QRectF(whole).adjusted(1.5, 0, -1.5, -4), 5, 5)
        painter.setPen(QColor(look.tokens.text2))
        painter.setFont(look.font(12))
        room = seen.adjusted(_PAD, 0, -_PAD, -4)
        text = short(name)
        if painter.fontMetrics().horizontalAdvance(text) > room.width():
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width() + _PAD)
        if text not in ("", "…"):
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        column = self.logicalIndexAt(at)
        found = next((columns for columns, _name in self._groups if column in columns), None)
        if found is not None and at.y() < theme.current().px(BAND):
            self.group_picked.emit(found.start, found.stop - 1)
        else:
            super().mousePressEvent(event)

    def point_out(self, column: int) -> None:
        """Tint the head of a column, -1 for none."""
        if column != self.current:
            old, self.current = self.current, column
            for section in {old, column} - {-1}:
                self.updateSection(section)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        name = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        key = (name, logicalIndex == self.current)
        if key not in self._kept:
            if len(self._kept) > 600:
                self._kept.clear()
            self._kept[key] = self._drawn(name, rect.size(), on=key[1])
        painter.drawPixmap(rect.topLeft(), self._kept[key])

    def _drawn(self, name: str, size: QSize, *, on: bool) -> QPixmap:
        tokens, ratio = theme.current().tokens, self.devicePixelRatioF()
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(tokens.selection if on else tokens.surface))
        painter = QPainter(made)
        painter.setPen(QColor(tokens.border))
        painter.drawLine(0, size.height() - 1, size.width(), size.height() - 1)
        painter.setPen(QColor(tokens.text if on else tokens.text2))
        painter.setFont(theme.current().font(13, strong=on))
        if _UPRIGHT.search(name):
            self._downwards(painter, name, size)
        else:
            self._turned(painter, name, size)
        painter.end()
        return made

    def _downwards(self, painter: QPainter, name: str, size: QSize) -> None:
        look = theme.current()
        parts, step = stacked(name), look.px(STEP)
        top = size.height() - look.px(SPACE) - step * len(parts)
        for number, part in enumerate(parts):
            narrow = look.font(11) if len(part) > 2 else None
            if narrow:
                painter.save()
                painter.setFont(narrow)
            room = QRectF(0, top + number * step, size.width(), step)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), part)
            if narrow:
                painter.restore()

    def _turned(self, painter: QPainter, name: str, size: QSize) -> None:
        space = theme.current().px(SPACE)
        painter.translate(QPoint(0, size.height() - space))
        painter.rotate(-90)
        band = theme.current().px(BAND) if self._groups else 0
        room = QRectF(0, 0, size.height() - 2 * space - band, size.width())
        text = painter.fontMetrics().elidedText(short(name), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
