"""Puts the parts together: one window over one book, its language, its person, and the way to another book.

What is slow to import (the book's engine, paper, the reading of catalogues) is imported after the first paint.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop import BUILT_ON, texts
from desktop.app.counter import Counter
from desktop.app.cover_key import CoverKey
from desktop.app.intake import Intake
from desktop.app.places import Places
from desktop.app.process import qt
from desktop.app.seating import Seating
from desktop.app.seeking import Seeking
from desktop.app.shelf import Shelf
from desktop.app.turning import Turning
from desktop.i18n import _
from desktop.models.places import Place
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.frame import Frame
from desktop.views.keeper import Keeper
from desktop.views.main_window import MainWindow
from desktop.views.preferences import Preferences
from desktop.views.speech import Speech
from desktop.views.tidy import Tidy

__all__ = ["Application", "qt"]

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.views.export import Exporter
    from desktop.views.first_run.start import Person
    from desktop.views.page import Page, Paper

_SETTLED_MS = 1500
"""Checks of the start wait until the first pages stand."""


class Application(QObject):
    """One window over one book."""

    def __init__(self, qt: QApplication, window: MainWindow | None = None) -> None:
        super().__init__()
        self._qt = qt
        self._tidy = Tidy(self)
        self._exporter: Exporter | None = None
        self.window = window or MainWindow()
        self.focus = Focus()
        self.bridge = Bridge(self.focus)
        self.preferences = Preferences(self.focus, self.bridge)
        self.preferences.apply()
        self._speech = Speech(qt)
        self._speech.use()
        self.keeper = Keeper()
        self._unchecked = False
        places = Places(self.focus, self.bridge, self.preferences, self.keeper)
        self.frame = Frame(self.window, places.all(), self.focus, self.bridge)
        self.window.hold(self.frame)
        self.seeking = Seeking(qt, self.focus, self.bridge, self.frame)
        self._intake = Intake(self.focus, self.bridge, self.window)
        self.seating = Seating(self.focus, self.bridge, self.preferences, self.keeper, self.window)
        self._cover_key = CoverKey(qt, self.seating, self.window)
        self.shelf = Shelf(self.bridge, self.preferences, self.frame, self.window, self.seating)
        self.counter = Counter(self.focus, self.bridge, self.seating, self.window)
        self._turning = Turning(self.bridge, self.keeper, self.shelf, self.seating, self.window)
        self._connect()

    def _connect(self) -> None:
        self.preferences.language_changed.connect(self._on_language)
        self.frame.book_asked.connect(self.ask_for_book)
        self.frame.print_asked.connect(self._print)
        self.frame.paper_asked.connect(self._print_paper)
        self._intake.paper_asked.connect(self._print_paper)
        self.frame.export_asked.connect(self._export)
        self.frame.intake_asked.connect(self._intake.answer)
        self.frame.practice_asked.connect(self.shelf.practise_or_return)
        self.frame.rate_asked.connect(self.counter.turn)
        self.frame.shut_asked.connect(self.seating.shut)
        self.frame.lock_asked.connect(self.seating.lock)
        self.frame.switch_asked.connect(self.seating.switch)
        self.frame.log_asked.connect(self._open_log)
        self._intake.restore_asked.connect(self._turning.restore)
        self.shelf.opened.connect(self._on_opened)
        self.seating.taken.connect(self._on_taken)
        self.window.leaving.connect(self._leave)

    # Language

    def _on_language(self) -> None:
        self._speech.use()
        self.frame.rebuild()

    # Books

    def begin(self, path: str) -> None:
        """Open a book: the one named, the last one, or the one the person chooses."""
        self.shelf.begin(path)

    def open(self, path: Place) -> bool:
        """Open a book in place of the present one. A refusal is said, and the present book stays."""
        return self.shelf.open(path)

    def ask_for_book(self) -> None:
        """Ask which book to work with."""
        self.shelf.ask_for_book()

    def _on_opened(self) -> None:
        QTimer.singleShot(_SETTLED_MS, self, self.check)
        if not (self.preferences.knows_person or self.keeper.officers):
            self._ask_for_person()

    def check(self) -> None:
        """Say what a start should say: damage in a box, what is only worth knowing over the page."""
        if not self.bridge.is_open or self.bridge.book.practice:
            return
        self._unchecked = self.seating.page is not None
        if self._unchecked:
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

    def _on_taken(self) -> None:
        if self._unchecked:
            self.check()

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

    def _ask_for_person(self) -> None:
        from desktop.views.first_run.person_dialog import PersonDialog

        dialog = PersonDialog(self.focus.board.catalogue, self.bridge.book.unit, self.window)
        dialog.answered.connect(self._on_person)
        dialog.open()

    def _on_person(self, person: "Person") -> None:
        self.preferences.sit(person.role, person.officer)
        self.preferences.settle(person.unit, person.window)

    def _print(self) -> None:
        """Show what the page wants printed; else the progress sheet of the one window looked at, or of one's own."""
        if not self.bridge.is_open:
            return
        page = self.frame.page
        if page is not None and (wanted := page.paper()) is not None:
            self._print_paper(wanted)
            return
        shown = page.shown() if page is not None else None
        windows = shown.board.windows if shown is not None else ()
        self._print_paper(None, windows[0].id if len(windows) == 1 else self.focus.window)

    def _print_paper(self, wanted: "Paper | None", window: str = "") -> None:
        """Show a sheet ready to print: the one that is wanted, or the progress sheet of a window."""
        from desktop.views.printing.dialog import PrintDialog

        parent = QApplication.activeModalWidget() or self.window
        dialog = PrintDialog(self.focus, self.bridge, window, parent, wanted)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _export(self, page: "Page | None") -> None:
        """Write what the page at the front shows as a workbook, in a worker."""
        from desktop.views.export import Exporter

        self._exporter = self._exporter or Exporter(self.focus, self.bridge, self.preferences, self.window)
        self._exporter.export(page)

    def _leave(self) -> None:
        self.preferences.remember_shape(self.window.shape())
        self.shelf.close()
