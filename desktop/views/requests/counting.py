"""Has the states of requests counted: at once where another place is looked at, a while after news."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.views.requests.register import Register

_NEWS_MS, _ALL_MS = 600, 20_000
"""Those archived take half a second of a million, in which nothing else is read."""


class Counting(QObject):
    """`windows` gives those that are looked at, None for all."""

    def __init__(self, register: Register, windows: Callable[[], frozenset[str] | None]) -> None:
        super().__init__(register)
        self._register, self._windows = register, windows
        self._timers = [self._timer(_NEWS_MS, archived=False), self._timer(_ALL_MS, archived=True)]

    def _timer(self, interval: int, *, archived: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(lambda: self._register.count(self._windows(), archived=archived))
        return timer

    def count(self) -> None:
        """Count all states now."""
        self._register.count(self._windows(), archived=True)

    def hear(self) -> None:
        """Count again soon, those archived later."""
        for timer in self._timers:
            timer.start()
