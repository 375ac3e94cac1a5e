"""How a line of the checklist is painted: a tick, a tile, words, and the name of its group over the first one."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.models.vocabulary import Lamp, Mark
from desktop.views import glyphs, theme
from desktop.views.mine.columns import DUE, REPORTED, SIGNS, STATUS, TITLE
from desktop.views.mine.rows import Item

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD = 38, 28
_TILE, _TICK = 26, 18


@runtime_checkable
class Lines(Protocol):
    """What is painted of a checklist."""

    items: list[Item]
    groups: list[str]

    def begins_group(self, row: int) -> bool:
        """Return whether a group begins with a row."""


class Painter(QStyledItemDelegate):
    """Paints a line: a tick, a tile, words; calm where nothing is wanted."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect, column = theme.current().tokens, QRect(option.rect), index.column()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        model = lines_of(index.model())
        if model is None:
            return
        painter.save()
        if model.begins_group(index.row()):
            rect.setTop(rect.top() + theme.current().px(HEAD))
        painter.fillRect(rect, QColor(tokens.selection if chosen else tokens.surface))
        if index.row() and not model.begins_group(index.row()):
            painter.setPen(QColor(tokens.track))
            painter.drawLine(rect.topLeft(), rect.topRight())
        if column == REPORTED:
            self._paint_tick(painter, rect, done=model.items[index.row()].is_reported)
        else:
            self._paint_words(painter, rect, model.items[index.row()], index)
        painter.restore()

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

    def _paint_words(self, painter: QPainter, rect: QRect, item: Item, index: Index) -> None:
        look, left, column = theme.current(), 8, index.column()
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
        text = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


def _tone(item: Item, column: int) -> str:
    overdue = bool(item.cell.lamps & Lamp.OVERDUE)
    if column == DUE and overdue:
        return "danger"
    if column == SIGNS:
        return "danger" if overdue or item.cell.marks & Mark.DISPUTED else "warn"
    return "text" if column in (TITLE, STATUS) else "text2"


def lines_of(model: object) -> Lines | None:
    """Return a model as what is painted of it, None for any other one."""
    return model if isinstance(model, Lines) else None


def paint_heads(view: QTableView) -> None:
    """Write the names of the groups that are in sight over a view that was painted."""
    model = lines_of(view.model())
    if model is None:
        return
    look, painter = theme.current(), QPainter(view.viewport())
    height, width = look.px(HEAD), view.viewport().width()
    for row, group in enumerate(model.groups):
        top = view.rowViewportPosition(row)
        if model.begins_group(row) and -height < top < view.viewport().height():
            room = QRect(0, top, width, height)
            painter.fillRect(room, QColor(look.tokens.surface))
            painter.fillRect(room.adjusted(0, 3, 0, -3), QColor(look.tokens.surface2))
            painter.setFont(look.font(13, strong=True))
            painter.setPen(QColor(look.tokens.text2))
            count = model.groups.count(group)
            painter.drawText(room.adjusted(10, 0, -10, 0), int(Qt.AlignmentFlag.AlignVCenter), f"{group}  {count}")
    painter.end()
