"""The one way from the screen to the book and back: deeds go in, news comes out as Qt signals."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import texts
from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.views.focus import Focus

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.models.book import Book
    from desktop.models.draft import Command

_POLL_MS = 500
_RETRY_MS = 200
_RETRIES = 50
_BUSY = "busy"
_COMMITMENT = "commitment:"


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
    """The book as the screen sees it. Deeds run on the screen's thread; none waits for a lock.

    `opened`: a book is there. `posted(Posted)`: something was posted, here or by another process; the focus is up to
    date by then. `said(text)`: a calm message. `done(text)`: a deed of this desk that can be undone. `refused(text)`.
    `backed_up`: a backup was made.
    """

    opened = Signal()
    posted = Signal(object)
    said = Signal(str)
    done = Signal(str)
    refused = Signal(str)
    backed_up = Signal()

    def __init__(self, focus: Focus) -> None:
        super().__init__()
        self.focus = focus
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

    def open(self, book: "Book") -> None:
        """Use a book from now on and watch it for what other processes post."""
        self._book = book
        self.focus.attach(book)
        self._timer.start()
        self.opened.emit()

    def close(self) -> None:
        """Stop watching and close the book."""
        self._timer.stop()
        if self._book is not None:
            self._book.close()
            self._book = None

    def do(self, command: "Command") -> bool:
        """Do a deed as the person at the desk. Return whether it was posted; a refusal is said, never raised."""
        return self._try(lambda book: book.do(command, self.focus.desk), announce=True)

    def undo(self, reason: str = "") -> bool:
        """Take back the last deed of this book's unit."""
        return self._try(lambda book: book.undo(self.focus.desk, reason=reason), announce=False)

    def redo(self) -> bool:
        """Do again what was taken back last."""
        return self._try(lambda book: book.redo(self.focus.desk), announce=False)

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

    def _try(self, deed: "Callable[[Book], Told]", *, announce: bool, left: int = _RETRIES) -> bool:
        if self.focus.read_only:
            self.refused.emit(_("A past day is shown. Return to today to change anything."))
            return False
        if self._book is None:
            self.said.emit(_("The book is being opened; one moment…"))
            return False
        try:
            news = deed(self.book)
        except Refusal as refusal:
            return self._turned_down(refusal, deed, announce=announce, left=left)
        self._take(news)
        if announce:
            self.done.emit(self.undo_label())
        return True

    def _turned_down(self, refusal: Refusal, deed: "Callable[[Book], Told]", *, announce: bool, left: int) -> bool:
        if refusal.code == _BUSY and left:
            self.said.emit(_("Posting; another window is using the book…"))
            QTimer.singleShot(_RETRY_MS, self, lambda: self._try(deed, announce=announce, left=left - 1))
        else:
            self.refused.emit(texts.refusal(refusal))
        return False

    def _take(self, news: Told) -> None:
        ids = frozenset(name.removeprefix(_COMMITMENT) for name in news.records if name.startswith(_COMMITMENT))
        if len(ids) == len(news.records) and not self.focus.read_only:
            self.focus.renew(self.book.commitments(ids), ids, news.arrival)
        elif not self.focus.read_only:
            self.focus.reload()
        self.posted.emit(news)
