"""The register by keys and clicks, over a real book."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort
from desktop.views.focus import Drill
from desktop.views.requests.entry import EntryDialog
from desktop.views.requests.panel import RequestPanel
from desktop.views.requests.sieve import OVERDUE, Sieve
from tests.private_words import WANG
from tests.views.requests.met import Met
from tests.views.seat import click, press

Key = Qt.Key
State = RequestStatus


def test_the_newest_stands_at_the_top_with_its_citizen_masked(met: Met) -> None:
    assert len(met.ids()) == 5
    assert met.cell(0, "state") == "Registered"
    assert met.cell(0, "name").endswith("*")
    assert WANG.name not in "".join(met.cell(0, key) for key in ("name", "phone", "matter", "number"))
    assert met.cell(4, "due").endswith("overdue")
    assert met.screen.subtitle() == "5 requests · All windows"


def test_the_request_under_the_keyboard_is_shown_in_the_panel_and_enter_leads_there(met: Met) -> None:
    press(met.screen.list, Key.Key_Down)
    panel = met.screen.panel
    assert isinstance(panel, RequestPanel)
    met.qtbot.waitUntil(lambda: panel.row is not None and panel.row.id == met.ids()[1])
    press(met.screen.list, Key.Key_Return)
    assert panel.isAncestorOf(met.screen.window().focusWidget())
    assert met.screen.step_back()
    assert met.screen.list.hasFocus()


def test_chips_count_states_and_several_show_the_requests_of_all_of_them(met: Met) -> None:
    chips = {chip.state: chip for chip in met.screen.chips.chips}
    assert chips[State.PROCESSING].count == 2
    click(chips[State.PROCESSING])
    assert len(met.ids()) == 2
    click(chips[State.COMPLETED])
    assert len(met.ids()) == 3
    assert [chip.key for chip in met.screen.active.chips] == ["states"]
    assert met.screen.step_back()
    assert len(met.ids()) == 5


def test_typed_text_finds_numbers_and_words_once_the_typing_rests(met: Met) -> None:
    QTest.keyClicks(met.screen.text, "W3-")
    assert [key[:2] for key in met.ids()] == ["W3"]
    press(met.screen.text, Key.Key_Return)
    assert met.screen.list.hasFocus()


def test_a_list_that_is_left_empty_says_by_which_filter_and_the_way_out(met: Met) -> None:
    met.screen.search("no such thing")
    assert met.ids() == []
    assert met.screen.body.empty.isVisible()
    assert "no such thing" in met.screen.body.empty.why.text()
    click(met.screen.body.empty.clear)
    assert len(met.ids()) == 5


def test_what_waits_is_shown_by_its_task(met: Met) -> None:
    box = met.screen.bar.task
    box.setCurrentIndex(box.findData(OVERDUE))
    box.activated.emit(box.currentIndex())
    assert [key[:2] for key in met.ids()] == ["W3"]
    met.screen.look_for(Drill(task="call"))
    assert [met.cell(row, "state") for row in range(len(met.ids()))] == ["Completed"]


def test_a_window_is_looked_at_and_stays_when_filters_are_cleared(met: Met) -> None:
    box = met.screen.bar.place
    box.setCurrentIndex(box.findData("window:W3"))
    box.activated.emit(box.currentIndex())
    assert len(met.ids()) == 1
    met.screen.search("x")
    assert met.screen.step_back()
    assert met.screen.sieve == Sieve(window="W3")


def test_several_that_are_chosen_are_handed_to_the_panel(met: Met) -> None:
    press(met.screen.list, Key.Key_Down, shift=True)
    panel = met.screen.panel
    met.qtbot.waitUntil(lambda: len(panel.chosen) == 2)
    assert {row.id for row in panel.chosen} == set(met.ids()[:2])


def test_a_new_request_is_taken_in_from_here(met: Met) -> None:
    met.screen.take_in()
    assert isinstance(met.entries[0], EntryDialog)
    met.entries[0].reject()


def test_a_request_is_gone_to_wherever_the_filters_hide_it(met: Met) -> None:
    key = met.ids()[0]
    met.screen._choose(Sieve(states=frozenset({State.COMPLETED})))
    met.wait()
    met.screen.look_for(Drill(request=key))
    assert met.ids() == [key]
    assert met.screen.register.current_id == key


def test_shipped_views_stay_at_the_window_and_own_ones_bring_theirs(met: Met) -> None:
    met.screen._choose_in_bar(Sieve(window="W1"))
    met.screen.views.take("overdue")
    assert met.screen.sieve == Sieve(window="W1", task=OVERDUE)
    assert met.screen.register.sort is Sort.DUE
    made = met.screen.views.shelf.add("late", met.screen.state())
    assert made is not None
    met.screen.views.take("all")
    met.screen._choose_in_bar(Sieve(window="W3"))
    met.screen.views.take(made.id)
    assert met.screen.sieve == Sieve(window="W1", task=OVERDUE)


def test_further_filters_hold_at_once_and_a_day_that_is_none_is_said(met: Met) -> None:
    popup = met.screen.bar.open_more()
    assert popup is not None
    box = popup.boxes["action"]
    box.setCurrentIndex(box.findData("A02"))
    box.activated.emit(box.currentIndex())
    assert len(met.ids()) == 1
    popup.days["since"].setText("yesterday")
    popup.days["since"].editingFinished.emit()
    assert "yesterday" in popup.wrong.text()
    popup.days["since"].setText("20260902")
    popup.days["since"].editingFinished.emit()
    assert met.ids() == []
    assert met.screen.sieve.since == "2026-09-02"
    click(popup.clear)
    assert len(met.ids()) == 5


def test_the_persons_own_window_is_looked_at_first(met: Met, qtbot: QtBot) -> None:
    met.focus.settle("", "W3")
    assert len(met.ids()) == 1
    assert met.screen.sieve.window == "W3"


def test_pinyin_initials_find_a_matter_as_soon_as_its_reading_is_told(met: Met) -> None:
    QTest.keyClicks(met.screen.text, "jc")
    met.qtbot.waitUntil(lambda: len(met.ids()) == 5, timeout=20_000)


def test_the_menu_of_a_request_has_all_that_can_be_done_with_it(met: Met) -> None:
    met.qtbot.waitUntil(lambda: met.screen.panel.row is not None)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), met.screen.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(met.screen.list.viewport(), event)
    menu = met.screen.side.findChildren(QMenu)[-1]
    titles = [action.text().partition("\t")[0] for action in menu.actions()]
    assert titles == [deed.title for deed in met.screen.panel.deeds()]
    assert any(action.isEnabled() for action in menu.actions())
    assert not all(action.isEnabled() for action in menu.actions())
    menu.close()


def test_everybody_who_handles_requests_can_be_filtered_by(met: Met) -> None:
    popup = met.screen.bar.open_more()
    assert popup is not None
    box = popup.boxes["handler"]
    assert [box.itemText(at) for at in range(box.count())] == ["Everybody", "myself", "孙立"]
    popup.close()
