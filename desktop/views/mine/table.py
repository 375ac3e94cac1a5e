"""The checklist for Qt: a model over items, and a view that paints its rows and leads its keys."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop import texts
from desktop.i18n import _
from desktop.models.vocabulary import Lamp, Mark
from desktop.views import glyphs, theme
from desktop.views.letters import is_letter
from desktop.views.mine.rows import Item

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
REPORTED, STATUS, CODE, TITLE, SIGNS, DUE, EVIDENCE, CHANGED = range(8)
_WIDTHS = {REPORTED: 52, STATUS: 122, CODE: 70, SIGNS: 118, DUE: 98, EVIDENCE: 68, CHANGED: 98}
_ROW, _TILE, _TICK = 38, 26, 18


class Checklist(QAbstractTableModel):
    """The items shown, one a row."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Item] = []

    def show(self, items: list[Item]) -> None:
        """Show other items."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def renew(self, items: dict[str, Item]) -> None:
        """Bring some items up to date where they stand."""
        for row, item in enumerate(self.items):
            if item.cell.id in items:
                self.items[row] = items[item.cell.id]
                self.dataChanged.emit(self.index(row, 0), self.index(row, CHANGED))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_WIDTHS) + 1

    def find(self, commitment: str) -> int:
        """Return the row of a commitment, -1 where it is not shown."""
        return next((row for row, item in enumerate(self.items) if item.cell.id == commitment), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            if index.column() == REPORTED and not item.is_reported:
                return _("Click: nothing changed, reported this month (key 0)")
            return f"{item.cell.action.code} {texts.title(item.cell.action)}\n{texts.accept(item.cell.action)}"
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return words(item)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return heads()[section]


def heads() -> tuple[str, ...]:
    """Return the heads of the columns."""
    return (
        _("Month"), _("Status"), _("No."), _("Action"), _("Signs"), _("Due date"), _("Evidence"), _("Last news"),
    )  # fmt: skip


def words(item: Item) -> tuple[str, ...]:
    """Return a line of the checklist in words, column by column."""
    cell, one = item.cell, item.commitment
    signs = [texts.lamp(lamp) for lamp in Lamp if lamp & cell.lamps]
    signs += [texts.mark(mark) for mark in (Mark.DISPUTED, Mark.PROPOSED) if mark & cell.marks]
    return (
        _("reported") if item.is_reported else _("not reported"),
        texts.status(cell.status),
        cell.action.code,
        texts.title(cell.action),
        " · ".join(signs),
        one.due_on.isoformat() if one.due_on else "",
        str(item.evidence) if item.evidence else "",
        item.changed_on.isoformat() if item.changed_on else "",
    )


class Painter(QStyledItemDelegate):
    """Paints a line: a tick, a tile, words; calm where nothing is wanted."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect, column = theme.current().tokens, option.rect, index.column()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(tokens.selection if chosen else tokens.surface))
        self._paint_rule(painter, rect, index)
        model = index.model()
        item = model.items[index.row()] if isinstance(model, Checklist) else None
        if item is not None and column == REPORTED:
            self._paint_tick(painter, rect, done=item.is_reported)
        elif item is not None:
            self._paint_words(painter, rect, item, column)
        painter.restore()

    def _paint_rule(self, painter: QPainter, rect: QRect, index: Index) -> None:
        model, row = index.model(), index.row()
        if isinstance(model, Checklist) and row:
            here, above = model.items[row].cell.action, model.items[row - 1].cell.action
            tokens = theme.current().tokens
            painter.setPen(QColor(tokens.field_border if here.category != above.category else tokens.track))
            painter.drawLine(rect.topLeft(), rect.topRight())

    def _paint_tick(self, painter: QPainter, rect: QRect, *, done: bool) -> None:
        tokens, size = theme.current().tokens, theme.current().px(_TICK)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, size, size)
        box.moveCenter(rect.toRectF().center())
        painter.setPen(QPen(QColor(tokens.good if done else tokens.field_border), 1.4))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(box, 4, 4)
        if done:
            painter.setPen(QPen(QColor(tokens.good), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            middle = box.center()
            corner = middle + QPointF(-1, 3.5)
            painter.drawPolyline([middle + QPointF(-4.5, 0), corner, middle + QPointF(5, -3.5)])

    def _paint_words(self, painter: QPainter, rect: QRect, item: Item, column: int) -> None:
        look, left = theme.current(), 8
        if column == STATUS:
            size = look.px(_TILE)
            disputed = bool(item.cell.marks & Mark.DISPUTED)
            ratio = painter.device().devicePixelRatioF()
            tile = glyphs.tile(item.cell.status, size, ratio, item.cell.lamps, disputed=disputed)
            painter.drawPixmap(rect.left() + 4, rect.top() + (rect.height() - size) // 2, tile)
            left = size + 12
        painter.setFont(look.font(14 if column in (TITLE, STATUS) else 13))
        painter.setPen(QColor(getattr(look.tokens, _tone(item, column))))
        room = rect.adjusted(left, 0, -6, 0)
        text = painter.fontMetrics().elidedText(words(item)[column], Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def _tone(item: Item, column: int) -> str:
    overdue = bool(item.cell.lamps & Lamp.OVERDUE)
    if column == DUE and overdue:
        return "danger"
    if column == SIGNS:
        return "danger" if overdue or item.cell.marks & Mark.DISPUTED else "warn"
    return "text" if column in (TITLE, STATUS) else "text2"


class ChecklistView(QTableView):
    """The list. What a key means is for the screen to say."""

    pressed_key = Signal(QKeyEvent)
    current_moved = Signal()

    def __init__(self, checklist: Checklist) -> None:
        super().__init__()
        self.setModel(checklist)
        self.setItemDelegate(Painter(self))
        self.setAccessibleName(_("Checklist of this window"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.measure()
        theme.current().changed.connect(self.measure)

    def measure(self) -> None:
        """Take over theme and text size."""
        look = theme.current()
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, look.px(width))
        self.viewport().update()

    def narrow(self, *, on: bool) -> None:
        """Leave out the signs where there is little room: the gravest stands on the tile, all in the panel."""
        self.setColumnHidden(SIGNS, on)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.current_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.pressed_key.emit(event)
        if not event.isAccepted() and not is_letter(event):
            super().keyPressEvent(event)

    def rows(self) -> list[int]:
        """Return the selected rows from the top, the current one when none is."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        here = self.currentIndex().row()
        return chosen or ([here] if here >= 0 else [])
