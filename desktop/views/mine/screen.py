"""My window as a page: the checklist of one window, what of it is reported, and the panel beside it."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.board_cut import cut
from desktop.views import icons, nothing, theme
from desktop.views.acts import Acts
from desktop.views.beside import Beside
from desktop.views.bridge import Bridge
from desktop.views.deeds import Deed
from desktop.views.empty import EmptyState
from desktop.views.focus import Focus
from desktop.views.mine.progress import Reported
from desktop.views.mine.rows import SHOWN, Item, ids, is_shown, items, reported
from desktop.views.mine.table import REPORTED, Checklist, ChecklistView
from desktop.views.page import Page, Shown

_WIDE = 1300
_PANEL, _WIDE_PANEL = 316, 380
_COUNTED_AT_ONCE = 8


class MineScreen(Page):
    """The checklist. The panel beside it is handed in, for screens do not know each other."""

    def __init__(self, focus: Focus, bridge: Bridge, beside: Beside) -> None:
        super().__init__()
        self._focus, self._bridge, self.beside = focus, bridge, beside
        self._acts = Acts(focus, bridge, beside)
        self._items: list[Item] = []
        self._shown = SHOWN[0]
        self._build()
        self._connect()
        self._fill_windows()

    def _build(self) -> None:
        self.window_box = QComboBox()
        self.window_box.setAccessibleName(_("Window"))
        self.window_box.setMinimumContentsLength(16)
        self.window_box.setMaxVisibleItems(24)
        self.text = QLineEdit()
        self.text.setProperty("kind", "search")
        self.text.setPlaceholderText(_("Code or action"))
        self.text.setAccessibleName(_("Filter by code or action"))
        self.text.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.text.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.reported = Reported()
        self.chips = {shown: self._chip(shown) for shown in SHOWN}
        self.checklist = Checklist()
        self.list = ChecklistView(self.checklist)
        self.empty = EmptyState()
        self._counter = QTimer(self)
        self._lay_out()
        self._tint()

    def _chip(self, shown: str) -> QPushButton:
        names = {
            "all": _("All"),
            "unreported": _("Not reported"),
            "open": _("Not yet in place"),
            "overdue": _("Overdue"),
        }
        chip = QPushButton(names[shown])
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        chip.setAutoExclusive(True)
        chip.setChecked(shown == self._shown)
        chip.clicked.connect(lambda: self._cut(shown))
        return chip

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.window_box, 5)
        bar.addWidget(self.text, 2)
        for chip in self.chips.values():
            bar.addWidget(chip)
        bar.addStretch(1)
        bar.addWidget(self.reported)
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(10, 6, 6, 6)
        inner.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(card, 1)
        row.addWidget(self.empty, 1)
        self._card = card
        row.addWidget(self.beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._focus.board_changed.connect(self._fill_windows)
        self._focus.cells_changed.connect(self._renew)
        self._focus.place_changed.connect(self._to_own_window)
        theme.current().changed.connect(self._tint)
        self.window_box.activated.connect(lambda _at: self._fill())
        self.text.textEdited.connect(lambda _text: self._show())
        self.list.pressed_key.connect(self._on_key)
        self.list.current_moved.connect(self._on_current)
        self.list.clicked.connect(self._on_click)
        self.list.doubleClicked.connect(lambda _index: self.beside.enter())
        self.beside.left.connect(self.list.setFocus)
        self._counter.timeout.connect(self._count_some)

    def _tint(self) -> None:
        self._glass.setIcon(icons.icon("search", "text3"))

    @property
    def window_id(self) -> str:
        """The window whose checklist is shown, empty for none."""
        return str(self.window_box.currentData() or "")

    def _fill_windows(self) -> None:
        """Offer every window of this book's unit and below, or all when there is no book yet."""
        board, chosen = self._focus.board, self.window_id or self._focus.window
        under = board.catalogue.under(self._bridge.book.unit) if self._bridge.is_open else None
        self.window_box.clear()
        for window in board.windows:
            if under is None or window.unit in under:
                self.window_box.addItem(f"{window.id}  {texts.title(window)}", window.id)
        self.window_box.setCurrentIndex(max(0, self.window_box.findData(chosen)))
        self._fill()

    def _to_own_window(self) -> None:
        at = self.window_box.findData(self._focus.window)
        if at >= 0:
            self.window_box.setCurrentIndex(at)
            self._fill()

    def _fill(self) -> None:
        """Read the checklist of the window anew."""
        board, window = self._focus.board, self.window_id
        wanted = ids(board, window)
        read = self._bridge.book.commitments(wanted, as_of=self._focus.as_of) if self._bridge.is_open else []
        self._items = items(board, window, read)
        self._say_nothing()
        self._show()
        self._counter.start(0)
        self.subtitle_changed.emit()

    def _say_nothing(self) -> None:
        """Say why there is no checklist, where there is none."""
        missing = nothing.why(self._focus.board, self._bridge.book.unit if self._bridge.is_open else "")
        is_empty = missing is not None and not self._items
        self._card.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        if missing is not None and is_empty:
            steps = (
                (_("Units and windows"), lambda: self.asked.emit("units")),
                (_("Board"), lambda: self.asked.emit("board")),
            )
            self.empty.say(missing.title, missing.text, steps)

    def _show(self) -> None:
        chosen = self._focus.chosen
        self.checklist.show([item for item in self._items if is_shown(item, self._shown, self.text.text())])
        row = self.checklist.find(chosen)
        if self.checklist.items:
            self.list.selectRow(max(0, row))
        self._say()

    def _cut(self, shown: str) -> None:
        self._shown = shown
        self._show()

    def _say(self) -> None:
        self.reported.say(*reported(self._items))

    def _renew(self, changed: frozenset[str]) -> None:
        """Bring lines up to date in place, so that nothing jumps under the hand."""
        mine = [item.cell.id for item in self._items if item.cell.id in changed]
        if not mine:
            return
        fresh = {item.cell.id: item for item in self._counted(mine)}
        self._items = [fresh.get(item.cell.id, item) for item in self._items]
        self.checklist.renew(fresh)
        self._say()

    def _counted(self, wanted: list[str]) -> list[Item]:
        read = self._bridge.book.commitments(wanted, as_of=self._focus.as_of)
        return [replace(item, evidence=self._evidence(item)) for item in items(self._focus.board, self.window_id, read)]

    def _evidence(self, item: Item) -> int:
        if item.commitment.evidence_on is None:
            return 0
        story = self._bridge.book.history(item.commitment.record, as_of=self._focus.as_of)
        return len({one.sha256 for told in story if not told.undone for one in told.evidence})

    def _count_some(self) -> None:
        """Count the evidence of a few lines, then let the screen go on."""
        waiting = [item for item in self._items if item.evidence is None][:_COUNTED_AT_ONCE]
        if not waiting or not self._bridge.is_open:
            self._counter.stop()
            return
        fresh = {item.cell.id: replace(item, evidence=self._evidence(item)) for item in waiting}
        self._items = [fresh.get(item.cell.id, item) for item in self._items]
        self.checklist.renew(fresh)

    def _cells(self) -> list[Cell]:
        return [self.checklist.items[row].cell for row in self.list.rows()]

    def _on_key(self, event: QKeyEvent) -> None:
        event.setAccepted(self._acts.on_key(event, self._cells()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._cells() and self.list.underMouse():
            self._acts.menu(self, event.globalPos(), self._cells())

    def _on_click(self, index: QModelIndex) -> None:
        """Take a click on an empty tick box as word that nothing changed."""
        item = self.checklist.items[index.row()]
        if index.column() == REPORTED and not item.is_reported:
            self._acts.confirm([item.cell])

    def _on_current(self) -> None:
        row = self.list.currentIndex().row()
        chosen = self.checklist.items[row].cell.id if 0 <= row < len(self.checklist.items) else ""
        self._focus.choose(chosen)
        self.beside.show_item(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.beside.setFixedWidth(_WIDE_PANEL if self.width() >= _WIDE else _PANEL)
        self.list.narrow(on=self.width() < _WIDE)

    def subtitle(self) -> str:
        """Return which window this is, and as of when."""
        name = self.window_box.currentText()
        return _("{window} · as of {day}").format(window=name, day=self._focus.board.as_of.isoformat())

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with the chosen commitments."""
        return self._acts.deeds(self._cells)

    def arrive(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus()

    def refresh(self) -> None:
        """Read the checklist anew."""
        self._fill()

    def search(self, text: str) -> bool:
        """Filter by a text."""
        self.text.setText(text)
        self._show()
        self.list.setFocus()
        return bool(self.checklist.items)

    def shown(self) -> Shown:
        """Return the window's column and the lines that the filters leave of it."""
        lines = tuple(item.cell.id for item in self.checklist.items)
        return Shown(cut(self._focus.board, windows={self.window_id}), lines)

    def step_back(self) -> bool:
        """Close the form, give the keyboard back to the list, then drop the filters."""
        if self.beside.step_back():
            return True
        if self.text.text() or self._shown != SHOWN[0]:
            self.text.clear()
            self.chips[SHOWN[0]].setChecked(True)
            self._cut(SHOWN[0])
            return True
        return False
