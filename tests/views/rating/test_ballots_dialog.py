"""Paper ballots by keyboard alone: twice, the second keying blind, and nothing is kept while the two differ."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.models import ballot_box
from desktop.views.printing.dialog import PrintDialog
from desktop.views.printing.order import Sheet
from desktop.views.rating.ballots_dialog import BallotsDialog
from desktop.views.rating.keying import SINGLE
from tests.views.conftest import program
from tests.views.lock.conftest import Start
from tests.views.seat import Seat, fresh, press, seat

__all__ = ["fresh", "program", "seat"]
Key = Qt.Key
YESTERDAY = date(2026, 9, 1)


@pytest.fixture
def dialog(seat: Seat, qtbot: QtBot) -> BallotsDialog:
    seat.hands.go(days=1)
    seat.focus.reload()
    made = BallotsDialog(seat.focus, seat.bridge)
    qtbot.addWidget(made)
    made.open()
    made.day.setDate(QDate(2026, 9, 1))
    return made


def _key(*counts: str) -> None:
    """Key five counts where the keyboard is, with Enter after each."""
    for count in counts:
        here = QApplication.focusWidget()
        assert isinstance(here, QWidget)
        QTest.keyClicks(here, count)
        QTest.keyClick(here, Key.Key_Return)


def test_two_keyings_that_agree_are_journaled(dialog: BallotsDialog, seat: Seat) -> None:
    _key("12", "3", "0", "1", "0")
    assert dialog.step.text().startswith("Second keying")
    _key("12", "3", "", "1", "")
    assert not dialog.isVisible()
    assert seat.book.satisfaction(YESTERDAY, YESTERDAY).total.counts == (12, 3, 0, 1, 0)
    assert len(seat.done) == 1


def test_the_first_keying_cannot_be_seen_during_the_second(dialog: BallotsDialog) -> None:
    _key("12", "3", "0", "1", "77")
    told = " ".join(field.text() for field in dialog.keying.fields) + dialog.problem.text() + dialog.step.text()
    assert "12" not in told
    assert "77" not in told
    assert not dialog.window_box.isEnabled()


def test_every_difference_is_named_and_nothing_is_kept(dialog: BallotsDialog, seat: Seat) -> None:
    _key("12", "3", "0", "1", "0")
    _key("13", "3", "0", "0", "0")
    assert dialog.isVisible()
    for told in ("Very satisfied: first 12, second 13", "Dissatisfied: first 1, second 0"):
        assert told in dialog.problem.text()
    assert seat.book.satisfaction(YESTERDAY, YESTERDAY).total.ratings == 0
    _key("12", "3", "0", "1", "0")
    assert not dialog.isVisible()
    assert seat.book.satisfaction(YESTERDAY, YESTERDAY).total.ratings == 16


def test_both_can_be_keyed_again(dialog: BallotsDialog, seat: Seat) -> None:
    _key("9", "9", "9", "9", "9")
    dialog.again.click()
    assert dialog.step.text() == "First keying"
    for _keying in range(2):
        _key("1", "0", "0", "0", "0")
    assert seat.book.satisfaction(YESTERDAY, YESTERDAY).total.ratings == 1


def test_ballot_after_ballot_is_counted_while_it_is_keyed(dialog: BallotsDialog, seat: Seat) -> None:
    dialog.way.button(SINGLE).click()
    QTest.keyClicks(dialog.keying.row, "55a43 6")
    assert dialog.keying.row.text() == "5543 "
    assert dialog.keying.tally.text() == "4 ballots"
    press(dialog.keying.row, Key.Key_Return)
    QTest.keyClicks(dialog.keying.row, "3455")
    press(dialog.keying.row, Key.Key_Return)
    assert seat.book.satisfaction(YESTERDAY, YESTERDAY).total.counts == (2, 1, 1, 0, 0)


def test_ballots_of_today_wait_in_the_box_with_the_others(dialog: BallotsDialog, seat: Seat) -> None:
    dialog.day.setDate(dialog.day.maximumDate())
    for _keying in range(2):
        _key("1", "1", "0", "0", "0")
    assert not dialog.isVisible()
    [kept] = seat.book.all_kept(ballot_box.KIND).values()
    assert sum(ballot_box.opened(kept).answers.values()) == 2
    assert seat.done == []


def test_no_ballot_at_all_is_refused_in_the_dialog(dialog: BallotsDialog) -> None:
    for _keying in range(2):
        _key("", "", "", "", "")
    assert dialog.isVisible()
    assert "no ballot" in dialog.problem.text()
    assert dialog.send.isEnabled()


def test_the_blank_form_is_printed_from_there(program: Start, qtbot: QtBot) -> None:
    application = program()
    application.preferences.settle("S1", "W1")
    application.frame.intake_asked.emit("ballots")
    [dialog] = [one for one in application.window.findChildren(BallotsDialog) if one.isVisible()]
    dialog.form.click()
    [printing] = [one for one in QApplication.topLevelWidgets() if isinstance(one, PrintDialog) and one.isVisible()]
    qtbot.waitUntil(lambda: printing.desk.made is not None, timeout=15_000)
    made = printing.desk.made
    assert made is not None
    assert (made.order.sheet, made.order.window, len(made.sizes)) == (Sheet.RATING_FORM, "W1", 1)
    printing.reject()
    dialog.reject()


def test_printing_on_the_page_of_ratings_means_its_figures(program: Start, qtbot: QtBot) -> None:
    application: Application = program()
    application.frame.go("ratings")
    application.frame.print_asked.emit()
    [printing] = [one for one in QApplication.topLevelWidgets() if isinstance(one, PrintDialog) and one.isVisible()]
    qtbot.waitUntil(lambda: printing.desk.made is not None, timeout=15_000)
    made = printing.desk.made
    assert made is not None
    assert (made.order.sheet, made.order.by) == (Sheet.SATISFACTION, "window")
    assert printing.desk.options.by.isVisible()
    printing.reject()
