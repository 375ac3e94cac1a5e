"""The fields above the board that choose its rows and columns."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Board
from desktop.models.catalogue import Catalogue
from desktop.views.board.arrange_button import ArrangeButton
from desktop.views.board.changes import Changes
from desktop.views.board.choice import Choice
from desktop.views.choices import filter_box
from desktop.views.meanings import NO_MEASURE
from desktop.views.quick_field import QuickField


class FilterBar(QWidget):
    """Views, text, unit, kind of window, category and measure; the menu of groups, order and columns; what changed.

    `chosen(Choice)` when the person chose; `arrange` and `changes` have signals of their own.
    """

    chosen = Signal(object)

    def __init__(self, first: QWidget) -> None:
        """Take what stands at the left of all fields."""
        super().__init__()
        self.choice = Choice()
        self._build(first)
        self._connect()

    def _build(self, first: QWidget) -> None:
        self.text = QuickField(_("Code, action or window"), _("Filter by code, action or window"))
        self.unit = self._combo(_("Filter by unit"))
        self.kind = self._combo(_("Filter by kind of window"))
        self.category = self._combo(_("Filter by category"))
        self.measure = self._combo(_("Filter by measure"))
        self.arrange = ArrangeButton()
        self.changes = Changes()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(first)
        for part, stretch in ((self.text, 5), (self.unit, 5), (self.kind, 5), (self.category, 5), (self.measure, 5)):
            row.addWidget(part, stretch)
        row.addWidget(self.arrange)
        row.addStretch(0)
        row.addWidget(self.changes)

    def _combo(self, name: str) -> QComboBox:
        box = filter_box(name, 4)
        box.setMaximumWidth(260)
        return box

    def _connect(self) -> None:
        self.text.written.connect(lambda text: self._choose(replace(self.choice, text=text)))
        self.unit.activated.connect(lambda _at: self._choose(replace(self.choice, unit=self.unit.currentData())))
        self.kind.activated.connect(lambda _at: self._choose(replace(self.choice, kind=self.kind.currentData())))
        self.category.activated.connect(
            lambda _at: self._choose(replace(self.choice, category=self.category.currentData()))
        )
        self.measure.activated.connect(
            lambda _at: self._choose(replace(self.choice, measure=self.measure.currentData()))
        )

    def _choose(self, choice: Choice) -> None:
        self.mark_chosen(choice)
        self.chosen.emit(choice)

    def fill(self, board: Board, since: date) -> None:
        """Offer what this board has: units with windows, kinds of windows, measures; keep what is chosen."""
        catalogue = board.catalogue
        kinds = {window.kind for window in board.windows}
        shown = [(texts.title(kind), kind.id) for kind in catalogue.kinds.values() if kind.id in kinds]
        categories = [(texts.title(one), one.id) for one in catalogue.categories.values()]
        measures = [(f"{one.id} {texts.title(one)}", one.id) for one in catalogue.measures.values()]
        if not all(action.measures for action in board.actions):
            measures.append((_("under no measure"), NO_MEASURE))
        _offer(self.unit, _("All units"), units_with_windows(board))
        _offer(self.kind, _("All kinds"), shown)
        _offer(self.category, _("All categories"), categories)
        _offer(self.measure, _("All measures"), measures)
        self.changes.say(board.as_of, since)
        self.mark_chosen(self.choice)

    def mark_chosen(self, choice: Choice) -> None:
        """Show a choice in the fields, without telling anybody."""
        self.choice = choice
        self.text.show_text(choice.text)
        combos = (self.unit, self.kind, self.category, self.measure)
        values = (choice.unit, choice.kind, choice.category, choice.measure)
        for combo, value in zip(combos, values, strict=True):
            combo.setCurrentIndex(max(0, combo.findData(value)))


def _offer(combo: QComboBox, everything: str, entries: list[tuple[str, str]]) -> None:
    combo.clear()
    combo.addItem(everything, "")
    for label, value in entries:
        combo.addItem(label, value)
    combo.view().setMinimumWidth(min(420, combo.view().sizeHintForColumn(0) + 40))


def units_with_windows(board: Board) -> list[tuple[str, str]]:
    """Return (label, id) of each unit that has windows of its own or below it, indented by its place in the tree."""
    catalogue = board.catalogue
    wanted: set[str] = set()
    for window in board.windows:
        unit = window.unit
        while unit and unit not in wanted:
            wanted.add(unit)
            unit = catalogue.units[unit].parent
    entries: list[tuple[str, str]] = []
    _branch(catalogue, "", wanted, 0, entries)
    return entries


def _branch(catalogue: Catalogue, parent: str, wanted: set[str], depth: int, entries: list[tuple[str, str]]) -> None:
    for unit in catalogue.units.values():
        if unit.parent == parent and unit.id in wanted:
            entries.append(("\u2003" * depth + texts.title(unit), unit.id))
            _branch(catalogue, unit.id, wanted, depth + 1, entries)
