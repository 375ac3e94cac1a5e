"""The register by keys and clicks, over a real book."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort
from desktop.views import theme
from desktop.views.focus import Drill
from desktop.views.requests.entry import EntryDialog
from desktop.views.requests.panel import RequestPanel
from desktop.views.requests.sieve import OVERDUE, Sieve
from tests import books, counter
from tests.private_words import WANG
from tests.views.requests.met import Met, at_the_register
from tests.views.seat import click, press

Key = Qt.Key
State = RequestStatus


@pytest.fixture
def met(tmp_path: Path, qtbot: QtBot) -> Iterator[Met]:
    """The register with five requests: two in process at W1, one overdue at W3, one completed, one new with words."""
    i18n.use("en")
    theme.current().wear("light")
    hands = books.Hands()
    book = counter.station(tmp_path / "s1.book", hands)
    counter.add(book, "A02", "W3")
    for state in (State.PROCESSING, State.PROCESSING, State.COMPLETED):
        hands.go(minutes=1)
        counter.at(book, state)
    hands.go(hours=6)
    counter.add(book, "A01", "W1", WANG)
    made = at_the_register(book, hands, qtbot)
    yield made
    made.bridge.close()
    i18n.use(i18n.DEFAULT)


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


def test_a_click_on_a_head_sorts_and_a_second_one_turns_round(met: Met) -> None:
    met.screen.list.columns.sort_asked.emit("due")
    assert met.ids()[0].startswith("W3")
    met.screen.list.columns.sort_asked.emit("due")
    assert met.ids()[-1].startswith("W3")
    assert met.screen.register.sort is Sort.DUE_LAST
    met.screen.list.columns.sort_asked.emit("name")
    assert met.said == ["The list cannot be sorted by this column."]


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


def test_a_request_moved_elsewhere_is_seen_where_it_stands(met: Met) -> None:
    key = met.ids()[1]
    met.screen.list.put_current(1)
    counter.move(met.book, met.ids()[0], State.ACCEPTED)
    met.bridge.poll()
    met.bridge.posted.emit(_News(frozenset({f"request:{met.ids()[0]}"})))
    met.qtbot.waitUntil(lambda: met.cell(0, "state") == "Accepted")
    assert met.screen.register.current_id == key


def test_a_new_request_comes_to_the_top_and_what_was_current_stays(met: Met) -> None:
    key = met.ids()[2]
    met.screen.list.put_current(2)
    new = counter.add(met.book, "A03", "W1")
    met.bridge.posted.emit(_News(frozenset({f"request:{new}"})))
    met.qtbot.waitUntil(lambda: met.screen.model.places.count == 6)
    assert met.ids()[0] == new
    assert met.screen.register.current_id == key


def test_what_leaves_the_filter_leaves_the_list(met: Met) -> None:
    met.screen._choose(Sieve(states=frozenset({State.PROCESSING})))
    gone = met.ids()[0]
    counter.move(met.book, gone, State.COMPLETED)
    met.bridge.posted.emit(_News(frozenset({f"request:{gone}"})))
    met.qtbot.waitUntil(lambda: met.screen.model.places.count == 1)
    assert gone not in met.ids()


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


def test_a_past_day_says_that_requests_are_as_of_today(met: Met) -> None:
    met.focus.look_at(met.board.as_of.replace(day=1) if met.board.as_of.day > 1 else None)
    met.screen.refresh()
    assert met.screen.body.past.isHidden() == (not met.focus.read_only)


def test_the_model_keeps_the_rules(met: Met) -> None:
    tester = QAbstractItemModelTester(met.screen.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    met.screen.search("W3")
    met.wait()
    met.screen.step_back()
    met.wait()
    tester.deleteLater()


class _News:
    """News of some records, as another process would bring it."""

    def __init__(self, records: frozenset[str]) -> None:
        self.records, self.arrival, self.foreign = records, 0, True
