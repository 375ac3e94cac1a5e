"""What keys and menus do with chosen commitments, the same in every table: move, confirm unchanged, ask for more."""

import unicodedata
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop import texts
from desktop.commands.progress import ConfirmUnchanged, Move
from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.rules import find
from desktop.models.vocabulary import Status
from desktop.views import glyphs, icons, theme
from desktop.views.beside import Beside
from desktop.views.bridge import Bridge
from desktop.views.deeds import Deed, native
from desktop.views.focus import Focus
from desktop.views.hand import Hand
from desktop.views.table_of import Table
from desktop.views.wish import Unfit, Wish, weigh, weigh_unchanged

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_STATES = {status.code: status for status in Status}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
COPY_WITH_HEADS = "Ctrl+Shift+C"


class Acts:
    """The deeds of a table. What a change still needs, or what wants a look, is shown in the panel beside it."""

    def __init__(self, focus: Focus, bridge: Bridge, beside: Beside, table: Table) -> None:
        self._focus, self._bridge, self._beside, self._table = focus, bridge, beside, table
        self.hand = Hand(focus, bridge, beside, table)

    def on_key(self, event: QKeyEvent) -> bool:
        """Do what a key means on the table; False when it means nothing here."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.hand.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.hand.paste()
        elif QKeySequence(event.keyCombination()) == QKeySequence(COPY_WITH_HEADS):
            self.hand.copy(heads=True)
        elif event.modifiers() in _PLAIN:
            return self._on_plain_key(event)
        else:
            return False
        return True

    def _on_plain_key(self, event: QKeyEvent) -> bool:
        digit = _digit(event)
        if digit in _STATES:
            self.move(self._table.chosen(), _STATES[digit])
        elif digit == 0:
            self.confirm(self._table.chosen())
        elif event.key() in _ENTER and (cells := self._table.chosen()):
            self._beside.show_item(cells[0].id)
            self._beside.enter()
        else:
            return False
        return True

    def move(self, cells: Sequence[Cell], to: Status) -> None:
        """Move all these commitments that may be moved, in one entry; ask beside the table for what that needs."""
        if not self._bars():
            self._go_on(weigh(cells, to, self._focus.desk.role, self._bridge.scope))

    def confirm(self, cells: Sequence[Cell]) -> None:
        """Say of all these commitments that nothing changed, in one entry."""
        if not self._bars():
            self._go_on(weigh_unchanged(cells, self._bridge.scope))

    def _go_on(self, wish: Wish | Unfit) -> None:
        if isinstance(wish, Unfit):
            self._bridge.refused.emit(wish.sentence)
        elif wish.needs or wish.wants_a_look:
            self._beside.ask(wish)
        elif wish.parts[0].to is None:
            self._bridge.do(ConfirmUnchanged(wish.commitments), wish.number)
        else:
            self._bridge.do(Move(wish.commitments, wish.parts[0].to), wish.number)

    def _bars(self) -> bool:
        """Say that a past day cannot be changed, where one is shown."""
        why = self.hand.barred()
        if why:
            self._bridge.refused.emit(why)
        return bool(why)

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with the commitments chosen in the table, for menus and palette."""
        chosen, hand = self._table.chosen, self.hand

        def state(to: Status) -> Deed:
            title = _("Set: {status}").format(status=texts.status(to))
            return Deed(
                f"set.{to.value}", title, lambda: self.move(chosen(), to), menu="item", hint=str(to.code),
                barred=lambda: self._unfit(to),
            )  # fmt: skip

        none = _("Nothing is chosen here.")

        def some(others: Callable[[], str] = lambda: "") -> Callable[[], str]:
            return lambda: others() or ("" if chosen() else none)

        return (
            *map(state, Status),
            Deed("unchanged", _("Confirm unchanged"), lambda: self.confirm(chosen()), menu="item", section=1,
                 icon="check", hint="0", barred=some(hand.barred)),
            Deed("repeat", _("Repeat the last deed here"), hand.repeat, "F4", "item", 1, barred=hand.bars_repeat),
            Deed("fill", _("Fill down from the first chosen"), hand.fill, "Ctrl+Shift+D", "item", 1,
                 barred=hand.bars_fill),
            Deed("next", _("Next that needs attention"), hand.jump, "F8", "view", 2),
            Deed("former", _("The one before that needs attention"), hand.jump_back, "Shift+F8", "view", 2),
            Deed("copy", _("Copy as a table"), hand.copy, menu="edit", section=2, hint=native("Ctrl+C"),
                 barred=some()),
            Deed("copy.heads", _("Copy with heads"), lambda: hand.copy(heads=True), menu="edit", section=2,
                 hint=native(COPY_WITH_HEADS), barred=some()),
            Deed("paste", _("Paste states or evidence"), hand.paste, menu="edit", section=2, hint=native("Ctrl+V"),
                 barred=some(hand.barred)),
        )  # fmt: skip

    def _unfit(self, to: Status) -> str:
        why = self.hand.barred()
        if why:
            return why
        wish = weigh(self._table.chosen(), to, self._focus.desk.role, self._bridge.scope)
        return wish.sentence if isinstance(wish, Unfit) else ""

    def menu(self, parent: QWidget, place: QPoint) -> QMenu:
        """Open a menu with every move of what is chosen; those that may not be made are grey."""
        menu, cells = QMenu(parent), self._table.chosen()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ratio = parent.devicePixelRatioF()
        for status in Status:
            rule = find(cells[0].status, status) if len(cells) == 1 else None
            label = texts.label(rule) if rule else texts.status(status)
            action = menu.addAction(f"{label}\t{status.code}")
            action.setIcon(glyphs.tile(status, theme.current().px(18), ratio))
            action.setEnabled(not self._unfit(status))
            action.triggered.connect(lambda _on=False, to=status: self.move(cells, to))
        menu.addSeparator()
        same = menu.addAction(icons.icon("check"), _("Confirm unchanged") + "\t0")
        same.setEnabled(bool(cells) and not self._focus.read_only)
        same.triggered.connect(lambda: self.confirm(cells))
        self._add_more(menu)
        menu.popup(place)
        return menu

    def _add_more(self, menu: QMenu) -> None:
        """Add the deeds of the hand that can be done now."""
        menu.addSeparator()
        for deed in self.deeds():
            if deed.id in ("repeat", "fill", "copy", "paste"):
                action = menu.addAction(f"{deed.title}\t{deed.shown_key}")
                action.setEnabled(not deed.barred())
                action.triggered.connect(lambda _on=False, run=deed.run: run())


def _digit(event: QKeyEvent) -> int:
    """Return the digit of a key, -1 for none; a full-width digit of an input method is one too."""
    if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return event.key() - Qt.Key.Key_0
    text = unicodedata.normalize("NFKC", event.text())
    return int(text) if len(text) == 1 and text.isdecimal() else -1
