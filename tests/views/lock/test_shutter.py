"""The shutter of the counter: one key blanks everything, the same key gives it back, and it is no way around a lock."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.views.first_run.person_dialog import PersonDialog
from desktop.views.lock.shutter import ShutterPage
from tests.views.lock.conftest import Hit, Lock, Start, front, page_of
from tests.views.lock.test_locking import names

PLAIN = Qt.KeyboardModifier.NoModifier


def _shutter(application: Application) -> ShutterPage | None:
    page = application.window.centralWidget()
    return page if isinstance(page, ShutterPage) else None


def _told(application: Application) -> str:
    return " ".join(names(QAccessible.queryAccessibleInterface(application.window)))


def test_one_key_covers_all_and_the_same_key_gives_it_back(program: Start, hit: Hit) -> None:
    application = program()
    application.window.go("board")
    QApplication.processEvents()
    title = application.focus.board.actions[0].title_en
    assert title in _told(application)
    hit(application, Qt.Key.Key_F12, PLAIN)
    page = _shutter(application)
    assert page is not None
    QApplication.processEvents()
    assert title not in _told(application)
    shown = [one for one in application.window.findChildren(QWidget) if one.isVisible() and one is not page]
    assert all(page.isAncestorOf(one) for one in shown)
    hit(application, Qt.Key.Key_F12, PLAIN)
    assert _shutter(application) is None
    assert title in _told(application)
    assert application.window.here == "board"


def test_a_dialog_with_words_in_it_is_covered_and_comes_back_with_them(program: Start, hit: Hit, qtbot: QtBot) -> None:
    application = program()
    dialog = PersonDialog(application.focus.board.catalogue, "BUREAU", application.window)
    dialog.open()
    dialog.officer.setText("Ouyang")
    application.seating.shut()
    QApplication.processEvents()
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not application.window]
    assert others == []
    hit(application, Qt.Key.Key_F12, PLAIN)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.officer.text() == "Ouyang"


def test_other_keys_do_nothing_under_the_shutter(program: Start, hit: Hit) -> None:
    application = program()
    hit(application, Qt.Key.Key_F12, PLAIN)
    page = _shutter(application)
    for key in (Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_F1):
        QTest.keyClick(QApplication.focusWidget() or application.window, key)
    hit(application, Qt.Key.Key_3)
    assert _shutter(application) is page
    assert application.window.here == "overview"


def test_the_shutter_opens_no_lock_and_a_lock_takes_its_place(staffed: Application, lock: Lock, hit: Hit) -> None:
    page = lock(staffed)
    hit(staffed, Qt.Key.Key_F12, PLAIN)
    staffed.seating.shut()
    assert page_of(staffed) is page


def test_a_desk_that_locks_itself_under_the_shutter_asks_for_the_pin(
    staffed: Application, hit: Hit, qtbot: QtBot
) -> None:
    hit(staffed, Qt.Key.Key_F12, PLAIN)
    staffed.seating.lock()
    assert page_of(staffed).isVisible()
    front(staffed, qtbot)
    hit(staffed, Qt.Key.Key_F12, PLAIN)
    assert page_of(staffed).isVisible()
