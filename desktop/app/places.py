"""Every page of the window, in the order of the sidebar. A screen is imported when it is first visited."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.i18n import mark
from desktop.views.badges import Badges
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.keeper import Keeper
from desktop.views.page import Page, Place
from desktop.views.preferences import Preferences

if TYPE_CHECKING:
    from desktop.views.requests.entry import EntryDialog
    from desktop.views.requests.slip_dialog import SlipDialog


class Places:
    """Builds the pages over one focus and one bridge."""

    def __init__(self, focus: Focus, bridge: Bridge, preferences: Preferences, keeper: Keeper) -> None:
        self._focus = focus
        self._bridge = bridge
        self._preferences = preferences
        self._keeper = keeper

    def all(self) -> tuple[Place, ...]:
        """Return the register of pages."""
        badges = Badges(self._focus, self._bridge)
        return (
            Place("overview", mark("Overview"), "home", self._overview, badge=badges.overview),
            Place("board", mark("Board"), "board", self._board, drills=True, badge=badges.board),
            Place("window", mark("My window"), "window", self._mine, badge=badges.window),
            Place("requests", mark("Requests"), "people", self._requests, badge=badges.requests),
            Place("ratings", mark("Service ratings"), "star", self._ratings, badge=badges.ratings),
            Place("changes", mark("What changed"), "history", self._changed),
            Place("units", mark("Units and windows"), "units", self._units, badge=badges.units),
            Place("catalogue", mark("Catalogue"), "catalogue", self._catalogue),
            Place("print", mark("Print"), "printer", self._printing, badge=badges.printing),
            Place("settings", mark("Settings"), "settings", self._settings, below=True),
        )

    def _overview(self) -> Page:
        from desktop.views.overview.screen import OverviewScreen

        return OverviewScreen(self._focus, self._bridge)

    def _board(self) -> Page:
        from desktop.views.board.screen import BoardScreen
        from desktop.views.item.panel import ItemPanel

        return BoardScreen(self._focus, self._bridge, ItemPanel(self._focus, self._bridge), self._preferences.shapes)

    def _mine(self) -> Page:
        from desktop.views.item.panel import ItemPanel
        from desktop.views.mine.screen import MineScreen

        return MineScreen(self._focus, self._bridge, ItemPanel(self._focus, self._bridge), self._preferences.shapes)

    def _requests(self) -> Page:
        from desktop.views.requests.neighbours import Dialogs
        from desktop.views.requests.panel import RequestPanel
        from desktop.views.requests.screen import RequestsScreen

        panel = RequestPanel(self._focus, self._bridge)
        return RequestsScreen(
            self._focus, self._bridge, panel, Dialogs(self._entry, self._slip), self._preferences.shapes
        )

    def _entry(self, window: str, over: QWidget) -> "EntryDialog":
        from desktop.views.requests.entry import EntryDialog

        return EntryDialog(self._focus, self._bridge, window, over)

    def _slip(self, request: str, kind: str, over: QWidget) -> "SlipDialog":
        from desktop.views.requests.slip_dialog import SlipDialog

        return SlipDialog(self._bridge, self._focus, request, kind, over)

    def _ratings(self) -> Page:
        from desktop.views.satisfaction.screen import RatingsScreen

        return RatingsScreen(self._focus, self._bridge, self._preferences.shapes)

    def _changed(self) -> Page:
        from desktop.views.changed.screen import ChangedScreen

        return ChangedScreen(self._focus, self._bridge, self._preferences.shapes)

    def _units(self) -> Page:
        from desktop.views.office.units_screen import UnitsScreen

        return UnitsScreen(self._focus, self._bridge)

    def _catalogue(self) -> Page:
        from desktop.views.office.catalogue_screen import CatalogueScreen

        return CatalogueScreen(self._focus, self._bridge)

    def _printing(self) -> Page:
        from desktop.views.printing.screen import PrintScreen

        return PrintScreen(self._focus, self._bridge)

    def _settings(self) -> Page:
        from desktop.views.settings.screen import SettingsScreen

        return SettingsScreen(self._focus, self._bridge, self._preferences, self._keeper)
