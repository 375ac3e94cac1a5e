"""From nothing to the first paint: a window with its grounds, then everything else.

What this module imports before the first paint decides how fast the program seems; a test keeps watch over it.
"""

from desktop.app.process import qt
from desktop.settings import Settings
from desktop.views.main_window import MainWindow
from desktop.views.tokens import DARK, LIGHT


def run(saved: Settings, book: str) -> int:
    """Show the window, fill it after its first paint, and return the exit code when it is closed."""
    program = qt()
    window = MainWindow(DARK if saved.theme == "dark" else LIGHT)
    window.take_shape(saved.geometry)
    applications = []

    def fill() -> None:
        from desktop import log
        from desktop.app import faults
        from desktop.app.application import Application

        log.start()

        application = Application(program, window)
        faults.tell(window.say)
        applications.append(application)
        application.begin(book)

    window.painted.connect(fill)
    window.show()
    return program.exec()
