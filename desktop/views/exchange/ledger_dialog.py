"""The dialog that takes over the ledger an office has kept until now."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desktop.exchange import ledger_take_over, ledger_words
from desktop.exchange.fault import errors
from desktop.exchange.ledger_take_over import TakeOver
from desktop.exchange.workbook_guard import Sheet
from desktop.i18n import _
from desktop.intake import ledgers
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.refusals import InputRefused
from desktop.models.writing import Posted
from desktop.texts import refusal
from desktop.views.choices import fill_windows
from desktop.views.dialog import Dialog
from desktop.views.elided_box import ElidedBox
from desktop.views.exchange.column_form import ColumnForm
from desktop.views.exchange.fault_list import FaultList
from desktop.views.worker import Job


class LedgerTakeOver(Dialog):
    """Reads an office's own ledger, shows its columns and faults, takes it over. `taken(n)`: entries written.

    Reading the file and writing the book are jobs; while the book is being written the dialog stays.
    """

    taken = Signal(int)

    def __init__(self, book: Book, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, 860, 580)
        self._book, self._desk = book, desk
        self._sheets: tuple[Sheet, ...] = ()
        self._name = ""
        self.found: TakeOver | None = None
        self._job: Job[tuple[Sheet, ...]] | Job[Posted] | None = None
        self._writes = False
        self.setWindowTitle(_("Take over the present ledger"))
        self._build()
        self._connect()
        self._allow()

    def _build(self) -> None:
        self.choose, self.file = QPushButton(_("Choose a workbook…")), QLabel(_("No file yet."))
        self.choose.setAutoDefault(False)
        self.window_box = ElidedBox()
        self.window_box.setAccessibleName(_("Window where a row names none"))
        fill_windows(self.window_box, self._book.catalogue(), self._book.unit, _("named by each row or sheet"), "")
        self.columns, self.faults, self.outcome = ColumnForm(), FaultList(), QLabel()
        self.outcome.setWordWrap(True)
        self.take = QPushButton(_("Take over"))
        self.take.setProperty("kind", "primary")
        self.take.setAutoDefault(False)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("How far it is"))
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        head = QLabel(_("Take over the present ledger"))
        head.setProperty("type", "title")
        top, foot, form = QHBoxLayout(), QHBoxLayout(), QFormLayout()
        top.addWidget(self.choose)
        top.addWidget(self.file, 1)
        foot.addWidget(self.outcome, 1)
        foot.addWidget(self.take)
        form.addRow(_("Window where a row names none"), self.window_box)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(top)
        column.addLayout(form)
        column.addWidget(self.columns)
        column.addWidget(self.faults, 1)
        column.addWidget(self.bar)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_which)
        self.window_box.activated.connect(lambda _at: self._judge(self.columns.mapping()))
        self.columns.chosen.connect(self._judge)
        self.take.clicked.connect(self.take_over)

    def _ask_which(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = _("Workbooks (*.xlsx *.xlsm *.xls *.ods)")
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a workbook"), documents, kinds)
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Read a workbook in a job, then look for its columns: those remembered, else those suggested."""
        self._name = path.name
        self.file.setText(path.name)
        job: Job[tuple[Sheet, ...]] = Job(lambda _step: ledgers.opened(path), self)
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_unread)
        self._start(job)

    def _start(self, job: Job[tuple[Sheet, ...]] | Job[Posted]) -> None:
        self._job = job
        job.finished.connect(self._rest)
        self.bar.show()
        self._allow()
        job.start()

    def _rest(self) -> None:
        self._job, self._writes = None, False
        self.bar.hide()
        self._allow()

    def _on_read(self, sheets: tuple[Sheet, ...]) -> None:
        self._sheets = sheets
        self._judge(None)
        self.faults.table.setFocus()

    def _on_unread(self, sentence: str) -> None:
        self._sheets, self.found = (), None
        self.outcome.setText(sentence)

    def _judge(self, mapping: Mapping[str, str] | None) -> None:
        """Read the rows under a mapping; without one under what the book remembers."""
        if not self._sheets:
            return
        window = str(self.window_box.currentData() or "")
        try:
            self.found = ledgers.read(self._book, self._sheets, self._name, self._desk, window=window, mapping=mapping)
        except InputRefused as refused:
            self.found = None
            heads = ledger_take_over.heads(self._sheets)
            self.columns.say(heads, ledger_words.suggest(heads) if mapping is None else mapping)
            self.faults.say(())
            self.faults.head.clear()
            self.outcome.setText(refusal(refused))
        else:
            self._show(self.found)
        self._allow()

    def _show(self, found: TakeOver) -> None:
        heads = dict.fromkeys((*ledger_take_over.heads(self._sheets), *found.mapping.values()))
        self.columns.say(tuple(heads), found.mapping)
        self.faults.say(found.faults)
        self.outcome.setText(
            _("{n} rows to take over, {m} without a word").format(n=len(found.rows), m=found.untouched)
        )

    def _allow(self) -> None:
        fit = self.found is not None and bool(self.found.rows) and not errors(self.found.faults)
        self.take.setEnabled(fit and self._job is None)
        for part in (self.choose, self.columns, self.window_box):
            part.setEnabled(self._job is None and (part is self.choose or bool(self._sheets)))

    def take_over(self) -> None:
        """Enter all rows in a job; one undo takes them back."""
        found = self.found
        if found is None or errors(found.faults) or self._writes:
            return
        self._writes = True
        job: Job[Posted] = Job(lambda _step: ledgers.take_over(self._book, found, self._name, self._desk), self)
        job.succeeded.connect(self._on_taken)
        job.failed.connect(self.outcome.setText)
        self._start(job)

    def _on_taken(self, posted: Posted) -> None:
        self._writes = False
        self.accept()
        self.taken.emit(len(posted.stamps))

    def reject(self) -> None:
        """Close, but not while the book is being written."""
        if not self._writes:
            super().reject()
