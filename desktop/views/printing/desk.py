"""The printing desk: what, which window, as of when, in which language; the pages beside it; save or print."""

import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import texts
from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.views import icons, nothing, pdf_saving, theme
from desktop.views.bridge import Bridge
from desktop.views.empty_state import EmptyState
from desktop.views.focus import Focus
from desktop.views.page import Paper
from desktop.views.pdf_pages import Pages
from desktop.views.printing.options import Options
from desktop.views.printing.order import Made, Order, make
from desktop.views.worker import Job

_SIDE = 300


class PrintDesk(QWidget):
    """Opens on the sheet of one window (or all) and makes it at once: choosing again makes it anew.

    `printed` once the sheet has gone to the printer. Call `leave` before it goes.
    """

    printed = Signal()

    def __init__(self, focus: Focus, bridge: Bridge, window: str = "", wanted: Paper | None = None) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self._folder = folder = Path(tempfile.mkdtemp(prefix="bianmin-print-"))
        self.destroyed.connect(lambda: shutil.rmtree(folder, ignore_errors=True))
        self._job: Job[Made] | None = None
        self._again = False
        self.made: Made | None = None
        self.options = Options(focus, bridge, window or focus.window, wanted)
        self._build()
        self._offer_queues()
        self._connect()
        self._order()

    def _build(self) -> None:
        self.pages, self.where, self.notes = Pages(), QLabel(), QLabel()
        self.notes.setWordWrap(True)
        self.empty = EmptyState()
        self.empty.hide()
        for label in (self.where, self.notes):
            label.setProperty("type", "small")
        self.bar, self.stop = QProgressBar(), QPushButton(_("Stop"))
        self.bar.setAccessibleName(_("How far it is"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.print_button, self.save = QPushButton(_("Print now")), QPushButton(_("Save as PDF…"))
        self.open_outside = QPushButton(_("Open in the viewer"))
        self.print_button.setProperty("kind", "primary")
        self.print_button.setIcon(icons.icon("printer", "on_accent"))
        for button in (self.save, self.open_outside, self.stop):
            button.setAutoDefault(False)
        self._lay_out()

    def _lay_out(self) -> None:
        working = QHBoxLayout()
        working.addWidget(self.bar, 1)
        working.addWidget(self.stop)
        left = QWidget()
        left.setFixedWidth(theme.current().px(_SIDE))
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self._choices(), 1)
        side.addLayout(working)
        for button in (self.print_button, self.save, self.open_outside):
            side.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.pages, 1)
        right.addWidget(self.empty, 1)
        right.addWidget(self.where)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(left)
        row.addLayout(right, 1)

    def _choices(self) -> QScrollArea:
        """Return options and notes, to be scrolled where large type needs more height than there is."""
        inside = QWidget()
        inside.setProperty("kind", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        column.addWidget(self.options)
        column.addWidget(self.notes)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _offer_queues(self) -> None:
        from desktop.reports import printing

        queues = [queue.name for queue in printing.queues()]
        self.options.offer_queues(queues)
        if not queues:
            self.print_button.hide()
            self.save.setProperty("kind", "primary")

    def _connect(self) -> None:
        self.options.changed.connect(self._order)
        self.print_button.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.open_outside.clicked.connect(self._open_outside)
        self.stop.clicked.connect(self._cancel)
        self.pages.turned.connect(self._turn)

    def _turn(self, page: int, pages: int) -> None:
        self.where.setText(_("Page {page} of {pages}").format(page=page, pages=pages))

    # Making the sheet

    def _order(self) -> None:
        """Make what is asked for, unless it is there; a sheet under way is stopped first."""
        is_possible = self.options.is_possible
        self.pages.setVisible(is_possible)
        self.empty.setVisible(not is_possible)
        if not is_possible:
            self._say_nothing()
        elif self._job is not None:
            self._again = True
            self._job.cancel()
        elif self.made is None or self.made.order != self.options.order():
            self._start(self.options.order())

    def _say_nothing(self) -> None:
        """Say why there is no sheet, and offer the one that there is."""
        self._cancel()
        self.made = None
        missing = nothing.why(self._focus.board, self._bridge.book.unit)
        if missing is not None:
            report = (_("Implementation report"), self.options.choose_report)
            self.empty.say(missing.title, missing.text, (report,) if self._focus.board.windows else ())
        self._say_state()

    def _start(self, order: Order) -> None:
        self.made = None
        self.notes.clear()
        book, folder = self._bridge.book, self._folder
        job = Job(lambda step: make(order, book, folder, step), self)
        job.progressed.connect(self._tell)
        job.succeeded.connect(self._show)
        job.failed.connect(self._fail)
        job.finished.connect(self._ended)
        self._job = job
        self._say_state()
        job.start()

    def _ended(self) -> None:
        self._job = None
        self._say_state()
        if self._again:
            self._again = False
            self._order()

    def _tell(self, part: float, _text: str) -> None:
        self.bar.setValue(round(part * 100))

    def _say_state(self) -> None:
        busy = self._job is not None
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        for button in (self.save, self.open_outside):
            button.setEnabled(self.made is not None)
        self.print_button.setEnabled(self.made is not None and bool(self.options.queue.currentData()))

    def _show(self, made: Made) -> None:
        self.made = made
        self.pages.open(made.path, made.sizes)
        notes = []
        if made.missing:
            notes.append(_("No glyph on this computer for: {characters}").format(characters=" ".join(made.missing)))
        if made.unreported:
            notes.append(_("Not complete: {n} rows are not reported this month.").format(n=made.unreported))
        self._note("\n".join(notes), "warn")
        self._say_state()

    def _fail(self, sentence: str) -> None:
        self.pages.clear()
        self._note(sentence, "danger")

    def _note(self, words: str, tone: str) -> None:
        self.notes.setText(words)
        theme.say(self.notes, tone=tone)

    def _cancel(self) -> None:
        self._again = False
        if self._job is not None:
            self._job.cancel()

    # Using it

    def _print(self) -> None:
        from desktop.reports import printing

        if self.made is None:
            return
        try:
            job = printing.send(
                self.made.path, str(self.options.queue.currentData()),
                copies=self.options.copies.value(), duplex=self.options.duplex.isChecked(), title=self.made.name,
            )  # fmt: skip
        except Refusal as refusal:
            self._note(texts.refusal(refusal), "danger")
            return
        self._bridge.said.emit(_("Sent to the printer: {job}").format(job=job))
        self.printed.emit()

    def _save(self) -> None:
        if self.made is not None and (target := pdf_saving.ask(self, self.made.name)) is not None:
            self.save_to(target)

    def save_to(self, target: Path) -> bool:
        """Write the sheet to a file. Return whether it could be written; a sentence says why not."""
        if self.made is None:
            return False
        saved = pdf_saving.save(self.made.path, target)
        self._note(saved.sentence, saved.tone)
        return saved.is_done

    def _open_outside(self) -> None:
        if self.made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.made.path)))

    def leave(self) -> None:
        """Stop what is under way and take the files away."""
        self._again = False
        self.pages.shutdown()
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def renew(self) -> None:
        """Make the sheet again from the book as it is now."""
        self.made = None
        self._order()
