"""The whole program for these tests, with officers at its book, and ways to press the keys of its window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.models.admission import Admission
from desktop.models.vocabulary import Role
from desktop.search.pronouncing import readings
from desktop.views.lock.page import LockPage
from desktop.views.lock.seats import Seats
from tests.models.test_pins import CHEAP
from tests.views.conftest import program
from tests.views.seat import fresh

__all__ = ["fresh", "program"]
Start = Callable[..., Application]
Hit = Callable[..., None]
Lock = Callable[[Application], LockPage]
PIN = "5381"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def staffed(program: Start, qtbot: QtBot) -> Application:
    """The program with a chief who sits here and has a PIN, and a clerk who has none."""
    Seats._readings.update(readings(["王芳"]))
    application = program()
    admission = Admission(application.bridge.book, cost=CHEAP)
    desk = application.focus.desk
    chief = admission.officers.add(desk, desk.officer, desk.role)
    admission.officers.add(desk, "王芳", Role.CLERK, "S1", "W1")
    admission.set_pin(chief.id, PIN)
    application.keeper.take(admission)
    front(application, qtbot)
    return application


def front(application: Application, qtbot: QtBot) -> None:
    """Wait until the window has the keyboard: without a desktop it comes and goes."""

    def is_there() -> bool:
        application.window.activateWindow()
        QApplication.processEvents()
        return application.window.isActiveWindow()

    qtbot.waitUntil(is_there)


def page_of(application: Application) -> LockPage:
    page = application.seating.page
    assert page is not None
    return page


@pytest.fixture
def hit(qtbot: QtBot) -> Hit:
    """Return a way to press a key of the whole window, once it has the keyboard."""

    def press(application: Application, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
        front(application, qtbot)
        QTest.keyClick(application.window, key, modifiers)

    return press


@pytest.fixture
def lock(hit: Hit) -> Lock:
    """Return a way to lock the window by its key."""

    def press(application: Application) -> LockPage:
        hit(application, Qt.Key.Key_L)
        return page_of(application)

    return press
