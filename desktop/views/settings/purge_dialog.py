"""Purging citizens' data: until which day and why, how many would go, one question that names the number, done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import _
from desktop.models import plain_text
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.deeds import tip
from desktop.views.dialog import Dialog
from desktop.views.focus import Focus
from desktop.views.named_parts import name_box
from desktop.views.settings.fact_labels import bar
from desktop.views.settings.purge_form import PurgeForm
from desktop.views.worker import Job, Step

if TYPE_CHECKING:
    from desktop.counter.purging import Done
    from desktop.models.purging import Rehearsal

_WIDTH = 620
_DELETED = 0.6
"""About how much is done once the rows are gone; cleaning the file takes the rest."""


class PurgeDialog(Dialog):
    """`purged(Done)` once it is through. Until the rows are gone it can be stopped, and then nothing has changed."""

    purged = Signal(object)
    _sealed = Signal()

    def __init__(self, bridge: Bridge, focus: Focus, parent: QWidget) -> None:
        super().__init__(parent, _WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Purge citizens' data"))
        self._bridge, self._focus = bridge, focus
        self.found: Rehearsal | None = None
        """What would go, None while it is being counted."""
        self.confirmation: QMessageBox | None = None
        self._counting: Job[Rehearsal] | None = None
        self._deleting: Job[Done] | None = None
        self._is_sealed = False
        self._build()
        self._connect()
        self._count()

    def _build(self) -> None:
        head, lead = (
            QLabel(_("Purge citizens' data")),
            QLabel(
                _(
                    "Names, telephones, last four and the words of requests that have ended are deleted for good, with "
                    "their backups. Numbers, days and states stay. Nothing brings the data back, undo neither."
                )
            ),
        )
        head.setProperty("type", "title")
        lead.setWordWrap(True)
        lead.setProperty("tone", "second")
        self.form = PurgeForm(self._bridge.book)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 22)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(lead)
        column.addSpacing(6)
        column.addWidget(self.form)
        column.addSpacing(6)
        column.addWidget(self._result())
        column.addLayout(self._foot())

    def _result(self) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        self.number, self.detail, self.bar = QLabel(), QLabel(), QProgressBar()
        self.number.setProperty("type", "section")
        self.detail.setProperty("tone", "second")
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        for label in (self.number, self.detail):
            label.setWordWrap(True)
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        for part in (self.number, self.detail, self.bar):
            column.addWidget(part)
        return card

    def _foot(self) -> QHBoxLayout:
        self.cancel, self.delete = QPushButton(_("Cancel")), QPushButton(_("Delete for good…"))
        self.cancel.setAutoDefault(False)
        self.delete.setProperty("kind", "primary")
        self.delete.setDefault(True)
        self.delete.setToolTip(tip(_("Delete for good…"), "Ctrl+Return"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.delete)
        return row

    def _connect(self) -> None:
        self.form.day_chosen.connect(self._count)
        self.form.reason.textEdited.connect(lambda _text: self._allow())
        self.cancel.clicked.connect(self.reject)
        self.delete.clicked.connect(self._ask)
        self._sealed.connect(self._seal)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.delete.click)

    # Counting

    def _count(self) -> None:
        """Count what would go, unless that is known or under way for this day."""
        if self._counting is not None or self._deleting is not None or not self._bridge.is_open:
            return
        if self.found is not None and self.found.before == self.form.day:
            return
        self.found = None
        book, day = self._bridge.book, self.form.day

        def work(step: Step) -> "Rehearsal":
            from desktop.models import purging

            return purging.rehearse(book, day, step.tell)

        self._say(_("Counting…"), "", shows_bar=True)
        self._counting = Job(work, self)
        self._counting.progressed.connect(lambda part, _text: self.bar.setValue(round(part * 100)))
        self._counting.succeeded.connect(self._take)
        self._counting.failed.connect(self._complain)
        self._counting.finished.connect(self._counted)
        self._counting.start()
        self._allow()

    def _take(self, found: "Rehearsal") -> None:
        self.found = found
        if not found.records:
            text = _("Nothing is kept of requests that ended before {day}.").format(day=found.before)
            self._say(text, _("Something is kept of {n} requests; it stays.").format(n=f"{found.kept:,}"))
            return
        counts = {"contacts": f"{found.contacts:,}", "texts": f"{found.texts:,}", "kept": f"{found.kept:,}"}
        self._say(
            _("The data of {n} requests would go").format(n=f"{len(found.records):,}"),
            _("Contacts {contacts}  ·  words {texts}  ·  of {kept} requests on file; the others stay.").format(
                **counts
            ),
        )

    def _counted(self) -> None:
        self._counting = None
        if self.found is not None and self.found.before != self.form.day:
            self._count()
        self._allow()

    def _complain(self, sentence: str) -> None:
        self._say(sentence, "", tone="danger")

    def _say(self, number: str, detail: str, *, tone: str = "", shows_bar: bool = False) -> None:
        self.number.setText(number)
        theme.say(self.number, tone=tone)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.bar.setValue(0)
        self.bar.setVisible(shows_bar)
        self.fit()

    def _allow(self) -> None:
        why = ""
        if self._counting is not None or self._deleting is not None:
            why = _("One moment…")
        elif self.found is None or not self.found.records:
            why = _("There is nothing to delete.")
        elif not plain_text.says_something(self.form.reason.text()):
            why = _("Write a reason first.")
        bar(self.delete, why)

    # Deleting

    def _ask(self) -> None:
        if self.found is None or not self.delete.isEnabled():
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Delete for good"))
        name_box(box)
        box.setText(
            _("Delete the data of {n} requests that ended before {day} for good? It cannot be undone.").format(
                n=f"{len(self.found.records):,}", day=self.found.before
            )
        )
        yes = box.addButton(_("Delete for good"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.finished.connect(lambda _result: self._go() if box.clickedButton() is yes else None)
        self.confirmation = box
        box.open()

    def _go(self) -> None:
        if self.found is None:
            return
        book, desk, found, reason = self._bridge.book, self._focus.desk, self.found, self.form.reason.text()
        sealed = self._sealed.emit

        def work(step: Step) -> "Done":
            from desktop.counter import purging

            return purging.purge(book, found, reason, desk, told=lambda part: step.tell(part * _DELETED), final=sealed)

        self._say(_("Deleting…"), _("It can be stopped until the file is cleaned."), shows_bar=True)
        self._deleting = Job(work, self)
        self._deleting.progressed.connect(lambda part, _text: self.bar.setValue(round(part * 100)))
        self._deleting.succeeded.connect(self._done)
        self._deleting.failed.connect(self._complain)
        self._deleting.stopped.connect(lambda: self._complain(_("Stopped. Nothing was changed.")))
        self._deleting.finished.connect(self._deleted)
        self.cancel.setText(_("Stop"))
        self.form.setEnabled(False)
        self._allow()
        self._deleting.start()

    def _seal(self) -> None:
        """Say that the rows are gone, and that it goes through from here."""
        self._is_sealed = True
        self.bar.setValue(round(_DELETED * 100))
        self.detail.setText(_("Cleaning file and backups; this can no longer be stopped."))
        bar(self.cancel, _("This can no longer be stopped."))

    def _done(self, done: "Done") -> None:
        self._is_sealed, self._deleting = False, None
        self.accept()
        self.purged.emit(done)

    def _deleted(self) -> None:
        """Give the form back after a refusal."""
        if not self.isVisible():
            return
        self._deleting, self._is_sealed, self.found = None, False, None
        bar(self.cancel, "")
        self.cancel.setText(_("Close"))
        self.form.setEnabled(True)
        self._allow()

    def reject(self) -> None:
        """Stop what can be stopped; what is being cleaned goes on."""
        if self._is_sealed:
            return
        if self._deleting is not None:
            self._deleting.cancel()
            return
        if self._counting is not None:
            self._counting.cancel()
        super().reject()
