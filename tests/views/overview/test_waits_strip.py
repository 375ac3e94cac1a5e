"""What waits at the counter on the overview: counted as the register lists it, hidden where there is nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.request_rules import RequestStatus
from desktop.models.requests import OPEN, RequestFilter
from desktop.views import waits
from desktop.views.overview.screen import OverviewScreen
from desktop.views.overview.waits_strip import WaitsStrip
from tests import counter
from tests.books import CHIEF
from tests.views.requests.taking import station
from tests.views.seat import Seat, click, show

__all__ = ["station"]


@pytest.fixture
def strip(station: Seat, qtbot: QtBot) -> Iterator[WaitsStrip]:
    """A station where something of every kind waits, at two windows, and the overview over it."""
    book, hands = station.book, station.hands
    for status in (RequestStatus.ACCEPTED, RequestStatus.COMPLETED, RequestStatus.COMPLETED, RequestStatus.ARCHIVED):
        counter.at(book, status)
    counter.move(book, counter.add(book, window="W3"), RequestStatus.ACCEPTED)
    hands.at = datetime(2026, 9, 14, 1, 0, tzinfo=UTC)  # the day before they are due
    counter.move(book, counter.add(book, "A03"), RequestStatus.ACCEPTED)  # on the spot
    station.focus.reload()
    screen = OverviewScreen(station.focus, station.bridge)
    show(qtbot, screen)
    found = screen.body.today.requests
    qtbot.waitUntil(lambda: found.counts.any_request)
    yield found
    qtbot.waitUntil(lambda: found._job is None)
    screen.hide()


def told(strip: WaitsStrip) -> dict[str, int]:
    return {kind: strip.counts.numbers[kind] for kind, button in strip.buttons.items() if button.isVisible()}


def test_a_clerk_sees_what_waits_at_her_window(strip: WaitsStrip) -> None:
    assert told(strip) == {"today": 1, "tomorrow": 1, "call_back": 2}


def test_a_chief_sees_the_whole_station(strip: WaitsStrip, station: Seat, qtbot: QtBot) -> None:
    station.focus.sit(CHIEF)
    qtbot.waitUntil(lambda: told(strip) == {"today": 1, "tomorrow": 2, "call_back": 2})


def test_every_count_is_as_many_rows_as_the_register_has(strip: WaitsStrip, station: Seat) -> None:
    at = waits.windows(station.focus, station.book.unit)
    assert at == frozenset({"W1"})
    found = station.book.request_waits(station.focus.desk.officer, at)
    lists = {
        "overdue": found.overdue, "today": found.due_today, "tomorrow": found.due_tomorrow,
        "call_back": found.to_call, "returned": found.returned,
    }  # fmt: skip
    assert {kind: len(one.rows) for kind, one in lists.items()} == strip.counts.numbers
    due = RequestFilter(frozenset(OPEN), at, due_from="2026-09-15", due_before="2026-09-16")
    assert len(station.book.requests(due).rows) == strip.counts.numbers["tomorrow"]
    calls = RequestFilter(frozenset({RequestStatus.COMPLETED}), at)
    assert len(station.book.requests(calls).rows) == strip.counts.numbers["call_back"]


def test_a_count_leads_to_the_register_with_its_list(strip: WaitsStrip, station: Seat, qtbot: QtBot) -> None:
    screen = strip.window()
    assert isinstance(screen, OverviewScreen)
    with qtbot.waitSignal(screen.asked) as asked:
        click(strip.buttons["call_back"])
    assert asked.args == ["requests"]
    assert station.focus.wanted_requests == "call_back"


def test_a_deed_is_counted_at_once(strip: WaitsStrip, station: Seat, qtbot: QtBot) -> None:
    from desktop.commands.requests_moves import CallBack

    (row, *_others) = station.book.request_waits(windows={"W1"}).to_call.rows
    assert station.bridge.do(CallBack(row.id, "satisfied"))
    qtbot.waitUntil(lambda: strip.counts.numbers["call_back"] == 1)


def test_a_past_day_counts_no_requests(strip: WaitsStrip, station: Seat, qtbot: QtBot) -> None:
    station.focus.look_at(datetime(2026, 9, 3, tzinfo=UTC).date())
    qtbot.waitUntil(strip.isHidden)


def test_a_book_without_requests_says_nothing_of_them(station: Seat, qtbot: QtBot) -> None:
    screen = OverviewScreen(station.focus, station.bridge)
    show(qtbot, screen)
    strip = screen.body.today.requests
    with qtbot.waitSignal(strip.counted):
        pass
    assert strip.isHidden()
    assert not station.book.has_requests()
