"""The desk that locks itself: by the computer's clock, whether it slept or not."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.lock.idle import Idle


class Wrist:
    """A clock that a test sets."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_time_without_a_touch_passes_once(qtbot: QtBot) -> None:
    wrist, told = Wrist(), list[bool]()
    ground = QWidget()
    qtbot.addWidget(ground)
    idle = Idle(ground, wrist)
    idle.passed.connect(lambda: told.append(True))
    idle.wait(5)
    wrist.seconds = 299
    assert not idle.look()
    wrist.seconds = 300
    assert idle.look()
    assert not idle.look()
    assert told == [True]


def test_never_is_never(qtbot: QtBot) -> None:
    wrist = Wrist()
    ground = QWidget()
    qtbot.addWidget(ground)
    idle = Idle(ground, wrist)
    idle.wait(2)
    idle.wait(0)
    wrist.seconds = 1e9
    assert not idle.look()


def test_a_key_begins_the_time_anew_and_the_first_key_after_a_long_sleep_only_locks(qtbot: QtBot) -> None:
    wrist, told = Wrist(), list[bool]()
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    idle = Idle(field, wrist)
    idle.passed.connect(lambda: told.append(True))
    idle.wait(2)
    window = field.windowHandle()
    assert window is not None
    wrist.seconds = 100
    QTest.keyClick(window, Qt.Key.Key_A)
    wrist.seconds = 200
    assert not idle.look()
    wrist.seconds = 100 + 3600
    QTest.keyClick(window, Qt.Key.Key_B)
    assert told == [True]
    assert field.text() == "a"
