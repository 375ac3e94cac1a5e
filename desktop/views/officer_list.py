"""A list of people: the name, and what is said of each at the right."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.i18n import _
from desktop.views import theme

_ROW = 40
_SAID = Qt.ItemDataRole.UserRole + 1


class _Row(QStyledItemDelegate):
    """Paints a name, and the role at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), theme.current().px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens, box = theme.current().tokens, option.rect
        painter.save()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection))
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 6, 6)
        inside = box.adjusted(14, 0, -14, 0)
        painter.setFont(theme.current().font(13))
        painter.setPen(QColor(tokens.text2))
        said = str(index.data(_SAID))
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
        used = painter.fontMetrics().horizontalAdvance(said) + 16
        painter.setFont(theme.current().font(14, strong=chosen))
        painter.setPen(QColor(tokens.text))
        room = QRect(inside.left(), inside.top(), inside.width() - used, inside.height())
        name = painter.fontMetrics().elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()


class OfficerList(QListWidget):
    """Names with a few words at the right; as high as its rows, up to a number of them."""

    def __init__(self, name: str, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setAccessibleName(name)
        self.setItemDelegate(_Row(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, people: Iterable[tuple[str, str]]) -> None:
        """Show these names, each with what is said of it."""
        self.clear()
        for name, said in people:
            item = QListWidgetItem(name)
            item.setData(_SAID, said)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _("{name}, {role}").format(name=name, role=said))
            self.addItem(item)
        rows = min(max(self.count(), self._least), self._most)
        self.setFixedHeight(theme.current().px(_ROW) * rows + 2)
