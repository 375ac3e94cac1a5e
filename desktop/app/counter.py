"""The counter's side of ratings: the rating page over the screen, and the ratings of every day that is over."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop import texts
from desktop.app.seating import Seating
from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.main_window import MainWindow

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import Qt
    from PySide6.QtGui import QScreen

    from desktop.views.rating.counter_page import CounterPage

_SETTLED_MS, _TICK_MS = 2_500, 60_000
"""Days are closed after the first pages stand, and looked at every minute, so that midnight passes by itself."""
_BUSY = "busy"


class Counter(QObject):
    """Shows the rating page: on a second screen beside the window, or else over everything that the window shows."""

    def __init__(self, focus: Focus, bridge: Bridge, seating: Seating, window: MainWindow) -> None:
        super().__init__(window)
        self._focus, self._bridge, self._seating, self._window = focus, bridge, seating, window
        self.page: CounterPage | None = None
        self._before: Qt.WindowState | None = None
        self._is_over = False
        self._closed: tuple[str, date] | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self.close_days)
        bridge.opened.connect(self._on_opened)

    # The page

    def turn(self) -> None:
        """Show the rating page of the own window, or take it away."""
        if self.page is not None:
            self.leave()
            return
        why = self.barred()
        if why:
            self._window.say(why)
            return
        from PySide6.QtGui import QGuiApplication

        others = [screen for screen in QGuiApplication.screens() if screen is not self._window.screen()]
        if others:
            self.show_beside(others[0])
        else:
            self.show_over()

    def barred(self) -> str:
        """Return why nobody can rate here, empty where somebody can."""
        if not self._bridge.is_open:
            return _("The book is being opened; one moment…")
        if not self._focus.window:
            return _("Say in the settings which window is yours; then it can be rated here.")
        from desktop.commands import ratings

        book = self._bridge.book
        try:
            ratings.refuse_window(book.catalogue(), self._focus.window, book.clock.today(), book.unit)
        except Refusal as refusal:
            return texts.refusal(refusal)
        return ""

    def show_over(self) -> None:
        """Cover the window with the page, and the screen with the window; only who sits here gets behind it."""
        page = self._made()
        self._before = self._window.windowState()
        self._is_over = True
        self._hold(page)
        self._window.showFullScreen()

    def _hold(self, page: "CounterPage") -> None:
        self._seating.hold(page)
        self._window.guard = self.leave
        page.begin()

    def show_beside(self, screen: "QScreen") -> None:
        """Show the page on a screen of its own, while the window goes on."""
        from PySide6.QtCore import Qt

        page = self._made()
        page.setParent(self._window, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        page.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        page.setGeometry(screen.geometry())
        page.showFullScreen()

    def _made(self) -> "CounterPage":
        from desktop.views.rating.counter_page import CounterPage

        window = self._focus.board.catalogue.windows[self._focus.window]
        self.page = CounterPage(lambda: texts.title(window), self._take)
        self.page.left.connect(self.leave)
        return self.page

    def _take(self, level: int, codes: Sequence[str]) -> None:
        from desktop.commands import ratings

        ratings.rate(self._bridge.book, self._focus.window, level, codes)

    def leave(self) -> None:
        """Take the page away; where it covers the window and who sits here has a PIN, that is asked for first."""
        if self._is_over and self._seating.page is not None:
            return  # the PIN is being asked for
        if self._is_over:
            self._seating.release(self._uncovered, self._again)
        elif self.page is not None:
            self.page.close()
            self.page.deleteLater()
            self.page = None

    def _uncovered(self) -> None:
        self._is_over = False
        self.page = None
        self._window.guard = None
        if self._before is not None:
            self._window.setWindowState(self._before)

    def _again(self) -> None:
        """Go back to the page: nobody of the house has left it."""
        page = self._made()
        self._hold(page)

    # Days that are over

    def _on_opened(self) -> None:
        self._tick.start()
        QTimer.singleShot(_SETTLED_MS, self, self.close_days)

    def close_days(self) -> None:
        """Journal what lies in the ballot boxes of days that are over, once a day; what cannot be now stays there."""
        if not self._bridge.is_open or self._seating.page is not None:
            return
        book = self._bridge.book
        today = (book.id, book.clock.today())
        if self._closed == today:
            return
        from desktop.commands import ratings

        try:
            done = ratings.close_days(book, self._focus.desk)
        except Refusal as refusal:
            if refusal.code != _BUSY:
                self._closed = today
                from desktop import log

                log.of(__name__).warning("ratings of former days stay in their boxes: %s", refusal.code)
            return
        self._closed = today
        for one in done:
            self._bridge.take(one)
