"""The dialog that brings in an edition of the catalogue: source, review, import."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.intake import bringing, editions, effect
from desktop.intake.bringing import Brought
from desktop.intake.editions import Handed
from desktop.models.book import Book
from desktop.models.born import action_ids
from desktop.models.catalogue import Catalogue
from desktop.models.desk import Desk
from desktop.views.dialog import Dialog
from desktop.views.exchange.review_page import ReviewPage
from desktop.views.exchange.source_page import SourcePage
from desktop.views.worker import Job

Read = Callable[[Catalogue | None, editions.Born], Handed]


class CatalogueImport(Dialog):
    """Reads a catalogue, shows it for review, imports it. `brought(Brought)` once it is in the book.

    Reading and importing are jobs; while the book is being written the dialog stays.
    """

    brought = Signal(object)

    def __init__(self, book: Book, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, 860, 560)
        self._book, self._desk = book, desk
        self._now = bringing.in_force(book)
        self.handed: Handed | None = None
        self._job: Job[Handed] | Job[Brought] | None = None
        self._writes = False
        self.setWindowTitle(_("Import a catalogue"))
        self._build()

    def _build(self) -> None:
        head = QLabel(_("Import a catalogue"))
        head.setProperty("type", "title")
        self.source, self.review = SourcePage(), ReviewPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.source)
        self.pages.addWidget(self.review)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("How far it is"))
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (head, self.pages, self.bar):
            column.addWidget(part, 1 if part is self.pages else 0)
        self.source.path_chosen.connect(self.read)
        self.source.pasted.connect(self.paste)
        self.review.left.connect(lambda: self.pages.setCurrentWidget(self.source))
        self.review.wanted.connect(self.bring_in)
        self.review.form.edited.connect(self._rename)
        self.review.map.relinked.connect(self._relink)
        self.review.map.placed.connect(self._place)

    def read(self, path: Path) -> None:
        """Read a folder or a file in a job."""
        self._read(lambda now, born: editions.read(path, now, born))

    def paste(self, text: str) -> None:
        """Read official text in a job."""
        self._read(lambda now, born: editions.paste(text, now, born))

    def _read(self, read: Read) -> None:
        self.source.refuse("")
        job: Job[Handed] = Job(lambda _step: read(self._now, self._born), self)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self.source.refuse)
        self._start(job)

    def _start(self, job: Job[Handed] | Job[Brought]) -> None:
        self._job = job
        job.finished.connect(self._rest)
        self.pages.setEnabled(False)
        self.bar.show()
        job.start()

    def _rest(self) -> None:
        self._job, self._writes = None, False
        self.pages.setEnabled(True)
        self.bar.hide()

    def _born(self, version: str) -> frozenset[str]:
        return action_ids(self._book, version)

    def _on_read(self, handed: Handed) -> None:
        self.review.map.offer(self._now.kinds if self._now is not None else {}, is_text=handed.is_text)
        self._show(handed)
        self.pages.setEnabled(True)
        self.pages.setCurrentWidget(self.review)
        self.review.open_where_needed(handed)

    def _show(self, handed: Handed) -> None:
        self.handed = handed
        counted = effect.of(handed, self._now, self._book.clock.today())
        self.review.say(handed, counted, self._now.actions if self._now is not None else {})

    def _rename(self, words: dict[str, str]) -> None:
        if self.handed is not None:
            self._show(editions.rename(self.handed, self._now, self._born, **words))

    def _relink(self, code: str, olds: tuple[str, ...]) -> None:
        if self.handed is not None and self._now is not None:
            self._show(editions.relink(self.handed, code, olds, self._now, self._born))

    def _place(self, code: str, kinds: tuple[str, ...]) -> None:
        if self.handed is not None and self._now is not None:
            self._show(editions.place(self.handed, code, kinds, self._now, self._born))

    def bring_in(self) -> None:
        """Import what was reviewed, in a job: a backup first, then as the command line does."""
        handed = self.handed
        if handed is None or not handed.is_fit or self._writes:
            return
        self._writes = True
        job: Job[Brought] = Job(lambda _step: bringing.bring_in(self._book, handed, self._desk), self)
        job.succeeded.connect(self._on_brought)
        job.failed.connect(self.review.outcome.setText)
        self._start(job)

    def _on_brought(self, brought: Brought) -> None:
        self._writes = False
        self.accept()
        self.brought.emit(brought)

    def reject(self) -> None:
        """Close, but not while the book is being written."""
        if not self._writes:
            super().reject()
