"""The register by keys and clicks, over a real book."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.commands.requests_kinship import MergeRequests
from desktop.models import request_lists
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort
from desktop.views import theme
from desktop.views.columns import Layout
from desktop.views.export import Exporter
from desktop.views.focus import Drill
from desktop.views.preferences import Preferences
from desktop.views.requests import list_model, list_places, list_reader
from desktop.views.requests.entry import EntryDialog
from desktop.views.requests.panel import RequestPanel
from desktop.views.requests.screen import RequestsScreen
from desktop.views.requests.sieve import OVERDUE, Sieve
from tests import books, counter
from tests.private_words import WANG
from tests.views.requests.met import Met, at_the_register
from tests.views.seat import click, press
from tests.views.walk import settle

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


def test_a_past_day_shows_requests_as_they_stood_and_not_those_that_came_later(met: Met) -> None:
    key = met.ids()[2]
    met.hands.go(days=2)
    counter.move(met.book, key, State.COMPLETED)
    new = counter.add(met.book, "A03", "W1")
    met.focus.look_at(books.START.date())
    met.qtbot.waitUntil(met.screen.body.past.isVisible)
    assert len(met.ids()) == 5
    assert new not in met.ids()
    assert met.cell(met.ids().index(key), "state") == "In process"
    assert books.START.date().isoformat() in met.screen.body.past.text()
    met.focus.look_at(None)
    assert len(met.ids()) == 6
    assert met.cell(met.ids().index(key), "state") == "Completed"
    assert not met.screen.body.past.isVisible()


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


def test_pinyin_initials_find_a_matter_as_soon_as_its_reading_is_told(met: Met) -> None:
    QTest.keyClicks(met.screen.text, "jc")
    met.qtbot.waitUntil(lambda: len(met.ids()) == 5, timeout=20_000)


def test_the_list_is_written_as_it_is_shown(met: Met, tmp_path: Path) -> None:
    met.screen._choose(Sieve(window="W1"))
    met.screen.list.columns.lay_out(Layout(("number", "name", "state")), keep=False)
    met.wait()
    parent = QWidget()
    met.qtbot.addWidget(parent)
    exporter = Exporter(met.focus, met.bridge, Preferences(met.focus, met.bridge), parent)
    for name in ("list.csv", "list.xlsx"):
        with met.qtbot.waitSignal(met.bridge.said, timeout=20_000):
            exporter.export_to(tmp_path / name, met.screen)
    rows = [line.split(",") for line in (tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()]
    assert rows[0] == ["Case number", "Applicant", "State"]
    assert [row[0] for row in rows[1:]] == [key.rpartition("-")[0] for key in met.ids()]
    assert rows[1][1].endswith("*")
    assert WANG.name not in (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    sheet = load_workbook(tmp_path / "list.xlsx")["Requests"]
    assert [[cell.value or "" for cell in row] for row in sheet.iter_rows()] == rows


def test_rows_behind_those_held_come_by_pages_and_stay_current(met: Met, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (request_lists, list_places, list_model, list_reader):
        for name, value in (("STEP", 2), ("SIZE", 2), ("TOLD", 2), ("HELD", 2)):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, value)
    met.screen.refresh()
    whole = met.wait().screen.model
    assert whole.places.ids == [whole.id_at(0), whole.id_at(1)]
    assert len(whole.places.marks) == 2
    met.qtbot.waitUntil(lambda: whole.line(4) is not None)
    last = whole.id_at(4)
    assert last.startswith("W3")
    met.screen.list.put_current(4)
    met.wait()
    met.screen.register.renew()
    met.wait()
    assert met.screen.register.current_id == last


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


def test_a_request_merged_into_another_is_gone_to_all_the_same(met: Met) -> None:
    first, second = met.ids()[2], met.ids()[3]
    met.bridge.do(MergeRequests((second,), first, "same"))
    met.qtbot.waitUntil(lambda: met.screen.model.places.count == 4)
    met.screen.go_to(second)
    assert met.ids() == [second]
    assert met.screen.sieve.merged


def test_a_page_that_goes_while_it_is_read_takes_nothing_along(met: Met, caplog: pytest.LogCaptureFixture) -> None:
    second = RequestsScreen(met.focus, met.bridge, RequestPanel(met.focus, met.bridge))
    second.show()
    second.refresh()
    second.deleteLater()
    settle()
    assert caplog.records == []


def test_the_register_opens_with_the_view_that_was_chosen_for_it(met: Met) -> None:
    assert met.screen.views.shelf.begin_with("call")
    panel = RequestPanel(met.focus, met.bridge)
    second = RequestsScreen(met.focus, met.bridge, panel)
    met.qtbot.addWidget(second)
    second.show()
    met.qtbot.waitUntil(lambda: second.model.places.count == 1 and second.chips.chips[0].is_counted)
    assert second.sieve.task == "call"
