"""The sidebar: whose ledger this is, and the way to every page."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import icons, theme
from desktop.views.deeds import go_keys, tip
from desktop.views.elided import Elided
from desktop.views.focus import Focus
from desktop.views.nav_button import NavButton
from desktop.views.page import Place

_COUNT_MS = 120
"""Badges are counted once after the last of a row of deeds, and after the page itself has been painted."""
_WIDTH, _MARGINS, _FOLDED = 200, 34, 72


class Sidebar(QFrame):
    """A column of buttons, one for each page. `went(page id)` when the person goes to one.

    Folded it is as wide as its icons; names and badges stand in the tips.
    """

    went = Signal(str)

    def __init__(self, places: Sequence[Place], focus: Focus) -> None:
        super().__init__()
        self._focus = focus
        self.setProperty("kind", "sidebar")
        self._places = {place.id: place for place in places}
        self._buttons: dict[str, NavButton] = {}
        self._is_folded = False
        self._group = QButtonGroup(self)
        self._build()
        self.tint()
        theme.current().changed.connect(self.tint)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_MS)
        self._counting.timeout.connect(self.count)
        for changed in (
            focus.board_changed,
            focus.cells_changed,
            focus.desk_changed,
            focus.place_changed,
            focus.waits_changed,
        ):
            changed.connect(self._counting.start)
        self._counting.start()

    def _build(self) -> None:
        self.setAccessibleName(_("Pages"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 18, 12, 12)
        column.setSpacing(4)
        self._brand = self._made_brand()
        column.addWidget(self._brand)
        column.addSpacing(12)
        for place in self._places.values():
            if not place.below:
                column.addWidget(self._button(place))
        column.addStretch(1)
        for place in self._places.values():
            if place.below:
                column.addWidget(self._button(place))

    def _made_brand(self) -> QWidget:
        brand = QWidget()
        column = QVBoxLayout(brand)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(2)
        name = QLabel(_("Bianmin ledger"))
        name.setProperty("type", "section")
        name.setProperty("weight", "strong")
        self._owner = Elided()
        self._owner.setProperty("type", "tiny")
        column.addWidget(name)
        column.addWidget(self._owner)
        return brand

    def _button(self, place: Place) -> NavButton:
        name = _(place.title)
        button = NavButton(name, tip(name, go_keys(len(self._buttons) + 1)))
        button.clicked.connect(lambda _checked=False, page=place.id: self.went.emit(page))
        self._group.addButton(button)
        self._buttons[place.id] = button
        return button

    def button(self, page: str) -> NavButton:
        """Return the button of a page."""
        return self._buttons[page]

    def count(self) -> None:
        """Show beside every page what waits there on the board looked at."""
        self._counting.stop()
        if self._focus.loaded:
            for name, button in self._buttons.items():
                counted = self._places[name].badge
                button.wear(counted() if counted is not None else None)

    def mark_page(self, page: str) -> None:
        """Show which page is at the front."""
        self._buttons[page].setChecked(True)

    def say_owner(self, text: str) -> None:
        """Say whose book it is."""
        self._owner.say(text)

    @property
    def wide(self) -> int:
        """The width in pixels that it has unfolded: the usual one, more where a name needs it."""
        wanted = max((button.wanted for button in self._buttons.values()), default=0) + _MARGINS
        return max(theme.current().px(_WIDTH), wanted)

    def fold(self, *, is_folded: bool) -> None:
        """Show icons alone, or icons and names."""
        if is_folded == self._is_folded:
            return
        self._is_folded = is_folded
        self._brand.setVisible(not is_folded)
        for button in self._buttons.values():
            button.fold(is_folded=is_folded)
        self._take_width()

    def _take_width(self) -> None:
        self.setFixedWidth(theme.current().px(_FOLDED) if self._is_folded else self.wide)

    def tint(self) -> None:
        """Tint icons and take the width of the theme in use."""
        for name, button in self._buttons.items():
            button.setIcon(icons.icon(self._places[name].icon, "sidebar_text", "sidebar_strong"))
            button.setIconSize(icons.extent(18))
            button.ensurePolished()
        self._take_width()
