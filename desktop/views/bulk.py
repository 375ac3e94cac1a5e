"""Deeds over more commitments than the screen can wait for: the same entry, the same undo, written by a job."""

from PySide6.QtCore import QObject

from desktop.i18n import _
from desktop.models.draft import Command
from desktop.models.writing import Posted
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.worker import Job

AT_ONCE = 200
"""Commitments up to which a deed is done on the screen's thread: under a millisecond each."""


class Bulk(QObject):
    """Does deeds at once or by a job, by their size. One job at a time."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._focus, self._bridge = focus, bridge
        self._job: Job[Posted] | None = None

    def do(self, command: Command, number: int) -> bool:
        """Do a deed on so many commitments. Return whether it is done or under way; a refusal is said."""
        if number <= AT_ONCE or self._focus.read_only:
            return self._bridge.do(command)
        if self._job is not None:
            self._bridge.refused.emit(_("A large change is still being posted; one moment."))
            return False
        book, desk = self._bridge.book, self._focus.desk
        self._job = Job(lambda _step: book.do(command, desk), self)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(self._bridge.refused)
        self._job.finished.connect(self._end)
        self._bridge.said.emit(_("Posting {n} items…").format(n=number))
        self._job.start()
        return True

    def _take(self, news: Posted) -> None:
        self._focus.reload()
        self._bridge.posted.emit(news)
        self._bridge.done.emit(self._bridge.undo_label())

    def _end(self) -> None:
        self._job = None
