"""Desk and safety: officers are added, PINs set and reset, the lock timed; what a role may not do says who may."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.models import recovery_key
from desktop.models.admission import Admission
from desktop.models.bare import is_locked, opens
from desktop.models.recovery_key import RecoveryKey
from desktop.models.refusals import RuleBroken
from desktop.models.vocabulary import Role
from desktop.views.lock.page import LockPage
from desktop.views.settings.desk_card import DeskCard
from desktop.views.settings.encrypt_dialog import EncryptDialog, RecoveryDialog
from desktop.views.settings.officer_dialog import OfficerDialog
from desktop.views.settings.pin_dialog import PinDialog
from desktop.views.settings.screen import SettingsScreen
from tests.models.test_pins import CHEAP
from tests.views.seat import click

Start = Callable[..., Application]
PIN, LONG = "5381", "83512790"


def card_of(application: Application) -> DeskCard:
    application.window.go("settings")
    page = application.window.page
    assert isinstance(page, SettingsScreen)
    QApplication.processEvents()
    return page.desk


@pytest.fixture
def staffed(program: Start) -> Application:
    """A chief who sits here, and a clerk."""
    application = program()
    admission = Admission(application.bridge.book, cost=CHEAP)
    application.keeper.take(admission)
    desk = application.focus.desk
    admission.officers.add(desk, desk.officer, desk.role)
    admission.officers.add(desk, "王芳", Role.CLERK)
    application.keeper.changed.emit()
    return application


def test_the_first_officer_added_is_who_sits_here(program: Start) -> None:
    application = program()
    card = card_of(application)
    assert card.none.isVisible()
    assert not card.pin.isEnabled()
    click(card.add)
    dialog = application.window.findChild(OfficerDialog)
    assert isinstance(dialog, OfficerDialog)
    assert (dialog.name.text(), dialog.role.value) == ("Li Qiang", Role.CHIEF)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert [one.desk for one in application.keeper.officers] == [application.focus.desk]
    assert card.list.isVisible()
    page = application.window.page
    assert isinstance(page, SettingsScreen)
    assert not page.officer.isEnabled()
    assert "switch the person" in page.role.toolTip()
    assert page.switch.isVisible()


def test_ones_own_pin_is_set_and_then_asked_for_when_it_is_changed(staffed: Application) -> None:
    card = card_of(staffed)
    card.list.setCurrentRow(0)
    click(card.pin)
    dialog = next(one for one in staffed.window.findChildren(PinDialog) if one.isVisible())
    assert not dialog.old.isVisible()
    for field, typed in ((dialog.new, PIN), (dialog.again, "5382")):
        QTest.keyClicks(field, typed)
    click(dialog.save)
    assert "The two PINs differ" in dialog.fault.text()
    dialog.again.setText(PIN)
    click(dialog.save)
    assert not dialog.isVisible()
    assert staffed.keeper.admission.officers.guarded
    assert staffed.seating.idle_minutes == 10
    click(card.pin)
    dialog = next(one for one in staffed.window.findChildren(PinDialog) if one.isVisible())
    assert dialog.old.isVisible()
    dialog.old.setText("0007")
    click(dialog.remove)
    assert "That is not Li Qiang's PIN" in dialog.fault.text()
    dialog.old.setText(PIN)
    click(dialog.remove)
    assert not staffed.keeper.admission.officers.guarded


def test_a_chief_resets_a_clerk_s_pin_and_a_clerk_reads_who_may(staffed: Application) -> None:
    card = card_of(staffed)
    card.list.setCurrentRow(1)
    click(card.pin)
    dialog = next(one for one in staffed.window.findChildren(PinDialog) if one.isVisible())
    dialog.new.setText(PIN)
    dialog.again.setText(PIN)
    click(dialog.save)
    clerk = staffed.keeper.admission.officers.named("王芳")
    assert staffed.keeper.admission.admit(clerk.id, PIN).role is Role.CLERK
    staffed.preferences.sit(Role.CLERK, "王芳")
    card.list.setCurrentRow(0)
    for barred in (card.add, card.pin, card.remove, card.idle, card.encrypt, card.recovery):
        assert not barred.isEnabled()
        assert "this is for Chief of unit or Bureau administrator" in barred.toolTip()
    card.list.setCurrentRow(1)
    assert card.pin.isEnabled()


def test_the_lock_is_timed_at_once_and_an_officer_removed_after_a_question(staffed: Application) -> None:
    card = card_of(staffed)
    click(card.idle.button(5))
    assert staffed.seating.idle_minutes == 5
    card.list.setCurrentRow(1)
    click(card.remove)
    box = next(one for one in staffed.window.findChildren(QMessageBox) if one.isVisible())
    click(box.button(QMessageBox.StandardButton.Yes))
    assert [one.name for one in staffed.keeper.officers] == ["Li Qiang"]


def test_a_new_recovery_key_counts_once_it_is_on_paper_and_read_from_it(
    staffed: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    admission = staffed.keeper.admission
    admission.set_pin(admission.officers.named("王芳").id, PIN)
    staffed.keeper.changed.emit()
    click(card_of(staffed).recovery)
    dialog = staffed.window.findChild(RecoveryDialog)
    assert isinstance(dialog, RecoveryDialog)
    view = dialog.recovery
    view.group.setText(view.key.groups[view.asked - 1])
    view.group.textEdited.emit(view.group.text())
    assert not dialog.use.isEnabled()
    view.save_to(tmp_path / "sheet")
    qtbot.waitUntil(dialog.use.isEnabled, timeout=20_000)
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o077 == 0
    click(dialog.use)
    assert admission.is_recovery(view.key)


def asked_to_encrypt(application: Application) -> RecoveryKey:
    """Go through the dialog up to its last button but for the paper, as the next test does with it."""
    key = recovery_key.new()
    application.keeper.encrypt_asked.emit("", LONG, key)
    return key


def test_a_book_is_encrypted_opened_by_pin_and_decrypted_on_the_screen(staffed: Application, qtbot: QtBot) -> None:
    path = staffed.bridge.book.path
    key = asked_to_encrypt(staffed)
    qtbot.waitUntil(lambda: staffed.bridge.is_open and is_locked(path), timeout=20_000)
    assert "It opens by PIN from now on" in staffed.window.toast.text
    assert staffed.focus.desk.officer == "Li Qiang"
    card = card_of(staffed)
    assert card.state.text() == "The book is encrypted."
    staffed.window.close()

    again = Application(QApplication.instance())  # type: ignore[arg-type]  # the program of these tests
    again.preferences.speak("en")
    again.begin(str(path))
    page = again.seating.page
    assert isinstance(page, LockPage)
    assert not again.focus.loaded
    QTest.keyClicks(page.seats.pin, "83512791")
    QTest.keyClick(page.seats.pin, Qt.Key.Key_Return)
    assert "That is not Li Qiang's PIN" in page.seats.fault.text()
    page.recovered.emit(page.seats.chosen.id if page.seats.chosen else "", str(key), "66427719")
    assert again.bridge.is_open
    assert again.seating.page is None
    chief = again.keeper.admission.officers.sitting(again.focus.desk)
    assert chief is not None
    assert again.keeper.admission.admit(chief.id, "66427719").name == "Li Qiang"
    again.keeper.decrypt_asked.emit()
    qtbot.waitUntil(lambda: again.bridge.is_open and opens(path, None), timeout=3_000)
    with pytest.raises(RuleBroken, match="pin_wrong"):
        again.keeper.admission.admit(chief.id, LONG)
    again.window.close()


def test_encrypting_begins_only_with_a_pin_that_is_long_enough_and_a_sheet_that_was_read(staffed: Application) -> None:
    click(card_of(staffed).encrypt)
    dialog = staffed.window.findChild(EncryptDialog)
    assert isinstance(dialog, EncryptDialog)
    for pin, again, said in ((PIN, PIN, "at least 8"), (LONG, LONG[:-1] + "1", "differ")):
        dialog.new.setText(pin)
        dialog.again.setText(again)
        click(dialog.next)
        assert said in dialog.fault.text()
    dialog.again.setText(LONG)
    click(dialog.next)
    assert dialog.recovery.isVisible()
    assert not dialog.encrypt.isEnabled()
    dialog.reject()
    assert opens(staffed.bridge.book.path, None)
