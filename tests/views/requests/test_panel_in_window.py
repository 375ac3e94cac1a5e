"""The panel in the whole window: digits on the list, one undo by its key, the shutter over somebody unmasked."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.models.request_rules import RequestStatus
from desktop.views.requests.screen import RequestsScreen
from desktop.views.requests.ways import Do
from tests import counter
from tests.private_words import WANG
from tests.views.lock.conftest import front

CONTROL = Qt.KeyboardModifier.ControlModifier


def _register(program: Callable[..., Application], qtbot: QtBot) -> tuple[Application, RequestsScreen, str]:
    application = program()
    key = counter.add(application.bridge.book, words=WANG)
    application.frame.go("requests")
    page = application.frame.page
    assert isinstance(page, RequestsScreen)
    qtbot.waitUntil(lambda: page.panel.row is not None)
    page.list.setFocus()
    return application, page, key


def _secrets_in(widget: QWidget) -> list[str]:
    said = [str(one.property("text") or "") + one.accessibleName() for one in widget.findChildren(QWidget)]
    return [secret for secret in (WANG.name, WANG.phone, WANG.id_last4) if secret in "\n".join(said)]


def test_a_digit_on_the_list_moves_and_ctrl_z_takes_it_back(program: Callable[..., Application], qtbot: QtBot) -> None:
    application, page, key = _register(program, qtbot)
    QTest.keyClick(page.list, Qt.Key.Key_1)
    assert counter.status(application.bridge.book, key) is RequestStatus.ACCEPTED
    front(application, qtbot)
    QTest.keyClick(application.window, Qt.Key.Key_Z, CONTROL)
    assert counter.status(application.bridge.book, key) is RequestStatus.REGISTERED


def test_the_shutter_ends_what_was_unmasked_and_no_widget_ever_held_it(
    program: Callable[..., Application], qtbot: QtBot
) -> None:
    application, page, _key = _register(program, qtbot)
    page.panel.want(Do.UNMASK)
    QTest.keyClicks(page.panel.form.fields.reason, "to call")
    QTest.keyClick(page.panel.form.fields.reason, Qt.Key.Key_Return)
    assert page.panel.contact.is_shown
    assert _secrets_in(application.window) == []
    front(application, qtbot)
    QTest.keyClick(application.window, Qt.Key.Key_F12)
    assert _secrets_in(page) == []
    assert page.panel.contact.painted.is_empty
