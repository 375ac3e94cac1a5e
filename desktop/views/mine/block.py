"""The checklist as a table for the quick deeds: its lines as text, and where pasted states fall."""

from collections.abc import Callable, Sequence

from desktop.exchange import ledger_words
from desktop.exchange.columns import folded
from desktop.i18n import _
from desktop.models.board import Cell
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.mine.columns import CHANGED, KNOWN, words
from desktop.views.mine.rows import Item
from desktop.views.mine.table import Checklist, ChecklistView
from desktop.views.said_states import meant
from desktop.views.table_of import Landing
from desktop.views.table_text import Rows


class Block:
    """Reads the checklist for the deeds of a table (`table_of.Table`)."""

    def __init__(self, focus: Focus, bridge: Bridge, view: ChecklistView, checklist: Checklist) -> None:
        self._focus, self._bridge, self._view, self._checklist = focus, bridge, view, checklist

    def chosen(self) -> Sequence[Cell]:
        """Return the chosen commitments from the top."""
        return [self._checklist.items[row].cell for row in self._view.rows()]

    def here(self) -> int | None:
        """Return where the current commitment lies in the arrays of the board."""
        row = self._view.currentIndex().row()
        return self.places()[row] if 0 <= row < len(self._checklist.items) else None

    def places(self) -> Sequence[int]:
        """Return where the lines lie in the arrays of the board."""
        board = self._focus.board
        rows = {action.id: row for row, action in enumerate(board.actions)}
        columns = {window.id: column for column, window in enumerate(board.windows)}
        cells = (item.cell for item in self._checklist.items)
        return [rows[cell.action.id] * len(board.windows) + columns[cell.window.id] for cell in cells]

    def go_to(self, commitment: str) -> bool:
        """Choose a line."""
        row = self._checklist.find(commitment)
        if row >= 0:
            self._view.selectRow(row)
            self._view.scrollTo(self._checklist.index(row, 0))
        return row >= 0

    def copied(self, *, heads: bool) -> tuple[Rows, int]:
        """Return the chosen lines with due date, officer and the last words, under their heads."""
        del heads  # lines are always whole
        items = [self._checklist.items[row] for row in self._view.rows()]
        if not items:
            return [], 0
        return [_heads(), *(self._line(item) for item in items)], 1

    def _line(self, item: Item) -> list[str]:
        return [*words(item)[: CHANGED + 1], item.commitment.officer or "", self._last_words(item)]

    def _last_words(self, item: Item) -> str:
        """Return the last note or reason that still stands."""
        if item.changed_on is None or not self._bridge.is_open:
            return ""
        story = self._bridge.book.history(item.commitment.record, as_of=self._focus.as_of)
        said = [told.note or told.reason for told in story if not told.undone and told.undoes is None]
        return next((one for one in reversed(said) if one), "")

    def landing(self, rows: Rows) -> Sequence[Landing]:
        """Return where each state falls: by the code beside it where there are codes, else from the current line on."""
        lines = {folded(item.cell.action.code): at for at, item in enumerate(self._checklist.items)}
        of_state = _most(rows, lambda word: meant(word) is not None, "status") or 0
        of_code = _most(rows, lambda word: folded(word) in lines, "action")
        first = int(ledger_words.field_of(rows[0][of_state]) == "status") if len(rows[0]) > of_state else 0
        top = min(self._view.rows(), default=0)
        found = []
        for down, line in enumerate(rows[first:]):
            word = line[of_state] if len(line) > of_state else ""
            by_code = of_code is not None and of_code != of_state
            at = lines.get(folded(line[of_code])) if of_code is not None and by_code else top + down
            found.append(self._landing(word, at, down))
        return found

    def _landing(self, word: str, at: int | None, down: int) -> Landing:
        items = self._checklist.items
        if at is None or at >= len(items):
            return Landing(word, None, _("line {row} of the copy").format(row=down + 1))
        return Landing(word, items[at].cell, items[at].cell.action.code)


def _heads() -> list[str]:
    return [*(_(column.title) for column in KNOWN[: CHANGED + 1]), _("Officer"), _("Last words")]


def _most(rows: Rows, fits: Callable[[str], bool], field: str) -> int | None:
    """Return the column whose head means a field or, without heads, the one with the most words that fit."""
    for at, head in enumerate(rows[0]):
        if ledger_words.field_of(head) == field:
            return at
    width = max(len(line) for line in rows)
    count = [sum(len(line) > at and fits(line[at]) for line in rows) for at in range(width)]
    best = max(range(width), key=lambda at: count[at])
    return best if count[best] else None
