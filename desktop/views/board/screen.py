"""The board as a page: filters, legend, the board itself, and the panel of one commitment beside it."""

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.i18n import _
from desktop.models.board_cut import cut
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.acts import Acts
from desktop.views.beside import Beside
from desktop.views.board.block import Block
from desktop.views.board.changes import ChangesList, differences
from desktop.views.board.chips import ChipRow
from desktop.views.board.choice import Choice, look
from desktop.views.board.faces import tally
from desktop.views.board.filter_bar import FilterBar
from desktop.views.board.pane import Pane
from desktop.views.board.picks import Picks
from desktop.views.board.table import Grid
from desktop.views.bridge import Bridge
from desktop.views.deeds import Deed
from desktop.views.drops import Drops
from desktop.views.focus import Drill, Focus
from desktop.views.page import Page, Shown

_WIDE = 1300
_PANEL, _WIDE_PANEL = 316, 380


class BoardScreen(Page):
    """Actions by windows. The panel beside it is handed in, for screens do not know each other."""

    def __init__(self, focus: Focus, bridge: Bridge, beside: Beside) -> None:
        super().__init__()
        self._focus = focus
        self._bridge = bridge
        self.beside = beside
        self._build()
        self.table = Block(self.pane)
        self._acts = Acts(focus, bridge, beside, self.table)
        self._picks = Picks(self.pane)
        self._drops = Drops(self.pane.grid_view, self._acts.hand, self.grid.cell, self.table)
        self._connect()
        self.filters.mark_chosen(Choice(unit=self._unit))
        self._fill()

    def _build(self) -> None:
        self.grid = Grid(self._focus.board)
        self._unit = self._focus.unit
        self.filters, self.chips, self.pane = FilterBar(), ChipRow(), Pane(self.grid)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.pane, 1)
        row.addWidget(self.beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.filters)
        column.addWidget(self.chips)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._focus.board_changed.connect(self._fill)
        self._focus.compared_changed.connect(self._fill)
        self._focus.cells_changed.connect(self._renew)
        self._focus.chosen_changed.connect(self._go_to)
        self._focus.place_changed.connect(self._to_own_unit)
        self.filters.chosen.connect(self._choose)
        changes = self.filters.changes
        changes.switched.connect(self._show)
        changes.day_picked.connect(self._compare_with)
        changes.list_wanted.connect(self._list_changes)
        self.chips.chosen.connect(self._choose_chip)
        view = self.pane.grid_view
        view.pressed_key.connect(self._on_key)
        view.menu_wanted.connect(self._on_menu)
        view.current_moved.connect(self._on_current)
        view.doubleClicked.connect(lambda _index: self._open())
        self.beside.left.connect(self.pane.grid_view.setFocus)

    @property
    def choice(self) -> Choice:
        """The filters in force."""
        return self.filters.choice

    def _to_own_unit(self) -> None:
        """Look at the person's unit first, unless another one was chosen here."""
        if self.choice.unit == self._unit:
            self._choose(replace(self.choice, unit=self._focus.unit))
        self._unit = self._focus.unit

    def _fill(self) -> None:
        self.filters.fill(self._focus.board, self._focus.since)
        self._show()

    def _show(self) -> None:
        """Show board and choice anew; the chosen commitment stays current where it is still shown."""
        chosen = self._focus.chosen
        self.grid.show(self._focus.board, self.choice, self._focus.then if self.filters.changes.on else None)
        self.pane.measure()
        if not self.pane.go_to(chosen) and self.grid.rowCount():
            self._start()
        self._count()
        self.subtitle_changed.emit()

    def _start(self) -> None:
        """Make the first commitment looked for current."""
        scene = self.grid.scene
        there = scene.board.status if scene.lit is None else scene.lit
        column = next((n for n in range(len(scene.columns)) if there[scene.at(0, n)]), 0)
        self.pane.grid_view.select(0, column)

    def _renew(self, _ids: frozenset[str]) -> None:
        self.grid.renew(self._focus.board)
        self._count()

    def _count(self) -> None:
        """Count what the fields leave over: the legend before its own choice, the corner after it."""
        scene = self.grid.scene
        without = replace(self.choice, status=None, sign=None)
        whole = scene if without == self.choice else look(self._focus.board, without, scene.former)
        self.chips.say(tally(whole, self.grid.faces))
        self.pane.corner.say(tally(whole, self.grid.faces))
        self.filters.changes.count(len(differences(scene)))

    def _compare_with(self, day: date | None) -> None:
        self.filters.changes.switch.setChecked(True)
        self._focus.compare_with(day)

    def _list_changes(self) -> None:
        popup = ChangesList(self, differences(self.grid.scene), self._focus.since)
        popup.picked.connect(self._focus.choose)
        popup.open_below(self.filters.changes.all)

    def _choose(self, choice: Choice) -> None:
        self.filters.mark_chosen(choice)
        self.chips.mark_chosen(choice.status, choice.sign)
        self._show()

    def _choose_chip(self, status: Status | None, sign: Lamp | Mark | None) -> None:
        self._choose(replace(self.choice, status=status, sign=sign))

    def _on_key(self, event: QKeyEvent) -> None:
        event.setAccepted(self._acts.on_key(event))

    def _on_menu(self, event: QContextMenuEvent) -> None:
        if self.pane.chosen():
            self._acts.menu(self, event.globalPos())

    def _on_current(self) -> None:
        cell = self.pane.current()
        self._focus.choose(cell.id if cell else "")
        self.beside.show_item(self._focus.chosen)

    def _open(self) -> None:
        if self._focus.chosen:
            self.beside.show()
            self.beside.show_item(self._focus.chosen)
            self.beside.enter()

    def _go_to(self, commitment: str) -> None:
        here = self.pane.current()
        if commitment and (here is None or here.id != commitment):
            self.pane.go_to(commitment)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.beside.setFixedWidth(_WIDE_PANEL if self.width() >= _WIDE else _PANEL)

    def subtitle(self) -> str:
        """Return how many actions and windows are shown."""
        scene = self.grid.scene
        board = scene.board
        return _("{actions} actions × {windows} windows · as of {day}").format(
            actions=len(scene.rows), windows=len(scene.columns), day=board.as_of.isoformat()
        )

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with the chosen commitments."""
        return (*self._acts.deeds(), *self._picks.deeds())

    def arrive(self) -> None:
        """Put the keyboard on the board."""
        self._go_to(self._focus.chosen)
        self.pane.grid_view.setFocus()

    def refresh(self) -> None:
        """Show the focus anew."""
        self._fill()

    def look_for(self, drill: Drill) -> None:
        """Show the rows behind a figure."""
        self.filters.changes.turn_off()
        choice = Choice(drill.unit, "", drill.measure, drill.status, drill.sign, drill.text)
        self._choose(replace(choice, category=drill.category, window=drill.window))
        if drill.commitment:
            self._focus.choose(drill.commitment)
            self.pane.go_to(drill.commitment)
        self.pane.grid_view.setFocus()
        if drill.form is not None:
            self.beside.show()
            self.beside.resume(drill.form)

    def search(self, text: str) -> bool:
        """Filter by a text."""
        self._choose(Choice(text=text))
        self.pane.grid_view.setFocus()
        return True

    def shown(self) -> Shown:
        """Return rows and columns as the fields leave them, and the commitments that the legend leaves of them."""
        scene = self.grid.scene
        whole = look(scene.board, replace(self.choice, status=None, sign=None), scene.former)
        actions = {scene.board.actions[row].id for row in whole.rows}
        windows = {scene.board.windows[column].id for column in whole.columns}
        places = ((row, column) for row in scene.rows for column in scene.columns)
        cells = (cell for row, column in places if (cell := scene.lit_cell(row, column)) is not None)
        return Shown(cut(scene.board, actions, windows), tuple(cell.id for cell in cells))

    def step_back(self) -> bool:
        """Close the form, put the keyboard back on the board, then drop the filters."""
        if self.beside.step_back():
            return True
        if self.choice != Choice() or self.filters.changes.on:
            self.filters.changes.turn_off()
            self._choose(Choice())
            return True
        return False
