"""What the board costs at 80 actions by 1,000 windows, beside an empty window painted in the same run.

    python -m benchmarks.board [--windows 1000] [--rounds 3] [--book] [--json FILE]

Absolute bars hold on an idle machine, best of the rounds: load (arrays to painted board) <= 60 ms, a full frame after a
jump p95 <= 16.7 ms, key press to repaint <= 16.7 ms, a posted change to repaint <= 16.7 ms. Frames are timed from the
request to the end of the paint of all three parts: grid, frozen columns, names. With `--book`: `read` is
`Book.board` of a real book with a state at every commitment (read once at start, no part of the load), `deed` the time
from a key's deed over its transaction on the disk to the end of the paint.
"""

import argparse
import random
import statistics
import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.stopwatch import milliseconds, percentile, program, told
from desktop.commands.progress import ConfirmUnchanged, Move
from desktop.models.board import Board
from desktop.models.book import Book
from desktop.models.vocabulary import Status
from desktop.views.beside import Beside
from desktop.views.board.screen import BoardScreen
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from tests import books
from tests.sample import sample_board

SIZE = (1900, 1000)
JUMPS, KEYS = 60, 60
BARS = {"load": 60.0, "frame_p95": 16.7, "key_p95": 16.7, "change_p95": 16.7}


class _Source:
    """A board without a book, as the focus reads it."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def board(self, as_of: object = None) -> Board:
        """Return the one board, whatever the day."""
        del as_of
        return self._board


def floor() -> float:
    """Return the time until an empty window is painted."""
    window = QMainWindow()
    window.resize(*SIZE)

    def show() -> None:
        window.show()
        QApplication.processEvents()
        window.repaint()

    took = milliseconds(show)
    window.close()
    return took


def seated(board: Board) -> tuple[Focus, BoardScreen]:
    focus = Focus()
    focus.attach(_Source(board))
    screen = BoardScreen(focus, Bridge(focus), Beside())
    screen.resize(*SIZE)
    return focus, screen


def paint(screen: BoardScreen) -> None:
    for view in (screen.pane.grid_view, screen.pane.rows_view, screen.pane.grid_view.names):
        view.viewport().repaint()


def load(board: Board) -> tuple[float, Focus, BoardScreen]:
    """Return the time from the arrays to the painted board, in a screen that stood there with another board."""
    focus, screen = seated(sample_board())
    screen.show()
    QApplication.processEvents()
    focus.attach(_Source(board))

    def show() -> None:
        screen.refresh()
        paint(screen)

    took = milliseconds(show)
    screen.arrive()
    QApplication.processEvents()
    return took, focus, screen


def frames(screen: BoardScreen, chance: random.Random) -> list[float]:
    view = screen.pane.grid_view
    down, across = view.verticalScrollBar(), view.horizontalScrollBar()
    times = []
    for _jump in range(JUMPS):
        down.setValue(chance.randrange(down.maximum() + 1))
        across.setValue(chance.randrange(across.maximum() + 1))
        times.append(milliseconds(lambda: paint(screen)))
    return times


def keys(screen: BoardScreen) -> list[float]:
    view = screen.pane.grid_view

    def press(key: Qt.Key) -> None:
        QTest.keyClick(view, key)
        QApplication.processEvents()

    pressed = [Qt.Key.Key_Down, Qt.Key.Key_Right] * (KEYS // 2)
    return [milliseconds(partial(press, key)) for key in pressed]


def changes(focus: Focus, screen: BoardScreen, chance: random.Random) -> list[float]:
    """Return times from a posted change of one commitment to the end of the paint."""
    times = []
    for _change in range(KEYS):
        board = focus.board
        at = chance.choice([n for n, code in enumerate(board.status[:2000]) if code])
        status = bytearray(board.status)
        status[at] = chance.randint(1, 8)
        new = replace(board, status=bytes(status))

        def post(new: Board = new) -> None:
            screen.grid.renew(new)
            paint(screen)

        times.append(milliseconds(post))
    return times


def with_book(windows: int) -> dict[str, float]:
    """Return, over a real book in which every commitment has been moved: `Book.board`, and a deed to its repaint.

    The deed is “unchanged” for one commitment, with its transaction on the disk.
    """
    with tempfile.TemporaryDirectory() as folder:
        book = books.make(Path(folder) / "bench.bianmin", edition=books.source(80, windows))
        for number in range(1, windows + 1):
            keys = tuple(f"A{action:02}@W{number}" for action in range(1, 81))
            book.do(Move(keys, Status.IN_PROGRESS, note="begun"), books.CLERK)
        book.board()
        took = min(milliseconds(book.board) for _round in range(3))
        found = {"read": took, "deed_median": statistics.median(_deeds(book))}
        book.close()
    return found


def _deeds(book: Book) -> list[float]:
    focus = Focus(books.CLERK)
    bridge = Bridge(focus)
    bridge.open(book)
    screen = BoardScreen(focus, bridge, Beside())
    screen.resize(*SIZE)
    screen.show()
    QApplication.processEvents()

    def confirm() -> None:
        bridge.do(ConfirmUnchanged(("A05@W5",)))
        paint(screen)

    return [milliseconds(confirm) for _deed in range(KEYS)]


def measure(windows: int) -> dict[str, float]:
    chance = random.Random(1)
    board = sample_board(windows)
    empty = floor()
    took, focus, screen = load(board)
    jumps, pressed, posted = frames(screen, chance), keys(screen), changes(focus, screen, chance)
    screen.close()
    return {
        "empty_window": empty, "load": took,
        "frame_median": statistics.median(jumps), "frame_p95": percentile(jumps, 0.95),
        "key_median": statistics.median(pressed), "key_p95": percentile(pressed, 0.95),
        "change_median": statistics.median(posted), "change_p95": percentile(posted, 0.95),
    }  # fmt: skip


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--windows", type=int, default=1000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--book", action="store_true", help="also measure over a real book (slow: it is made first)")
    options.add_argument("--json", type=Path)
    chosen = options.parse_args()
    application = program()
    rounds = [measure(chosen.windows) for _round in range(chosen.rounds)]
    best = {name: min(one[name] for one in rounds) for name in rounds[0]}
    if chosen.book:
        best |= with_book(chosen.windows)
    holds = told(best, BARS, chosen.json)
    del application
    return int(not holds)


if __name__ == "__main__":
    sys.exit(main())
