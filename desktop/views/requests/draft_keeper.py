"""Writes the words of an open form into the book as they are typed, so that a power cut takes nothing of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from desktop.models import plain_text
from desktop.models.refusals import Refusal
from desktop.views.bridge import KIND, Bridge
from desktop.views.requests.ways import Asked, Do

KEY = "request"
_PAUSE_MS = 1000


@dataclass(frozen=True, slots=True)
class Kept:
    """A form as it was kept: the deed, the state that it leads to (empty for none), its requests, its words."""

    do: str
    to: str
    requests: tuple[str, ...]
    words: Mapping[str, str]


class DraftKeeper(QObject):
    """Keeps one form a second after the last key. Nothing of it is journaled, and nothing of a citizen is in it."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._waiting = ""
        self._written = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.write)

    def hold(self, asked: Asked, words: Mapping[str, str]) -> None:
        """Take a form as it stands now. One that shows a citizen is never kept."""
        if asked.do is Do.UNMASK:
            return
        self._waiting = json.dumps([asked.do, asked.to or "", asked.requests, words], ensure_ascii=False)
        self._timer.start()
        try:
            for one in words.values():
                plain_text.note(one)
        except Refusal:
            self._waiting = ""  # a telephone or an identity number stands in it

    def write(self) -> None:
        """Write what waits; a busy book is tried once more."""
        self._timer.stop()
        if not self._waiting or not self._bridge.is_open:
            return
        try:
            self._bridge.book.keep(KIND, KEY, self._waiting)
            self._waiting, self._written = "", True
        except Refusal as refusal:
            if refusal.code == "busy":
                self._timer.start()

    def drop(self) -> None:
        """Forget the form: it is done, or was put by."""
        self._timer.stop()
        self._waiting = ""
        if self._written and self._bridge.is_open:
            self._written = False
            try:
                self._bridge.book.keep(KIND, KEY, None)
            except Refusal:
                return

    def read(self) -> Kept | None:
        """Return the form of a single request that was open when the program ended, None where there is none."""
        try:
            do, to, requests, words = json.loads(
                (self._bridge.book.kept(KIND, KEY) or "") if self._bridge.is_open else ""
            )
            kept = Kept(str(do), str(to), tuple(map(str, requests)), {str(k): str(v) for k, v in words.items()})
        except (ValueError, TypeError, AttributeError):
            return None
        return kept if len(kept.requests) == 1 else None

    def take_over(self) -> None:
        """Count the form that was kept as this one's own: it goes when that is done."""
        self._written = True
