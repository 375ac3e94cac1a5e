"""How a row of the register is painted: the tile of its state, words, what is due marked; grey bars until it comes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.requests import RequestRow
from desktop.models.vocabulary import Lamp
from desktop.views import glyphs, theme
from desktop.views.requests import state_tile
from desktop.views.requests.list_columns import DUE, KNOWN, MATTER, NUMBER, STATE
from desktop.views.requests.list_model import RegisterModel

Index = QModelIndex | QPersistentModelIndex
ROW = 36
_TILE, _LAMP = 24, 16
_STRONG = (NUMBER, STATE, MATTER)
_LAMPS = {"overdue": Lamp.OVERDUE, "soon": Lamp.DUE_SOON}
_TONES = {"overdue": "danger", "soon": "warn", "": "text2"}


class RegisterPainter(QStyledItemDelegate):
    """Paints a row. Calm where nothing is wanted; a lamp stands on the tile and as a word beside the due date."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect = theme.current().tokens, QRect(option.rect)
        model, is_chosen = index.model(), bool(option.state & QStyle.StateFlag.State_Selected)
        if not isinstance(model, RegisterModel):
            return
        painter.save()
        painter.fillRect(rect, QColor(tokens.selection if is_chosen else tokens.surface))
        if index.row():
            painter.setPen(QColor(tokens.track))
            painter.drawLine(rect.topLeft(), rect.topRight())
        line = model.line(index.row())
        if line is None:
            self._paint_waiting(painter, rect)
        else:
            self._paint_words(painter, rect, line.row, index)
        painter.restore()

    def _paint_waiting(self, painter: QPainter, rect: QRect) -> None:
        bar = QRectF(rect.left() + 8, rect.center().y() - 4, max(12, rect.width() * 0.6), 9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().tokens.track))
        painter.drawRoundedRect(bar, 4, 4)

    def _paint_lamp(self, painter: QPainter, rect: QRect, lamp: str) -> int:
        """Paint the character of a lamp before the date; return where the date begins, the same in every row."""
        look, width = theme.current(), theme.current().px(_LAMP)
        if lamp:
            painter.setFont(look.font(13, strong=True))
            painter.setPen(QColor(getattr(look.tokens, _TONES[lamp])))
            room = QRect(rect.left() + 4, rect.top(), width, rect.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), glyphs.lamp_mark(_LAMPS[lamp]))
        return width + 6

    def _paint_words(self, painter: QPainter, rect: QRect, row: RequestRow, index: Index) -> None:
        look, column, left, model = theme.current(), KNOWN[index.column()].id, 8, index.model()
        lamp = model.moment.lamp(row) if isinstance(model, RegisterModel) else ""
        if column == STATE:
            size = look.px(_TILE)
            ratio = painter.device().devicePixelRatioF()
            tile = state_tile.tile(row.status, size, ratio, overdue=lamp == "overdue", disputed=row.disputed)
            painter.drawPixmap(rect.left() + 4, rect.top() + (rect.height() - size) // 2, tile)
            left = size + 12
        tone = _TONES[lamp] if column == DUE else "text" if column in _STRONG else "text2"
        text = str(index.data() or "")
        if column == DUE and text:
            text = text.partition("  ")[0]
            left = self._paint_lamp(painter, rect, lamp)
        painter.setFont(look.font(14 if column in (STATE, MATTER) else 13, strong=column == DUE and lamp == "overdue"))
        painter.setPen(QPen(QColor(getattr(look.tokens, tone))))
        room = rect.adjusted(left, 0, -6, 0)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
