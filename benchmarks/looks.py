"""What a switch of the looks costs with every page of the window built, over a book of 80 actions at 24 windows.

    python -m benchmarks.looks [--rounds 9] [--json FILE]

Timed from the wish to the end of the paint of the page at the front, the overview. Bar, on an idle machine: the median
of a switch of theme <= 150 ms. `text_size` is a switch of the text size, `wake` the first visit of a page after one.
"""

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.stopwatch import milliseconds, told
from desktop.app.application import Application
from desktop.app.process import qt
from desktop.models.vocabulary import Role
from desktop.views import pictures, theme
from tests import books

SIZE = (1366, 768)
BARS = {"theme": 150.0}


def seen(deed: Callable[[], object], application: Application) -> float:
    """Return the time of a deed to the end of the paint."""

    def to_the_paint() -> None:
        deed()
        QApplication.processEvents()
        application.window.repaint()

    return milliseconds(to_the_paint)


def started(folder: Path) -> Application:
    """Return the program with every page built, the overview at the front."""
    application = Application(qt())
    application.window.resize(*SIZE)
    application.window.show()
    books.make(folder / "looks.bianmin", edition=books.source(80, 24)).close()
    application.preferences.sit(Role.CHIEF, "Li")
    application.open(folder / "looks.bianmin")
    for page in (*application.window.pages, "overview"):
        application.window.go(page)
        pictures.settle(0.4)
    return application


def measure(application: Application, rounds: int) -> dict[str, float]:
    look = theme.current()
    themes, sizes, visits = [], [], []
    for turn in range(rounds):
        themes.append(seen(partial(look.wear, ("dark", "light")[turn % 2]), application))
        visits.append(seen(partial(application.window.go, "board"), application))
        application.window.go("overview")
        pictures.settle(0.1)
        sizes.append(seen(partial(look.wear, size=(130, 100)[turn % 2]), application))
        pictures.settle(0.1)
    look.wear("light", 100)
    return {
        "theme": statistics.median(themes), "theme_worst": max(themes),
        "text_size": statistics.median(sizes), "wake": statistics.median(visits),
    }  # fmt: skip


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--json", type=Path)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BIANMIN_HOME"] = folder
        application = started(Path(folder))
        found = measure(application, chosen.rounds)
        application.window.close()
    return int(not told(found, BARS, chosen.json))


if __name__ == "__main__":
    sys.exit(main())
