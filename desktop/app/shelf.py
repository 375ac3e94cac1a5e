"""Which book stands in the window: the last one, a chosen one, the practice book, one put back from a backup."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from desktop import texts
from desktop.app import books
from desktop.app.seating import Seating
from desktop.i18n import _
from desktop.models.places import Place, key_of, place_of
from desktop.models.refusals import Refusal
from desktop.models.vocabulary import Role
from desktop.views.bridge import Bridge
from desktop.views.frame import Frame
from desktop.views.main_window import MainWindow
from desktop.views.preferences import Preferences

if TYPE_CHECKING:
    from desktop.models.book import Book
    from desktop.models.unlocking import Opened
    from desktop.views.first_run.start import Start

_PAINTED_MS = 30
"""Time for the first figures to be painted before the engine's import blocks the screen."""


class Shelf(QObject):
    """Opens and closes the book of one window. `opened` when another one is shown."""

    opened = Signal()

    def __init__(
        self, bridge: Bridge, preferences: Preferences, frame: Frame, window: MainWindow, seating: Seating
    ) -> None:
        super().__init__(window)
        self._bridge, self._preferences, self._frame = bridge, preferences, frame
        self._window, self._seating = window, seating
        self._lock: QLockFile | None = None

    def begin(self, path: str) -> None:
        """Open a book: the one named, the last one, or the one the person chooses."""
        self._window.show()
        self._frame.go("overview")
        wanted = path or self._preferences.saved.last_book
        if wanted and self._look(wanted):
            QTimer.singleShot(_PAINTED_MS, self, lambda: self._open_or_ask(wanted))
        else:
            self._open_or_ask(wanted)

    def _look(self, path: str) -> bool:
        """Show the figures by the driver alone, before the engine is imported; none where a PIN is asked first."""
        from desktop.models.glance import Glance

        place = place_of(path)
        if not isinstance(place, Path):
            return False
        try:
            glance = Glance(place)
            if glance.guarded:
                return False
            self._bridge.focus.attach(glance)
        except Refusal:
            return False
        return True

    def _open_or_ask(self, path: str) -> None:
        if not path or not self.open(place_of(path)):
            self.ask_for_book()

    def open(self, path: Place, opened: "Opened | None" = None) -> bool:
        """Open a book in place of the present one; `opened` holds the key of an encrypted one, else it is asked for.

        A refusal is said, and the present book stays. Return whether the book is open, or its PIN is being asked.
        """
        if self._bridge.is_open and key_of(self._bridge.book.place) == key_of(path):
            return True
        lock = books.window_lock(path)
        if lock is None:
            self._window.say(_("This book is already open in another window."))
            return False
        try:
            if opened is None and _is_locked(path):
                self._seating.ask_key(path, lambda found: self.open(path, found), self._go_back)
                return True
            book = _opened(path, opened)
        except Refusal as refusal:
            self._window.say(texts.refusal(refusal))
            return False
        return self._show(book, lock, opened)

    def _show(self, book: "Book", lock: QLockFile, opened: "Opened | None") -> bool:
        self._bridge.close()
        self._lock = lock
        try:
            self._seating.arrive(book, opened)
            self._bridge.open(book)
        except Refusal as refusal:
            if refusal.code == "no_catalogue":
                self._bridge.focus.forget()
                self._frame.offer_catalogue()
                return True
            self._window.say(texts.refusal(refusal))
            return False
        self._window.toast.hide()
        if not (book.practice and self._preferences.saved.last_book):
            self._preferences.remember_book(str(book.place))
        self.opened.emit()
        return True

    def _go_back(self) -> None:
        """Leave an encrypted book unopened."""
        if not self._bridge.is_open:
            self.ask_for_book()

    def ask_for_book(self) -> None:
        """Ask which book to work with."""
        if not self._bridge.is_open:
            self._frame.offer_book()
        from desktop.views.first_run.book_dialog import BookDialog

        dialog = BookDialog(books.shipped_units(), self._window)
        dialog.answered.connect(self._on_start)
        dialog.open()

    def _on_start(self, start: "Start") -> None:
        from desktop.views.first_run.start import Way

        if start.way is Way.OPEN:
            self._open_or_ask(start.path)
        elif start.way is Way.NEW:
            self._found(Path(start.path), start.unit)
        else:
            self._practise()

    def practise_or_return(self) -> None:
        """Go to the practice book or, from there, back to the book of one's own."""
        own = self._preferences.saved.last_book
        if not (self._bridge.is_open and self._bridge.book.practice):
            self._practise()
        elif own and place_of(own) != self._bridge.book.place:
            self._open_or_ask(own)
        else:
            self.ask_for_book()

    def _practise(self) -> None:
        """Open the practice book, made by a worker on the first time."""
        from desktop.models.clock import Clock
        from desktop.views.worker import Job

        path = books.practice_path()
        if not self._preferences.knows_person:
            self._preferences.sit(Role.BUREAU, _("Trainee"))
        if path.exists():
            self._open_or_ask(str(path))
            return
        today = Clock().today()
        job = Job[None](lambda step: books.make_practice(path, today, step.tell), self._window)
        self._bridge.follow(_("Making the practice book"), job)
        job.succeeded.connect(lambda _nothing: self._open_or_ask(str(path)))
        job.start()

    def _found(self, path: Path, unit: str) -> None:
        """Make an empty book with the shipped catalogue and open it."""
        try:
            books.found(path, unit)
        except Refusal as refusal:
            self._window.say(texts.refusal(refusal))
        else:
            self.open(path)

    def put_away(self) -> None:
        """Close the book to work on its file; the window keeps its lock on it."""
        self._seating.leave()
        self._bridge.close()

    def come_back(self, path: Place, opened: "Opened | None", said: str) -> None:
        """Open a book again after its file was worked on, and say what came of it."""
        if self._lock is not None:
            self._lock.unlock()
        if self.open(path, opened):
            self._window.say(said)
        else:
            self.ask_for_book()

    def close(self) -> None:
        """Close the book and let other windows have it."""
        self._bridge.close()
        if self._lock is not None:
            self._lock.unlock()


def _is_locked(place: Place) -> bool:
    from desktop.models import bare, encryption

    encryption.settle(place, None)
    return isinstance(place, Path) and bare.is_locked(place)


def _opened(place: Place, opened: "Opened | None") -> "Book":
    from desktop.models import encryption
    from desktop.models.book import Book

    key = opened.key if opened is not None else None
    encryption.settle(place, key)
    return Book.open(place, key=key, wait_ms=0)
