"""The board as a page: filters, legend, the board itself, and the panel of one commitment beside it."""

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.i18n import _
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.acts import Acts
from desktop.views.beside import Beside
from desktop.views.board import anchor, filter_words, shown, view_state
from desktop.views.board.arrangement import Arrangement, Recency
from desktop.views.board.block import Block
from desktop.views.board.charge import with_held
from desktop.views.board.choice import Choice
from desktop.views.board.faces import tally
from desktop.views.board.filter_bar import FilterBar
from desktop.views.board.heads import Heads
from desktop.views.board.pane import Pane
from desktop.views.board.picks import Picks
from desktop.views.board.table import Grid
from desktop.views.board.view_state import BoardState
from desktop.views.bridge import Bridge
from desktop.views.chip_row import ChipRow
from desktop.views.deeds import Deed
from desktop.views.drops import Drops
from desktop.views.filter_chips import FilterChips
from desktop.views.focus import Drill, Focus
from desktop.views.page import Page, Shown
from desktop.views.shapes import Shapes
from desktop.views.shelf import Shelf, View
from desktop.views.side import Side
from desktop.views.view_button import ViewButton

_CHANGES = "changes"
"""The key of the chip of the comparison, and the id of the page that lists what changed."""


class BoardScreen(Page):
    """Actions by windows. The panel beside it is handed in, for screens do not know each other."""

    def __init__(self, focus: Focus, bridge: Bridge, beside: Beside, shapes: Shapes | None = None) -> None:
        super().__init__()
        self._focus = focus
        self._bridge = bridge
        self.beside = beside
        self._build(shapes or Shapes())
        self.table = Block(self.pane)
        self._acts = Acts(focus, bridge, beside, self.table)
        self._picks = Picks(self.pane)
        self._drops = Drops(self.pane.grid_view, self._acts.hand, self.grid.cell, self.table)
        self._connect()
        self.filters.mark_chosen(Choice(unit=self._unit))
        start = self.views.shelf.start
        self.filters.fill(focus.board, focus.since)
        self.views.take(start) if start else self._show()

    def _build(self, shapes: Shapes) -> None:
        self.grid = Grid(self._focus.board)
        self._unit = self._focus.unit
        self.views = ViewButton(Shelf(self._bridge, "board", view_state.shipped()), self.state)
        self.filters, self.chips, self.pane = FilterBar(self.views), ChipRow(), Pane(self.grid)
        self.heads = Heads(self.pane, self.filters.arrange, shapes)
        self.active = FilterChips()
        self.side = Side(self.pane, self.beside, shapes)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(8)
        for part in (self.filters, self.active, self.chips):
            column.addWidget(part)
        column.addWidget(self.side, 1)

    def _connect(self) -> None:
        self._focus.board_changed.connect(self._fill)
        self._focus.compared_changed.connect(self._fill)
        self._focus.cells_changed.connect(self._renew)
        self._focus.chosen_changed.connect(self._go_to)
        self._focus.place_changed.connect(self._to_own_unit)
        self.filters.chosen.connect(self._choose)
        self.filters.text.left.connect(self.pane.grid_view.setFocus)
        changes = self.filters.changes
        changes.switched.connect(self._show)
        changes.day_picked.connect(self._focus.compare_with)
        changes.list_wanted.connect(self._list_changes)
        self.chips.chosen.connect(self._choose_chip)
        self._connect_views()
        self._connect_table()

    def _connect_views(self) -> None:
        self.active.removed.connect(self._take_away)
        self.active.cleared.connect(self._show_everything)
        self.active.left.connect(self.pane.grid_view.setFocus)
        self.pane.empty.cleared.connect(self._show_everything)
        self.views.taken.connect(self._take_view)
        self.views.deeds_changed.connect(self.deeds_changed)
        self.heads.arranged.connect(self._show)
        self.heads.laid_out.connect(self.views.say)
        self.heads.hidden.connect(self._hide)
        self.heads.showing.connect(self._show_hidden)

    def _connect_table(self) -> None:
        view = self.pane.grid_view
        view.pressed_key.connect(self._on_key)
        view.menu_wanted.connect(self._on_menu)
        view.current_moved.connect(self._on_current)
        view.doubleClicked.connect(lambda _index: self._open())
        self.pane.corner.asked.connect(lambda codes: self._choose(self.choice.only(codes)))
        self.pane.rows_view.figure_picked.connect(self._only_in_row)
        self.beside.left.connect(view.setFocus)
        self.beside.wanted.connect(self.side.unfold)

    @property
    def choice(self) -> Choice:
        """The filters in force."""
        return self.filters.choice

    @property
    def how(self) -> Arrangement:
        """The groups and the order."""
        return self.heads.how

    def _to_own_unit(self) -> None:
        """Look at the person's unit first, unless another one was chosen here."""
        if self.choice.unit == self._unit:
            self._choose(replace(self.choice, unit=self._focus.unit))
        self._unit = self._focus.unit

    def _fill(self) -> None:
        self.filters.fill(self._focus.board, self._focus.since)
        self.filters.mark_chosen(with_held(self.choice, self._bridge))
        self._show()

    def _show(self) -> None:
        """Show board, choice and arrangement anew; what was chosen, and where it stood, stays where it is shown."""
        stood = anchor.take(self.pane, self._focus.chosen)
        then = self._focus.then if self.filters.changes.on else None
        self.grid.show(self._focus.board, self.choice, then, self.how, self._recency())
        self.pane.measure()
        if not anchor.hold(self.pane, stood) and not self.pane.start():
            self._on_current()
        self._count()
        self._say_filters()
        self.subtitle_changed.emit()

    def _recency(self) -> Recency | None:
        asked = "changed" in (self.how.sort_rows, self.how.sort_columns)
        return Recency(*self._bridge.book.latest(self._focus.as_of)) if asked and self._bridge.is_open else None

    def _renew(self, _ids: frozenset[str]) -> None:
        self.grid.renew(self._focus.board)
        self._count()

    def _count(self) -> None:
        """Count what the fields leave over: the legend and the corner before the legend's own choice."""
        counts = tally(self.grid.whole)
        self.chips.say(counts)
        self.pane.corner.say(counts)
        self.filters.changes.count(len(shown.commitments(self.grid.scene)) if self.filters.changes.on else 0)

    def _say_filters(self) -> None:
        found = filter_words.words(self.choice, self._focus.board)
        if self.filters.changes.on:
            found.append((_CHANGES, _("Changed since {day}").format(day=self._focus.since.isoformat())))
        self.active.show_filters(found)
        self.pane.empty.say(found, empty=not self.grid.scene.rows)
        self.heads.say(self.choice)
        self.views.say()

    def _list_changes(self) -> None:
        listed = shown.commitments(self.grid.scene) if self.choice != Choice() else ()
        self._focus.list_changes(frozenset(listed))
        self.asked.emit(_CHANGES)

    def _choose(self, choice: Choice) -> None:
        self.filters.mark_chosen(with_held(choice, self._bridge))
        self.chips.mark_chosen(choice.status, choice.sign)
        self._show()

    def _choose_chip(self, status: Status | None, sign: Lamp | Mark | None) -> None:
        self._choose(replace(self.choice, status=status, sign=sign))

    def _only_in_row(self, row: int, column: str) -> None:
        action = self.grid.scene.board.actions[self.grid.scene.rows[row]].id
        self._choose(replace(self.choice.without_legend(), action=action, any_of=self.heads.behind(column)))

    def _take_away(self, name: str) -> None:
        if name == _CHANGES:
            self.filters.changes.turn_off()
            self._show()
        else:
            self._choose(filter_words.without(self.choice, name))

    def _show_everything(self) -> None:
        self.filters.changes.turn_off()
        self.views.forget()
        self._choose(Choice())
        self.pane.grid_view.setFocus()

    def _hide(self, what: str) -> None:
        chosen = tuple(cell.id for cell in self.pane.chosen())
        self._choose(shown.hiding(self.choice, chosen, what))

    def _show_hidden(self) -> None:
        self._choose(replace(self.choice, hidden_actions=frozenset(), hidden_windows=frozenset()))

    def state(self) -> dict[str, Any]:
        """Return what is shown and how, as a view keeps it."""
        return view_state.kept(BoardState(self.choice, self.how, self.heads.layout_now))

    def _take_view(self, view: View) -> None:
        now = BoardState(self.choice, self.how, self.heads.layout_now)
        wanted = view_state.read(view.state, self._focus.board, self._focus.unit, now)
        self.filters.changes.turn_off()
        self.heads.take(wanted.how, wanted.layout)
        self._choose(wanted.choice)
        if wanted.missing:
            self._bridge.said.emit(" ".join(wanted.missing))

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
            self.side.unfold()
            self.beside.show_item(self._focus.chosen)
            self.beside.enter()

    def _go_to(self, commitment: str) -> None:
        here = self.pane.current()
        if commitment and (here is None or here.id != commitment):
            self.pane.go_to(commitment)

    def subtitle(self) -> str:
        """Return how many actions and windows are shown."""
        scene = self.grid.scene
        return _("{actions} actions × {windows} windows · as of {day}").format(
            actions=len(scene.actions), windows=len(scene.columns), day=scene.board.as_of.isoformat()
        )

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with the chosen commitments, with views, groups, order and columns."""
        acts, arrange = self._acts.deeds(), (*self.filters.arrange.deeds(), *self.heads.deeds())
        here = (*acts, *self._picks.deeds(), self.filters.text.deed(), self.side.deed())
        return (*here, *arrange, *self.views.deeds())

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
        self.views.forget()
        choice = Choice(drill.unit, "", drill.measure, drill.status, drill.sign, drill.text)
        further = replace(choice, category=drill.category, window=drill.window, action=drill.action)
        self._choose(replace(further, any_of=drill.any_of, officer=drill.officer))
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
        return shown.handed(self.grid.scene)

    def step_back(self) -> bool:
        """Close the form, put the keyboard back on the board, then drop the filters."""
        if self.beside.step_back():
            return True
        if self.choice != Choice() or self.filters.changes.on:
            self._show_everything()
            return True
        return False
