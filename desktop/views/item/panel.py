"""The panel of one commitment, beside the board and beside the checklist."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from desktop import texts
from desktop.commands.progress import ConfirmUnchanged
from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.commitment import Commitment
from desktop.models.journal import Evidence
from desktop.models.refusals import Refusal
from desktop.models.vocabulary import Status
from desktop.views import theme
from desktop.views.beside import Beside
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.item.doing import Sender
from desktop.views.item.foot import Foot
from desktop.views.item.form import Answers, Form
from desktop.views.item.head import Facts, Head, label, rule
from desktop.views.item.story import Story
from desktop.views.item.ways import Asked, Deed, asked_for, asked_for_move
from desktop.views.item.words import passage

_SETTLE_MS = 90
"""How long the current commitment has to stand still before its story is read: arrow keys must not wait for it."""

_ROOM_FOR_FACTS = 180
"""Pixels of height below which facts and story make room for an open form."""


class ItemPanel(Beside):
    """Head at once from the board; facts, moves and story a moment later from the book."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self._sender = Sender(focus, bridge, self)
        self._id = ""
        self._commitment: Commitment | None = None
        self.setProperty("kind", "card")
        self._build()
        self._connect()
        self._show_head()

    def _build(self) -> None:
        self.head, self.facts, self.foot, self.form = Head(), Facts(), Foot(), Form()
        self.story = Story(lambda one: self._bridge.book.evidence.thumbnail(one.sha256), self._file_of)
        self._empty = label(_("Choose a commitment."), tone="third")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = QWidget()
        inner.setProperty("kind", "clear")
        column = QVBoxLayout(inner)
        column.setContentsMargins(18, 10, 14, 10)
        column.setSpacing(10)
        for part in (self.facts, rule(), label(_("History"), weight="strong"), self.story):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(_("Facts and history"))
        self._lay_out()

    def _lay_out(self) -> None:
        self._body, self._lower_rule, self._gap = QWidget(), rule(), QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(10)
        for part in (self.head, self.foot, self.form):
            frame = QVBoxLayout()
            frame.setContentsMargins(18, 0, 18, 0)
            frame.addWidget(part)
            column.addLayout(frame)
            if part is self.head:
                column.addWidget(rule())
                column.addWidget(self._scroll, 1)
                column.addWidget(self._gap, 1)
                column.addWidget(self._lower_rule)
        self.form.hide()
        self._gap.hide()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self._body)
        stack.addWidget(self._empty)

    def _connect(self) -> None:
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._read)
        self._focus.board_changed.connect(self._refresh)
        self._focus.cells_changed.connect(self._on_cells)
        self._focus.desk_changed.connect(self._refresh)
        self._sender.done.connect(self._finish)
        self._sender.refused.connect(self.form.refuse)
        self._sender.busy.connect(self.form.send.setDisabled)
        theme.current().changed.connect(self._refresh)
        self.foot.moved.connect(self._on_move)
        self.foot.confirmed.connect(self._on_unchanged)
        self.foot.wanted.connect(self._on_wanted)
        self.form.sent.connect(self._do)
        self.form.dropped.connect(self._drop)

    # What is shown

    def show_item(self, commitment: str) -> None:
        """Show one commitment; a form that was open for another is put by, its words kept."""
        if commitment == self._id:
            return
        self._id, self._commitment = commitment, None
        self._close_form()
        self._show_head()
        self._settle.start()

    def _cell(self) -> Cell | None:
        return self._find(self._id)

    def _find(self, commitment: str) -> Cell | None:
        action, _at, window = commitment.partition("@")
        board = self._focus.board
        row = next((n for n, one in enumerate(board.actions) if one.id == action), None)
        column = next((n for n, one in enumerate(board.windows) if one.id == window), None)
        return None if row is None or column is None else board.cell(row, column)

    def _show_head(self) -> None:
        cell = self._cell() if self._focus.loaded and self._id else None
        self._body.setVisible(cell is not None)
        self._empty.setVisible(cell is None)
        if cell is not None:
            self.head.say(self._focus.board, cell)
            self.setAccessibleName(f"{cell.action.code} {texts.title(cell.action)}, {texts.title(cell.window)}")

    def _read(self) -> None:
        """Read facts and story from the book, where there is one and somebody sees them."""
        cell = self._cell() if self._id else None
        if cell is None or not self._bridge.is_open or not self.isVisible():
            return
        book, day = self._bridge.book, self._focus.as_of
        found = book.commitments([self._id], as_of=day)
        self._commitment = found[0] if found else None
        self.facts.say(self._focus.board, cell.action, self._commitment)
        self.story.tell([passage(told) for told in book.history(f"commitment:{self._id}", as_of=day)])
        self._offer()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle.start()

    def _file_of(self, evidence: Evidence) -> Path | None:
        try:
            return self._bridge.book.evidence.path(evidence.sha256)
        except Refusal as refusal:
            self._bridge.refused.emit(texts.refusal(refusal))
            return None

    def _offer(self) -> None:
        if self._commitment is None:
            return
        barred = self._barred()
        if barred:
            self.foot.bar(barred)
        else:
            self.foot.offer(self._commitment, self._focus.desk.role)

    def _barred(self) -> str:
        """Return why nothing may be done here at all; empty when something may."""
        board, book, cell = self._focus.board, self._bridge.book, self._cell()
        if self._focus.as_of is not None:
            return _("This is how it stood on {day}. A past day cannot be changed.").format(
                day=self._focus.as_of.isoformat()
            )
        if cell is not None and cell.window.unit not in board.catalogue.under(book.unit):
            unit = texts.title(board.catalogue.units[cell.window.unit])
            return _("This window is {unit}’s: only that unit and those above it can change it.").format(unit=unit)
        return ""

    def _refresh(self) -> None:
        self._show_head()
        self._read()
        if self._focus.read_only:
            self._close_form()

    def _on_cells(self, ids: frozenset[str]) -> None:
        if self._id in ids:
            self._show_head()
            self._settle.start()

    # What is done

    def ask(self, commitments: Sequence[str], to: Status) -> None:
        """Open the form of a move, the keyboard in its first field."""
        cells = [cell for one in commitments if (cell := self._find(one)) is not None]
        if cells:
            self.wanted.emit()
            self.show_item(cells[0].id)
            origins = frozenset(cell.status for cell in cells)
            self._open(asked_for_move(tuple(cell.id for cell in cells), origins, to))

    def enter(self) -> None:
        """Take the keyboard: the form's first field, or the first button."""
        self.wanted.emit()
        self._settle.stop()
        self._read()
        if self.form.isVisible():
            self.form.enter()
        else:
            self.foot.enter()

    def _open(self, asked: Asked) -> None:
        self._settle.stop()
        self._read()
        officer = self._commitment.officer if self._commitment else ""
        cell = self._cell()
        criterion = texts.accept(cell.action) if cell is not None and len(asked.commitments) == 1 else ""
        self.form.ask(asked, self._focus.board.as_of, officer, criterion)
        self.foot.hide()
        taken = self.head.sizeHint().height() + self.form.sizeHint().height()
        self._make_room(for_form=self.height() - taken < _ROOM_FOR_FACTS)
        self.form.show()
        self.form.enter()

    def _close_form(self) -> None:
        self._sender.drop()
        self.form.keep()
        self.form.hide()
        self._make_room(for_form=False)
        self.foot.show()

    def _make_room(self, *, for_form: bool) -> None:
        for part in (self._scroll, self._lower_rule):
            part.setVisible(not for_form)
        self._gap.setVisible(for_form)

    def _drop(self) -> None:
        self._close_form()
        self.left.emit()

    def _on_move(self, to: Status) -> None:
        asked = asked_for_move(
            (self._id,), frozenset({self._commitment.status}) if self._commitment else frozenset(), to
        )
        if asked.required:
            self._open(asked)
        else:
            self._sender.send(asked, Answers("", "", "", (), None, None))

    def _on_unchanged(self) -> None:
        if self._bridge.do(ConfirmUnchanged((self._id,))):
            self.left.emit()

    def _on_wanted(self, deed: Deed) -> None:
        if self._commitment is not None:
            self._open(asked_for(deed, self._commitment))

    def _do(self, answers: Answers) -> None:
        if self.form.asked is not None:
            self._sender.send(self.form.asked, answers)

    def _finish(self) -> None:
        self.form.finish()
        self._close_form()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
        else:
            super().keyPressEvent(event)

    def step_back(self) -> bool:
        """Put the form by, or give the keyboard back to the table. Return whether there was anything to close."""
        if self.form.isVisible():
            self._drop()
            return True
        here = QApplication.focusWidget()
        inside = here is not None and self.isAncestorOf(here)
        if inside:
            self.left.emit()
        return inside
