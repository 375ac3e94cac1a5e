"""Files dragged onto a table of commitments: the target is shown while they hover, and the form for evidence opens."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTableView, QWidget

from desktop.i18n import _
from desktop.models.board import Cell
from desktop.views import brought, theme
from desktop.views.hand import Hand
from desktop.views.table_of import Table

Finder = Callable[[QModelIndex], Cell | None]


class Target(QWidget):
    """The frame over what the files would go to, with a word of how many that is. It takes no mouse."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view.viewport())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._rooms: list[QRect] = []
        self.words = ""
        self.hide()

    def point_out(self, rooms: list[QRect], words: str) -> None:
        """Frame these places of the view."""
        self._rooms, self.words = rooms, words
        parent = self.parentWidget()
        self.setGeometry(parent.rect() if parent is not None else QRect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.accent), 2.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for room in self._rooms:
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 5, 5)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setFont(look.font(13, strong=True))
        metrics = painter.fontMetrics()
        box = QRect(0, 0, metrics.horizontalAdvance(self.words) + 24, metrics.height() + 10)
        box.moveCenter(QPoint(self.width() // 2, 0))
        box.moveBottom(self.height() - 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.toast.fill))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(look.tokens.toast.ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.words)


class Drops(QObject):
    """Takes files dropped on a view: for all that is chosen when they fall on it, else for the one they fall on."""

    def __init__(self, view: QTableView, hand: Hand, find: Finder, table: Table) -> None:
        super().__init__(view)
        self._view, self._hand, self._find, self._table = view, hand, find, table
        self.target = Target(view)
        view.setAcceptDrops(True)
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear what is dragged over the view."""
        kind = event.type()
        if isinstance(event, QDropEvent) and kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return self._on_files(event)
        if kind == QEvent.Type.DragLeave:
            self.target.hide()
        return False

    def _on_files(self, event: QDropEvent) -> bool:
        files = brought.files(event.mimeData())
        index = self._view.indexAt(event.position().toPoint())
        cells = self._cells(index)
        if not files or not cells or self._hand.barred():
            self.target.hide()
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.target.hide()
            self._view.window().activateWindow()
            self._hand.bring(files, cells)
        elif isinstance(event, QDragMoveEvent):
            self.target.point_out(self._rooms(index, len(cells)), _words(len(files), len(cells)))
        return True

    def _cells(self, index: QModelIndex) -> list[Cell]:
        under = self._find(index)
        if under is None:
            return []
        chosen = self._table.chosen()
        return list(chosen) if any(cell.id == under.id for cell in chosen) else [under]

    def _rooms(self, index: QModelIndex, number: int) -> list[QRect]:
        view, whole = self._view, self._view.selectionBehavior() == QTableView.SelectionBehavior.SelectRows
        if number == 1 and not whole:
            return [view.visualRect(index)]
        chosen = view.selectionModel().selection()
        parts = [chosen.at(n) for n in range(chosen.count())] if number > 1 else []
        rooms = [view.visualRect(one.topLeft()).united(view.visualRect(one.bottomRight())) for one in parts]
        row = view.visualRect(index)
        return rooms or [QRect(0, row.top(), view.viewport().width(), row.height())]


def _words(files: int, items: int) -> str:
    if items == 1:
        return _("Attach {n} files as evidence here").format(n=files)
    return _("Attach {n} files as evidence to {items} items").format(n=files, items=items)
