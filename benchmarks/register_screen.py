"""The register's screen over a large book, in a process of its own: what `benchmarks.requests` asks it.

    python -m benchmarks.register_screen BOOK-FOLDER ROWS OUT.json

Times run from the deed to the painted rows. `blocked` is the longest that the window's loop was held up in all of it,
while the keys walk down the list with the panel beside it and the form of a new request is opened and filled, too.
`register_rss` is what the process holds after that over what it held with an empty window on the same book.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.register_book import opened
from benchmarks.register_words import TYPED
from benchmarks.stopwatch import percentile, program
from desktop.models.book import Book
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort
from desktop.views.bridge import Bridge
from desktop.views.focus import Drill, Focus
from desktop.views.requests.entry import EntryDialog
from desktop.views.requests.panel import RequestPanel
from desktop.views.requests.screen import RequestsScreen
from desktop.views.requests.sieve import ALL
from desktop.views.tidy import Tidy
from tests.books import CLERK

SIZE = (1366, 768)
PATIENCE_S, LOOKED_S = 120, 0.4


def resident() -> float:
    """Return the megabytes that this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class Watched:
    """The loop of the window, watched."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.blocked = 0.0

    def held(self, milliseconds: float) -> None:
        """Note that the loop stood still."""
        self.blocked = max(self.blocked, milliseconds)

    def until(self, is_there: Callable[[], bool], since: float, name: str) -> float:
        """Run the loop until something is there; return the milliseconds since then."""
        while not is_there():
            begun = time.perf_counter()
            self._application.processEvents()
            self.held((time.perf_counter() - begun) * 1000)
            if begun - since > PATIENCE_S:
                raise TimeoutError(name)
            time.sleep(0.0005)
        return (time.perf_counter() - since) * 1000


class Paints(QObject):
    """Sees when a list that was shown is painted, as the program paints it."""

    def __init__(self, screen: RequestsScreen) -> None:
        super().__init__(screen)
        self._is_new = False
        self.is_seen = False
        screen.register.shown.connect(self._on_shown)
        for part in (screen.list.viewport(), screen.body.empty):  # a list without rows gives way to a sentence
            part.installEventFilter(self)

    def _on_shown(self) -> None:
        self._is_new = True

    def wait(self) -> None:
        """Wait for the next list."""
        self._is_new = self.is_seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt calls it so
        """Take note of a painting; it is over when the loop comes back."""
        self.is_seen = self.is_seen or (self._is_new and event.type() == QEvent.Type.Paint)
        return super().eventFilter(watched, event)


class Visit:
    """A visit to the register in a window of its own."""

    def __init__(self, application: QApplication, book: Book) -> None:
        self._focus = focus = Focus(CLERK)
        self._bridge = bridge = Bridge(focus)
        bridge.open(book)
        self._tidy = Tidy(application)  # as in the program: garbage is looked for between two turns of the loop
        self._window = QMainWindow()
        self._window.resize(*SIZE)
        self._window.show()
        application.processEvents()
        self._before, self.watched = resident(), Watched(application)
        begun = time.perf_counter()
        self.screen = RequestsScreen(focus, bridge, RequestPanel(focus, bridge))
        self._paints = Paints(self.screen)
        self._window.setCentralWidget(self.screen)
        self.screen.arrive()
        self.found = {"list_shown": self.watched.until(lambda: self._paints.is_seen, begun, "list")}
        self.found["list_whole"] = self._rest(begun)

    def _rest(self, begun: float) -> float:
        model = self.screen.model
        return self.watched.until(lambda: model.places.is_whole, begun, "rest")

    def _took(self, name: str, deed: Callable[[], object]) -> float:
        self._paints.wait()
        begun = time.perf_counter()
        deed()
        self.watched.held((time.perf_counter() - begun) * 1000)
        return self.watched.until(lambda: self._paints.is_seen, begun, name)

    def filters(self) -> None:
        """Look at one window, one state, everything."""
        chosen = self.screen.chips.chosen
        self.found["filter"] = max(
            self._took("window", lambda: self.screen.look_for(Drill(window="W7"))),
            self._took("state", lambda: chosen.emit(frozenset({RequestStatus.PROCESSING}))),
            self._took("all", self._everything),
        )
        self._rest(time.perf_counter())

    def _everything(self) -> None:
        self.screen.bar.chosen.emit(ALL)

    def sorts(self) -> None:
        """Sort by every indexed column."""
        orders = (Sort.DUE, Sort.WINDOW, Sort.MATTER, Sort.NUMBER)
        self.found["sort"] = max(self._took(to, partial(self._sort, to)) for to in orders)
        self._took("newest", partial(self._sort, Sort.NEWEST))

    def _sort(self, to: Sort) -> None:
        self.screen.register.sort = to
        self.screen.register.read()

    def searches(self) -> None:
        """Type words."""
        times = [self._took(text, partial(self.screen.search, text)) for text in TYPED]
        self.found["typed_p95"] = percentile(times, 0.95)
        self._took("all", self._everything)
        self._rest(time.perf_counter())

    def walk(self) -> None:
        """Go down the list by keys, the panel following."""
        for key in (Qt.Key.Key_Down,) * 10 + (Qt.Key.Key_PageDown,) * 5:
            self._let(partial(QTest.keyClick, self.screen.list, key))

    def take_in(self) -> None:
        """Open the form of a new request and fill it, until those like it are looked for."""
        begun = time.perf_counter()
        form = EntryDialog(self._focus, self._bridge, "W7", self._window)
        self._let(form.show, begun)
        self._let(partial(form.fields.matter.insert, "身份"))
        self._let(partial(QTest.keyClick, form.fields.matter, Qt.Key.Key_Return))
        self._let(partial(form.fields.words.insertPlainText, "群众来窗口补办身份证"))
        form.close()

    def _let(self, deed: Callable[[], object], begun: float = 0.0) -> None:
        """Do something, and let the loop run on for as long as a person looks at it."""
        begun = begun or time.perf_counter()
        deed()
        self.watched.held((time.perf_counter() - begun) * 1000)
        self.watched.until(lambda: time.perf_counter() - begun > LOOKED_S, begun, "look")

    def jump(self) -> None:
        """Go to the end, and say what all of it cost."""
        model = self.screen.model
        last = model.rowCount() - 1
        begun = time.perf_counter()
        self.screen.list.scrollToBottom()
        self.found["jump"] = self.watched.until(lambda: model.line(last) is not None, begun, "jump")
        self._rest(time.perf_counter())
        self.found |= {"blocked": self.watched.blocked, "register_rss": resident() - self._before, "rows": last + 1}


def main() -> int:
    """Write the figures."""
    folder, rows, out = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    os.environ["BIANMIN_HOME"] = str(folder)
    application = program()
    visit = Visit(application, opened(folder, rows))
    for deed in (visit.filters, visit.sorts, visit.searches, visit.walk, visit.take_in, visit.jump):
        deed()
    out.write_text(json.dumps(visit.found), encoding="utf-8")
    os._exit(0)  # a backup at the end would copy a gigabyte


if __name__ == "__main__":
    sys.exit(main())
