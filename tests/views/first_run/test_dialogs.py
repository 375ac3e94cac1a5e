from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.models.vocabulary import Role
from desktop.views.first_run.book_dialog import BookDialog
from desktop.views.first_run.day_dialog import DayDialog
from desktop.views.first_run.person_dialog import PersonDialog
from desktop.views.first_run.start import Person, Start, Way
from tests.sample import sample_catalogue
from tests.views.seat import click, show

UNITS = (("BUREAU", "Bureau"), ("S1", "Station One"))


def test_the_practice_book_is_one_click_away(qtbot: QtBot) -> None:
    dialog = BookDialog(UNITS)
    show(qtbot, dialog)
    with qtbot.waitSignal(dialog.answered) as told:
        click(dialog.practice)
    assert told.args == [Start(Way.PRACTICE)]


def test_a_new_book_asks_for_unit_and_place(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "mine"), ""))
    dialog = BookDialog(UNITS)
    show(qtbot, dialog)
    click(dialog.new)
    dialog.unit.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.answered) as told:
        click(dialog.make)
    assert told.args == [Start(Way.NEW, str(tmp_path / "mine.bianmin"), "S1")]


def test_a_cancelled_choice_answers_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: ("", ""))
    dialog = BookDialog(UNITS)
    show(qtbot, dialog)
    with qtbot.assertNotEmitted(dialog.answered):
        click(dialog.existing)
    assert dialog.isVisible()


def test_nobody_starts_without_a_name(qtbot: QtBot) -> None:
    dialog = PersonDialog(sample_catalogue(), "BUREAU")
    show(qtbot, dialog)
    with qtbot.assertNotEmitted(dialog.answered):
        click(dialog.start)
    assert dialog.focusWidget() is dialog.officer
    QTest.keyClicks(dialog.officer, "  Wang Fang ")
    click(dialog.role.button(Role.CHIEF))
    dialog.window_box.setCurrentIndex(dialog.window_box.findData("W003"))
    with qtbot.waitSignal(dialog.answered) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == [Person(Role.CHIEF, "Wang Fang", "BUREAU", "W003")]


def test_a_doubtful_clock_asks_for_the_day_until_it_can_be_true(qtbot: QtBot) -> None:
    dialog = DayDialog("The clock is behind.", date(2026, 9, 30))
    show(qtbot, dialog)
    for typed in ("2026-02-30", "2026-09-29"):
        dialog.day.setText(typed)
        with qtbot.assertNotEmitted(dialog.answered):
            QTest.keyClick(dialog, Qt.Key.Key_Return)
        assert dialog.fault.isVisible()
    dialog.day.setText("2026年10月1日")
    with qtbot.waitSignal(dialog.answered) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == [date(2026, 10, 1)]
