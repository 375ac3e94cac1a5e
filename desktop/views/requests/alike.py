"""Beside the form: requests that may be the same one, found while it is typed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.texts import names
from desktop.views.bridge import Bridge
from desktop.views.worker import Job

if TYPE_CHECKING:
    from desktop.models.request_likeness import Similar, Typed

_PAUSE_MS = 300
"""The register is looked through when the keys pause, by another thread."""
_MOST = 5


class _List(QListWidget):
    """Enter opens what is marked, F follows it."""

    opened = Signal()
    followed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_F and not event.modifiers():
            self.followed.emit()
        else:
            super().keyPressEvent(event)


class Alike(QWidget):
    """`opened(id)` to look at one instead, `followed(id, number)` when the new one takes it up again."""

    opened = Signal(str)
    followed = Signal(str, str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._job: Job[list[Similar]] | None = None
        self._asked: Typed | None = None
        self._answered: Typed | None = None
        self.found: tuple[Similar, ...] = ()
        """What is listed, the nearest first."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._build()

    def _build(self) -> None:
        self._title, self._none = QLabel(_("Perhaps taken in before")), QLabel()
        self._title.setProperty("weight", "strong")
        self._none.setProperty("type", "small")
        self._none.setProperty("tone", "third")
        self._none.setWordWrap(True)
        self.list = _List()
        self.list.setAccessibleName(self._title.text())
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.open_button, self.follow_button = (
            QPushButton(_("Open it instead (Enter)")),
            QPushButton(_("Takes it up again (F)")),
        )
        for button in (self.open_button, self.follow_button):
            button.setProperty("kind", "quiet")
            button.setAutoDefault(False)
        self.open_button.clicked.connect(self._open)
        self.follow_button.clicked.connect(self._follow)
        self.list.opened.connect(self._open)
        self.list.itemDoubleClicked.connect(self._open)
        self.list.followed.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._title, self._none):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        for button in (self.open_button, self.follow_button):
            column.addWidget(button)
        column.addStretch(0)
        self._show(())

    def ask(self, typed: "Typed") -> None:
        """Look for what is near when the keys pause."""
        self._asked = typed
        self._timer.start()

    def clear(self) -> None:
        """Show nothing, and forget what was asked."""
        self._timer.stop()
        self._asked = self._answered = None
        self._show(())

    def end(self) -> None:
        """Wait for a reading under way, before the dialog goes."""
        self.clear()
        if self._job is not None:
            self._job.wait()

    def _look(self) -> None:
        typed = self._asked
        if typed is None or typed == self._answered or self._job is not None or not self._bridge.is_open:
            return
        book = self._bridge.book
        self._answered = typed
        self._job = Job(lambda _step: book.similar(typed, _MOST), self)
        self._job.succeeded.connect(self._take)
        self._job.finished.connect(self._ended)
        self._job.start()

    def _ended(self) -> None:
        self._job = None
        self._look()

    def _take(self, found: "list[Similar]") -> None:
        if self._answered is not None:  # otherwise the form was emptied meanwhile
            self._show(found)

    def _show(self, found: "Sequence[Similar]") -> None:
        self.found = tuple(found)
        self.list.clear()
        for one in self.found:
            item = QListWidgetItem(_lines(one))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.row.number}, {one.row.matter}")
            self.list.addItem(item)
        self._none.setText(
            _("Requests of the last 30 days at this window with the same person or near words come here.")
        )
        for part in (self.list, self.open_button, self.follow_button):
            part.setVisible(bool(self.found))
        self._none.setVisible(not self.found)
        if self.found:
            self.list.setCurrentRow(0)

    def _chosen(self) -> "Similar | None":
        at = self.list.currentRow()
        return self.found[at] if 0 <= at < len(self.found) else None

    def _open(self) -> None:
        if (one := self._chosen()) is not None:
            self.opened.emit(one.row.id)

    def _follow(self) -> None:
        if (one := self._chosen()) is not None:
            self.followed.emit(one.row.id, one.row.number)


def _lines(one: "Similar") -> str:
    """Return a request in three lines: number and day; matter; state, and who asked, masked."""
    who = " ".join(filter(None, (one.contact.name, one.contact.phone)))
    same = _("same person") if one.same_person else ""
    told = " · ".join(filter(None, (names.request_status(one.row.status), who, same)))
    day = one.row.registered_at.partition("T")[0]
    return f"{one.row.number}  {day}\n{one.row.matter}\n{told}"
