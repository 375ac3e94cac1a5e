"""What presses beside the screen: requests overdue or due today where the person sits, and bad ratings overdue."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from desktop.views.bridge import Bridge, Told
from desktop.views.focus import Focus

if TYPE_CHECKING:
    from desktop.views.worker import Job

_SETTLED_MS, _NEWS_MS = 1500, 400
"""After an opening the figures of the overview come first."""

_COUNTED = ("request:", "rating:", "rule:")


class Numbers(NamedTuple):
    """Requests overdue or due today at the own window or in the unit looked at; bad ratings overdue in the book's."""

    requests: int = 0
    ratings: int = 0


class Pressing(QObject):
    """Keeps the numbers; the focus says `waits_changed` when they are others."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._focus, self._bridge = focus, bridge
        self.numbers = Numbers()
        self._job: Job[Numbers] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._count)
        bridge.opened.connect(lambda: self._timer.start(_SETTLED_MS))
        bridge.posted.connect(self._hear)
        for changed in (focus.place_changed, focus.board_changed):
            changed.connect(self._look_again)

    def _hear(self, news: Told) -> None:
        if any(name.startswith(_COUNTED) for name in news.records):
            self._timer.start(_NEWS_MS)

    def _look_again(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_SETTLED_MS)

    def _count(self) -> None:
        if not self._bridge.is_open or not self._focus.loaded:
            return
        if self._job is not None:
            self._timer.start(_NEWS_MS)
            return
        from desktop.views.worker import Job

        book, windows, under = self._bridge.book, self._windows(), self._under()
        self._job = Job(lambda _step: Numbers(book.requests_pressing(windows), book.ratings_overdue(under)), self)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(self._drop)
        self._job.stopped.connect(self._drop)
        self._job.start()

    def _windows(self) -> frozenset[str] | None:
        """Return the person's own window, else those of the unit; None where these are all of the book."""
        if self._focus.window:
            return frozenset({self._focus.window})
        catalogue, own = self._focus.board.catalogue, self._bridge.book.unit
        under = catalogue.under(self._focus.unit) if self._focus.unit else frozenset(catalogue.units)
        if catalogue.under(own) <= under:
            return None
        return frozenset(one.id for one in catalogue.windows.values() if one.unit in under)

    def _under(self) -> frozenset[str]:
        """Return the windows of the book's unit and those below it: the page of ratings shows these."""
        scope = self._bridge.scope or frozenset()
        return frozenset(one.id for one in self._focus.board.catalogue.windows.values() if one.unit in scope)

    def _take(self, numbers: Numbers) -> None:
        self._job = None
        if numbers != self.numbers:
            self.numbers = numbers
            self._focus.waits_changed.emit()

    def _drop(self, _why: str = "") -> None:
        self._job = None
