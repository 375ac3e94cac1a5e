"""Pictures of every page: for the documents, and for looking around where there is no display."""

import itertools
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop import i18n
from desktop.views.main_window import MainWindow
from desktop.views.preferences import Preferences

LOOKS = (("light", 1366, 768), ("light", 1920, 1080), ("dark", 1366, 768), ("dark", 1920, 1080))
_REST = 0.15
"""Seconds given to timers and workers before a picture is taken."""


def take(window: MainWindow, preferences: Preferences, pages: Sequence[str], folder: Path) -> list[Path]:
    """Save a picture of every page in every language and look as `page-language-theme-width.png`; return the files."""
    taken: list[Path] = []
    for language, (theme, width, height) in itertools.product(i18n.LANGUAGES, LOOKS):
        preferences.speak(language)
        preferences.wear(theme)
        window.resize(width, height)
        for page in pages:
            window.go(page)
            settle()
            taken.append(save(window, folder / f"{page}-{language}-{theme}-{width}.png"))
    return taken


def save(widget: QWidget, file: Path) -> Path:
    """Save a picture of a widget. Raises OSError when the file cannot be written."""
    if not widget.grab().save(str(file)):
        raise OSError(None, "cannot be written", str(file))
    return file


def settle(seconds: float = _REST) -> None:
    """Let everything that waits be done: events, timers, pages to be taken away."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.005)
