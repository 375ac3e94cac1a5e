"""A request is taken in by the keyboard: six keys, one number, its matter found as it is typed."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.models.request_rules import Applicant, Channel
from desktop.search import pronouncing
from tests.private_words import WANG
from tests.views.requests.taking import CODE, CTRL, ENTER, ID, SHIFT, Open, choose, entry, hit, rows, says, station
from tests.views.seat import Seat

__all__ = ["entry", "station"]


def test_a_case_takes_six_keys_beside_its_words(station: Seat, entry: Open, qtbot: QtBot) -> None:
    dialog = entry()
    keys = []
    choose(dialog, qtbot)
    keys.append("Enter")
    for words in (WANG.name, WANG.phone, "002X"):
        says(dialog, words)
        hit(dialog, ENTER)
        keys.append("Enter")
    says(dialog, WANG.text)
    with qtbot.waitSignal(dialog.registered) as told:
        hit(dialog, ENTER, CTRL)
    keys.append("Ctrl+Enter")
    assert len(keys) <= 6
    (row,) = station.book.requests().rows
    assert told.args == [row.id]
    assert (row.action, row.window, row.channel, row.applicant) == ("A01", "W1", "counter", "person")
    kept = station.book.private.get(row.record)
    assert kept is not None
    assert (kept.name, kept.phone, kept.id_last4, kept.text) == (WANG.name, WANG.phone, "002X", WANG.text)
    assert dialog.done_page.number.text() == row.number
    assert station.done == [station.bridge.undo_label()]


@pytest.mark.parametrize("typed", ["A02", "jc2", "举措2", "Action 2"])
def test_a_matter_is_found_by_number_initials_and_both_names(
    station: Seat, entry: Open, qtbot: QtBot, typed: str
) -> None:
    told = pronouncing.readings(["举措"])  # as the palette keeps them once another process has told
    station.book.keep("palette", f"readings-{pronouncing.FORM}", json.dumps(told))
    dialog = entry()
    choose(dialog, qtbot, typed)
    qtbot.waitUntil(lambda: dialog.fields.matter.action == "A02")
    assert dialog.fields.promise.text() == "promised 2 hours"
    assert dialog.focusWidget() is dialog.fields.name


def test_a_double_click_registers_once(station: Seat, entry: Open, qtbot: QtBot) -> None:
    dialog = entry()
    choose(dialog, qtbot)
    button = dialog.body.save
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hit(dialog, ENTER, CTRL)
    hit(dialog, ENTER)
    assert len(rows(station.book)) == 1


def test_the_same_form_sent_again_answers_the_same_number(station: Seat, entry: Open, qtbot: QtBot) -> None:
    dialog = entry()
    choose(dialog, qtbot)
    dialog.keeper.write()
    kept = dialog.keeper.kept()
    dialog.send()
    number = dialog.done_page.number.text()
    assert kept is not None
    from desktop.models import entry_draft

    entry_draft.keep(station.book, kept)  # as after a crash between the deed and forgetting the form
    again = entry()
    assert again.fields.matter.action == "A01"
    again.send()
    assert again.done_page.number.text() == number
    assert len(rows(station.book)) == 1


def test_one_after_another_without_leaving_the_form(station: Seat, entry: Open, qtbot: QtBot) -> None:
    dialog = entry()
    for at in range(1, 4):
        choose(dialog, qtbot)
        says(dialog, f"Guest {at}")
        hit(dialog, ENTER, CTRL | SHIFT)
        assert dialog.fields.is_empty
        assert dialog.focusWidget() is dialog.fields.matter
        assert len(rows(station.book)) == at
    number = station.book.requests().rows[0].number
    assert number in dialog.body.said


def test_after_it_n_goes_on_and_p_asks_for_the_receipt(station: Seat, entry: Open, qtbot: QtBot) -> None:
    dialog = entry()
    choose(dialog, qtbot)
    dialog.send()
    with qtbot.waitSignal(dialog.slip_asked) as told:
        hit(dialog, Qt.Key.Key_P)
    assert told.args == [rows(station.book)[0], "receipt"]
    hit(dialog, Qt.Key.Key_N)
    assert dialog.focusWidget() is dialog.fields.matter


def test_a_form_without_a_matter_is_not_sent(station: Seat, entry: Open) -> None:
    dialog = entry()
    dialog.fields.name.setFocus()
    says(dialog, "Guest")
    hit(dialog, ENTER, CTRL)
    assert dialog.body.said == "Choose the matter first."
    assert dialog.focusWidget() is dialog.fields.matter
    assert rows(station.book) == []


def test_channel_and_applicant_are_one_key_from_anywhere(station: Seat, entry: Open, qtbot: QtBot) -> None:
    dialog = entry()
    choose(dialog, qtbot)
    hit(dialog, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    hit(dialog, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    assert dialog.fields.channel.value is Channel.LETTER
    assert dialog.fields.applicant.value is Applicant.FIRM
    hit(dialog, ENTER, CTRL)
    (row,) = station.book.requests().rows
    assert (row.channel, row.applicant) == ("letter", "firm")


def test_a_whole_identity_number_is_checked_and_only_its_end_is_left(entry: Open) -> None:
    dialog = entry()
    field = dialog.fields.number
    field.setFocus()
    QTest.keyClicks(field, ID)
    field.undo()
    assert field.text() == "002X"
    assert not [one for one in dialog.findChildren(QLineEdit) if ID[:14] in one.text()]


def test_a_wrong_check_digit_is_said_and_nothing_is_left(entry: Open) -> None:
    dialog = entry()
    field = dialog.fields.number
    field.setFocus()
    QTest.keyClicks(field, ID[:-1] + "1")
    assert field.text() == ""
    assert "check digit does not fit" in dialog.body.said


def test_a_firms_code_is_checked_and_not_kept(entry: Open) -> None:
    dialog = entry()
    dialog.fields.choose_applicant(Applicant.FIRM)
    field = dialog.fields.number
    field.setFocus()
    QTest.keyClicks(field, CODE)
    assert field.text() == ""
    assert "in order" in dialog.body.said


def test_part_of_a_number_is_not_sent(station: Seat, entry: Open, qtbot: QtBot) -> None:
    dialog = entry()
    choose(dialog, qtbot)
    dialog.fields.number.setText("1101051")
    dialog.send()
    assert rows(station.book) == []
    assert "last four" in dialog.body.said


def test_a_case_from_paper_keeps_its_own_day(station: Seat, entry: Open, qtbot: QtBot) -> None:
    dialog = entry()
    choose(dialog, qtbot)
    dialog.fields.is_earlier.setChecked(True)
    dialog.fields.at.setDateTime(dialog.fields.at.dateTime().addDays(-3))
    dialog.send()
    (row,) = station.book.requests().rows
    assert row.registered_at == "2026-08-29T09:00"
