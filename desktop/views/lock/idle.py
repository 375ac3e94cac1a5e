"""Noticing that nobody has touched keyboard or mouse for a while."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_LOOK_MS = 5000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
        QEvent.Type.InputMethod, QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
    }
)  # fmt: skip


class Idle(QObject):
    """`passed` when so many minutes went by without a touch. It listens to the window that has the keyboard alone.

    The time is the computer's clock, which goes on while the computer sleeps; whoever wakes it finds the desk locked.
    """

    passed = Signal()

    def __init__(self, parent: QObject, now: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._now = now
        self._limit = 0
        self._last = now()
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        program = QGuiApplication.instance()
        if isinstance(program, QGuiApplication):
            program.focusWindowChanged.connect(self._follow)

    @property
    def minutes(self) -> int:
        """After how many minutes it passes, 0 for never."""
        return self._limit // 60

    def wait(self, minutes: int) -> None:
        """Pass after so many minutes from now on, 0 for never."""
        self._limit = minutes * 60
        self._last = self._now()
        if minutes:
            self._follow(QGuiApplication.focusWindow())
            self._timer.start()
        else:
            self._follow(None)
            self._timer.stop()

    def look(self) -> bool:
        """Look whether the time has passed, and tell it; return whether it has."""
        if not self._limit or self._now() - self._last < self._limit:
            return False
        self._last = self._now()
        self.passed.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear a touch. The first one after a long sleep locks the desk, and does nothing else."""
        if event.type() in _TOUCHES:
            if self.look():
                return True
            self._last = self._now()
        return super().eventFilter(watched, event)

    def _follow(self, window: QWindow | None) -> None:
        if self._window is not None:
            self._window.removeEventFilter(self)
        self._window = window if self._limit else None
        if self._window is not None:
            self._window.installEventFilter(self)
            self._window.destroyed.connect(self._let_go)

    def _let_go(self) -> None:
        self._window = None
