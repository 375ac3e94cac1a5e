"""The foot of the panel: a button for each move that may be made, who may make the others, and the other deeds."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton

from desktop.i18n import _
from desktop.models.requests import RequestRow
from desktop.models.vocabulary import Role
from desktop.texts import names
from desktop.views import theme
from desktop.views.elided_button import ElidedButton
from desktop.views.panel_foot import PanelFoot
from desktop.views.requests import state_tile
from desktop.views.requests.ways import Way, other_deeds

_TILE = 18
_GAP, _LEAST = 6, 244


class Foot(PanelFoot):
    """`moved(Way)`, `wanted(Do)` and `slip_wanted` on the buttons."""

    moved = Signal(object)
    wanted = Signal(object)
    slip_wanted = Signal()

    def offer(self, ways: Sequence[Way], row: RequestRow | None, role: Role) -> None:
        """Offer these moves; the deeds beside them for a single request."""
        column = self.clear()
        opened = [way for way in ways if way.open]
        first = next((way for way in opened if way.is_forward), None)
        if first is not None:
            column.addWidget(self._button(first, primary=True))
        others: list[QPushButton] = [self._button(way, primary=False) for way in opened if way is not first]
        if row is not None:
            others.append(self._more(row, role))
        column.addLayout(self._pairs(others))
        self.say_rest(
            [
                _("{deed} ({digit}): {why}").format(deed=way.title, digit=way.number, why=way.barred)
                for way in ways
                if not way.open
            ]
        )

    def _pairs(self, buttons: Sequence[QPushButton]) -> QGridLayout:
        """Lay buttons out two in a row; one that would be cut there has a row of its own."""
        grid = QGridLayout()
        grid.setSpacing(_GAP)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        half = (max(self.width(), theme.current().px(_LEAST)) - _GAP) // 2
        line, taken = 0, False
        for button in buttons:
            wide = button.sizeHint().width() > half
            if taken and wide:
                line, taken = line + 1, False
            grid.addWidget(button, line, int(taken), 1, 2 if wide else 1)
            line, taken = (line + 1, False) if wide or taken else (line, True)
        return grid

    def _button(self, way: Way, *, primary: bool) -> QPushButton:
        button = ElidedButton(f"{' ' * primary}{way.title}  ({way.number})")
        button.setProperty("kind", "primary" if primary else "")
        if primary:  # beside others there is hardly room for the words
            size = theme.current().px(_TILE)
            button.setIcon(QIcon(state_tile.tile(way.to, size, self.devicePixelRatioF())))
            button.setIconSize(QSize(size, size))
        button.explain(_("Becomes {status}. Key {key}").format(status=names.request_status(way.to), key=way.number))
        button.clicked.connect(lambda: self.moved.emit(way))
        self.buttons.append(button)
        return button

    def _more(self, row: RequestRow, role: Role) -> QPushButton:
        more = ElidedButton(_("More"))
        self._menu = QMenu(more)
        for do, name, barred in other_deeds(row, role):
            entry = self._menu.addAction(_("{deed} ({why})").format(deed=name, why=barred) if barred else name)
            entry.setEnabled(not barred)
            entry.triggered.connect(lambda _on=False, do=do: self.wanted.emit(do))
        self._menu.addSeparator()
        self._menu.addAction(_("Print a slip…")).triggered.connect(self.slip_wanted)
        more.setMenu(self._menu)
        self.buttons.append(more)
        return more
