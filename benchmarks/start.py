"""What the window costs to open, beside an empty QMainWindow: first paint, and the overview's figures on the screen.

    python -m benchmarks.start [--rounds 15] [--json FILE]

Every round starts each program once, as a process of its own, and takes the time from the start of the process to the
end of the first paint; `--version` is timed from start to end. The program is started as a person starts it, with the
look for what keeps a window from opening. Times are medians; a ratio is the median of the ratios of each round, since
what else a machine does in a round slows both. Bars: first paint <= 1.3 x the empty window, figures <= 2.5 x,
`--version` <= 100 ms on an idle machine.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

FIRST_PAINT, FIGURES, VERSION_MS = 1.3, 2.5, 100.0

_EMPTY = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: (print(time.time()), app.quit()))
app = QApplication(["empty"]); window = Window()
window.resize(1366, 768); window.show(); app.exec()
"""
"""No event filter sees the paint: PySide makes every class of events for one, and the floor would lie 5 ms higher."""

_PROGRAM = """
import os, sys, time
from desktop import app
may_open = app._may_open
def look():
    may = may_open()
    from desktop.app import opening
    from desktop.views.main_window import MainWindow
    class Watched(MainWindow):
        def __init__(self, *more):
            super().__init__(*more)
            self.painted.connect(lambda: watch(self))
    opening.MainWindow = Watched
    return may
def watch(window):
    print(time.time(), flush=True)
    from desktop.app.application import Application
    begin = Application.begin
    def watched(self, path):
        self.focus.board_changed.connect(lambda: figures(window))
        begin(self, path)
    Application.begin = watched
def figures(window):
    from PySide6.QtWidgets import QApplication
    QApplication.sendPostedEvents()
    window.repaint()
    print(time.time(), flush=True)
    os._exit(0)
app._may_open = look
app.run(sys.argv[1:])
"""


def _as_installed() -> dict[str, str]:
    """Return an environment in which Python keeps its bytecode, as it does for an installed program."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _run(code: str, *more: str) -> tuple[float, list[str]]:
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *more], capture_output=True, text=True, check=True, env=_as_installed()
    )
    return begun, done.stdout.split("\n")


def _version() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "desktop", "--version"], capture_output=True, check=True, env=_as_installed())
    return (time.perf_counter() - begun) * 1000


def _practice(folder: Path) -> Path:
    from desktop import practice, settings
    from desktop.settings import Settings

    path = folder / "practice.bianmin"
    practice.make(path, date(2026, 11, 23))
    settings.save(Settings(role="bureau", officer="benchmark"))
    return path


def measured(rounds: int, folder: Path) -> dict[str, float]:
    """Return the medians in milliseconds, and the medians of the ratios to the empty window of the same round."""
    book = _practice(folder)
    empty, paint, figures, version = [], [], [], []
    for _ in range(rounds + 1):
        begun, told = _run(_EMPTY)
        empty.append((float(told[0]) - begun) * 1000)
        begun, told = _run(_PROGRAM, str(book))
        paint.append((float(told[0]) - begun) * 1000)
        figures.append((float(told[1]) - begun) * 1000)
        version.append(_version())
    middle = [statistics.median(times[1:]) for times in (empty, paint, figures, version)]
    return {
        "empty window ms": middle[0], "first paint ms": middle[1], "figures ms": middle[2], "version ms": middle[3],
        "first paint / empty": _ratio(paint, empty), "figures / empty": _ratio(figures, empty),
    }  # fmt: skip


def _ratio(times: list[float], floors: list[float]) -> float:
    return statistics.median(time / floor for time, floor in zip(times[1:], floors[1:], strict=True))


def main() -> int:
    """Measure, print a table, and say whether the bars hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.start")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(BIANMIN_HOME=folder, QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"))
        found = measured(options.rounds, Path(folder))
    for name, value in found.items():
        print(f"{name:24} {value:10.2f}")
    holds = found["first paint / empty"] <= FIRST_PAINT and found["figures / empty"] <= FIGURES
    holds = holds and found["version ms"] <= VERSION_MS
    print("bars hold" if holds else "a bar is broken")
    if options.json:
        options.json.write_text(json.dumps({"start": found, "holds": holds}, indent=1), encoding="utf-8")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
