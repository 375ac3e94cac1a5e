"""What is wrong with this computer, one sentence a line, and said before Qt can abort."""

import os

from desktop.doctor.finding import Finding, Level

__all__ = ["Finding", "Level", "examine", "preflight"]


def examine() -> list[Finding]:
    """Return everything that was looked at, in the language in use; the engine is loaded, some tenths of a second."""
    from desktop.doctor import fonts, machine, screen

    looks = (
        machine.python, screen.qt, screen.libraries, screen.display, fonts.screen, fonts.paper, machine.engine,
        machine.folder, machine.room, machine.clock, screen.input_method,
    )  # fmt: skip
    return [look() for look in looks]


def preflight() -> list[Finding]:
    """Return what keeps a window from opening, empty when nothing does.

    Takes some milliseconds. Call it before Qt is imported: it also turns Qt to the input method of this computer.
    """
    from desktop.doctor import screen

    os.environ.update(screen.input_method_guard(os.environ))
    return [found for found in (screen.qt(), screen.libraries(), screen.display()) if found.level is Level.WRONG]
