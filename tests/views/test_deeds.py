from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.app.application import Application
from desktop.models.vocabulary import Status
from desktop.views.keys import KeySheet, groups

Start = Callable[..., Application]


def test_every_deed_of_every_page_has_its_own_name_and_its_own_key(program: Start) -> None:
    application = program()
    for page in application.window.pages:
        application.frame.go(page)
        deeds = application.frame.deeds.all
        names = [deed.id for deed in deeds]
        keys = [deed.keys for deed in deeds if deed.keys]
        assert len(set(names)) == len(names), page
        assert len(set(keys)) == len(keys), page


def test_the_item_menu_is_there_only_where_something_can_be_chosen(program: Start) -> None:
    application = program()
    menu = application.frame.menus.menus["item"].menuAction()
    assert not menu.isVisible()
    application.frame.go("board")
    assert menu.isVisible()
    application.frame.go("overview")
    assert not menu.isVisible()


def test_the_menu_sets_the_state_of_what_is_chosen(program: Start) -> None:
    application = program()
    application.frame.go("board")
    chosen = application.focus.chosen
    action = application.frame.menus.action("set.not_applicable")
    assert action is not None
    application.frame.menus.menus["item"].aboutToShow.emit()
    assert not action.isEnabled()
    assert "bureau" in action.toolTip().lower()
    application.frame.menus.menus["item"].aboutToHide.emit()
    action.trigger()
    assert "bureau" in application.window.toast.text.lower()
    assert application.bridge.book.commitments([chosen])[0].status is Status.NOT_STARTED


def test_f1_lists_the_keys_of_the_page_of_the_window_and_of_forms(program: Start) -> None:
    application = program()
    application.frame.go("board")
    QTest.keyClick(application.window, Qt.Key.Key_F1)
    sheet = application.window.findChild(KeySheet)
    assert sheet is not None
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Ctrl+P", "Print progress sheet", "Set: Blocked", "In forms"} <= words
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_list_of_keys_leaves_out_what_has_no_key(program: Start) -> None:
    application = program()
    listed = {does for _title, rows in groups(application.frame.deeds, "Overview") for _key, does in rows}
    assert "About" not in listed
    assert "Undo" in listed
