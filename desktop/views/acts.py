"""What keys and menus do with chosen commitments, the same in every table: move, confirm unchanged, ask for more."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
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
from desktop.views.bulk import Bulk
from desktop.views.deeds import Deed
from desktop.views.focus import Focus
from desktop.views.wish import Unfit, weigh

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_STATES = {Qt.Key(Qt.Key.Key_0.value + status.code): status for status in Status}


class Acts:
    """The deeds of a table. What a move still needs is asked for in the panel beside it."""

    def __init__(self, focus: Focus, bridge: Bridge, beside: Beside) -> None:
        self._focus = focus
        self._bridge = bridge
        self._beside = beside
        self._bulk = Bulk(focus, bridge)

    def on_key(self, event: QKeyEvent, cells: Sequence[Cell]) -> bool:
        """Do what a plain key means; False when it means nothing here."""
        if event.modifiers() not in _PLAIN:
            return False
        key = Qt.Key(event.key())
        if key in _STATES:
            self.move(cells, _STATES[key])
        elif key == Qt.Key.Key_0:
            self.confirm(cells)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and cells:
            self._beside.show_item(cells[0].id)
            self._beside.enter()
        else:
            return False
        return True

    def move(self, cells: Sequence[Cell], to: Status) -> None:
        """Move all these commitments in one entry; ask beside the table for what that needs."""
        if self._focus.read_only:
            self._bridge.refused.emit(_("A past day is shown. Return to today to change anything."))
            return
        wish = weigh(cells, to, self._focus.desk.role)
        if isinstance(wish, Unfit):
            self._bridge.refused.emit(wish.sentence)
        elif wish.needs:
            self._beside.ask(wish.commitments, to)
        else:
            self._bulk.do(Move(wish.commitments, to), len(wish.commitments))

    def confirm(self, cells: Sequence[Cell]) -> None:
        """Say of all these commitments that nothing changed, in one entry."""
        if cells:
            self._bulk.do(ConfirmUnchanged(tuple(cell.id for cell in cells)), len(cells))

    def deeds(self, cells: Callable[[], Sequence[Cell]]) -> tuple[Deed, ...]:
        """Return what can be done with the commitments chosen in a table, for menus and palette."""

        def state(to: Status) -> Deed:
            title = _("Set: {status}").format(status=texts.status(to))
            return Deed(
                f"set.{to.value}", title, lambda: self.move(cells(), to), menu="item", hint=str(to.code),
                barred=lambda: self._unfit(cells(), to),
            )  # fmt: skip

        same = Deed(
            "unchanged", _("Confirm unchanged"), lambda: self.confirm(cells()), menu="item", section=1, icon="check",
            hint="0", barred=lambda: "" if cells() else _("Nothing is chosen here."),
        )  # fmt: skip
        return (*map(state, Status), same)

    def _unfit(self, cells: Sequence[Cell], to: Status) -> str:
        if self._focus.read_only:
            return _("A past day is shown. Return to today to change anything.")
        wish = weigh(cells, to, self._focus.desk.role)
        return wish.sentence if isinstance(wish, Unfit) else ""

    def menu(self, parent: QWidget, place: QPoint, cells: Sequence[Cell]) -> QMenu:
        """Open a menu with every move of these commitments; those that may not be made are grey."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ratio = parent.devicePixelRatioF()
        for status in Status:
            rule = find(cells[0].status, status) if len(cells) == 1 else None
            label = texts.label(rule) if rule else texts.status(status)
            action = menu.addAction(f"{label}\t{status.code}")
            action.setIcon(glyphs.tile(status, theme.current().px(18), ratio))
            allowed = not isinstance(weigh(cells, status, self._focus.desk.role), Unfit)
            action.setEnabled(allowed and not self._focus.read_only)
            action.triggered.connect(lambda _on=False, to=status: self.move(cells, to))
        menu.addSeparator()
        same = menu.addAction(icons.icon("check"), _("Confirm unchanged") + "\t0")
        same.setEnabled(bool(cells) and not self._focus.read_only)
        same.triggered.connect(lambda: self.confirm(cells))
        menu.popup(place)
        return menu
