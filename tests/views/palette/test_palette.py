"""The palette by real keys, in the whole window."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.commands.progress import SetOfficer
from desktop.models.vocabulary import Status
from desktop.search import pronouncing
from desktop.views.board.choice import Choice
from desktop.views.board.filter_words import words
from desktop.views.board.screen import BoardScreen
from desktop.views.mine.screen import MineScreen
from desktop.views.palette.palette import Palette
from desktop.views.requests.screen import RequestsScreen
from tests import books, counter
from tests.views.seat import click

Start = Callable[..., Application]
Key = Qt.Key
READINGS = f"readings-{pronouncing.FORM}"


@pytest.fixture
def english(program: Start) -> Application:
    """The program with the readings of its few names in the book, so that nothing is waited for."""
    application = program()
    book = application.bridge.book
    known = {
        "举措": "ju cuo",
        "窗": "chuang",
        "一所": "yi suo",
        "二所": "er suo",
        "市局": "shi ju",
        "措施一": "cuo shi yi",
    }
    book.keep("palette", READINGS, json.dumps(known | {"一类": "yi lei"}))
    return application


def field(application: Application) -> QLineEdit:
    return application.frame.top.search


def summon(application: Application) -> bool:
    """Press Ctrl+K; without a screen a window is not at the front at once (see conftest)."""
    application.window.activateWindow()
    QTest.keyClick(application.window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    return field(application).hasFocus()


def enter(application: Application, text: str) -> None:
    """Type a text, what is not on the keys as an input method hands it over."""
    if text.isascii():
        QTest.keyClicks(field(application), text)
    else:
        made = QInputMethodEvent()
        made.setCommitString(text)
        QApplication.sendEvent(field(application), made)


def seek(application: Application, qtbot: QtBot, text: str = "", *keys: Qt.Key) -> Palette:
    """Press Ctrl+K, type, wait until the names are read, press keys."""
    qtbot.waitUntil(lambda: summon(application))
    palette = application.seeking.palette
    qtbot.waitUntil(lambda: not palette.finder.is_busy)
    enter(application, text)
    for key in keys:
        QTest.keyClick(field(application), key)
    return palette


def shown(palette: Palette) -> list[str]:
    return [row.title for row in palette.popup.rows]


def chosen(palette: Palette) -> str:
    return palette.popup.current.title if palette.popup.current is not None else ""


def board(application: Application) -> BoardScreen:
    page = application.window.page
    assert isinstance(page, BoardScreen)
    return page


def test_from_the_key_over_initials_to_the_row_even_before_the_names_are_read(program: Start, qtbot: QtBot) -> None:
    application = program()
    application.preferences.speak("zh")
    qtbot.waitUntil(lambda: summon(application))
    QTest.keyClicks(field(application), "jc7")
    QTest.keyClick(field(application), Key.Key_Return)
    assert application.window.here == "overview"
    qtbot.waitUntil(lambda: application.window.here == "board", timeout=20_000)
    assert board(application).choice.action == "A07"
    assert field(application).text() == ""
    kept = application.bridge.book.kept("palette", READINGS)
    assert kept is not None
    assert application.seeking.palette.parent() is field(application)
    assert json.loads(kept)["举措"].startswith("ju cuo")
    application.preferences.speak("en")


def test_every_kind_of_target_leads_to_its_place(english: Application, qtbot: QtBot) -> None:
    english.bridge.do(SetOfficer(("A03@W1", "A05@W2"), "王芳"))
    seek(english, qtbot, "measure one", Key.Key_Return)
    assert board(english).choice == Choice(measure="M01")
    seek(english, qtbot, "S2", Key.Key_Return)
    assert board(english).choice == Choice(unit="S2")
    seek(english, qtbot, "action 4 W2", Key.Key_Return)
    assert english.focus.chosen == "A04@W2"
    seek(english, qtbot, "王芳", Key.Key_Return)
    assert board(english).choice.held == frozenset({"A03@W1", "A05@W2"})
    assert ("officer", "Officer: 王芳") in words(board(english).choice, english.focus.board)
    seek(english, qtbot, "W3", Key.Key_Return)
    page = english.window.page
    assert isinstance(page, MineScreen)
    assert page.window_id == "W3"
    seek(english, qtbot, "undo", Key.Key_Return)
    assert english.bridge.book.officers() == []
    seek(english, qtbot, "catal", Key.Key_Return)
    assert english.window.here == "catalogue"


def test_a_number_leads_to_its_request_which_the_index_never_holds(english: Application, qtbot: QtBot) -> None:
    ids = [counter.add(english.bridge.book, "A01", window) for window in ("W1", "W2", "W1")]
    number = ids[1].rpartition("-")[0]
    palette = seek(english, qtbot, number)
    qtbot.waitUntil(lambda: chosen(palette) == "举措1 @ Window 2")
    QTest.keyClick(field(english), Key.Key_Return)
    page = english.window.page
    assert isinstance(page, RequestsScreen)
    qtbot.waitUntil(lambda: page.register.current_id == ids[1])
    assert "举措1 @ Window 2" in shown(seek(english, qtbot))
    assert number not in {target.code for target in palette.finder.index.targets}


def test_what_cannot_be_done_says_why_and_does_nothing(english: Application, qtbot: QtBot) -> None:
    english.frame.go("board")
    palette = seek(english, qtbot, "set: not app")
    row = palette.popup.current
    assert row is not None
    assert "bureau" in row.barred.lower()
    assert row.barred in row.spoken
    QTest.keyClick(field(english), Key.Key_Return)
    assert english.window.toast.text == row.barred
    assert english.focus.board.status[0] == Status.NOT_STARTED.code


def test_arrows_and_page_keys_walk_and_up_from_the_first_chooses_none(english: Application, qtbot: QtBot) -> None:
    palette = seek(english, qtbot, "action")
    titles = shown(palette)
    walked = []
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_End, Key.Key_Home, Key.Key_Up):
        QTest.keyClick(field(english), key)
        walked.append(titles.index(chosen(palette)) if chosen(palette) else -1)
    assert walked == [1, 9, len(titles) - 1, 0, -1]


def test_enter_without_a_choice_filters_as_does_the_last_line(english: Application, qtbot: QtBot) -> None:
    seek(english, qtbot, "A02", Key.Key_Up, Key.Key_Return)
    assert board(english).choice.text == "A02"
    palette = seek(english, qtbot, "W4", Key.Key_End)
    assert palette.popup.current is palette.popup.rows[-1]
    assert palette.popup.current.title == "Filter by “W4”"
    QTest.keyClick(field(english), Key.Key_Return)
    assert board(english).choice.text == "W4"


def test_escape_closes_and_gives_the_keyboard_back_where_it_was(english: Application, qtbot: QtBot) -> None:
    english.frame.go("board")
    was = board(english).pane.grid_view
    was.setFocus()
    palette = seek(english, qtbot, "action")
    palette.close()
    # the key opens the list again, though Qt's fields cut the line with it
    qtbot.waitUntil(lambda: summon(english) and palette.popup.isVisible())
    assert field(english).selectedText() == "action"
    QTest.keyClick(field(english), Key.Key_Escape)
    assert not palette.popup.isVisible()
    assert QApplication.focusWidget() is was
    assert field(english).text() == ""


def test_an_empty_field_shows_what_is_urgent_and_what_was_chosen_lately(english: Application, qtbot: QtBot) -> None:
    english.preferences.settle("", "W1")
    seek(english, qtbot, "action 4", Key.Key_Return)
    seek(english, qtbot, "action 4 W2", Key.Key_Return)
    palette = seek(english, qtbot)
    assert shown(palette)[:2] == ["Needs attention next", "Action 1 @ Window 1"]
    assert shown(palette)[2:5] == ["Chosen lately", "Action 4 @ Window 2", "Action 4"]
    assert chosen(palette) == ""
    walked = []
    for _step in range(2):
        QTest.keyClick(field(english), Key.Key_Down)
        walked.append(chosen(palette))
    assert walked == ["Action 1 @ Window 1", "Action 4 @ Window 2"]


def test_what_is_being_composed_is_searched_and_chooses_nothing(english: Application, qtbot: QtBot) -> None:
    palette = seek(english, qtbot)
    QApplication.sendEvent(field(english), QInputMethodEvent("ju'cuo'7", []))
    assert "Action 7" in shown(palette)
    for key in (Key.Key_Return, Key.Key_1, Key.Key_Down):
        QTest.keyClick(field(english), key)
    assert palette.popup.isVisible()
    assert english.window.here == "overview"


def test_readers_of_the_screen_hear_the_line_that_is_chosen(english: Application, qtbot: QtBot) -> None:
    palette = seek(english, qtbot, "W3")
    assert field(english).accessibleName() == "Search actions, windows, units, people and commands"
    assert field(english).accessibleDescription() == "Window 3, Window, W3"
    QTest.keyClick(field(english), Key.Key_Up)
    assert field(english).accessibleDescription() == ""
    assert palette.popup.list.accessibleName()


def test_a_line_is_chosen_by_a_click_and_a_click_beside_closes(english: Application, qtbot: QtBot) -> None:
    palette = seek(english, qtbot, "S2")
    click(english.frame.top)
    assert not palette.popup.isVisible()
    seek(english, qtbot, "S2")
    view = palette.popup.list
    click(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
    qtbot.waitUntil(lambda: english.window.here == "board")
    assert board(english).choice.unit == "S2"


@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080)])
def test_the_list_stands_whole_within_the_window(program: Start, qtbot: QtBot, size: tuple[int, int]) -> None:
    application = program(width=size[0], height=size[1])
    palette = seek(application, qtbot, "a")
    corner = palette.popup.mapTo(application.window, palette.popup.rect().topLeft())
    assert application.window.rect().contains(QRect(corner, palette.popup.size()))


def test_a_cover_takes_the_list_with_it_and_nothing_of_it_is_left_to_be_read(
    english: Application, qtbot: QtBot
) -> None:
    palette = seek(english, qtbot, "action 4")
    english.seating.cover(QLabel("covered"))
    QApplication.processEvents()
    assert not english.window.isAncestorOf(palette.popup)
    assert not palette.popup.isVisible()
    assert shown(palette) == []
    assert field(english).accessibleDescription() == ""
    english.seating.uncover()
    assert not palette.popup.isVisible()


def test_another_book_is_not_searched_for_what_the_former_held(
    english: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    palette = seek(english, qtbot, "action 9", Key.Key_Escape)
    assert palette.finder.index.get(("action", "A09")) is not None
    books.make(tmp_path / "other.bianmin").close()
    assert english.open(tmp_path / "other.bianmin")
    assert palette.finder.index.targets == ()
    seek(english, qtbot, "action 9")
    assert palette.finder.index.get(("action", "A09")) is None
    assert palette.finder.index.get(("action", "A03")) is not None


@pytest.mark.parametrize("typed", ["", "a", "action 4"])
def test_lines_that_all_have_room_are_not_scrolled(english: Application, qtbot: QtBot, typed: str) -> None:
    popup = seek(english, qtbot, typed).popup
    lines = [popup.list.sizeHintForIndex(popup.list.model().index(at, 0)).height() for at in range(len(popup.rows))]
    qtbot.waitUntil(lambda: popup.list.viewport().height() >= sum(lines[:9]))
    assert (popup.list.verticalScrollBar().maximum() > 0) == (len(lines) > 9)
