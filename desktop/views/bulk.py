"""Deeds over more commitments than the screen can wait for: the same entry, the same undo, written by a job."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.i18n import _
from desktop.views.worker import Job, Step

if TYPE_CHECKING:  # the engine is not loaded before a book is opened
    from desktop.models.board import Board
    from desktop.models.book import Book
    from desktop.models.desk import Desk
    from desktop.models.draft import Command, Draft
    from desktop.models.reader import Reader
    from desktop.models.writing import Posted

_READ, _WRITTEN = 0.55, 0.9
"""About how much of a large deed is done once all is read, and once it is written."""
_EVERY = 50


@dataclass(frozen=True, slots=True)
class Watched:
    """A command that tells a job how far it is, and is stopped by it before anything is written."""

    command: "Command"
    step: Step
    number: int

    @property
    def kind(self) -> str:
        """The word for the deed in the journal."""
        return self.command.kind

    def drafts(self, reader: "Reader", desk: "Desk") -> "Sequence[Draft]":
        """Return the drafts of the command. Raises what it raises, and `Stopped`."""
        seen = 0

        def tell() -> None:
            nonlocal seen
            seen += 1
            if seen % _EVERY == 0:
                self.step.tell(_READ * min(1.0, seen / self.number))

        found = self.command.drafts(replace(reader, tell=tell), desk)
        self.step.tell(_READ)
        return found


class Bulk(QObject):
    """Does one large deed at a time and reads the board after it, all in the job's thread.

    `began(what, Job)`: a job is under way. `posted(Posted, Board or None)` in the screen's thread when it is written;
    None where the board of a past day stays. `refused(sentence)`, `stopped`: nothing was changed.
    """

    began = Signal(str, object)
    posted = Signal(object, object)
    refused = Signal(str)
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job[tuple[Posted, Board]] | None = None
        self._then: Callable[[], None] = _nothing

    @property
    def is_busy(self) -> bool:
        """Whether a deed is under way."""
        return self._job is not None

    def start(self, book: "Book", command: "Command", desk: "Desk", number: int, then: Callable[[], None]) -> None:
        """Begin a deed on so many commitments; `then` runs in the screen's thread once it is posted and shown."""

        def work(step: Step) -> "tuple[Posted, Board]":
            news = book.do(Watched(command, step, number), desk)
            return news, book.board()

        self._then = then
        self._job = Job(work, self)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.stopped.connect(self._stop)
        self.began.emit(_("Posting {n} items in {book}").format(n=number, book=book.place.name), self._job)
        self._job.start()

    def end(self) -> None:
        """Stop the deed that is under way, and wait until it has stopped."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _take(self, found: "tuple[Posted, Board]") -> None:
        self._job = None
        self.posted.emit(*found)
        QTimer.singleShot(0, self, self._then)  # in a turn of its own, so that the screen is not held up by both

    def _fail(self, sentence: str) -> None:
        self._job = None
        self.refused.emit(sentence)

    def _stop(self) -> None:
        self._job = None
        self.stopped.emit()


def _nothing() -> None:
    """Do nothing."""
