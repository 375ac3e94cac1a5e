"""The menu bar: every deed of the register that has a menu, with its key; those that cannot be done now are grey."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.i18n import _
from desktop.views.deeds import MENUS, Deed, Register


class Menus(QMenuBar):
    """The menus by name. `undo` and `redo` carry names that the window keeps up to date."""

    def __init__(self, register: Register) -> None:
        super().__init__()
        self._register = register
        self._deeds: dict[QAction, Deed] = {}
        self._of_page: list[QAction] = []
        self._grey: list[QAction] = []
        self.menus = {name: self._menu(title) for name, title in MENUS.items()}
        for deed in register.usual:
            self._add(deed)
        register.changed.connect(self._take_page)
        self._take_page()

    def _menu(self, title: str) -> QMenu:
        menu = self.addMenu(_(title))
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: self._judge(menu))
        menu.aboutToHide.connect(self._release)
        return menu

    def _add(self, deed: Deed) -> QAction | None:
        if deed.menu not in MENUS:
            return None
        menu = self.menus[deed.menu]
        stands = [one for one in menu.actions() if not one.isSeparator()]
        if stands and self._deeds[stands[-1]].section != deed.section:
            menu.addSeparator()
        action = menu.addAction(deed.title + (f"\t{deed.hint}" if deed.hint and not deed.keys else ""))
        if deed.keys:
            action.setShortcut(QKeySequence(deed.keys))
        action.triggered.connect(lambda _checked=False: self._register.do(deed))
        self._deeds[action] = deed
        return action

    def _take_page(self) -> None:
        """Put the deeds of the page at the front in place of those of the former one."""
        for menu in self.menus.values():
            self._part(menu, self._of_page)
        for action in self._of_page:
            self._deeds.pop(action)
            action.deleteLater()
        self._of_page = [made for deed in self._register.page if (made := self._add(deed)) is not None]
        item = self.menus["item"]
        item.menuAction().setVisible(bool(item.actions()))

    def _part(self, menu: QMenu, gone: Sequence[QAction]) -> None:
        """Take actions out of a menu, with the lines that would end it."""
        for action in gone:
            menu.removeAction(action)
        while menu.actions() and menu.actions()[-1].isSeparator():
            menu.removeAction(menu.actions()[-1])

    def _judge(self, menu: QMenu) -> None:
        """Make grey what cannot be done, and say why in its tip. While no menu is open every key is heard."""
        for action in menu.actions():
            deed = self._deeds.get(action)
            why = deed.barred() if deed is not None else ""
            action.setToolTip(why or action.text())
            if why:
                action.setEnabled(False)
                self._grey.append(action)

    def _release(self) -> None:
        for action in self._grey:
            action.setEnabled(True)
        self._grey.clear()

    def action(self, key: str) -> QAction | None:
        """Return the entry of a deed by its id, None when it stands in no menu."""
        return next((action for action, deed in self._deeds.items() if deed.id == key), None)

    @property
    def undo(self) -> QAction:
        """The entry of undo."""
        return self._known("undo")

    @property
    def redo(self) -> QAction:
        """The entry of redo."""
        return self._known("redo")

    def _known(self, key: str) -> QAction:
        found = self.action(key)
        if found is None:
            raise KeyError(key)
        return found

    def name_steps(self, undo: str, redo: str) -> None:
        """Say what undo and redo would do; an empty text turns them off."""
        for action, plain, named, step in (
            (self.undo, _("Undo"), _("Undo: {step}"), undo),
            (self.redo, _("Redo"), _("Redo: {step}"), redo),
        ):
            action.setText(named.format(step=step) if step else plain)
            action.setEnabled(bool(step))
