"""The sizes that a person gave to parts of the window: widths and orders of columns, the panel beside a table."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

VERSION = 1
"""Raised when older sizes no longer fit; they are then forgotten."""
_WRITE_MS = 600
"""A splitter that is dragged is written once, when it rests."""


class Shapes(QObject):
    """Sizes by the name of a part. They are this computer's and hold at the next start; damaged ones are forgotten."""

    def __init__(self, saved: dict[str, Any] | None = None, write: Callable[[], object] | None = None) -> None:
        """Take the dictionary in which they are kept, and what writes it down; without them they last as long as this.

        The dictionary is changed at once, so whoever writes it for another reason writes the latest sizes.
        """
        super().__init__()
        self._saved: dict[str, Any] = {} if saved is None else saved
        if self._saved.get("version") != VERSION:
            self._saved.clear()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WRITE_MS)
        if write is not None:
            self._timer.timeout.connect(write)

    def of(self, part: str) -> dict[str, Any]:
        """Return what is known of a part, empty when nothing is."""
        found = self._saved.get(part)
        return dict(found) if isinstance(found, dict) else {}

    def keep(self, part: str, shape: dict[str, Any]) -> None:
        """Remember a part; an empty shape forgets it."""
        if shape == self.of(part):
            return
        self._saved["version"] = VERSION
        self._saved[part] = shape
        self._timer.start()
