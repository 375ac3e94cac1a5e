"""A walk through everything that the window can show: pages, forms, dialogs, menus, popups.

It finds most of it by itself: the register of pages, the deeds of every page and of the window, and the buttons that
end in an ellipsis. What only work done before brings up (a wizard's later pages) is opened by `doors.py`.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from desktop.app.application import Application
from desktop.views.deeds import Deed
from tests.views.doors import DOORS
from tests.views.words import said

_ALONE = ("leave", "export", "refresh", "back", "undo", "redo", "bring.backup", "book.practice")
"""Deeds that show nothing of their own, or ask the system for a file."""
_ALIKE = ("figure", "arrange", "go")
"""Kinds of deeds of which each shows the same with other rows: one of each is enough."""
_PATIENCE_S = 10
_SOON_MS = 150
"""Pages build what stands below, and panels read their item, so soon after they came."""
_ROUNDS = 3
"""One layout hands its need for room on to the next, and a job that has ended hands its result to one that begins."""


@dataclass
class Stop:
    """One thing to look at: what it is called, and the widget that holds it."""

    name: str
    root: QWidget


@dataclass
class Walk:
    """The walk over a running program. `met`: classes of all windows seen; `asked`: what Qt's file dialog said."""

    application: Application
    met: set[str] = field(default_factory=set)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def stops(self) -> Iterator[Stop]:
        """Give every place in turn; what was opened is closed again when the next is asked for."""
        for page in self.application.window.pages:
            self.application.frame.go(page)
            settle()
            yield Stop(page, self.application.window)
            yield from self._deeds(page, self.application.frame.deeds.page)
            yield from self._buttons(page)
        yield from self._deeds("window", self.application.frame.deeds.usual)
        for menu in self.application.frame.menus.menus.values():
            yield from self._opened(f"menu {menu.title()}", partial(menu.popup, menu.pos()))
        for name, door in DOORS.items():
            yield from self._opened(name, partial(door, self.application))

    def _deeds(self, where: str, deeds: tuple[Deed, ...]) -> Iterator[Stop]:
        seen: Counter[str] = Counter()
        for deed in deeds:
            kind, _dot, _rest = deed.id.partition(".")
            seen[kind] += 1
            is_another = kind in _ALIKE and seen[kind] > 1
            if deed.id not in _ALONE and not is_another and not deed.barred():
                yield from self._opened(f"{where}, {deed.id}", deed.run)

    def _buttons(self, page: str) -> Iterator[Stop]:
        shown = self.application.window.page
        for button in shown.findChildren(QPushButton) if shown is not None else ():
            if button.isVisible() and button.isEnabled() and "…" in button.text():
                yield from self._opened(f"{page}, {button.text()}", button.click)

    def _opened(self, name: str, deed: Callable[[], object]) -> Iterator[Stop]:
        """Do something and give what came of it: windows, or else the changed window; close it afterwards."""
        former, before = set(_windows()), _shape(self.application.window)
        with self._files_refused():
            deed()
            settle()
        for window in _fresh(former):
            self.met.add(type(window).__name__)
            yield Stop(f"{name} [{type(window).__name__}]", window)
        if not _fresh(former) and (new := _shape(self.application.window) - before):
            yield Stop(name, _ground(new, self.application.window))
        for window in _fresh(former):
            window.close()
        self._step_back()

    @contextmanager
    def _files_refused(self) -> Iterator[None]:
        """Answer every question for a file by closing it."""

        def refuse() -> None:
            for window in _windows():
                if isinstance(window, QFileDialog):
                    self.asked += said(window)
                    window.reject()

        timer = QTimer()
        timer.setInterval(5)
        timer.timeout.connect(refuse)
        timer.start()
        try:
            yield
        finally:
            timer.stop()

    def _step_back(self) -> None:
        self.application.seating.uncover()
        page = self.application.window.page
        while page is not None and page.step_back():
            pass
        self.application.focus.look_at(None)
        settle()


def _windows() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def _fresh(former: set[QWidget]) -> list[QWidget]:
    return [one for one in _windows() if one not in former]


def _shape(window: QWidget) -> frozenset[QWidget]:
    """Return which parts of a window are shown."""
    return frozenset(one for one in window.findChildren(QWidget) if one.isVisible())


def _ground(parts: frozenset[QWidget], window: QWidget) -> QWidget:
    """Return the smallest part of a window in which all these stand."""
    ground = next(iter(parts))
    while ground is not window and not all(ground is one or ground.isAncestorOf(one) for one in parts):
        ground = ground.parentWidget() or window
    return ground


def settle() -> None:
    """Let everything that waits be done: events, what is due soon, jobs, widgets to be taken away, layouts."""
    until, quiet = time.monotonic() + _PATIENCE_S, 0
    while quiet <= _ROUNDS and time.monotonic() < until:
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if _is_busy():
            quiet = 0
            time.sleep(0.008)
        else:
            quiet += 1


def _is_busy() -> bool:
    program = QCoreApplication.instance()
    jobs = program.findChildren(QThread) if program else []
    timers = [timer for window in _windows() for timer in window.findChildren(QTimer)]
    due = (timer.isActive() and timer.isSingleShot() and timer.interval() <= _SOON_MS for timer in timers)
    return any(job.isRunning() for job in jobs) or any(due)
