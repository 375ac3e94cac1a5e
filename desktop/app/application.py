"""Puts the parts together: one window over one book, its language, its person, and the way to another book.

What is slow to import (the book's engine, paper, the reading of catalogues) is imported after the first paint.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop import BUILT_ON, texts
from desktop.app import books
from desktop.app.intake import Intake
from desktop.app.places import Places
from desktop.app.process import qt
from desktop.i18n import _
from desktop.models.places import Place, key_of, place_of
from desktop.models.refusals import Refusal
from desktop.models.vocabulary import Role
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.frame import Frame
from desktop.views.main_window import MainWindow
from desktop.views.preferences import Preferences
from desktop.views.speech import Speech
from desktop.views.tidy import Tidy

__all__ = ["Application", "qt"]

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.models.backup import Backup
    from desktop.views.first_run.start import Person, Start
    from desktop.views.page import Page

_SETTLED_MS = 1500
"""Checks of the start wait until the first pages stand."""
_PAINTED_MS = 30
"""Time for the first figures to be painted before the engine's import blocks the screen."""


class Application(QObject):
    """One window over one book."""

    def __init__(self, qt: QApplication, window: MainWindow | None = None) -> None:
        super().__init__()
        self._qt = qt
        self._tidy = Tidy(self)
        self.window = window or MainWindow()
        self._lock: QLockFile | None = None
        self.focus = Focus()
        self.bridge = Bridge(self.focus)
        self.preferences = Preferences(self.focus, self.bridge)
        self.preferences.apply()
        self._speech = Speech(qt)
        self._speech.use()
        places = Places(self.focus, self.bridge, self.preferences)
        self.frame = Frame(self.window, places.all(), self.focus, self.bridge)
        self.window.hold(self.frame)
        self._intake = Intake(self.focus, self.bridge, self.window)
        self._connect()

    def _connect(self) -> None:
        self.preferences.language_changed.connect(self._on_language)
        self.frame.book_asked.connect(self.ask_for_book)
        self.frame.print_asked.connect(self._print)
        self.frame.export_asked.connect(self._export)
        self.frame.intake_asked.connect(self._intake.answer)
        self.frame.practice_asked.connect(self._practise_or_return)
        self.frame.log_asked.connect(self._open_log)
        self._intake.restore_asked.connect(self._restore)
        self.window.leaving.connect(self._leave)

    # Language

    def _on_language(self) -> None:
        self._speech.use()
        self.frame.rebuild()

    # Books

    def begin(self, path: str) -> None:
        """Open a book: the one named, the last one, or the one the person chooses."""
        self.window.show()
        self.frame.go("overview")
        wanted = path or self.preferences.saved.last_book
        if wanted and self._look(wanted):
            QTimer.singleShot(_PAINTED_MS, self, lambda: self._open_or_ask(wanted))
        else:
            self._open_or_ask(wanted)

    def _look(self, path: str) -> bool:
        """Show the figures of the book by the driver alone, before its engine is imported."""
        from desktop.models.glance import Glance

        place = place_of(path)
        if not isinstance(place, Path):
            return False
        try:
            self.focus.attach(Glance(place))
        except Refusal:
            return False
        return True

    def _open_or_ask(self, path: str) -> None:
        if not path or not self.open(place_of(path)):
            self.ask_for_book()

    def open(self, path: Place) -> bool:
        """Open a book in place of the present one. A refusal is said, and the present book stays."""
        from desktop.models.book import Book

        if self.bridge.is_open and key_of(self.bridge.book.place) == key_of(path):
            return True
        lock = books.window_lock(path)
        if lock is None:
            self.window.say(_("This book is already open in another window."))
            return False
        try:
            book = Book.open(path, wait_ms=0)
        except Refusal as refusal:
            self.window.say(texts.refusal(refusal))
            return False
        self.bridge.close()
        self._lock = lock
        try:
            self.bridge.open(book)
        except Refusal as refusal:
            self.window.say(texts.refusal(refusal))
            return False
        self.window.toast.hide()
        if not (book.practice and self.preferences.saved.last_book):
            self.preferences.remember_book(str(path))
        QTimer.singleShot(_SETTLED_MS, self, self.check)
        if not self.preferences.knows_person:
            self._ask_for_person()
        return True

    def check(self) -> None:
        """Say what a start should say: damage in a box, what is only worth knowing over the page."""
        if not self.bridge.is_open or self.bridge.book.practice:
            return
        self._intake.carry_on()
        found = self.bridge.book.check_at_start()
        doubts = [one for one in found if one.code.startswith("clock_")]
        if doubts:
            self._ask_for_day(texts.finding(doubts[0]), doubts[0].facts)
        found = [one for one in found if one not in doubts]
        wrong = [texts.finding(one) for one in found if one.is_wrong]
        if wrong:
            self.frame.tell(_("Bianmin ledger"), "\n\n".join(wrong))
        elif found:
            self.window.say(texts.finding(found[0]))

    def show_fault(self, report: str) -> None:
        """Show the report of an error that nobody foresaw; a second one joins the first."""
        from desktop import log
        from desktop.views.fault_dialog import FaultDialog

        shown = self.window.findChild(FaultDialog)
        if shown is not None:
            shown.add(report)
            return
        dialog = FaultDialog(report, log.file().parent, self.window)
        dialog.said.connect(self.window.say)
        dialog.open()

    def _open_log(self) -> None:
        from desktop import log
        from desktop.views.fault_dialog import open_folder

        open_folder(log.file().parent)

    def _ask_for_day(self, why: str, facts: "Mapping[str, object]") -> None:
        """Ask which day it is: this computer's clock cannot be right."""
        from datetime import date

        from desktop.models.clock import told
        from desktop.views.first_run.day_dialog import DayDialog

        newest = facts.get("newest")
        earliest = newest if isinstance(newest, date) else date.fromisoformat(BUILT_ON)

        def use(day: date) -> None:
            self.bridge.book.clock = told(day)
            self.focus.reload()

        dialog = DayDialog(why, earliest, self.window)
        dialog.answered.connect(use)
        dialog.open()

    def ask_for_book(self) -> None:
        """Ask which book to work with."""
        if not self.bridge.is_open:
            self.frame.offer_book()
        from desktop.views.first_run.book_dialog import BookDialog

        dialog = BookDialog(books.shipped_units(), self.window)
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

    def _practise_or_return(self) -> None:
        """Go to the practice book or, from there, back to the book of one's own."""
        own = self.preferences.saved.last_book
        if not (self.bridge.is_open and self.bridge.book.practice):
            self._practise()
        elif own and place_of(own) != self.bridge.book.place:
            self._open_or_ask(own)
        else:
            self.ask_for_book()

    def _practise(self) -> None:
        """Open the practice book, made by a worker on the first time."""
        from desktop.models.clock import Clock
        from desktop.views.worker import Job

        path = books.practice_path()
        if not self.preferences.knows_person:
            self.preferences.sit(Role.BUREAU, _("Trainee"))
        if path.exists():
            self._open_or_ask(str(path))
            return
        self.window.say(_("Making the practice book; this takes a few seconds…"))
        today = Clock().today()
        job = Job[None](lambda _step: books.make_practice(path, today), self.window)
        job.succeeded.connect(lambda _nothing: self._open_or_ask(str(path)))
        job.failed.connect(self.window.say)
        job.start()

    def _found(self, path: Path, unit: str) -> None:
        """Make an empty book with the shipped catalogue and open it."""
        try:
            books.found(path, unit)
        except Refusal as refusal:
            self.window.say(texts.refusal(refusal))
        else:
            self.open(path)

    def _ask_for_person(self) -> None:
        from desktop.views.first_run.person_dialog import PersonDialog

        dialog = PersonDialog(self.focus.board.catalogue, self.bridge.book.unit, self.window)
        dialog.answered.connect(self._on_person)
        dialog.open()

    def _on_person(self, person: "Person") -> None:
        self.preferences.sit(person.role, person.officer)
        self.preferences.settle(person.unit, person.window)

    def _print(self) -> None:
        """Show the progress sheet of the one window looked at, or of the person's own, ready to print."""
        from desktop.views.printing.dialog import PrintDialog

        if self.bridge.is_open:
            shown = self.frame.page.shown() if self.frame.page is not None else None
            windows = shown.board.windows if shown is not None else ()
            window = windows[0].id if len(windows) == 1 else self.focus.window
            dialog = PrintDialog(self.focus, self.bridge, window, self.window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _export(self, page: "Page | None") -> None:
        """Write what the page at the front shows as a workbook, in a worker."""
        from desktop.views.export import Exporter

        Exporter(self.focus, self.bridge, self.preferences, self.window).export(page)

    def _restore(self, chosen: "Backup") -> None:
        """Close the book, put a backup in its place and open it again; a refusal leaves the book as it was."""
        from desktop.models import backup

        path, now = self.bridge.book.place, self.bridge.book.clock.now()
        self.bridge.close()
        try:
            backup.restore(path, chosen.path, None, now)
        except Refusal as refusal:
            said = texts.refusal(refusal)
        else:
            day = chosen.day.isoformat()
            said = _("The book is put back to {day}; how it stood before is kept as a backup.").format(day=day)
        if self._lock is not None:
            self._lock.unlock()
        if self.open(path):
            self.window.say(said)
        else:
            self.ask_for_book()

    def _leave(self) -> None:
        self.preferences.remember_shape(self.window.shape())
        self.bridge.close()
        if self._lock is not None:
            self._lock.unlock()
