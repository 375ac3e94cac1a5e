"""The list of the register: its order, news, pages, past days, and how it is written; over a real book."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from desktop.commands.requests_kinship import MergeRequests
from desktop.models import request_lists
from desktop.models.book import Book
from desktop.models.refusals import BookRefused
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort
from desktop.views.columns import Layout
from desktop.views.export import Exporter
from desktop.views.preferences import Preferences
from desktop.views.requests import list_model, list_places, list_reader
from desktop.views.requests.panel import RequestPanel
from desktop.views.requests.screen import RequestsScreen
from desktop.views.requests.sieve import Sieve
from tests import books, counter
from tests.private_words import WANG
from tests.views.requests.met import Met
from tests.views.walk import settle

Key = Qt.Key
State = RequestStatus


def test_a_click_on_a_head_sorts_and_a_second_one_turns_round(met: Met) -> None:
    met.screen.list.columns.sort_asked.emit("due")
    assert met.ids()[0].startswith("W3")
    met.screen.list.columns.sort_asked.emit("due")
    assert met.ids()[-1].startswith("W3")
    assert met.screen.register.sort is Sort.DUE_LAST
    met.screen.list.columns.sort_asked.emit("name")
    assert met.said == ["The list cannot be sorted by this column."]


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


def test_a_request_just_taken_in_is_current_in_the_list_that_stands_there(met: Met) -> None:
    met.screen.search("举措")
    before = met.ids()
    assert before
    key = counter.add(met.book, "A01", "W1")
    met.screen.go_to(key)
    assert met.ids() == [key, *before]
    assert (met.screen.register.current_id, met.screen.sieve.text) == (key, "举措")
    newer = counter.add(met.book, "A01", "W1")
    met.screen.go_to(newer)
    met.screen.register.renew()  # as news of it ask for a moment later
    assert met.ids() == [newer, key, *before]
    assert met.screen.register.current_id == newer
    other = counter.add(met.book, "A02", "W3")
    met.screen.search("nothing")
    met.wait().screen.go_to(other)
    assert met.ids() == [other]


def test_a_request_further_down_a_long_list_is_looked_for_alone(met: Met, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_lists, "SCREENFUL", 3)
    met.screen.register.sort = Sort.OLDEST
    met.screen.register.read()
    met.wait()
    key = counter.add(met.book)
    met.screen.go_to(key)
    assert met.ids() == [key]
    assert met.screen.sieve.text


def test_what_leaves_the_filter_leaves_the_list(met: Met) -> None:
    met.screen._choose(Sieve(states=frozenset({State.PROCESSING})))
    gone = met.ids()[0]
    counter.move(met.book, gone, State.COMPLETED)
    met.bridge.posted.emit(_News(frozenset({f"request:{gone}"})))
    met.qtbot.waitUntil(lambda: met.screen.model.places.count == 1)
    assert gone not in met.ids()


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


def test_counting_gives_way_to_whatever_else_is_asked_for(met: Met, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_lists, "_LOOK", 1)
    ids, reader, done = frozenset(met.ids()), met.screen.register.reader, list[str]()
    reader.counted.connect(lambda _counts: done.append("counted"), Qt.ConnectionType.DirectConnection)
    reader.touched.connect(lambda _touched: done.append("touched"), Qt.ConnectionType.DirectConnection)
    counts = Book.request_counts

    def count(book: Book, *asked: Any) -> dict[RequestStatus, int]:
        if not done:
            reader.look_at(ids)
        return counts(book, *asked)

    monkeypatch.setattr(Book, "request_counts", count)
    met.screen.register.count(None, archived=True)
    met.wait()
    assert done == ["touched", "counted", "counted"]


def test_a_count_that_is_refused_is_said_once_and_not_tried_for_ever(met: Met, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_book: Book, *_asked: Any) -> dict[RequestStatus, int]:
        raise BookRefused("busy", path="a.book")

    monkeypatch.setattr(Book, "request_counts", refuse)
    said = list[str]()
    met.wait().screen.register.failed.connect(said.append)
    met.screen.register.count(None, archived=False)
    met.wait()
    assert len(said) == 1


def test_a_page_that_was_cut_where_the_list_ended_so_far_comes_whole(
    met: Met, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(request_lists, "SCREENFUL", 2)
    monkeypatch.setattr(list_reader, "_TELL_S", 0.0)
    met.screen.register.read()
    model = met.wait().screen.model
    assert model.rowCount() == 5
    met.qtbot.waitUntil(lambda: all(model.line(row) is not None for row in range(5)))


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


class _News:
    """News of some records, as another process would bring it."""

    def __init__(self, records: frozenset[str]) -> None:
        self.records, self.arrival, self.foreign = records, 0, True
