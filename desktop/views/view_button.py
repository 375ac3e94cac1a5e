"""The button left of the filters: which view is shown, and the menu of all of them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy

from desktop.i18n import _
from desktop.views import icons, theme
from desktop.views.deeds import Deed, native
from desktop.views.elided_button import ElidedButton
from desktop.views.shelf import Shelf, View
from desktop.views.view_dialog import NameDialog, ViewsDialog

_LONGEST = 12
"""Characters of a name on the button."""


def view_keys(number: int) -> str:
    """Return the key of the view with this number, counted from one; there are nine."""
    return f"Alt+{number}" if number <= 9 else ""


class ViewButton(ElidedButton):
    """`taken(View)` when a view was asked for; `deeds_changed` when other views can be.

    `state` gives what is shown now, as a view keeps it.
    """

    taken = Signal(object)
    deeds_changed = Signal()

    def __init__(self, shelf: Shelf, state: Callable[[], dict[str, Any]]) -> None:
        super().__init__()
        self.shelf, self._state = shelf, state
        self._current = ""
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setProperty("kind", "view")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        shelf.changed.connect(self._on_shelf)
        theme.current().changed.connect(self.say)
        self.say()

    @property
    def current(self) -> View | None:
        """The view that was taken last, None for none."""
        return self.shelf.find(self._current)

    def take(self, key: str) -> None:
        """Show a view."""
        view = self.shelf.find(key)
        if view is not None:
            self._current = key
            self.taken.emit(view)
            self.say()

    def forget(self) -> None:
        """Say that what is shown is no view any more."""
        self._current = ""
        self.say()

    def say(self) -> None:
        """Say which view is shown, and whether it was changed since."""
        view = self.current
        name = view.title if view is not None else _("Views")
        shown = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        is_changed = view is not None and view.state != {} and not self._is_as_kept(view)
        self.setText(" " + (_("{view} *").format(view=shown) if is_changed else shown))
        self.setIcon(icons.icon("eye", "text2"))
        self.setIconSize(icons.extent(16))
        self.setAccessibleName(_("View: {name}").format(name=name) if view is not None else _("Saved views"))
        usual = _("Saved views: what is shown, and how (Alt+1 to Alt+9)")
        changed = _("changed since it was saved")
        self.explain(f"{name}\n{changed}" if is_changed else usual)

    def _is_as_kept(self, view: View) -> bool:
        now = self._state()
        return not view.own or all(now.get(name) == value for name, value in view.state.items())

    def _on_shelf(self) -> None:
        self.say()
        self.deeds_changed.emit()

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with views: show each of them, save, manage."""
        shows = (
            Deed(
                f"view.{view.id}", _("View: {name}").format(name=view.title), partial(self.take, view.id),
                view_keys(number), "view", 3, "eye",
            )
            for number, view in enumerate(self.shelf.views, 1)
        )  # fmt: skip
        save = Deed("view.save", _("Save as a view…"), self.ask_name, "Ctrl+Shift+S", "view", 4, "plus")
        manage = Deed("view.manage", _("Manage views…"), self.manage, "", "view", 4, "list")
        return (*shows, save, manage)

    def ask_name(self) -> NameDialog:
        """Ask for the name of a new view of what is shown."""
        dialog = NameDialog(self.window(), _("Save as a view"), "")
        dialog.named.connect(self._save)
        dialog.open()
        return dialog

    def manage(self) -> ViewsDialog:
        """Show all views, to be renamed, deleted, put in order."""
        dialog = ViewsDialog(self.window(), self.shelf)
        dialog.open()
        return dialog

    def _save(self, name: str) -> None:
        made = self.shelf.add(name, self._state())
        if made is not None:
            self._current = made.id
            self.say()

    def _update(self) -> None:
        if self.shelf.update(self._current, self._state()):
            self.say()

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        for number, view in enumerate(self.shelf.views, 1):
            keys = view_keys(number)
            action = menu.addAction(view.title.replace("&", "&&") + (f"\t{native(keys)}" if keys else ""))
            action.setCheckable(True)
            action.setChecked(view.id == self._current)
            action.triggered.connect(lambda _on=False, key=view.id: self.take(key))
        menu.addSeparator()
        view_now = self.current
        if view_now is not None and view_now.own:
            self._entry(_("Update “{name}”").format(name=view_now.title), "check", self._update)
        self._entry(_("Save as a view…"), "plus", self.ask_name)
        self._entry(_("Manage views…"), "list", self.manage)

    def _entry(self, text: str, icon: str, run: Callable[[], object]) -> QAction:
        action = self._menu.addAction(icons.icon(icon), text.replace("&", "&&"))
        action.triggered.connect(lambda _on=False: run())
        return action
