"""Keeps the form of a request that is not registered yet, and asks before anything typed is thrown away."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QDialog, QMessageBox

from desktop.i18n import _
from desktop.models import entry_draft
from desktop.models.entry_draft import EntryDraft
from desktop.models.refusals import Refusal
from desktop.views.bridge import Bridge
from desktop.views.named_parts import name_box

_PAUSE_MS = 1000


class _Hidden(QObject):
    """Hears when a dialog goes behind the shutter, which empties its fields."""

    def __init__(self, dialog: QDialog, settle: Callable[[], object]) -> None:
        super().__init__(dialog)
        self._settle = settle
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self._settle()
        return super().eventFilter(watched, event)


class EntryKeeper:
    """Writes the form a second after the last key, so that neither a crash nor a power cut takes it.

    Citizens' words go into the private file alone; what may not be kept there (a whole identity number) is not.
    """

    def __init__(self, bridge: Bridge, dialog: QDialog) -> None:
        self._bridge, self._dialog = bridge, dialog
        self._draft: Callable[[], EntryDraft] | None = None
        self._is_empty = True
        self.question: QMessageBox | None = None
        """What asks before the form is left, None before it was asked."""
        self._timer = QTimer(dialog)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.write)
        _Hidden(dialog, self.settle)

    def kept(self) -> EntryDraft | None:
        """Return the form that was put by, None where there is none."""
        return entry_draft.kept(self._bridge.book) if self._bridge.is_open else None

    def hold(self, draft: Callable[[], EntryDraft], *, is_empty: bool) -> None:
        """Take a form that was changed; it is written when the keys pause."""
        self._draft, self._is_empty = draft, is_empty
        self._timer.start()

    def rest(self) -> None:
        """Write nothing until the form is changed again."""
        self._timer.stop()
        self._draft = None

    def settle(self) -> None:
        """Write the form as it stands now, whatever becomes of its fields before a busy book lets it."""
        if self._draft is not None:
            draft = self._draft()
            self._draft = lambda: draft
        self.write()

    def write(self) -> None:
        """Write what waits, now. A book that is busy is tried at the next pause."""
        self._timer.stop()
        if self._draft is None or not self._bridge.is_open:
            return
        try:
            if self._is_empty:
                entry_draft.forget(self._bridge.book)
            else:
                entry_draft.keep(self._bridge.book, self._draft())
            self._draft = None
        except Refusal as refusal:
            if refusal.code == "busy":
                self._timer.start()

    def drop(self) -> None:
        """Forget the form: it is registered, or thrown away."""
        self.rest()
        if self._bridge.is_open:
            with suppress(Refusal):
                entry_draft.forget(self._bridge.book)

    def ask(self, keep: Callable[[], object], throw_away: Callable[[], object]) -> None:
        """Ask whether a form is kept for later or thrown away; Esc goes on typing."""
        box = QMessageBox(self._dialog)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Not registered yet"))
        name_box(box)
        box.setText(_("What was typed is not registered. Keep it for later?"))
        later = box.addButton(_("&Keep for later"), QMessageBox.ButtonRole.AcceptRole)
        away = box.addButton(_("&Throw away"), QMessageBox.ButtonRole.DestructiveRole)
        on = box.addButton(_("&Go on typing"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(later)
        box.setEscapeButton(on)

        def answer() -> None:
            if box.clickedButton() is later:
                keep()
            elif box.clickedButton() is away:
                throw_away()

        box.finished.connect(answer)
        self.question = box
        box.open()
