"""Hands what is chosen in the register on to the panel beside it."""

from typing import Any, cast

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desktop.i18n import _
from desktop.views.bridge import Bridge
from desktop.views.requests.register import Register
from desktop.views.side import Side

MOST = 1000
"""Requests that can be handed on at once."""


class Handing(QObject):
    """Shows the current request in the panel, and those that are chosen; nothing is told twice."""

    def __init__(self, bridge: Bridge, register: Register, panel: QWidget, side: Side) -> None:
        """Take a panel that keeps to `neighbours.Panel`."""
        super().__init__(side)
        self._bridge, self._register, self._side = bridge, register, side
        self._panel = cast("Any", panel)  # Qt's classes cannot be one with a protocol
        self._shown = ""
        self._taken: tuple[str, ...] = ()
        register.view.opened.connect(self.enter)
        register.view.menu_asked.connect(self.menu)
        register.view.chosen_changed.connect(self.hand_on)
        self._panel.left.connect(register.view.setFocus)
        self._panel.wanted.connect(side.unfold)

    def hand_on(self) -> None:
        """Tell the panel what is current and what is chosen."""
        here = self._register.current_id
        if here != self._shown:
            self._shown = here
            self._panel.show_request(here)
        if self._register.view.chosen_count() > MOST:
            text = _("At most {n} requests can be changed at once; choose fewer.")
            self._bridge.said.emit(text.format(n=f"{MOST:,}"))
        taken = tuple(self._register.chosen_ids(MOST))
        if taken != self._taken:
            self._taken = taken
            self._panel.take(taken)

    def menu(self, place: QPoint) -> QMenu:
        """Open the menu of everything that can be done with what is chosen; what cannot says why."""
        menu = QMenu(self._side)
        menu.aboutToHide.connect(menu.deleteLater)
        for deed in self._panel.deeds():
            action = menu.addAction(deed.title.replace("&", "&&") + (f"\t{deed.shown_key}" if deed.shown_key else ""))
            why = deed.barred()
            action.setEnabled(not why)
            action.setToolTip(why or deed.title)
            action.triggered.connect(lambda _on=False, run=deed.run: run())
        menu.setToolTipsVisible(True)
        menu.popup(place)
        return menu

    def enter(self) -> None:
        """Give the keyboard to the panel."""
        if self._register.current_id:
            self._side.unfold()
            self._panel.enter()
