"""What waits at the counter, a small button for each list; read by a thread once the figures are painted."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import waits
from desktop.views.bridge import Bridge, Told
from desktop.views.flow import Flow
from desktop.views.focus import Focus
from desktop.views.overview.task_button import TaskButton
from desktop.views.waits import Counts
from desktop.views.worker import Job

_WAIT_MS = 90
"""After the figures and the panels are painted."""
_REQUEST = "request:"


class WaitsStrip(QWidget):
    """`asked(Drill)` when one of `waits.KINDS` is to be shown; `counted` when there are other counts.

    Hidden where the book has no requests, and on a past day.
    """

    asked = Signal(object)
    counted = Signal()

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self.counts: Counts = waits.NONE
        self._job: Job[Counts] | None = None
        self._stale = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._read)
        self.buttons: dict[str, TaskButton] = {}
        self._title, self._none = QLabel(_("Requests at the counter")), QLabel(_("No request waits."))
        for label in (self._title, self._none):
            label.setProperty("type", "small")
            label.setProperty("tone", "third")
        self._flow = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 6)
        column.setSpacing(4)
        for part in (self._title, self._none, self._flow):
            column.addWidget(part)
        for kind in waits.KINDS:
            self._add(kind)
        self.hide()
        bridge.posted.connect(self._on_posted)

    def _add(self, kind: waits.Kind) -> None:
        button = TaskButton()
        button.clicked.connect(lambda: self.asked.emit(waits.drill(self._focus, self._bridge.book.unit, kind.id)))
        self.buttons[kind.id] = button
        self._flow.add(button)

    def fill(self) -> None:
        """Read the counts anew, a moment later."""
        self._stale = True
        self._timer.start()

    def _on_posted(self, news: Told) -> None:
        if any(one.startswith(_REQUEST) for one in news.records):
            self._stale = True
            if (above := self.parentWidget()) is not None and above.isVisible():
                self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._timer.start()

    def _read(self) -> None:
        if not self._bridge.is_open or self._job is not None:
            return  # a job under way ends with another look
        self._stale = False
        if self._focus.read_only:
            self._take(waits.NONE)
            return
        book, officer = self._bridge.book, self._focus.desk.officer
        at = waits.windows(self._focus, book.unit)
        self._job = Job(lambda _step: waits.counts(book, officer, at), self)
        self._job.succeeded.connect(self._on_read)
        self._job.failed.connect(self._ended)
        self._job.stopped.connect(self._ended)
        self._job.start()

    def _on_read(self, counts: Counts) -> None:
        self._take(counts)
        self._ended()

    def _ended(self) -> None:
        self._job = None
        if self._stale:
            self._timer.start()

    def _take(self, counts: Counts) -> None:
        self.counts = counts
        for kind in waits.KINDS:
            number, button = counts.of(kind), self.buttons[kind.id]
            button.setVisible(bool(number))
            if number:
                button.show_count(number, _(kind.title), _(kind.why), kind.tone)
        waiting = any(counts.numbers.values())
        self._flow.setVisible(waiting)
        self._none.setVisible(not waiting)
        self.setVisible(counts.any_request)
        self.counted.emit()
