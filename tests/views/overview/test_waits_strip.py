"""What waits at the counter on the overview: counted as the register lists it, hidden where there is nothing."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.models.desk import Desk
from desktop.models.request_rules import RequestStatus
from desktop.views import waits
from desktop.views.focus import Drill
from desktop.views.overview.screen import OverviewScreen
from desktop.views.overview.waits_strip import WaitsStrip
from desktop.views.requests.screen import RequestsScreen
from desktop.views.requests.sieve import Sieve, asked, windows_of
from tests import counter
from tests.books import CHIEF, CLERK
from tests.views.conftest import program
from tests.views.requests.taking import station
from tests.views.seat import Seat, click, fresh, show

__all__ = ["fresh", "program", "station"]
Start = Callable[..., Application]


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
    qtbot.waitUntil(lambda: found._job is None, timeout=20_000)
    screen.hide()


def told(strip: WaitsStrip) -> dict[str, int]:
    return {kind: strip.counts.numbers[kind] for kind, button in strip.buttons.items() if button.isVisible()}


def test_a_clerk_sees_what_waits_at_her_window(strip: WaitsStrip) -> None:
    assert told(strip) == {"today": 1, "tomorrow": 1, "call": 2}


def test_a_chief_sees_the_whole_station(strip: WaitsStrip, station: Seat, qtbot: QtBot) -> None:
    station.focus.sit(CHIEF)
    qtbot.waitUntil(lambda: told(strip) == {"today": 1, "tomorrow": 2, "call": 2})


@pytest.mark.parametrize("desk", [CLERK, CHIEF])
def test_every_count_leads_to_as_many_rows_of_the_register(
    strip: WaitsStrip, station: Seat, qtbot: QtBot, desk: Desk
) -> None:
    station.focus.sit(desk)
    drills: list[Drill] = []
    station.focus.drilled.connect(drills.append)
    wanted = waits.counts(station.book, desk.officer, waits.windows(station.focus, "S1"))
    qtbot.waitUntil(lambda: strip.counts == wanted)
    catalogue, now = station.focus.board.catalogue, station.book.clock.now()
    for kind, button in strip.buttons.items():
        if button.isVisible():
            click(button)
            way = drills.pop()
            looked = Sieve(unit=way.unit, window=way.window, task=way.task)
            listed = asked(looked, windows_of(looked, catalogue, "S1"), now, desk.officer, station.book.calendar)
            assert len(station.book.requests(listed).rows) == strip.counts.numbers[kind], kind


def test_a_deed_is_counted_at_once(strip: WaitsStrip, station: Seat, qtbot: QtBot) -> None:
    from desktop.commands.requests_moves import CallBack

    (row, *_others) = station.book.request_waits(windows={"W1"}).to_call.rows
    assert station.bridge.do(CallBack(row.id, "satisfied"))
    qtbot.waitUntil(lambda: strip.counts.numbers["call"] == 1)


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


def test_in_the_whole_program_the_register_opens_with_these_rows(program: Start, qtbot: QtBot) -> None:
    application = program()
    for _number in range(3):
        counter.at(application.bridge.book, RequestStatus.COMPLETED)
    counter.at(application.bridge.book, RequestStatus.ACCEPTED)
    application.bridge.poll()
    overview = application.frame.page
    assert isinstance(overview, OverviewScreen)
    strip = overview.body.today.requests
    qtbot.waitUntil(lambda: told(strip) == {"call": 3})
    click(strip.buttons["call"])
    assert application.window.here == "requests"
    register = application.frame.page
    assert isinstance(register, RequestsScreen)
    qtbot.waitUntil(lambda: register.model.places.count == 3)
