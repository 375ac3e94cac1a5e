from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.commands.progress import Move
from desktop.models.board import Board
from desktop.models.refusals import RuleBroken
from desktop.models.vocabulary import Status
from desktop.views.board.screen import BoardScreen
from desktop.views.day_popup import DayPopup, usual_days
from desktop.views.focus import Drill
from tests.views.seat import click

Start = Callable[..., Application]
CTRL = Qt.KeyboardModifier.ControlModifier
MOVE = Move(("A01@W1",), Status.IN_PROGRESS, note="begun")


def _press(application: Application, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(application.window, key, modifier)


def _buttons(application: Application, kind: str) -> list[QPushButton]:
    QApplication.processEvents()
    shown = [one for one in application.window.findChildren(QPushButton) if one.isVisible()]
    return [one for one in shown if one.property("kind") == kind]


def test_a_page_is_built_on_the_first_visit_and_kept(program: Start) -> None:
    application = program()
    first = application.window.page
    _press(application, Qt.Key.Key_2)
    assert isinstance(application.window.page, BoardScreen)
    _press(application, Qt.Key.Key_1)
    assert application.window.page is first


def test_ctrl_and_a_number_reach_every_page(program: Start) -> None:
    application = program()
    reached = []
    for number in range(1, 10):
        _press(application, Qt.Key(Qt.Key.Key_0.value + number))
        reached.append(application.window.here)
    assert tuple(reached) == application.window.pages[:9]


def test_the_sidebar_shows_where_one_is(program: Start) -> None:
    application = program()
    units = next(one for one in _buttons(application, "nav") if one.accessibleName() == "Units and windows")
    click(units)
    assert application.window.here == "units"
    assert units.isChecked()


def test_there_is_one_primary_button_on_every_page_but_where_a_sheet_is_chosen(program: Start) -> None:
    application = program()
    for page in ("overview", "board", "units", "catalogue", "settings"):
        application.window.go(page)
        shown = [one for one in _buttons(application, "primary") if one.isVisible() and one.text().strip()]
        names = {one.accessibleName() or one.text() for one in shown}
        assert "Print progress sheet" in names


def test_undo_is_named_in_the_menu_and_done_by_its_key(program: Start) -> None:
    application = program()
    menus = application.frame.menus
    assert not menus.undo.isEnabled()
    application.bridge.do(MOVE)
    assert menus.undo.isEnabled()
    assert "In progress" in menus.undo.text()
    assert application.window.toast.isVisible()
    _press(application, Qt.Key.Key_Z)
    assert application.focus.board.status[0] == Status.NOT_STARTED.code
    assert not menus.undo.isEnabled()
    _press(application, Qt.Key.Key_Y)
    assert application.focus.board.status[0] == Status.IN_PROGRESS.code


def test_the_message_bar_can_take_a_deed_back(program: Start) -> None:
    application = program()
    application.bridge.do(MOVE)
    click(next(one for one in application.window.toast.findChildren(QPushButton) if one.isVisible()))
    assert application.focus.board.status[0] == Status.NOT_STARTED.code


def test_a_refusal_is_said_without_an_undo_button(program: Start) -> None:
    application = program()
    application.bridge.do(Move(("A01@W1",), Status.VERIFIED))
    toast = application.window.toast
    assert toast.isVisible()
    assert not [one for one in toast.findChildren(QPushButton) if one.isVisible()]


def test_escape_closes_the_message_then_leads_back_to_today(program: Start) -> None:
    application = program()
    application.focus.look_at(application.focus.board.as_of - timedelta(days=1))
    application.window.say("hello")
    _press(application, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not application.window.toast.isVisible()
    assert application.focus.as_of is not None
    _press(application, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert application.focus.as_of is None


def test_a_band_says_that_a_past_day_is_shown(program: Start) -> None:
    application = program()
    day = application.focus.board.as_of - timedelta(days=3)
    application.frame.top.day_picked.emit(day)
    assert application.focus.board.as_of == day
    assert application.frame.band.isVisible()
    click(application.frame.band.findChildren(QPushButton)[0])
    assert not application.focus.read_only
    assert not application.frame.band.isVisible()


def test_f5_reads_the_book_anew(program: Start, qtbot: QtBot) -> None:
    application = program()
    with qtbot.waitSignal(application.focus.board_changed):
        _press(application, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)


def test_a_search_from_the_overview_without_a_choice_ends_on_the_board(program: Start) -> None:
    application = program()
    _press(application, Qt.Key.Key_K)
    field = application.frame.top.search
    assert application.window.focusWidget() is field
    QTest.keyClicks(field, "A02")
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert application.window.here == "board"
    page = application.window.page
    assert isinstance(page, BoardScreen)
    assert page.choice.text == "A02"


def test_a_figure_leads_to_its_rows_on_the_board(program: Start) -> None:
    application = program()
    application.focus.drill(Drill(status=Status.NOT_STARTED, category="C1"))
    page = application.window.page
    assert isinstance(page, BoardScreen)
    assert (page.choice.status, page.choice.category) == (Status.NOT_STARTED, "C1")


def test_another_language_says_everything_anew_and_stays_on_the_page(program: Start) -> None:
    application = program()
    application.window.go("units")
    application.preferences.speak("zh")
    assert application.window.here == "units"
    assert [one.accessibleName() for one in _buttons(application, "nav")][:2] == ["总览", "落实矩阵"]
    assert application.frame.top.title.text() == "单位与窗口"
    application.preferences.speak("en")


def test_a_day_without_a_board_is_a_sentence_not_a_crash(program: Start) -> None:
    application = program()
    refusing = application.bridge.book
    said: list[str] = []
    application.focus.refused.connect(lambda refusal: said.append(refusal.code))

    class Refusing:
        def board(self, as_of: date | None = None) -> Board:
            if as_of is not None:
                raise RuleBroken("future_day", day=as_of, today=as_of)
            return refusing.board()

    application.focus.attach(Refusing())
    before = application.focus.board
    application.focus.look_at(date(2026, 1, 1))
    assert said == ["future_day"]
    assert application.focus.board is before
    assert not application.focus.read_only


@pytest.mark.parametrize(
    ("today", "month", "quarter"),
    [
        (date(2026, 11, 20), date(2026, 10, 31), date(2026, 9, 30)),
        (date(2026, 1, 1), date(2025, 12, 31), date(2025, 12, 31)),
        (date(2024, 3, 31), date(2024, 2, 29), date(2023, 12, 31)),
    ],
)
def test_usual_days_are_ends_of_months_and_quarters(today: date, month: date, quarter: date) -> None:
    assert [day for _name, day in usual_days(today)] == [month, quarter]


def test_the_calendar_hands_out_the_day_that_is_chosen(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    popup = DayPopup(ground, date(2026, 11, 20), None, "Today")
    with qtbot.waitSignal(popup.picked) as told:
        popup.calendar.activated.emit(popup.calendar.selectedDate().addDays(-2))
    assert told.args == [date(2026, 11, 18)]
    assert popup.calendar.maximumDate().toPython() == date(2026, 11, 20)


def test_everything_that_takes_the_keyboard_has_a_name(program: Start) -> None:
    application = program()
    for page in application.window.pages:
        application.window.go(page)
        shown = application.window.page
        assert shown is not None
        nameless = [
            f"{page}: {type(one).__name__}"
            for one in shown.findChildren(QWidget)
            if one.isVisible()
            and one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (one.accessibleName() or getattr(one, "text", lambda: "")() or _buddy(shown, one))
        ]
        assert not nameless


def _buddy(page: QWidget, field: QWidget) -> bool:
    return any(label.buddy() is field for label in page.findChildren(QLabel))
