"""The foot of the panel: a button for each move that may be made, who may make the others, and the other deeds."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton

from desktop import texts
from desktop.i18n import _
from desktop.models.commitment import Commitment
from desktop.models.vocabulary import Role, Status
from desktop.views import glyphs, theme
from desktop.views.elided_button import ElidedButton
from desktop.views.item.ways import Way, other_deeds, ways_out
from desktop.views.panel_foot import PanelFoot
from desktop.views.state_help import StateHelp

_TILE = 18
_FORWARD = frozenset({Status.IN_PROGRESS, Status.IN_PLACE, Status.VERIFIED})
"""Moves that may stand first in colour; a step back is offered, never urged."""


class Foot(PanelFoot):
    """`moved(Status)`, `confirmed` and `wanted(Deed)` on the buttons."""

    moved = Signal(object)
    confirmed = Signal()
    wanted = Signal(object)

    def offer(self, commitment: Commitment, role: Role) -> None:
        """Offer what this role may do with a commitment, and say who may do the rest."""
        column = self.clear()
        ways = ways_out(commitment.status, role)
        forward = next((way for way in ways if way.open and way.rule.to in _FORWARD), None)
        for way in ways:
            if way.open:
                row = QHBoxLayout()
                row.setSpacing(4)
                row.addWidget(self._button(way, primary=way is forward), 1)
                row.addWidget(StateHelp(way.rule.to))
                column.addLayout(row)
        column.addLayout(self._others(commitment, role, primary=forward is None))
        self.say_rest([_("{deed}: {who}").format(deed=way.label, who=way.barred) for way in ways if not way.open])

    def _button(self, way: Way, *, primary: bool) -> QPushButton:
        to, size = way.rule.to, theme.current().px(_TILE)
        button = ElidedButton(f" {way.label}  ({to.code})")
        button.setProperty("kind", "primary" if primary else "")
        button.setIcon(QIcon(glyphs.tile(to, size, self.devicePixelRatioF())))
        button.setIconSize(QSize(size, size))
        button.explain(_("Becomes {status}. Key {key}").format(status=texts.status(to), key=to.code))
        button.clicked.connect(lambda: self.moved.emit(to))
        self.buttons.append(button)
        return button

    def _others(self, commitment: Commitment, role: Role, *, primary: bool) -> QHBoxLayout:
        same, more = ElidedButton(_("Unchanged  (0)")), ElidedButton(_("More"))
        same.setProperty("kind", "primary" if primary else "")
        same.explain(_("Say that nothing changed: counts as reported this month"))
        same.clicked.connect(self.confirmed)
        self._menu = QMenu(more)
        for deed, name in other_deeds(commitment, role):
            self._menu.addAction(name).triggered.connect(lambda _on=False, deed=deed: self.wanted.emit(deed))
        more.setMenu(self._menu)
        self.buttons += [same, more]
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(same, 1)
        row.addWidget(more, 1)
        return row
