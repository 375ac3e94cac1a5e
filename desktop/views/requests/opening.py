"""Opens the dialogs of the register over its window: a new request, a slip."""

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.requests.neighbours import Dialogs


class Opening(QObject):
    """`registered(id)` for each request that was taken in, or was there already and is to be looked at."""

    registered = Signal(str)

    def __init__(self, focus: Focus, bridge: Bridge, dialogs: Dialogs, over: QWidget) -> None:
        super().__init__(over)
        self._focus, self._bridge, self._dialogs, self._over = focus, bridge, dialogs, over

    def barred(self) -> str:
        """Return why no request can be taken in here and now, empty where it can."""
        if not self._bridge.is_open:
            return _("The book is being opened; one moment…")
        if self._focus.read_only:
            return _("A past day is shown. Return to today to change anything.")
        return "" if self._dialogs.entry is not None else _("Requests cannot be taken in here.")

    def take_in(self, window: str) -> None:
        """Take requests in at a window; an empty text leaves it to the dialog."""
        why = self.barred()
        if why or self._dialogs.entry is None:
            self._bridge.refused.emit(why)
            return
        dialog: Any = self._dialogs.entry(window or self._focus.window, self._over.window())
        dialog.registered.connect(self.registered)
        dialog.open_asked.connect(self.registered)
        dialog.slip_asked.connect(self.print_slip)
        dialog.open()

    def print_slip(self, key: str, kind: str) -> None:
        """Show a slip of a request, ready to print."""
        if self._dialogs.slip is not None:
            self._dialogs.slip(key, kind, self._over.window()).open()
