"""From nothing to the first paint: a window with its grounds, then everything else.

What this module imports before the first paint decides how fast the program seems; a test keeps watch over it.
"""

import gc
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop.app.process import qt
from desktop.settings import Settings
from desktop.views.main_window import MainWindow
from desktop.views.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from desktop.app.application import Application


_PAINTED_MS = 20
"""Time for the first figures to be painted; what goes wrong before is logged all the same."""


def _keep_log(show: Callable[[str], None] | None = None) -> None:
    """Write the log from now on, and show a report of what goes wrong."""
    from desktop import log
    from desktop.app import faults

    log.start()
    if show is not None:
        faults.tell(show)


def run(saved: Settings, book: str) -> int:
    """Show the window, fill it after its first paint, and return the exit code when it is closed."""
    gc.disable()  # what is imported now stays: to look for garbage in it is in vain; Tidy collects from then on
    program = qt()
    window = MainWindow(DARK if saved.theme == "dark" else LIGHT)
    applications: list[Application] = []

    def fill() -> None:
        from PySide6.QtGui import QFontDatabase

        threading.Thread(target=QFontDatabase.families, daemon=True).start()  # reads all fonts while this one imports
        from desktop.app.application import Application

        try:
            applications.append(Application(program, window))
            applications[0].begin(book)
        except BaseException:
            _keep_log()
            raise
        QTimer.singleShot(_PAINTED_MS, window, lambda: _keep_log(applications[0].show_fault))

    window.painted.connect(fill)
    if window.take_shape(saved.geometry):
        window.show()
    else:
        window.take_room()
    return program.exec()
