"""The button for groups, order, columns and hidden rows and windows: one menu, also for the heads of the board."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.i18n import _, mark
from desktop.views import icons, theme
from desktop.views.board.arrangement import PRINTED, Arrangement
from desktop.views.board.groups import COLUMN_GROUP_NAMES, ROW_GROUP_NAMES, ROW_ORDER_NAMES
from desktop.views.deeds import Deed

_PARTS: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    ("group_rows", mark("Group actions"), ROW_GROUP_NAMES),
    ("sort_rows", mark("Sort actions"), ROW_ORDER_NAMES),
    ("group_columns", mark("Group windows"), COLUMN_GROUP_NAMES),
    ("sort_columns", mark("Sort windows"), ROW_ORDER_NAMES),
)
_TURNS = (("rows_down", mark("Actions the other way round")), ("columns_down", mark("Windows the other way round")))


class ArrangeButton(QPushButton):
    """`arranged(Arrangement)`, `columns_wanted`, `hiding_wanted("actions" | "windows")`, `showing_wanted`."""

    arranged = Signal(object)
    columns_wanted = Signal()
    hiding_wanted = Signal(str)
    showing_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.how = PRINTED
        self.is_hiding = False
        self.setProperty("kind", "square")
        self.setAccessibleName(_("Groups, order and columns"))
        self.setToolTip(_("Groups, order and columns"))
        self.clicked.connect(lambda: self.open_menu(self.mapToGlobal(QPoint(0, self.height() + 4))))
        theme.current().changed.connect(self.tint)
        self.tint()

    def tint(self) -> None:
        """Tint the icon by the theme in use."""
        self.setIcon(icons.icon("columns", "text2"))
        self.setIconSize(icons.extent(18))

    def open_menu(self, place: QPoint) -> QMenu:
        """Open the menu at a place of the screen."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for name, title, values in _PARTS:
            self._part(menu.addMenu(_(title)), name, values)
        for name, title in _TURNS:
            action = menu.addAction(_(title))
            action.setCheckable(True)
            action.setChecked(bool(getattr(self.how, name)))
            action.triggered.connect(lambda _on=False, name=name: self._turn(name))
        menu.addSeparator()
        columns = menu.addAction(icons.icon("columns"), _("Columns…"))
        columns.triggered.connect(lambda _on=False: self.columns_wanted.emit())
        menu.addSeparator()
        self._entries(menu)
        menu.popup(place)
        return menu

    def _entries(self, menu: QMenu) -> None:
        hide = (("actions", _("Hide the chosen actions")), ("windows", _("Hide the chosen windows")))
        for what, title in hide:
            menu.addAction(title).triggered.connect(lambda _on=False, what=what: self.hiding_wanted.emit(what))
        show = menu.addAction(_("Show what is hidden"))
        show.setEnabled(self.is_hiding)
        show.triggered.connect(lambda _on=False: self.showing_wanted.emit())

    def _part(self, menu: QMenu, name: str, values: Mapping[str, str]) -> None:
        group = QActionGroup(menu)
        for value, title in values.items():
            action = menu.addAction(_(title))
            action.setCheckable(True)
            action.setChecked(getattr(self.how, name) == value)
            action.triggered.connect(lambda _on=False, value=value: self._change(name, value))
            group.addAction(action)

    def _change(self, name: str, value: str) -> None:
        self.arranged.emit(changed(self.how, name, value))

    def _turn(self, name: str) -> None:
        turned: dict[str, Any] = {name: not getattr(self.how, name)}
        self.arranged.emit(replace(self.how, **turned))

    def deeds(self) -> tuple[Deed, ...]:
        """Return every way to arrange, for the palette and the menus."""
        ways = (
            Deed(
                f"arrange.{name}.{value or 'none'}", _("{what}: {how}").format(what=_(title), how=_(words)),
                partial(self._change, name, value),
            )
            for name, title, values in _PARTS
            for value, words in values.items()
        )  # fmt: skip
        turns = (Deed(f"arrange.{name}", _(title), partial(self._turn, name)) for name, title in _TURNS)
        return (*ways, *turns, *self._further())

    def _further(self) -> tuple[Deed, ...]:
        hide = (
            ("actions", _("Hide the chosen actions"), "Ctrl+Shift+H"),
            ("windows", _("Hide the chosen windows"), "Ctrl+H"),
        )
        return (
            Deed("columns", _("Columns…"), self.columns_wanted.emit, "Ctrl+Shift+C", "view", 2, "columns"),
            *(Deed(f"hide.{what}", title, partial(self.hiding_wanted.emit, what), keys, "view", 2)
              for what, title, keys in hide),
            Deed("hide.none", _("Show what is hidden"), self.showing_wanted.emit, "", "view", 2, barred=self._shows),
        )  # fmt: skip

    def _shows(self) -> str:
        return "" if self.is_hiding else _("Nothing is hidden.")


def changed(how: Arrangement, name: str, value: str) -> Arrangement:
    """Return an arrangement with another group or order; what was sorted by already is turned round."""
    turns = {"sort_rows": "rows_down", "sort_columns": "columns_down"}
    new: dict[str, Any] = {name: value}
    if name in turns:
        is_again = getattr(how, name) == value
        new[turns[name]] = is_again and not getattr(how, turns[name])
    return replace(how, **new)
