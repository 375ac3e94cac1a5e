"""Writes the form that is open into the book as it is filled, so that a power cut takes nothing of it."""

from PySide6.QtCore import QObject, QTimer

from desktop.models import plain_text
from desktop.models.refusals import Refusal
from desktop.views.bridge import KEY, KIND, Bridge
from desktop.views.unfinished import Unfinished

_PAUSE_MS = 1000


class Keeper(QObject):
    """Writes the open form a second after the last key and at the end of each field. Nothing of it is journaled."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._waiting: Unfinished | None = None
        self._written = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.write)

    def hold(self, form: Unfinished) -> None:
        """Take the form as it stands now; it is written when the keys pause."""
        self._waiting = form
        self._timer.start()

    def write(self) -> None:
        """Write what waits. A note that may not be written is not kept either; a busy book is tried once more."""
        self._timer.stop()
        form = self._waiting
        if form is None or not self._bridge.is_open:
            return
        text = form.written()
        try:
            plain_text.note(form.filled.note + form.filled.reason)
            if text != self._written:
                self._bridge.book.keep(KIND, KEY, text)
                self._written = text
            self._waiting = None
        except Refusal as refusal:
            if refusal.code == "busy":
                self._timer.start()

    def take_over(self, form: Unfinished) -> None:
        """Count a form that was written before the start as this one's own: it goes when this one is done."""
        self._written = self._written or form.written()

    def drop(self) -> None:
        """Forget the form: it is done, or was put by."""
        self._timer.stop()
        self._waiting = None
        written, self._written = self._written, ""
        if written and self._bridge.open_form == written:
            _keep_nothing(self._bridge)


def _keep_nothing(bridge: Bridge) -> None:
    try:
        bridge.book.keep(KIND, KEY, None)
    except Refusal:
        return
