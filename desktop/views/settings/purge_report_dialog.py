"""The report of a purge: looked at, printed, saved; it is made anew from the journal each time."""

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.views import pdf_saving, theme
from desktop.views.bridge import Bridge
from desktop.views.deeds import tip
from desktop.views.dialog import Dialog
from desktop.views.pdf_pages import Pages, Sizes
from desktop.views.worker import Job

if TYPE_CHECKING:
    from desktop.models.purging import Purged

_SIZE = (760, 680)
Made = tuple[Path, Sizes]


class PurgeReportDialog(Dialog):
    """Shows the report as soon as it is set; it names no citizen."""

    def __init__(self, bridge: Bridge, purged: "Purged", parent: QWidget) -> None:
        super().__init__(parent, *_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Purge report"))
        self._bridge = bridge
        self._folder = Path(tempfile.mkdtemp(prefix="bianmin-purge-"))
        self.path: Path | None = None
        """The report, None before it is set."""
        self._build()
        self._make(purged)

    def _build(self) -> None:
        from desktop.reports import printing

        found = printing.queues()
        self._queue = found[0].name if found else ""
        self.pages, self.note = Pages(), QLabel()
        self.note.setProperty("type", "small")
        self.note.setWordWrap(True)
        self.print_button, self.save, self.close_button = (
            QPushButton(words) for words in (_("Print now"), _("Save as PDF…"), _("Close"))
        )  # fmt: skip
        self.print_button.setVisible(bool(found))
        first = self.print_button if found else self.save
        first.setProperty("kind", "primary")
        first.setDefault(True)
        self.print_button.setToolTip(tip(_("Print now"), "Ctrl+P"))
        self.save.setToolTip(tip(_("Save as PDF…"), "Ctrl+S"))
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        for button in (self.close_button, self.save, self.print_button):
            button.setAutoDefault(button is first)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        self.print_button.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+P"), self, self._print)
        QShortcut(QKeySequence("Ctrl+S"), self, self._save)

    def _make(self, purged: "Purged") -> None:
        book = self._bridge.book
        out = self._folder / f"{_('Purge report').replace(' ', '-')}-{purged.on.isoformat()}.pdf"

        def work(_step: object) -> Made:
            from desktop.counter import purging
            from desktop.reports.preview import Preview

            preview = Preview(purging.write_report(book, purged, out).path)
            try:
                return out, tuple(preview.size(page) for page in range(preview.pages))
            finally:
                preview.close()

        for button in (self.print_button, self.save):
            button.setEnabled(False)
        self._say(_("The report is being set…"), "second")
        job: Job[Made] = Job(work, self)
        job.succeeded.connect(self._show)
        job.failed.connect(lambda why: self._say(why, "danger"))
        self._job: Job[Made] | None = job
        job.finished.connect(self._ended)
        job.start()

    def _ended(self) -> None:
        self._job = None

    def _show(self, made: Made) -> None:
        self.path, sizes = made
        self.pages.open(self.path, sizes)
        self._say("", "second")
        for button in (self.print_button, self.save):
            button.setEnabled(True)

    def _say(self, words: str, tone: str) -> None:
        self.note.setText(words)
        theme.say(self.note, tone=tone)

    def _print(self) -> None:
        from desktop.reports import printing

        if self.path is None or not self._queue:
            return
        try:
            job = printing.send(self.path, self._queue, duplex=False, title=self.path.name)
        except Refusal as refusal:
            self._say(texts.refusal(refusal), "danger")
        else:
            self._say(_("Sent to the printer: {job}").format(job=job), "good")

    def _save(self) -> None:
        if self.path is not None and (target := pdf_saving.ask(self, self.path.name)) is not None:
            self.save_to(target)

    def save_to(self, target: Path) -> None:
        """Write the report to a file; a sentence says whether it could be written."""
        if self.path is not None:
            saved = pdf_saving.save(self.path, target)
            self._say(saved.sentence, saved.tone)

    def done(self, result: int) -> None:
        """Stop what is under way and take the file away."""
        self.pages.shutdown()
        if self._job is not None:
            self._job.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
        super().done(result)
