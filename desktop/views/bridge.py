"""The one way from the screen to the book and back: deeds go in, news comes out as Qt signals."""

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import texts
from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.views.focus import Focus

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.models.board import Board
    from desktop.models.book import Book
    from desktop.models.draft import Command
    from desktop.models.undo import Step
    from desktop.views.bulk import Bulk
    from desktop.views.worker import Job

AT_ONCE = 200
"""Commitments up to which a deed is done on the screen's thread: under a millisecond each."""
KIND, KEY = "draft", "form"
"""Where the form that is open is kept among a book's local values."""
_POLL_MS = 500
_RETRY_MS = 200
_RETRIES = 50
_BUSY = "busy"
_COMMITMENT = "commitment:"
_ASIDE = ("request:", "rating:", "purge:")
"""Records that change nothing on the board."""


class Told(Protocol):
    """What the screen reads of the news of a transaction."""

    @property
    def records(self) -> frozenset[str]:
        """The records touched."""

    @property
    def arrival(self) -> int:
        """The order of arrival afterwards."""

    @property
    def foreign(self) -> bool:
        """Whether it may be older than what was there: from another computer, or another process."""


class Bridge(QObject):
    """The book as the screen sees it. Small deeds run on its thread, large ones in a job; none waits for a lock.

    `opened`: a book is there. `posted(Posted)`: something was posted, here or by another process; the focus is up to
    date by then. `said(text)`: a calm message. `done(text)`: a deed of this desk that can be undone. `refused(text)`.
    `began(what, Job)`: a large deed is under way.
    `backed_up`: a backup was made.
    """

    opened = Signal()
    posted = Signal(object)
    said = Signal(str)
    done = Signal(str)
    refused = Signal(str)
    began = Signal(str, object)
    backed_up = Signal()

    def __init__(self, focus: Focus) -> None:
        super().__init__()
        self.focus = focus
        self.last: Command | None = None
        self._bulk: Bulk | None = None
        self._book: Book | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self.poll)

    @property
    def book(self) -> "Book":
        """The open book. Raises RuntimeError before `open`."""
        if self._book is None:
            raise RuntimeError("no book yet")
        return self._book

    @property
    def is_open(self) -> bool:
        """Whether a book is open."""
        return self._book is not None

    @property
    def scope(self) -> frozenset[str] | None:
        """The ids of the units whose windows this book may change; None where no book is open."""
        return self.focus.board.catalogue.under(self._book.unit) if self._book is not None else None

    @property
    def open_form(self) -> str | None:
        """The text of the form that is open, or was when the program ended; None when there is none."""
        return self._book.kept(KIND, KEY) if self._book is not None else None

    def open(self, book: "Book") -> None:
        """Use a book from now on and watch it for what other processes post."""
        self._book = book
        self.focus.attach(book)
        self._timer.start()
        self.opened.emit()

    def close(self) -> None:
        """Stop watching and close the book; a large deed under way is stopped first."""
        self._timer.stop()
        if self._bulk is not None:
            self._bulk.end()
        # A late reading would open the file again behind everybody's back.
        self.focus.detach()
        if self._book is not None:
            self._book.close()
            self._book = None

    def do(self, command: "Command", number: int = 1) -> bool:
        """Do a deed on so many commitments as the person at the desk.

        Return whether it was posted or, for a large one, is under way; a refusal is said, never raised. `last` is then
        the command, to be repeated.
        """

        def then() -> None:
            self.last = command
            self.done.emit(self.undo_label())

        return self._do(command, number, then)

    def carry(self, deed: "Callable[[Book], Told | None]", then: "Callable[[], None]") -> bool:
        """Do a small deed that writes beside the journal too, such as a request with its citizen's words.

        `deed` is handed the book and returns the news, None where nothing was posted; `then` is called once it is done,
        which may be later while another process writes. Return whether it is done; a refusal is said, never raised.
        """
        return self._try(deed, then)

    def follow(self, what: str, job: "Job[Any]") -> None:
        """Show long work that is no deed as under way; a refusal or a stop of it is said."""
        job.failed.connect(self.refused)
        job.stopped.connect(lambda: self.refused.emit(_("Stopped. Nothing was changed.")))
        self.began.emit(what, job)

    def undo(self, reason: str = "") -> bool:
        """Take back the last deed of this book's unit, and say so."""
        from desktop.models.undo import Undo

        label, number = self._named(self._book.undoable() if self._book is not None else None)
        return self._do(Undo(None, reason), number, lambda: self.said.emit(_("Taken back: {step}").format(step=label)))

    def redo(self) -> bool:
        """Do again what was taken back last, and say so."""
        from desktop.models.undo import Redo

        label, number = self._named(self._book.redoable() if self._book is not None else None)
        return self._do(Redo(), number, lambda: self.done.emit(_("Done again: {step}").format(step=label)))

    def _named(self, step: "Step | None") -> tuple[str, int]:
        return (texts.deed(step, self.focus.board.catalogue), step.count) if step is not None else ("", 1)

    def _do(self, command: "Command", number: int, then: "Callable[[], None]") -> bool:
        if self._bulk is not None and self._bulk.is_busy:
            self.refused.emit(_("A large change is still being posted; one moment."))
            return False
        if number <= AT_ONCE or self._book is None or self.focus.read_only:
            return self._try(lambda book: book.do(command, self.focus.desk), then)
        self._timer.stop()
        self._large().start(self._book, command, self.focus.desk, number, then)
        return True

    def _large(self) -> "Bulk":
        """Return who does large deeds, made for the first of them."""
        if self._bulk is None:
            from desktop.views.bulk import Bulk

            self._bulk = Bulk(self)
            self._bulk.began.connect(self.began)
            self._bulk.posted.connect(self._take_large)
            self._bulk.refused.connect(self._end_large)
            self._bulk.stopped.connect(lambda: self._end_large(_("Stopped. Nothing was changed.")))
        return self._bulk

    def _take_large(self, news: Told, board: "Board") -> None:
        self._timer.start()
        self.focus.take(board, _commitments(news))
        self.posted.emit(news)

    def _end_large(self, sentence: str) -> None:
        self._timer.start()
        self.refused.emit(sentence)

    def undo_label(self) -> str:
        """Return what undo would take back, in words; empty when there is nothing."""
        step = None if self._book is None or self.focus.read_only else self._book.undoable()
        return texts.deed(step, self.focus.board.catalogue) if step else ""

    def redo_label(self) -> str:
        """Return what redo would do again, in words; empty when there is nothing."""
        step = None if self._book is None or self.focus.read_only else self._book.redoable()
        return texts.deed(step, self.focus.board.catalogue) if step else ""

    def poll(self) -> None:
        """Look for what another process posted, and for a new day. A book that is busy is looked at the next time."""
        if self._book is None:
            return
        try:
            self._look(self._book)
        except Refusal as refusal:
            if refusal.code != _BUSY:
                self._timer.stop()
                self.refused.emit(texts.refusal(refusal))

    def _look(self, book: "Book") -> None:
        news = book.news()
        if news is not None:
            self._take(news)
        elif not self.focus.read_only and book.clock.today() != self.focus.board.as_of:
            self.focus.reload()

    def _try(self, deed: "Callable[[Book], Told | None]", then: "Callable[[], None]", left: int = _RETRIES) -> bool:
        if self.focus.read_only:
            self.refused.emit(_("A past day is shown. Return to today to change anything."))
            return False
        if self._book is None:
            self.said.emit(_("The book is being opened; one moment…"))
            return False
        try:
            news = deed(self.book)
        except Refusal as refusal:
            return self._turned_down(refusal, deed, then, left)
        if news is not None:
            self._take(news)
        then()
        return True

    def _turned_down(
        self, refusal: Refusal, deed: "Callable[[Book], Told | None]", then: "Callable[[], None]", left: int
    ) -> bool:
        if refusal.code == _BUSY and left:
            self.said.emit(_("Posting; another window is using the book…"))
            QTimer.singleShot(_RETRY_MS, self, lambda: self._try(deed, then, left - 1))
        else:
            self.refused.emit(texts.refusal(refusal))
        return False

    def take(self, news: Told) -> None:
        """Tell of what the program itself posted, past `do`: nobody's deed, which nobody is asked to undo."""
        self._take(news)

    def _take(self, news: Told) -> None:
        ids = _commitments(news)
        others = sum(not name.startswith(_ASIDE) for name in news.records)
        if len(ids) == others and not self.focus.read_only:
            self.focus.renew(self.book.commitments(ids), ids, news.arrival)
        elif not self.focus.read_only:
            self.focus.reload()
        self.posted.emit(news)


def _commitments(news: Told) -> frozenset[str]:
    return frozenset(name.removeprefix(_COMMITMENT) for name in news.records if name.startswith(_COMMITMENT))
