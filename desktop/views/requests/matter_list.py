"""The matters of a window to be ticked, found by their titles, codes or pinyin initials."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.catalogue import ServiceAction
from desktop.search.index import Index
from desktop.search.target import Target
from desktop.views import theme

_ROWS = 5


class MatterList(QWidget):
    """A field to find by, and the list under it. Enter ticks the first find, Down goes into the list, Space ticks."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text, self.list = QLineEdit(), QListWidget()
        self.text.setPlaceholderText(_("Title, code or pinyin initials"))
        self.text.setAccessibleName(_("Find a matter"))
        self.list.setAccessibleName(_("Further matters"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._index = Index((), {})
        self.setFocusProxy(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addWidget(self.list)
        self.text.textEdited.connect(self._find)
        self.text.installEventFilter(self)
        self.list.itemChanged.connect(lambda _item: self.chosen.emit())

    def offer(self, actions: Sequence[ServiceAction], readings: Mapping[str, str]) -> None:
        """Offer the actions of a window; `readings` are how their titles are spoken."""
        self._index = Index([Target("action", one.id, texts.title(one), one.code) for one in actions], readings)
        self.list.clear()
        for one in actions:
            item = QListWidgetItem(f"{one.code}  {texts.title(one)}")
            item.setData(Qt.ItemDataRole.UserRole, one.id)
            item.setToolTip(texts.title(one))
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setFixedHeight(max(self.list.sizeHintForRow(0), 18) * _ROWS + theme.current().px(6))

    def clear(self) -> None:
        """Find and tick nothing."""
        self.text.clear()
        self._find("")
        for item in self._items():
            item.setCheckState(Qt.CheckState.Unchecked)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the actions that are ticked."""
        return tuple(_id(item) for item in self._items() if item.checkState() is Qt.CheckState.Checked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _find(self, text: str) -> None:
        hits = [hit.target.id for hit in self._index.find(text)] if text.strip() else None
        for item in self._items():
            item.setHidden(hits is not None and _id(item) not in hits)
        first = next((item for item in self._items() if hits and _id(item) == hits[0]), None)
        if first is not None:
            self.list.setCurrentItem(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Down out of the field into the list."""
        if watched is self.text and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held and self.text.text().strip():
                self._tick()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _tick(self) -> None:
        """Tick what is found first, and be ready for the next."""
        item = self.list.currentItem()
        if self.list.currentRow() >= 0 and not item.isHidden():
            item.setCheckState(Qt.CheckState.Checked)
            self.text.clear()
            self._find("")


def _id(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))
