"""Locking and unlocking by keys: nothing is seen, heard or reached while the window is covered."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop import paths, settings
from desktop.app.application import Application
from desktop.models import recovery_key
from desktop.models.vocabulary import Role, Status
from desktop.views.board.screen import BoardScreen
from desktop.views.lock.idle import Idle
from desktop.views.lock.page import LockPage
from tests.views.lock.conftest import CTRL, PIN, SHIFT, Hit, Lock, Start, page_of


def names(interface: QAccessibleInterface | None) -> Iterator[str]:
    """Return every name and value that a screen reader could read below something."""
    if interface is None:
        return
    yield interface.text(QAccessible.Text.Name)
    yield interface.text(QAccessible.Text.Value)
    yield interface.text(QAccessible.Text.Description)
    for at in range(interface.childCount()):
        yield from names(interface.child(at))


def test_a_locked_window_shows_and_tells_nothing_of_the_book(staffed: Application, lock: Lock) -> None:
    staffed.window.go("board")
    QApplication.processEvents()
    title = staffed.focus.board.actions[0].title_en
    window = staffed.focus.board.windows[0].name_en
    told = " ".join(names(QAccessible.queryAccessibleInterface(staffed.window)))
    assert title in told
    assert window in told
    page = lock(staffed)
    QApplication.processEvents()
    assert staffed.window.centralWidget() is page
    assert page.size() == staffed.window.size()
    shown = [one for one in staffed.window.findChildren(QWidget) if one.isVisible() and one is not page]
    assert all(page.isAncestorOf(one) for one in shown)
    told = " ".join(names(QAccessible.queryAccessibleInterface(staffed.window)))
    assert title not in told
    assert window not in told
    assert "王芳" in told


def test_no_shortcut_and_no_menu_is_heard_while_the_window_is_locked(
    staffed: Application, lock: Lock, hit: Hit
) -> None:
    hit(staffed, Qt.Key.Key_3)
    assert staffed.window.here == "window"
    lock(staffed)
    before = len(list(staffed.bridge.book.entries()))
    for key in (Qt.Key.Key_1, Qt.Key.Key_O, Qt.Key.Key_P, Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_D, Qt.Key.Key_Z):
        hit(staffed, key)
    for key in (Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_F10, Qt.Key.Key_Escape, Qt.Key.Key_Alt):
        hit(staffed, key, Qt.KeyboardModifier.NoModifier)
    hit(staffed, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    hit(staffed, Qt.Key.Key_U, CTRL | SHIFT)
    QApplication.processEvents()
    assert staffed.window.here == "window"
    assert QApplication.activePopupWidget() is None
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not staffed.window] == []
    assert len(list(staffed.bridge.book.entries())) == before
    assert page_of(staffed).isVisible()


def test_the_same_officer_unlocks_by_pin_and_enter(staffed: Application, lock: Lock, hit: Hit) -> None:
    staffed.window.go("board")
    page = lock(staffed)
    assert staffed.window.focusWidget() is page.seats.pin
    QTest.keyClicks(page.seats.pin, "5382")
    QTest.keyClick(page.seats.pin, Qt.Key.Key_Return)
    assert "That is not Li Qiang's PIN" in page.seats.fault.text()
    assert page.seats.pin.text() == ""
    page.seats.pin.insert("５３８１")
    QTest.keyClick(page.seats.pin, Qt.Key.Key_Return)
    assert staffed.seating.page is None
    assert staffed.window.page is not None
    assert staffed.window.page.isVisible()
    hit(staffed, Qt.Key.Key_1)
    assert staffed.window.here == "overview"


def test_another_officer_takes_the_locked_seat_and_his_deeds_carry_him(staffed: Application, lock: Lock) -> None:
    page = lock(staffed)
    QTest.keyClick(page.seats.pin, Qt.Key.Key_Down)
    assert page.seats.chosen is not None
    assert page.seats.chosen.name == "王芳"
    assert not page.seats.pin.isEnabled()
    QTest.keyClick(page.seats.list, Qt.Key.Key_Return)
    assert staffed.seating.page is None
    assert (staffed.focus.desk.officer, staffed.focus.desk.role) == ("王芳", Role.CLERK)
    assert (staffed.focus.unit, staffed.focus.window) == ("S1", "W1")
    assert settings.load().officer == "王芳"


def test_a_form_that_is_being_filled_is_there_afterwards(staffed: Application, qtbot: QtBot, lock: Lock) -> None:
    staffed.window.go("board")
    board = staffed.window.page
    assert isinstance(board, BoardScreen)
    QApplication.processEvents()
    QTest.keyClick(board.pane.grid_view, Qt.Key.Key_2)
    note = next(one for one in board.findChildren(QPlainTextEdit) if one.isVisible())
    QTest.keyClicks(note, "half a sen")
    page = lock(staffed)
    assert not note.isVisible()
    QTest.keyClicks(page.seats.pin, PIN)
    QTest.keyClick(page.seats.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(note.isVisible)
    assert note.toPlainText() == "half a sen"
    assert staffed.window.focusWidget() is note
    assert staffed.bridge.book.commitments(["A01@W1"])[0].status is Status.NOT_STARTED


def test_a_dialog_that_is_open_is_taken_away_and_given_back_with_its_words(staffed: Application, qtbot: QtBot) -> None:
    dialog = QDialog(staffed.window)
    qtbot.addWidget(dialog)
    field = QLineEdit("a number", dialog)
    field.setAccessibleName("Words of a citizen")
    dialog.open()
    staffed.seating.lock()
    QApplication.processEvents()
    assert not dialog.isVisible()
    assert QAccessible.queryAccessibleInterface(dialog).parent() is not QAccessible.queryAccessibleInterface(
        staffed.window
    )
    whole = QApplication.instance()
    assert whole is not None
    assert "Words of a citizen" not in " ".join(names(QAccessible.queryAccessibleInterface(whole)))
    pin = page_of(staffed).seats.pin
    QTest.keyClicks(pin, PIN)
    QTest.keyClick(pin, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.isVisible)
    assert field.text() == "a number"
    assert dialog.isModal()
    dialog.close()


def test_a_box_that_wants_to_open_meanwhile_waits(staffed: Application, qtbot: QtBot, lock: Lock) -> None:
    lock(staffed)
    staffed.frame.tell("Damage", "Seven figures")
    QApplication.processEvents()
    box = next(one for one in QApplication.allWidgets() if isinstance(one, QMessageBox))
    assert not box.isVisible()
    pin = page_of(staffed).seats.pin
    QTest.keyClicks(pin, PIN)
    QTest.keyClick(pin, Qt.Key.Key_Return)
    qtbot.waitUntil(box.isVisible)
    box.close()


def test_the_window_locks_by_itself_once_there_is_a_pin(staffed: Application) -> None:
    assert staffed.seating.idle_minutes == 10
    idle = staffed.seating.findChild(Idle)
    assert isinstance(idle, Idle)
    idle.passed.emit()
    page = page_of(staffed)
    idle.passed.emit()
    assert page_of(staffed) is page


def test_what_a_start_says_waits_for_somebody_to_take_the_seat(staffed: Application, lock: Lock) -> None:
    (paths.data() / "backups").mkdir(exist_ok=True)
    page = lock(staffed)
    staffed.check()
    assert "backup" not in staffed.window.toast.text
    page.seats.taken.emit(staffed.keeper.officers[0].id, PIN)
    assert staffed.window.toast.text == "There is no backup of this book yet."


def test_a_guarded_book_shows_no_figure_before_the_pin(staffed: Application, program: Start) -> None:
    path = staffed.bridge.book.path
    staffed.window.close()
    again = Application(QApplication.instance())  # type: ignore[arg-type]  # the program of these tests
    again.preferences.speak("en")
    again.begin(str(path))
    assert isinstance(again.window.centralWidget(), LockPage)
    page = page_of(again)
    QTest.keyClicks(page.seats.pin, PIN)
    QTest.keyClick(page.seats.pin, Qt.Key.Key_Return)
    assert again.seating.page is None
    assert again.focus.desk.officer == "Li Qiang"
    again.window.close()


def test_a_forgotten_pin_is_set_anew_by_the_recovery_key(staffed: Application, lock: Lock) -> None:
    key = recovery_key.new()
    staffed.keeper.admission.use_recovery(staffed.focus.desk, key)
    page = lock(staffed)
    QTest.mouseClick(page.forgotten, Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.recover.key, str(key)[:-1] + "?")
    QTest.keyClick(page.recover.key, Qt.Key.Key_Return)
    assert "A recovery key has 40 signs" in page.recover.fault.text()
    page.recover.key.clear()
    QTest.keyClicks(page.recover.key, str(key).lower())
    for field, pin in ((page.recover.new, "6642"), (page.recover.again, "6643")):
        QTest.keyClicks(field, pin)
    QTest.mouseClick(page.recover.done, Qt.MouseButton.LeftButton)
    assert "differ" in page.recover.fault.text()
    page.recover.again.clear()
    QTest.keyClicks(page.recover.again, "6642")
    QTest.keyClick(page.recover.again, Qt.Key.Key_Return)
    assert staffed.seating.page is None
    chief = staffed.keeper.admission.officers.sitting(staffed.focus.desk)
    assert chief is not None
    assert staffed.keeper.admission.admit(chief.id, "6642").name == "Li Qiang"
