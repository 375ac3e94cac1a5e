"""What makes a table quick: fill down, repeat, jump to what needs attention, copy, paste, take files as evidence."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop.commands.progress import AddNote, ConfirmUnchanged, Move, ProposeNotApplicable, SetDue, SetOfficer
from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.vocabulary import Need
from desktop.views import brought, table_text
from desktop.views.attention import following
from desktop.views.beside import Beside
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.pasting import weigh_pasted
from desktop.views.table_of import Landing, Table
from desktop.views.unfinished import Filled
from desktop.views.wish import Unfit, Wish, weigh, weigh_unchanged

_ON_ALL = (SetDue, SetOfficer, ProposeNotApplicable)


class Hand:
    """The quick deeds of a table."""

    def __init__(self, focus: Focus, bridge: Bridge, beside: Beside, table: Table) -> None:
        self._focus, self._bridge, self._beside, self._table = focus, bridge, beside, table

    def barred(self) -> str:
        """Return why nothing may be changed at all, empty where something may."""
        return _("A past day is shown. Return to today to change anything.") if self._focus.read_only else ""

    def _refuses(self, why: str) -> bool:
        if why:
            self._bridge.refused.emit(why)
        return bool(why)

    # Fill down and repeat

    def bars_fill(self) -> str:
        """Return why there is nothing to fill down."""
        return self.barred() or (
            "" if len(self._table.chosen()) > 1 else _("Choose several first: the first is copied.")
        )

    def fill(self) -> None:
        """Give the state of the first chosen commitment to all others chosen, what that needs asked once."""
        if not self._refuses(self.bars_fill()):
            first, *others = self._table.chosen()
            wish = weigh(others, first.status, self._focus.desk.role, self._bridge.scope)
            self._ask_or_do(wish, Move((), first.status))

    def bars_repeat(self) -> str:
        """Return why nothing can be repeated here."""
        if self.barred():
            return self.barred()
        if not isinstance(self._bridge.last, (Move, ConfirmUnchanged, AddNote, *_ON_ALL)):
            return _("Nothing has been done yet since the start that could be repeated.")
        return "" if self._table.chosen() else _("Nothing is chosen here.")

    def repeat(self) -> None:
        """Do the last deed once more with what is chosen now: same state, same words, the same checks.

        Evidence is never repeated: one photo shows one matter.
        """
        if self._refuses(self.bars_repeat()):
            return
        last, cells = self._bridge.last, self._table.chosen()
        own = weigh_unchanged(cells, self._bridge.scope)
        if isinstance(last, Move):
            self._ask_or_do(weigh(cells, last.to, self._focus.desk.role, self._bridge.scope), last)
        elif isinstance(own, Unfit):
            self._bridge.refused.emit(own.sentence)
        elif isinstance(last, ConfirmUnchanged):
            self._ask_or_do(own, Move((), cells[0].status))
        elif isinstance(last, AddNote):
            self._repeat_note(last, own)
        elif isinstance(last, _ON_ALL):
            self._bridge.do(replace(last, commitments=own.commitments), own.number)

    def _repeat_note(self, last: AddNote, own: Wish) -> None:
        if last.note:
            self._bridge.do(AddNote(own.commitments, last.note, on_day=last.on_day), own.number)
        else:
            self._beside.attach(own.commitments, ())

    def _ask_or_do(self, wish: Wish | Unfit, like: Move) -> None:
        """Make moves with the words of another; ask where those do not do, or where the person is to see it first."""
        if isinstance(wish, Unfit):
            self._bridge.refused.emit(wish.sentence)
            return
        to = wish.parts[0].to
        given = {
            Need.NOTE: bool(like.note or like.reason), Need.REASON: bool(like.reason),
            Need.DEADLINE: like.due_on is not None, Need.EVIDENCE: False,
        }  # fmt: skip
        if wish.wants_a_look or not all(given[need] for need in wish.needs):
            self._beside.ask(wish, Filled(like.note, like.reason, due_on=like.due_on, on_day=like.on_day))
        elif to is None:
            self._bridge.do(ConfirmUnchanged(wish.commitments), wish.number)
        else:
            move = replace(like, commitments=wish.commitments, to=to, evidence=(), seen=None)
            self._bridge.do(move, wish.number)

    # Attention

    def jump(self, *, back: bool = False) -> None:
        """Go to the next commitment shown that needs attention, or to the one before."""
        board = self._focus.board
        found = following(board, self._table.places(), self._table.here(), back=back)
        if found is None:
            self._bridge.said.emit(_("Nothing that is shown here needs attention."))
            return
        row, column = divmod(found.at, len(board.windows))
        self._table.go_to(f"{board.actions[row].id}@{board.windows[column].id}")
        if found.is_anew:
            self._bridge.said.emit(_("All seen; from the start again: {why}").format(why=found.why))

    def jump_back(self) -> None:
        """Go to the commitment before that needs attention."""
        self.jump(back=True)

    # The clipboard

    def copy(self, *, heads: bool = False) -> None:
        """Put what is chosen on the clipboard, as lines for a spreadsheet and as a table."""
        rows, of_heads = self._table.copied(heads=heads)
        if not rows:
            self._bridge.refused.emit(_("Nothing is chosen here."))
            return
        data = QMimeData()
        data.setText(table_text.tsv(rows))
        data.setHtml(table_text.as_html(rows, of_heads))
        QGuiApplication.clipboard().setMimeData(data)
        lines = len(rows) - of_heads
        self._bridge.said.emit(_("Copied: {n} rows. Paste them into a spreadsheet.").format(n=lines))

    def paste(self) -> None:
        """Take states, or files as evidence, from the clipboard; states are shown before anything is changed."""
        data = QGuiApplication.clipboard().mimeData()
        if files := brought.files(data):
            self.bring(files)
        elif rows := _rows(data):
            self._paste_states(rows)
        elif files := brought.with_picture(data):
            self.bring(files)
        else:
            self._bridge.refused.emit(_("Nothing is copied that could be pasted here: states, files or a picture."))

    def _paste_states(self, rows: list[list[str]]) -> None:
        if self._refuses(self.barred()):
            return
        cells = self._table.chosen()
        if len(rows) == 1 and len(rows[0]) == 1 and len(cells) > 1:
            landings: Sequence[Landing] = [Landing(rows[0][0], cell, cell.id) for cell in cells]
        else:
            landings = self._table.landing(rows)
        wish = weigh_pasted(landings, self._focus.desk.role, self._bridge.scope)
        if isinstance(wish, Unfit):
            self._bridge.refused.emit(wish.sentence)
        else:
            self._beside.ask(wish)

    # Evidence

    def bring(self, files: Sequence[Path], cells: Sequence[Cell] | None = None) -> None:
        """Open the form for evidence with these files in, for what is chosen or for other commitments."""
        own = weigh_unchanged(self._table.chosen() if cells is None else cells, self._bridge.scope)
        if self._refuses(self.barred()):
            return
        if isinstance(own, Unfit):
            self._bridge.refused.emit(own.sentence)
        else:
            self._beside.attach(own.commitments, files)


def _rows(data: QMimeData) -> list[list[str]]:
    rows = table_text.from_text(data.text()) if data.hasText() else []
    return rows or (table_text.from_html(data.html()) if data.hasHtml() else [])
