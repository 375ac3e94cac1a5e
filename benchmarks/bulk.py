"""What a change of 5,000 commitments costs, and how long the screen stands still meanwhile, beside a raw transaction.

    python -m benchmarks.bulk [--windows 1000] [--cells 5000] [--rounds 5] [--json FILE]

Over a real book of 80 actions by 1,000 windows in which every commitment has been moved, with the board on the screen
and all that is to be changed chosen. `change` is the time from the Enter in the form to the message that it is done;
`undo` the same from the deed. `stall` is the longest time between two beats of a timer of 5 ms in the screen's thread,
from the key to the message; `preview_stall` that from the key that asks for the change until its preview stands.
`floor` is one transaction that writes as many rows into two tables of a like file. Bars, best of the rounds: change and
undo <= 1,000 ms, stalls <= 50 ms.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QItemSelection, QItemSelectionModel, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2

from benchmarks.stopwatch import program
from benchmarks.stopwatch import told as show
from desktop.commands.progress import Move
from desktop.models.book import Book
from desktop.models.vocabulary import Status
from desktop.views.board.screen import BoardScreen
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.item.panel import ItemPanel
from desktop.views.tidy import Tidy
from tests import books

ACTIONS = 80
SIZE = (1900, 1000)
BARS = {"preview_stall": 50.0, "change": 1000.0, "undo": 1000.0, "change_stall": 50.0, "undo_stall": 50.0}
_BEAT_MS, _WAIT_S = 5, 60


class Heart(QObject):
    """Beats every 5 ms in the screen's thread and remembers the longest pause."""

    def __init__(self) -> None:
        super().__init__()
        self._clock, self._timer = QElapsedTimer(), QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self.longest = 0.0

    def start(self) -> None:
        """Begin anew."""
        self.longest = 0.0
        self._clock.start()
        self._timer.start()

    def stop(self) -> float:
        """Return the longest pause in milliseconds."""
        self._beat()
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        self.longest = max(self.longest, self._clock.nsecsElapsed() / 1e6)
        self._clock.start()


def made(folder: Path, windows: int) -> Book:
    """Return a book in which every commitment is in progress."""
    book = books.make(folder / "bench.bianmin", edition=books.source(ACTIONS, windows))
    keys = [f"A{action:02}@W{window}" for window in range(1, windows + 1) for action in range(1, ACTIONS + 1)]
    for start in range(0, len(keys), 5000):
        book.do(Move(tuple(keys[start : start + 5000]), Status.IN_PROGRESS, note="begun"), books.CLERK)
    return book


def floor(folder: Path, cells: int) -> float:
    """Return the time of one transaction that writes as many rows into two tables."""
    connection = dbapi2.connect(str(folder / "floor.sqlite"), isolation_level=None)
    for words in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"):
        connection.execute(words)
    connection.execute("CREATE TABLE line (record TEXT, field TEXT, stamp TEXT, after TEXT,"
                       " PRIMARY KEY (record, field, stamp)) WITHOUT ROWID")  # fmt: skip
    connection.execute("CREATE TABLE commitment (id TEXT PRIMARY KEY, status TEXT, stamp TEXT)")
    rows = [(f"commitment:A{n % 80:02}@W{n // 80}", "status", "20260930T001502123Z-0000-x", "blocked")
            for n in range(cells)]  # fmt: skip
    started = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO line VALUES (?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO commitment VALUES (?, ?, ?)", [(one[0], one[3], one[2]) for one in rows])
    connection.execute("COMMIT")
    took = (time.perf_counter() - started) * 1000
    connection.close()
    (folder / "floor.sqlite").unlink()
    return took


def timed(heart: Heart, told: list[str], deed: Callable[[], object]) -> tuple[float, float]:
    """Return the time until the deed is told, and the longest pause of the screen meanwhile."""
    told.clear()
    QApplication.processEvents()
    heart.start()
    started = time.perf_counter()
    deed()
    while not told and time.perf_counter() - started < _WAIT_S:
        QApplication.processEvents()
        time.sleep(0.0002)
    took = (time.perf_counter() - started) * 1000
    for _turn in range(3):  # what the message sets off is part of it
        QApplication.processEvents()
    return took, heart.stop()


def choose(screen: BoardScreen, cells: int) -> None:
    """Choose so many commitments as one block of whole columns."""
    view, grid = screen.pane.grid_view, screen.grid
    last = grid.index(grid.rowCount() - 1, cells // ACTIONS - 1 + bool(cells % ACTIONS))
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.selectionModel().select(QItemSelection(grid.index(0, 0), last), flag)


def measure(screen: BoardScreen, bridge: Bridge, cells: int, rounds: int) -> dict[str, float]:
    """Return the best of the rounds: change and undo, and the longest pause in each."""
    heart, told = Heart(), list[str]()
    bridge.done.connect(told.append)
    bridge.said.connect(told.append)
    bridge.refused.connect(sys.exit)
    view, panel = screen.pane.grid_view, screen.beside
    if not isinstance(panel, ItemPanel):
        raise TypeError(panel)
    found = []
    for _round in range(rounds):
        choose(screen, cells)
        heart.start()
        QTest.keyClick(view, Qt.Key.Key_3)
        QApplication.processEvents()
        preview = heart.stop()
        panel.form.reason.setPlainText("no printer")
        change = timed(heart, told, lambda: QTest.keyClick(panel.form.reason, Qt.Key.Key_Return))
        undo = timed(heart, told, bridge.undo)
        found.append({
            "preview_stall": preview, "change": change[0], "change_stall": change[1], "undo": undo[0],
            "undo_stall": undo[1],
        })  # fmt: skip
    return {name: min(one[name] for one in found) for name in found[0]}


def main() -> int:
    """Measure, print, and return 1 when a bar is broken."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--windows", type=int, default=1000)
    options.add_argument("--cells", type=int, default=5000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--json", type=Path)
    chosen = options.parse_args()
    tidy = Tidy(program())
    with tempfile.TemporaryDirectory() as folder:
        best = {"floor": min(floor(Path(folder), chosen.cells) for _round in range(chosen.rounds))}
        focus = Focus(books.CLERK)
        bridge = Bridge(focus)
        bridge.open(made(Path(folder), chosen.windows))
        screen = BoardScreen(focus, bridge, ItemPanel(focus, bridge))
        screen.resize(*SIZE)
        screen.show()
        QApplication.processEvents()
        best |= measure(screen, bridge, chosen.cells, chosen.rounds)
        bridge.close()
    holds = show(best, BARS, chosen.json)
    del tidy
    return int(not holds)


if __name__ == "__main__":
    sys.exit(main())
