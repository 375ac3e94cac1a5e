"""Pictures of every page: for the documents, and for looking around where there is no display."""

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop import i18n
from desktop.views.main_window import MainWindow
from desktop.views.preferences import Preferences

LOOKS = (("light", 1366, 768), ("light", 1920, 1080), ("dark", 1366, 768), ("dark", 1920, 1080))
_FIRST_VISIT = 0.8
"""Seconds given to timers and workers of a page that was just built."""
_REDRESS = 0.25


Look = tuple[str, int, int]
"""Theme, width and height in pixels."""


def take(
    window: MainWindow, preferences: Preferences, pages: Sequence[str], folder: Path, looks: Sequence[Look] = LOOKS
) -> list[Path]:
    """Save a picture of every page in every language and look as `page-language-theme-width.png`; return the files."""
    taken: list[Path] = []
    for language in i18n.LANGUAGES:
        preferences.speak(language)
        for page in pages:
            window.go(page)
            settle(_FIRST_VISIT)
            for theme, width, height in looks:
                preferences.wear(theme)
                window.resize(width, height)
                window.go(page)  # a page says the look in use when it is come to
                settle(_REDRESS if page != pages[0] else _FIRST_VISIT)  # the first page reads more in larger rooms
                taken.append(save(window, folder / f"{page}-{language}-{theme}-{width}.png"))
    return taken


def take_dialogs(window: MainWindow, file: Path) -> list[Path]:
    """Save a picture of the dialog over the window, close it, and return the file; nothing when there is none."""
    settle(_FIRST_VISIT)
    there = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    taken = [save(dialog, file) for dialog in there[:1]]
    for dialog in there:
        dialog.close()
    return taken


def type_into(field: QWidget, text: str) -> None:
    """Type a text into a field, key by key, as a person does."""
    field.setFocus()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def save(widget: QWidget, file: Path) -> Path:
    """Save a picture of a widget. Raises OSError when the file cannot be written."""
    if not widget.grab().save(str(file)):
        raise OSError(None, "cannot be written", str(file))
    return file


def settle(seconds: float = _FIRST_VISIT) -> None:
    """Let everything that waits be done: events, timers, pages to be taken away."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.005)
