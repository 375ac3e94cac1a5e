"""Opens the dialogs that bring something into the book, and says what came of it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from desktop import texts
from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.main_window import MainWindow
from desktop.views.usual import barred_wish

if TYPE_CHECKING:
    from desktop.intake.bringing import Brought
    from desktop.models.backup import Backup


class Intake(QObject):
    """Answers the wishes of menus and pages to bring something in. A wish that cannot be met is said, with the why.

    `restore_asked(Backup)`: a person has confirmed that it be put in the book's place. `paper_asked(Paper)`: to print.
    """

    restore_asked = Signal(object)
    paper_asked = Signal(object)

    def __init__(self, focus: Focus, bridge: Bridge, window: MainWindow) -> None:
        super().__init__(window)
        self._focus, self._bridge, self._window = focus, bridge, window

    def answer(self, wish: str) -> None:
        """Answer a wish of `usual.INTAKE`."""
        {
            "catalogue": self.import_catalogue,
            "ledger": self.take_over,
            "backup": self.back_up,
            "restore": self.restore,
            "ballots": self.key_ballots,
        }[wish]()

    def import_catalogue(self) -> None:
        """Open the import of an edition, for the bureau in a bureau's book."""
        refusal = self._refusal() or self._import_refusal()
        if refusal:
            self._window.say(refusal)
            return
        from desktop.views.exchange.catalogue_import import CatalogueImport

        dialog = CatalogueImport(self._bridge.book, self._focus.desk, self._window)
        dialog.brought.connect(self._on_brought)
        _open(dialog)

    def carry_on(self) -> None:
        """Carry states over where an edition has come into force since it was imported, and the bureau sits here."""
        if self._refusal() or self._import_refusal():
            return
        from desktop.intake import bringing

        number = bringing.carry_on(self._bridge.book, self._focus.desk)
        if number:
            self._focus.reload()
            edition = self._focus.board.catalogue.edition.id
            self._bridge.done.emit(
                _("Edition {edition} is in force: states of {n} actions are carried over, which can be undone.").format(
                    edition=edition, n=number
                )
            )

    def take_over(self) -> None:
        """Open the take-over of the ledger that the office kept until now."""
        if refusal := self._role_refusal("ledger"):
            self._window.say(refusal)
            return
        from desktop.views.exchange.ledger_dialog import LedgerTakeOver

        dialog = LedgerTakeOver(self._bridge.book, self._focus.desk, self._window)
        dialog.taken.connect(self._on_taken)
        _open(dialog)

    def back_up(self) -> None:
        """Make a backup in a job and say where it lies."""
        from desktop.views.worker import Job

        if not self._bridge.is_open:
            self._window.say(self._refusal())
            return
        book = self._bridge.book
        job: Job[Backup] = Job(lambda step: book.backup(step.tell), self)
        self._bridge.follow(_("Backing up {book}").format(book=book.place.name), job)
        job.succeeded.connect(self._on_backup)
        job.start()

    def restore(self) -> None:
        """Open the list of backups."""
        from desktop.models.backup import backups
        from desktop.views.exchange.restore_dialog import RestoreDialog

        refusal = barred_wish("restore", self._focus.desk.role) if self._bridge.is_open else self._refusal()
        if refusal:
            self._window.say(refusal)
            return
        dialog = RestoreDialog(backups(self._bridge.book.id), self._window)
        dialog.chosen.connect(self.restore_asked)
        _open(dialog)

    def key_ballots(self) -> None:
        """Open the keying of paper ballots."""
        refusal = self._refusal()
        if refusal:
            self._window.say(refusal)
            return
        from desktop.views.page import Paper
        from desktop.views.rating.ballots_dialog import BallotsDialog

        dialog = BallotsDialog(self._focus, self._bridge, self._window)
        dialog.form_asked.connect(lambda window: self.paper_asked.emit(Paper("rating_form", window)))
        _open(dialog)

    def _on_taken(self, number: int) -> None:
        self._focus.reload()
        self._bridge.done.emit(_("{n} entries are taken over; one undo takes all of them back.").format(n=number))

    def _on_backup(self, made: "Backup") -> None:
        self._bridge.backed_up.emit()
        self._bridge.said.emit(_("Backed up, {n} entries: {path}").format(n=made.entries, path=made.path))

    def _refusal(self) -> str:
        if not self._bridge.is_open:
            return _("The book is being opened; one moment…")
        if self._focus.read_only:
            return _("A past day is shown. Return to today to change anything.")
        return ""

    def _import_refusal(self) -> str:
        """Return why an edition cannot be imported by who sits here into this book, empty where it can."""
        from desktop.intake import bringing

        try:
            bringing.refuse_others(self._bridge.book, self._focus.desk)
        except Refusal as refusal:
            return texts.refusal(refusal)
        return ""

    def _role_refusal(self, wish: str) -> str:
        return self._refusal() or barred_wish(wish, self._focus.desk.role)

    def _on_brought(self, brought: "Brought") -> None:
        if self._focus.loaded:
            self._focus.reload()
        else:
            self._bridge.open(self._bridge.book)
        today = self._bridge.book.clock.today()
        if brought.carried:
            self._bridge.done.emit(_said(brought, today))
        else:
            self._bridge.said.emit(_said(brought, today))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _said(brought: "Brought", today: date) -> str:
    if brought.refusal is not None:
        return texts.refusal(brought.refusal)
    if brought.carried:
        return _("Edition {edition} is imported; states of {n} actions are carried over, which can be undone.").format(
            edition=brought.version, n=brought.carried
        )
    if not brought.is_new:
        return _("Edition {edition} was there already; nothing was changed.").format(edition=brought.version)
    if brought.from_day > today:
        return _(
            "Edition {edition} is imported and in force from {day}; states are carried over from that day on."
        ).format(edition=brought.version, day=brought.from_day.isoformat())
    return _("Edition {edition} is imported.").format(edition=brought.version)
