"""A form that is not done: kept, asked about, covered; who was here before; nobody named where readers listen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.views.requests.entry import EntryDialog
from tests import books, counter
from tests.private_words import WANG
from tests.views.conftest import program
from tests.views.lock.test_locking import names
from tests.views.requests.taking import CTRL, ENTER, Open, choose, entry, hit, says, station
from tests.views.seat import Seat, fresh

__all__ = ["entry", "fresh", "program", "station"]


def test_esc_asks_before_anything_typed_is_lost(station: Seat, entry: Open, qtbot: QtBot) -> None:
    dialog = entry()
    choose(dialog, qtbot)
    says(dialog, WANG.name)
    hit(dialog, Qt.Key.Key_Escape)
    box = dialog.keeper.question
    assert isinstance(box, QMessageBox)
    assert dialog.isVisible()
    box.defaultButton().click()
    assert not dialog.isVisible()
    again = entry()
    assert again.fields.name.text() == WANG.name
    assert again.fields.matter.action == "A01"
    hit(again, Qt.Key.Key_Escape)
    hit(again, Qt.Key.Key_Escape)
    second = again.keeper.question
    assert second is not None
    next(one for one in second.buttons() if "Throw" in one.text()).click()
    assert entry().fields.is_empty
    assert station.book.private.get_all(["draft:request"]) == {}


def test_an_empty_form_closes_without_a_question(entry: Open) -> None:
    dialog = entry()
    hit(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.keeper.question is None


def test_a_form_outlives_a_crash(station: Seat, entry: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = entry()
    choose(dialog, qtbot)
    says(dialog, WANG.name)
    qtbot.waitUntil(lambda: bool(station.book.private.get_all(["draft:request"])), timeout=5000)
    other = Book.open(tmp_path / "b.bianmin", clock=Clock(station.hands))
    found = other.private.get("draft:request")
    other.close()
    assert found is not None
    assert found.name == WANG.name


def test_a_refusal_is_said_in_the_form_and_nothing_typed_is_lost(station: Seat, entry: Open, qtbot: QtBot) -> None:
    station.focus.sit(books.BUREAU)
    dialog = entry()
    choose(dialog, qtbot)
    says(dialog, WANG.name)
    hit(dialog, ENTER, CTRL)
    assert "may not register" in dialog.body.said
    assert dialog.fields.name.text() == WANG.name
    assert dialog.body.save.isEnabled()


def test_who_was_here_before_is_shown_and_can_be_opened_or_taken_up(station: Seat, entry: Open, qtbot: QtBot) -> None:
    key = counter.add(station.book, words=WANG)
    dialog = entry()
    choose(dialog, qtbot)
    dialog.fields.phone.setFocus()
    says(dialog, WANG.phone)
    qtbot.waitUntil(lambda: bool(dialog.alike.found))
    shown = dialog.alike.list.item(0).text()
    assert station.book.requests().rows[0].number in shown
    assert WANG.phone not in shown
    assert WANG.name not in shown
    dialog.alike.list.setFocus()
    hit(dialog, Qt.Key.Key_F)
    assert dialog.fields.follows.isVisible()
    with qtbot.waitSignal(dialog.open_asked) as told:
        hit(dialog, ENTER)
    assert told.args == [key]
    again = entry()
    again.send()
    assert station.book.requests().rows[0].follows == key


def test_no_word_of_the_citizen_is_in_a_name_for_readers(station: Seat, entry: Open, qtbot: QtBot) -> None:
    counter.add(station.book, words=WANG)
    dialog = entry()
    choose(dialog, qtbot)
    dialog.fields.phone.setFocus()
    says(dialog, WANG.phone)
    qtbot.waitUntil(lambda: bool(dialog.alike.found))
    named = [one.accessibleName() + one.accessibleDescription() + one.toolTip() for one in dialog.findChildren(QWidget)]
    assert not [one for one in named if WANG.phone in one or WANG.name in one]


def test_the_shutter_covers_the_form_by_its_key_and_gives_it_back(
    program: Callable[..., Application], qtbot: QtBot
) -> None:
    application = program()
    dialog = EntryDialog(application.focus, application.bridge, "W1", application.window)
    dialog.open()

    def has_keyboard() -> bool:
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog.isActiveWindow()

    qtbot.waitUntil(has_keyboard)
    dialog.fields.name.setText(WANG.name)
    QTest.keyClick(dialog, Qt.Key.Key_F12)
    QApplication.processEvents()
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not application.window]
    assert WANG.name not in " ".join(names(QAccessible.queryAccessibleInterface(application.window)))
    application.seating.uncover()
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.fields.name.text() == WANG.name
    dialog.keeper.rest()
    dialog.done(0)


def test_nothing_of_a_citizen_is_left_behind_the_number_or_can_be_brought_back(
    station: Seat, entry: Open, qtbot: QtBot
) -> None:
    dialog = entry()
    choose(dialog, qtbot)
    for words in (WANG.name, WANG.phone, "002X"):
        says(dialog, words)
        hit(dialog, ENTER)
    says(dialog, WANG.text)
    hit(dialog, ENTER, CTRL)
    fields = dialog.fields
    assert dialog.done_page.isVisible()
    assert fields.is_empty
    for field in (fields.name, fields.phone, fields.number):
        field.undo()
    fields.words.undo()
    assert fields.is_empty
