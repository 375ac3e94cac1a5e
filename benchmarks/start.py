"""What the window costs to open, beside an empty QMainWindow: first paint, and the overview's figures on the screen.

    python -m benchmarks.start [--rounds 7] [--json FILE]

Every round starts each program once, in turn, as a process of its own, and takes the time from the start of the process
to the end of the first paint; `--version` is timed from start to end. Medians. Bars: first paint <= 1.3 x the empty
window, figures <= 2.5 x, `--version` <= 100 ms on an idle machine.
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
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Eye(QObject):
    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.Paint and thing is window:
            QTimer.singleShot(0, lambda: (print(time.time()), app.quit()))
        return False
app = QApplication(["empty"]); window = QMainWindow(); eye = Eye(); window.installEventFilter(eye)
window.resize(1366, 768); window.show(); app.exec()
"""

_PROGRAM = """
import os, sys, time
from desktop import settings
from desktop.app import opening
from desktop.views.main_window import MainWindow
class Watched(MainWindow):
    def __init__(self, *more):
        super().__init__(*more)
        self.painted.connect(lambda: watch(self))
def watch(window):
    print(time.time(), flush=True)
    from desktop.app.application import Application
    begin = Application.begin
    def watched(self, path):
        self.focus.board_changed.connect(lambda: figures(window))
        begin(self, path)
    Application.begin = watched
def figures(window):
    opening.qt().sendPostedEvents()
    window.repaint()
    print(time.time(), flush=True)
    os._exit(0)
opening.MainWindow = Watched
opening.run(settings.load(), sys.argv[1])
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
    """Return the medians in milliseconds and the ratios to the empty window."""
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
        "first paint / empty": middle[1] / middle[0], "figures / empty": middle[2] / middle[0],
    }  # fmt: skip


def main() -> int:
    """Measure, print a table, and say whether the bars hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.start")
    parser.add_argument("--rounds", type=int, default=7)
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
