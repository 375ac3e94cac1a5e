"""Switching the person at the desk by keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.models.vocabulary import Role
from desktop.views.lock.seats import Seats
from desktop.views.lock.switch import SwitchDialog
from tests.views.lock.conftest import CTRL, PIN, SHIFT, Hit, Start


def test_the_panel_switches_the_person_by_initials_pin_and_enter(staffed: Application, hit: Hit) -> None:
    hit(staffed, Qt.Key.Key_U, CTRL | SHIFT)
    dialog = staffed.window.findChild(SwitchDialog)
    assert isinstance(dialog, SwitchDialog)
    QTest.keyClicks(dialog.seats.list, "wf")
    QTest.keyClick(dialog.seats.list, Qt.Key.Key_Return)
    assert staffed.focus.desk.officer == "王芳"
    hit(staffed, Qt.Key.Key_U, CTRL | SHIFT)
    dialog = next(one for one in staffed.window.findChildren(SwitchDialog) if one.isVisible())
    QTest.keyClicks(dialog.seats.list, "lq")
    QTest.keyClick(dialog.seats.list, Qt.Key.Key_5)
    assert dialog.focusWidget() is dialog.seats.pin
    QTest.keyClicks(dialog.seats.pin, PIN[1:])
    QTest.keyClick(dialog.seats.pin, Qt.Key.Key_Return)
    assert (staffed.focus.desk.officer, staffed.focus.desk.role) == ("Li Qiang", Role.CHIEF)


def test_the_panel_leaves_the_seat_as_it_is_when_the_pin_is_wrong_or_esc_is_pressed(
    staffed: Application, hit: Hit
) -> None:
    staffed.preferences.sit(Role.CLERK, "王芳")
    hit(staffed, Qt.Key.Key_U, CTRL | SHIFT)
    dialog = staffed.window.findChild(SwitchDialog)
    assert isinstance(dialog, SwitchDialog)
    QTest.keyClicks(dialog.seats.list, "l")
    QTest.keyClick(dialog.seats.list, Qt.Key.Key_9)
    QTest.keyClick(dialog.seats.pin, Qt.Key.Key_Return)
    assert "asks the chief of the unit or the bureau" in dialog.seats.fault.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert staffed.focus.desk.officer == "王芳"


def test_where_nobody_is_known_the_key_says_where_to_begin(program: Start, hit: Hit) -> None:
    application = program()
    for key, modifiers in ((Qt.Key.Key_L, CTRL), (Qt.Key.Key_U, CTRL | SHIFT)):
        application.window.toast.hide()
        hit(application, key, modifiers)
        assert application.seating.page is None
        assert "add officers in the settings" in application.window.toast.text


def test_enter_waits_until_the_names_are_read(staffed: Application, hit: Hit, qtbot: QtBot) -> None:
    staffed.preferences.sit(Role.CHIEF, "Li Qiang")
    Seats._readings.clear()
    hit(staffed, Qt.Key.Key_U, CTRL | SHIFT)
    dialog = staffed.window.findChild(SwitchDialog)
    assert isinstance(dialog, SwitchDialog)
    dialog.seats.list.setFocus()
    QTest.keyClicks(dialog.seats.list, "wf")
    QTest.keyClick(dialog.seats.list, Qt.Key.Key_Return)
    assert staffed.focus.desk.officer == "Li Qiang"
    qtbot.waitUntil(lambda: staffed.focus.desk.officer == "王芳")
