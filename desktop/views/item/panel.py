"""The panel of one commitment, beside the board and beside the checklist."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from desktop import texts
from desktop.commands.progress import ConfirmUnchanged
from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.commitment import Commitment
from desktop.models.journal import Evidence
from desktop.models.refusals import Refusal
from desktop.models.vocabulary import Need, Status
from desktop.views import theme
from desktop.views.beside import Beside
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.item.body import Body
from desktop.views.item.doing import Sender
from desktop.views.item.form import Answers
from desktop.views.item.keeper import Keeper
from desktop.views.item.resuming import resumed
from desktop.views.item.ways import Asked, Deed, asked_for, asked_for_note, asked_for_wish
from desktop.views.item.words import passage
from desktop.views.labels import label
from desktop.views.recall import Recall
from desktop.views.unfinished import NOTHING, Filled, Unfinished
from desktop.views.wish import Unfit, Wish, weigh

_SETTLE_MS = 90
"""How long the current commitment has to stand still before its story is read: arrow keys must not wait for it."""


class ItemPanel(Beside):
    """Head at once from the board; facts, moves and story a moment later from the book."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self._sender = Sender(bridge, self)
        self._keeper = Keeper(bridge, self)
        self._id = ""
        self._commitment: Commitment | None = None
        self.setProperty("kind", "card")
        self._build()
        self._connect()
        self._show_head()

    def _build(self) -> None:
        self._body = Body(
            Recall(self._bridge), lambda one: self._bridge.book.evidence.thumbnail(one.sha256), self._file_of
        )
        self.head, self.facts, self.foot = self._body.head, self._body.facts, self._body.foot
        self.form, self.story = self._body.form, self._body.story
        self._empty = label(_("Choose a commitment."), tone="third")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
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
        self.form.filled.connect(self._hold)
        self.form.ended.connect(self._write)

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
        is_many = self.form.asked is not None and self.form.asked.looks
        self._body.setVisible(cell is not None or is_many)
        self._empty.setVisible(cell is None and not is_many)
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

    def ask(self, wish: Wish, filled: Filled = NOTHING) -> None:
        """Open the form of a change, the keyboard in its first field."""
        if wish.parts:
            self._show_first(wish.parts[0].commitments[0], wish.commitments)
        self._open(asked_for_wish(wish), filled)

    def attach(self, commitments: Sequence[str], files: Sequence[Path]) -> None:
        """Take files into the open form where it is for these, or into a new one for a note on them."""
        asked = self.form.asked if self.form.isVisible() else None
        if asked is not None and Need.EVIDENCE in asked.fields and set(commitments) <= set(asked.commitments):
            self.form.evidence.add(list(files))
            self.form.enter()
        elif commitments:
            self._show_first(commitments[0], commitments)
            self._open(asked_for_note(tuple(commitments)), Filled(files=tuple(files)))

    def _show_first(self, first: str, commitments: Sequence[str]) -> None:
        """Show the first of several, unless one of them is shown already."""
        if self._id not in commitments:
            self.show_item(first)

    def resume(self, form: Unfinished) -> None:
        """Open the form that was open when the program ended, as far as it still may be done."""
        self.show_item(form.commitments[0] if form.commitments else "")
        self._read()
        asked = resumed(form, self._find, self._focus.desk.role, self._bridge.scope, self._commitment)
        self._keeper.take_over(form)
        if isinstance(asked, Unfit):
            self._keeper.drop()
            self._bridge.refused.emit(asked.sentence)
        else:
            self._open(asked, form.filled)

    def enter(self) -> None:
        """Take the keyboard: the form's first field, or the first button."""
        self.wanted.emit()
        self._settle.stop()
        self._read()
        if self.form.isVisible():
            self.form.enter()
        else:
            self.foot.enter()

    def _open(self, asked: Asked, filled: Filled = NOTHING) -> None:
        self.wanted.emit()
        self._settle.stop()
        self._read()
        if asked.deed is Deed.OFFICER and not filled.officer and self._commitment is not None:
            filled = replace(filled, officer=self._commitment.officer)
        cell = self._cell()
        criterion = texts.accept(cell.action) if cell is not None and len(asked.commitments) == 1 else ""
        self.form.ask(asked, self._focus.board.as_of, filled, criterion)
        self._body.show()
        self._empty.hide()
        self._body.open_form(self.height(), alone=asked.looks)
        self._hold()

    def _hold(self) -> None:
        """Keep the open form for after a power cut."""
        form = self.form.unfinished() if self.form.isVisible() else None
        if form is not None:
            self._keeper.hold(form)

    def _write(self) -> None:
        """Write the form at the end of a field."""
        self._hold()
        self._keeper.write()

    def _close_form(self) -> None:
        self._sender.drop()
        self.form.put_by()
        self._keeper.drop()
        self._body.close_form()
        self._show_head()

    def _drop(self) -> None:
        self._close_form()
        self.left.emit()

    def _on_move(self, to: Status) -> None:
        cell = self._cell()
        wish = weigh([cell] if cell is not None else [], to, self._focus.desk.role, self._bridge.scope)
        if isinstance(wish, Unfit):
            self._bridge.refused.emit(wish.sentence)
        elif wish.needs:
            self._open(asked_for_wish(wish))
        else:
            self._sender.send(asked_for_wish(wish), Answers())

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
