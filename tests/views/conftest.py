"""The seat for these tests, a whole window over it, and what is held out to it: a photo, a print queue."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.app.application import Application
from desktop.models.book import Book
from desktop.models.vocabulary import Role
from desktop.views import theme
from tests.views.seat import fresh, seat

__all__ = ["fresh", "program", "seat"]

Start = Callable[..., Application]


def _is_at_the_front(application: Application) -> bool:
    """Ask for the keyboard until it comes: the closing of a former test's window takes it away now and then."""
    application.window.activateWindow()
    return application.window.isActiveWindow()


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot, qapp: QApplication, fresh: Path) -> Iterator[Start]:
    """Return a way to start the whole program in English on a small book, as a person who is known."""
    started: list[Application] = []

    def start(*, known: bool = True, width: int = 1366, height: int = 768) -> Application:
        i18n.use("en")
        theme.current().wear("light", 100)
        path = tmp_path / "small.bianmin"
        if not path.exists():
            shutil.copy(fresh, path)
        application = Application(qapp)
        application.preferences.speak("en")
        if known:
            application.preferences.sit(Role.CHIEF, "Li Qiang")
        started.append(application)
        qtbot.addWidget(application.window)
        application.window.resize(width, height)
        with qtbot.waitExposed(application.window):
            application.window.show()
        qtbot.waitUntil(lambda: _is_at_the_front(application))
        application.frame.go("overview")
        assert application.open(path)
        return application

    yield start
    for application in started:
        application.bridge.close()
    theme.current().wear("light", 100)
    i18n.use(i18n.DEFAULT)


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A print system of two small programs: one queue, which keeps what it is sent."""
    folder = tmp_path / "bin"
    folder.mkdir()
    answers = {
        "lpstat": '[ "$1" = -e ] && echo Window-Hall || echo "system default destination: Window-Hall"',
        "lp": f'for last; do :; done; cp "$last" {tmp_path}/sent.pdf; echo "request id is Window-Hall-7 (1 file(s))"',
    }
    for name, answer in answers.items():
        (folder / name).write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    return tmp_path / "sent.pdf"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A small green photo in a file."""
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    path = tmp_path / "photo.png"
    image.save(str(path))
    return path


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Book]:
    """Open the same small book once more, as another process would."""
    book = Book.open(tmp_path / "small.bianmin")
    yield book
    book.close()
