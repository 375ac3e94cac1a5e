"""The frozen columns beside the grid: bands of groups and the chosen columns, painted in one pass."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.i18n import _
from desktop.views import theme
from desktop.views.board.band import write_band
from desktop.views.board.groups import spans
from desktop.views.board.row_columns import BEHIND, CODE, TITLE
from desktop.views.board.titles import GROUP, Titles

BAND = 26
PAD = 8
_LEAST_TITLE = 120


class RowsView(QTableView):
    """The frozen pane. A click on a row or on a group's band picks its rows in the grid.

    `figure_picked(row, column id)` on a figure, `head_picked(column id)` on a head, `widened(column id, pixels at 100
    per cent)` when a column was dragged, `head_menu(place)` for the menu of the heads.
    """

    picked = Signal(int, int, Qt.KeyboardModifier)
    figure_picked = Signal(int, str)
    head_picked = Signal(str)
    widened = Signal(str, int)
    head_menu = Signal(QPoint)

    def __init__(self, titles: Titles) -> None:
        super().__init__()
        self.titles = titles
        self.current = -1
        self._measuring = False
        self._kept: dict[tuple[tuple[str, ...], bool, float], QPixmap] = {}
        self.setModel(titles)
        self.setAccessibleName(_("Actions of the board"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._prepare_head()

    def _prepare_head(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.head_menu.emit(header.mapToGlobal(at)))
        header.sectionClicked.connect(self._on_head)
        header.sectionResized.connect(self._on_resized)

    def _on_head(self, section: int) -> None:
        if section != GROUP:
            self.head_picked.emit(self.titles.columns[section - 1].id)

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        if not self._measuring and section != GROUP:
            self.widened.emit(self.titles.columns[section - 1].id, round(new * 100 / theme.current().size))

    def measure(self, cell: int, head: int, title_width: int, most: int) -> None:
        """Take over the sizes of the grid, the room that titles would like, and the most that all may take."""
        self._measuring = True
        self.horizontalHeader().setFixedHeight(head)
        self.verticalHeader().setMinimumSectionSize(cell)
        self.verticalHeader().setDefaultSectionSize(cell)
        widths = self._widths(title_width, most)
        self.horizontalHeader().setMinimumSectionSize(min(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.setFixedWidth(sum(widths))
        self._kept.clear()
        self.updateGeometries()
        self.viewport().update()
        self._measuring = False

    def _widths(self, title_width: int, most: int) -> list[int]:
        look, layout = theme.current(), self.titles.layout_now
        metrics = QFontMetrics(look.font(13))
        widths = [look.px(BAND) if self.titles.grid.scene.arrangement.group_rows else 2]
        for at, column in enumerate(self.titles.columns, 1):
            head = str(self.titles.headerData(at, Qt.Orientation.Horizontal))
            wide = look.px(layout.width(column))
            if not layout.has_width(column.id):
                least = metrics.horizontalAdvance(head) + 2 * PAD
                wide = title_width if column.id == TITLE else max(wide, least)
            widths.append(wide)
        over, title = sum(widths) - most, self.titles.place(TITLE)
        if over > 0 and title > 0:
            widths[title] = max(look.px(_LEAST_TITLE), widths[title] - over)
        return widths

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
            for group in spans(self.titles.grid.scene.row_groups):
                if group.start < rows.stop and group.stop > rows.start:
                    self._paint_band(painter, group)
        painter.setPen(QColor(tokens.border))
        right = self.viewport().width() - 1
        painter.drawLine(right, 0, right, self.viewport().height())
        painter.end()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        """Blit a row; text is laid out once only, which is most of the work of a frame."""
        last = self.titles.columnCount() - 1
        words = self.titles.line(row)
        key = (words, row == self.current, self.devicePixelRatioF())
        place = self._room(row, 1).united(self._room(row, last))
        if key not in self._kept:
            made = QPixmap(place.size() * key[2])
            made.setDevicePixelRatio(key[2])
            self._draw_row(made, words, here=key[1])
            self._kept[key] = made
        painter.drawPixmap(place.topLeft(), self._kept[key])

    def _draw_row(self, made: QPixmap, words: tuple[str, ...], *, here: bool) -> None:
        look, painter, left = theme.current(), QPainter(made), self.columnWidth(GROUP)
        painter.fillRect(QRect(0, 0, 9999, 9999), QColor(look.tokens.selection if here else look.tokens.surface))
        for at, (column, text) in enumerate(zip(self.titles.columns, words, strict=True), 1):
            is_title = column.id == TITLE
            painter.setFont(look.font(14 if is_title else 13, strong=here and is_title))
            tone = look.tokens.danger if column.id == "overdue" else look.tokens.text2
            painter.setPen(QColor(look.tokens.text if is_title or (here and column.id != "overdue") else tone))
            room = QRect(self.columnViewportPosition(at) - left, 0, self.columnWidth(at), self.rowHeight(0))
            room.adjust(0 if is_title else PAD if column.id == CODE else 4, 0, -PAD, 0)
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

    def _room(self, row: int, column: int) -> QRect:
        return QRect(
            self.columnViewportPosition(column), self.rowViewportPosition(row),
            self.columnWidth(column), self.rowHeight(row),
        )  # fmt: skip

    def group(self, row: int) -> range:
        """Return the rows that stand together in the group of a row."""
        return next(part for part in spans(self.titles.grid.scene.row_groups) if row in part)

    def _paint_band(self, painter: QPainter, group: range) -> None:
        tokens = theme.current().tokens
        band = self._room(group.start, GROUP).united(self._room(group.stop - 1, GROUP))
        if not self.titles.grid.scene.arrangement.group_rows:
            return
        if group.start:
            painter.setPen(QPen(QColor(tokens.field_border), 1))
            painter.drawLine(0, band.top(), self.viewport().width(), band.top())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.selection if self.current in group else tokens.surface2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(band).adjusted(0, 2, -4, -1.5), 5, 5)
        painter.setPen(QColor(tokens.text2))
        shown = band.intersected(self.viewport().rect()).adjusted(0, 4, -4, -3)
        write_band(painter, shown, str(self.titles.data(self.titles.index(group.start, GROUP)) or ""))

    def figure_at(self, place: QPoint) -> tuple[int, str] | None:
        """Return the row and the column of the figure under a place, None where there is none."""
        row, at = self.rowAt(place.y()), self.columnAt(place.x())
        if row < 0 or at <= GROUP:
            return None
        column = self.titles.columns[at - 1].id
        is_there = column in BEHIND and self.titles.data(self.titles.index(row, at)) not in ("", "—", "0%")
        return (row, column) if is_there else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row = self.rowAt(place.y())
        if row < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        figure = self.figure_at(place)
        if figure is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.figure_picked.emit(*figure)
            return
        rows = self._rows_at(place, row)
        self.picked.emit(rows.start, rows.stop - 1, event.modifiers())

    def _rows_at(self, place: QPoint, row: int) -> range:
        """Return the row under the mouse, on a band all rows of its group."""
        return self.group(row) if self.columnAt(place.x()) == GROUP else range(row, row + 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take in what the mouse is dragged over; over a figure it is a hand."""
        place = event.position().toPoint()
        row = self.rowAt(place.y())
        if row >= 0 and event.buttons() & Qt.MouseButton.LeftButton:
            rows = self._rows_at(place, row)
            self.picked.emit(rows.start, rows.stop - 1, Qt.KeyboardModifier.ShiftModifier)
            return
        is_link = self.figure_at(place) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.head_menu.emit(event.globalPos())
