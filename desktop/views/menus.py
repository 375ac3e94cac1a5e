"""The menu bar: every deed of the window by name, with its key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.i18n import _, mark
from desktop.views.page import Place

INTAKE = {
    "catalogue": mark("Import a catalogue…"),
    "ledger": mark("Take over the present ledger…"),
    "backup": mark("Back up now"),
    "restore": mark("Restore a backup…"),
}
"""What can be brought into the book, or the book brought back from, by name."""


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the menus call."""

    open_book: Callable[[], None]
    print_sheet: Callable[[], None]
    export: Callable[[], None]
    bring: Callable[[str], None]
    """Asks for one of `INTAKE`."""
    leave: Callable[[], object]
    undo: Callable[[], None]
    redo: Callable[[], None]
    go: Callable[[str], None]
    refresh: Callable[[], None]
    seek: Callable[[], None]
    step_back: Callable[[], None]
    keys: Callable[[], None]
    about: Callable[[], None]


class Menus(QMenuBar):
    """File, edit, view, help. `undo` and `redo` carry names that the window keeps up to date."""

    def __init__(self, deeds: Deeds, places: Sequence[Place]) -> None:
        super().__init__()
        self._file(deeds)
        self.edit = self._edit(deeds)
        self._view(deeds, places)
        self._help(deeds)

    def _add(self, menu: QMenu, text: str, key: str, deed: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: deed())
        return action

    def _file(self, deeds: Deeds) -> None:
        menu = self.addMenu(_("&File"))
        self._add(menu, _("Open another book…"), "Ctrl+O", deeds.open_book)
        menu.addSeparator()
        self._add(menu, _("Print progress sheet…"), "Ctrl+P", deeds.print_sheet)
        self._add(menu, _("Write this view as a spreadsheet…"), "Ctrl+E", deeds.export)
        menu.addSeparator()
        for wish, text in INTAKE.items():
            self._add(menu, _(text), "", partial(deeds.bring, wish))
        menu.addSeparator()
        self._add(menu, _("Quit"), "Ctrl+Q", deeds.leave)

    def _edit(self, deeds: Deeds) -> QMenu:
        menu = self.addMenu(_("&Edit"))
        self.undo = self._add(menu, _("Undo"), "Ctrl+Z", deeds.undo)
        self.redo = self._add(menu, _("Redo"), "Ctrl+Y", deeds.redo)
        menu.addSeparator()
        self._add(menu, _("Search"), "Ctrl+K", deeds.seek)
        return menu

    def _view(self, deeds: Deeds, places: Sequence[Place]) -> None:
        menu = self.addMenu(_("&View"))
        for number, place in enumerate(places, 1):
            self._add(menu, _(place.title), f"Ctrl+{number}", lambda page=place.id: deeds.go(page))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
        menu.addSeparator()
        self._add(menu, _("Refresh"), "F5", deeds.refresh)
        self._add(menu, _("Close panel"), "Esc", deeds.step_back)

    def _help(self, deeds: Deeds) -> None:
        menu = self.addMenu(_("&Help"))
        self._add(menu, _("Keys"), "F1", deeds.keys)
        self._add(menu, _("About"), "", deeds.about)

    def name_steps(self, undo: str, redo: str) -> None:
        """Say what undo and redo would do; an empty text turns them off."""
        for action, plain, named, step in (
            (self.undo, _("Undo"), _("Undo: {step}"), undo),
            (self.redo, _("Redo"), _("Redo: {step}"), redo),
        ):
            action.setText(named.format(step=step) if step else plain)
            action.setEnabled(bool(step))
