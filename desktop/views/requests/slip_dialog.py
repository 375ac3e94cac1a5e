"""The slip of a request: look at it, print it, save it. The size of the paper and the printer are remembered."""

import json
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import i18n, texts
from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.views import icons, pdf_saving, theme
from desktop.views.bridge import Bridge
from desktop.views.choices import Chips
from desktop.views.dialog import Dialog
from desktop.views.elided_box import ElidedBox
from desktop.views.focus import Focus
from desktop.views.labels import of_field
from desktop.views.number_box import NumberBox
from desktop.views.pdf_pages import Pages
from desktop.views.requests.slip_order import A4, A6, SlipMade, SlipOrder, can_be_small, kinds_of, make, title
from desktop.views.worker import Job

_SIZE, _SIDE, _LETTERS = (960, 640), 270, 8
_KIND, _KEY = "slip", "printing"
"""Where paper and printer are kept among the book's local values, which never leave this computer."""


class SlipDialog(Dialog):
    """Shows a slip as soon as it is set. `printed` once it has gone to the printer."""

    printed = Signal()

    def __init__(
        self, bridge: Bridge, focus: Focus, request: str, kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, *_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Slip of a request"))
        self._bridge, self._focus, self._request = bridge, focus, request
        self._folder = Path(tempfile.mkdtemp(prefix="bianmin-slip-"))
        self._job: Job[SlipMade] | None = None
        self.made: SlipMade | None = None
        """The slip that is shown, None while another is being made."""
        self._making: SlipOrder | None = None
        self._kept = self._recall()
        offered = kinds_of(bridge.book, request) if bridge.is_open else ()
        kind = "receipt" if kind == "acceptance" else kind  # one slip, which says itself whether it was accepted
        self._build(offered, kind if kind in offered else next(iter(offered), ""))
        self._connect()
        QTimer.singleShot(0, self, self._order)

    def _build(self, offered: tuple[str, ...], kind: str) -> None:
        self.kinds = Chips(_("Slip"), [(one, title(one)) for one in offered], kind)
        paper = A4 if self._kept.get("paper") == A4 else A6
        self.paper = Chips(_("Paper"), [(A6, _("A6, for the hand")), (A4, _("A4"))], paper)
        self.language = Chips(_("Language"), [("zh", _("Chinese")), ("en", _("English"))], i18n.language())
        self.queue, self.copies = ElidedBox(), NumberBox(1, 9)
        self.queue.setMinimumContentsLength(_LETTERS)
        self.queue.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.notes = QLabel()
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self.notes.setProperty("type", "small")
        self.pages = Pages()
        self.print_button, self.save = QPushButton(_("Print now")), QPushButton(_("Save as PDF…"))
        self.open_outside, self.close_button = QPushButton(_("Open in the viewer")), QPushButton(_("Close"))
        self.print_button.setIcon(icons.icon("printer", "on_accent"))
        self.print_button.setProperty("kind", "primary")
        self.print_button.setDefault(True)
        for button in (self.save, self.open_outside, self.close_button):
            button.setAutoDefault(False)
        self._lay_out()
        self._offer_queues()

    def _lay_out(self) -> None:
        number = QLabel(self._request.rpartition("-")[0])
        number.setProperty("type", "section")
        side = QWidget()
        side.setFixedWidth(theme.current().px(_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(number)
        for label, field in (
            (_("Slip"), self.kinds), (_("Paper"), self.paper), (_("Language"), self.language),
            (_("&Printer"), self.queue), (_("&Copies"), self.copies),
        ):  # fmt: skip
            column.addSpacing(4)
            column.addWidget(of_field(label, field))
            column.addWidget(field)
        column.addStretch(1)
        for part in (self.notes, self.print_button, self.save, self.open_outside, self.close_button):
            column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 18, 24, 18)
        row.setSpacing(20)
        row.addWidget(side)
        row.addWidget(self.pages, 1)

    def _offer_queues(self) -> None:
        from desktop.reports import printing

        names = [queue.name for queue in printing.queues()]
        for name in names or [_("No print queue here")]:
            self.queue.addItem(name, name if names else "")
        self.queue.setCurrentIndex(max(0, self.queue.findData(self._kept.get("queue", ""))))
        for field in (self.queue, self.copies):
            field.setEnabled(bool(names))
        if not names:
            self.print_button.hide()
            self.save.setProperty("kind", "primary")
            self.save.setDefault(True)

    def _connect(self) -> None:
        for chips in (self.kinds, self.paper, self.language):
            chips.chosen.connect(self._order)
        self.print_button.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.open_outside.clicked.connect(self._open_outside)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+P"), self, self._print)
        QShortcut(QKeySequence("Ctrl+S"), self, self._save)

    # Making it

    @property
    def order(self) -> SlipOrder:
        """What the choices ask for."""
        kind = str(self.kinds.value or "")
        paper = str(self.paper.value) if kind and can_be_small(kind) else A4
        return SlipOrder(self._request, kind, paper, str(self.language.value))

    def _order(self) -> None:
        """Make what is asked for, unless it is there or under way."""
        order = self.order
        self.paper.setEnabled(bool(order.kind) and can_be_small(order.kind))
        if not order.kind or not self._bridge.is_open:
            self._note(_("There is nothing to print for this request."), "second")
            self._enable()
        elif self._job is None and (self.made is None or self.made.order != order):
            self.made, self._making = None, order
            self._note("", "second")
            book, folder = self._bridge.book, self._folder
            self._job = Job(lambda step: make(order, book, folder, step), self)
            self._job.succeeded.connect(self._show)
            self._job.failed.connect(self._fail)
            self._job.finished.connect(self._ended)
            self._enable()
            self._job.start()

    def _show(self, made: SlipMade) -> None:
        self.made = made
        self.pages.open(made.path, made.sizes)
        if made.missing:
            told = _("No glyph on this computer for: {characters}")
            self._note(told.format(characters=" ".join(made.missing)), "warn")

    def _fail(self, sentence: str) -> None:
        self.pages.clear()
        self._note(sentence, "danger")
        self.made = None

    def _ended(self) -> None:
        self._job = None
        if self._making != self.order:
            self._order()
        self._enable()

    def _enable(self) -> None:
        for button in (self.print_button, self.save, self.open_outside):
            button.setEnabled(self.made is not None)
        if self.made is not None and self.focusWidget() in {None, self.close_button}:
            (self.print_button if self.print_button.isVisible() else self.save).setFocus()

    def _note(self, words: str, tone: str) -> None:
        self.notes.setText(words)
        theme.say(self.notes, tone=tone)

    # Using it

    def _print(self) -> None:
        from desktop.reports import printing

        queue = str(self.queue.currentData() or "")
        if self.made is None or not queue:
            return
        order = self.made.order
        try:
            job = printing.send(
                self.made.path, queue, copies=self.copies.value(), duplex=False, title=self.made.path.name,
                media=order.paper,
            )  # fmt: skip
        except Refusal as refusal:
            self._note(texts.refusal(refusal), "danger")
            return
        self._remember()
        self._bridge.said.emit(_("Sent to the printer: {job}").format(job=job))
        self.printed.emit()
        self.accept()

    def _save(self) -> None:
        if self.made is not None and (target := pdf_saving.ask(self, self.made.path.name)) is not None:
            self.save_to(target)

    def save_to(self, target: Path) -> bool:
        """Write the slip to a file. Return whether it could be written; a sentence says why not."""
        if self.made is None:
            return False
        saved = pdf_saving.save(self.made.path, target)
        if saved.is_done:
            self._remember()
        self._note(saved.sentence, saved.tone)
        return saved.is_done

    def _open_outside(self) -> None:
        if self.made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.made.path)))

    def _recall(self) -> dict[str, str]:
        try:
            found = json.loads(self._bridge.book.kept(_KIND, _KEY) or "{}") if self._bridge.is_open else {}
        except (ValueError, Refusal):
            found = {}
        return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}

    def _remember(self) -> None:
        """Keep paper and printer; while the book is busy they are forgotten."""
        kept = {"paper": str(self.paper.value), "queue": str(self.queue.currentData() or "")}
        try:
            if self._bridge.is_open and kept != self._kept:
                self._bridge.book.keep(_KIND, _KEY, json.dumps(kept))
                self._kept = kept
        except Refusal:
            return

    def done(self, result: int) -> None:
        """Stop what is under way and take the files away."""
        self.pages.shutdown()
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
        super().done(result)
