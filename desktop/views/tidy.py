"""Python's collection of cycles, kept on the screen's thread.

A collection that happens to start in a job's thread would end widgets of closed dialogs there, and Qt dies of that.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2000
_YOUNG, _OLD = 20_000, 10
"""New objects that are worth a look, and looks at the young after which the old are looked at too."""


class Tidy(QObject):
    """Collects on the thread on which it lives, now and then; nobody else does while it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> int:
        """Collect where enough has come together; return how many objects were let go.

        What the start imported and built stays, and is not looked through again: that alone took 60 ms.
        """
        if gc.get_count()[0] < _YOUNG:
            return 0
        if not gc.get_freeze_count():
            gc.freeze()
            return 0
        self._looks += 1
        return gc.collect() if self._looks % _OLD == 0 else gc.collect(1)
