"""The frozen columns beside the grid: category bands, code, title and 落实率, painted in one pass."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.i18n import _
from desktop.views import theme
from desktop.views.board.names import stacked
from desktop.views.board.table import CATEGORY, CODE, RATE, TITLE, Titles

BAND, CODE_WIDTH = 26, 60
PAD = 8
_FEWEST = 2
"""Lines below which a category is told by its first two characters side by side."""


class RowsView(QTableView):
    """The frozen pane. A click on a row or on a category's band picks its rows in the grid."""

    picked = Signal(int, int, Qt.KeyboardModifier)

    def __init__(self, titles: Titles) -> None:
        super().__init__()
        self.titles = titles
        self.current = -1
        self._kept: dict[tuple[tuple[str, ...], bool, float], QPixmap] = {}
        self.setModel(titles)
        self.setAccessibleName(_("Actions of the board"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        for sections in (header, self.verticalHeader()):
            sections.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)

    def measure(self, cell: int, head: int, title_width: int) -> None:
        """Take over the sizes of the grid and the room for titles, all in pixels."""
        look = theme.current()
        self.horizontalHeader().setFixedHeight(head)
        self.verticalHeader().setMinimumSectionSize(cell)
        self.verticalHeader().setDefaultSectionSize(cell)
        rate = self.titles.headerData(RATE, Qt.Orientation.Horizontal)
        rate_width = QFontMetrics(look.font(13)).horizontalAdvance(str(rate)) + 2 * PAD
        widths = (look.px(BAND), look.px(CODE_WIDTH), title_width, rate_width)
        self.horizontalHeader().setMinimumSectionSize(min(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.setFixedWidth(sum(widths))
        self._kept.clear()
        self.viewport().update()

    def point_out(self, row: int) -> None:
        """Tint a row, -1 for none."""
        self.current = row
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self.viewport()), theme.current().tokens
        painter.fillRect(event.rect(), QColor(tokens.surface))
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        if first >= 0:
            rows = range(first, (last if last >= 0 else self.titles.rowCount() - 1) + 1)
            for row in rows:
                self._paint_row(painter, row)
            self._paint_bands(painter, rows)
        painter.setPen(QColor(tokens.border))
        right = self.viewport().width() - 1
        painter.drawLine(right, 0, right, self.viewport().height())
        painter.end()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        """Blit a row; text is laid out once only, which is most of the work of a frame."""
        words = tuple(str(self.titles.data(self.titles.index(row, column)) or "") for column in (CODE, TITLE, RATE))
        key = (words, row == self.current, self.devicePixelRatioF())
        place = self._room(row, CODE).united(self._room(row, RATE))
        if key not in self._kept:
            made = QPixmap(place.size() * key[2])
            made.setDevicePixelRatio(key[2])
            self._draw_row(made, words, here=key[1])
            self._kept[key] = made
        painter.drawPixmap(place.topLeft(), self._kept[key])

    def _draw_row(self, made: QPixmap, words: tuple[str, ...], *, here: bool) -> None:
        look, painter, left = theme.current(), QPainter(made), self.columnWidth(CATEGORY)
        painter.fillRect(QRect(0, 0, 9999, 9999), QColor(look.tokens.selection if here else look.tokens.surface))
        for column, size, text in zip((CODE, TITLE, RATE), (13, 14, 13), words, strict=True):
            painter.setFont(look.font(size, strong=here and column == TITLE))
            painter.setPen(QColor(look.tokens.text if column == TITLE or here else look.tokens.text2))
            room = QRect(self.columnViewportPosition(column) - left, 0, self.columnWidth(column), self.rowHeight(0))
            room.adjust(PAD if column == CODE else 0, 0, -PAD, 0)
            side = Qt.AlignmentFlag.AlignRight if column == RATE else Qt.AlignmentFlag.AlignLeft
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

    def _room(self, row: int, column: int) -> QRect:
        return QRect(
            self.columnViewportPosition(column), self.rowViewportPosition(row),
            self.columnWidth(column), self.rowHeight(row),
        )  # fmt: skip

    def group(self, row: int) -> range:
        """Return the rows that stand together under the category of a row."""
        category, first, last = self.titles.category(row), row, row
        while first and self.titles.category(first - 1) == category:
            first -= 1
        while last + 1 < self.titles.rowCount() and self.titles.category(last + 1) == category:
            last += 1
        return range(first, last + 1)

    def _paint_bands(self, painter: QPainter, rows: range) -> None:
        row = rows.start
        while row < rows.stop:
            group = self.group(row)
            self._paint_band(painter, group)
            row = group.stop

    def _paint_band(self, painter: QPainter, group: range) -> None:
        tokens = theme.current().tokens
        band = self._room(group.start, CATEGORY).united(self._room(group.stop - 1, CATEGORY))
        if group.start:
            painter.setPen(QPen(QColor(tokens.field_border), 1))
            painter.drawLine(0, band.top(), self.viewport().width(), band.top())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.selection if self.current in group else tokens.surface2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(band).adjusted(0, 2, -4, -1.5), 5, 5)
        painter.setPen(QColor(tokens.text2))
        shown = band.intersected(self.viewport().rect()).adjusted(0, 4, -4, -3)
        name = str(self.titles.data(self.titles.index(group.start, CATEGORY)) or "")
        self._write(painter, shown, name)

    def _write(self, painter: QPainter, room: QRect, name: str) -> None:
        look = theme.current()
        painter.setFont(look.font(12))
        step = look.px(14)
        if name.isascii():
            painter.save()
            painter.translate(QPoint(room.left(), room.bottom() + 1))
            painter.rotate(-90)
            turned = QRect(0, 0, room.height(), room.width())
            text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, turned.width())
            painter.drawText(turned, int(Qt.AlignmentFlag.AlignCenter), text)
            painter.restore()
            return
        lines = room.height() // step
        if lines < _FEWEST:
            painter.setFont(look.font(10))
            first = stacked(name, len(name))[0]
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), first if len(first) > 1 else name[:2])
            return
        parts = stacked(name, lines)
        top = room.top() + (room.height() - step * len(parts)) // 2
        for number, part in enumerate(parts):
            painter.drawText(QRect(room.left(), top + number * step, room.width(), step),
                             int(Qt.AlignmentFlag.AlignCenter), part)  # fmt: skip

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if row < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        rows = self._rows_at(event, row)
        self.picked.emit(rows.start, rows.stop - 1, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take in what the mouse is dragged over."""
        row = self.rowAt(event.position().toPoint().y())
        if row >= 0 and event.buttons() & Qt.MouseButton.LeftButton:
            rows = self._rows_at(event, row)
            self.picked.emit(rows.start, rows.stop - 1, Qt.KeyboardModifier.ShiftModifier)
        else:
            event.ignore()

    def _rows_at(self, event: QMouseEvent, row: int) -> range:
        """Return the row under the mouse, on a band all rows of its category."""
        on_band = self.columnAt(event.position().toPoint().x()) == CATEGORY
        return self.group(row) if on_band else range(row, row + 1)
