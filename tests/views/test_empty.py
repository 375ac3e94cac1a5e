from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.app.application import Application
from desktop.intake.bringing import Brought
from desktop.models.book import Book
from desktop.models.edition import entries_of
from desktop.models.vocabulary import Status
from desktop.views import nothing
from desktop.views.beside import Beside
from desktop.views.bridge import Bridge
from desktop.views.exchange.catalogue_import import CatalogueImport
from desktop.views.focus import Focus
from desktop.views.mine.screen import MineScreen
from desktop.views.office.catalogue_screen import CatalogueScreen
from desktop.views.office.units_screen import UnitsScreen
from desktop.views.overview.screen import OverviewScreen
from desktop.views.printing.desk import PrintDesk
from desktop.views.waiting import Waiting
from tests import books
from tests.sample import sample_board
from tests.views.seat import Seat, click, show

Start = Callable[..., Application]


def _seated(path: Path, actions: int, windows: int, unit: str = "BUREAU") -> tuple[Focus, Bridge]:
    i18n.use("en")
    book = books.make(path, unit, edition=books.source(actions, windows))
    focus = Focus(books.BUREAU)
    bridge = Bridge(focus)
    bridge.open(book)
    return focus, bridge


@pytest.mark.parametrize(
    ("actions", "windows", "unit", "said"),
    [(3, 0, "", "No window"), (0, 2, "", "no actions"), (3, 1, "S2", "no window of its own"), (3, 2, "S2", "")],
)
def test_the_reason_is_named(tmp_path: Path, actions: int, windows: int, unit: str, said: str) -> None:
    focus, bridge = _seated(tmp_path / "a.book", actions, windows)
    missing = nothing.why(focus.board, unit)
    assert (missing.title if missing is not None else "").find(said) >= 0
    assert (missing is None) == (said == "")
    bridge.close()


def test_a_board_on_which_nothing_is_reported_yet_is_untouched() -> None:
    board = sample_board()
    begun = bytes(Status.NOT_STARTED.code * bool(code) for code in board.status)
    assert nothing.is_untouched(replace(board, status=begun))
    assert not nothing.is_untouched(board)
    assert not nothing.is_untouched(replace(board, status=bytes(len(board.status))))


def test_pages_without_a_window_say_what_to_do(tmp_path: Path, qtbot: QtBot) -> None:
    focus, bridge = _seated(tmp_path / "a.book", 3, 0)
    overview, units = OverviewScreen(focus, bridge), UnitsScreen(focus, bridge)
    mine, catalogue = MineScreen(focus, bridge, Beside()), CatalogueScreen(focus, bridge)
    for page in (overview, units, mine, catalogue):
        show(qtbot, page, 1100, 640)
    qtbot.waitUntil(lambda: overview.empty is not None, timeout=2000)
    assert overview.empty is not None
    with qtbot.waitSignal(overview.asked) as went:
        click(overview.empty.buttons[0])
    assert went.args == ["units"]
    with qtbot.waitSignal(overview.intake_asked) as brought:
        click(overview.empty.buttons[1])
    assert brought.args == ["catalogue"]
    assert "No window" in units.hint.text()
    assert mine.nothing.isVisible()
    assert not mine.list.isVisible()
    assert not catalogue.hint.isVisible()
    bridge.close()


def test_a_unit_without_a_window_is_offered_the_report_in_place_of_a_sheet(tmp_path: Path, qtbot: QtBot) -> None:
    focus, bridge = _seated(tmp_path / "a.book", 3, 1, "S2")
    desk = PrintDesk(focus, bridge)
    show(qtbot, desk, 1100, 640)
    assert desk.empty.isVisible()
    assert desk.made is None
    assert not desk.save.isEnabled()
    click(desk.empty.buttons[0])
    assert not desk.empty.isVisible()
    qtbot.waitUntil(lambda: desk.made is not None, timeout=20000)
    desk.leave()
    bridge.close()


def test_the_first_day_says_how_to_begin(seat: Seat, qtbot: QtBot) -> None:
    page = OverviewScreen(seat.focus, seat.bridge)
    show(qtbot, page, 1118, 650)
    first = page.body.today.first
    qtbot.waitUntil(first.isVisible, timeout=2000)
    with qtbot.waitSignal(page.asked) as went:
        page.body.went.emit("window")
    assert went.args == ["window"]
    seat.hands.at = seat.hands.at.replace(day=2)
    seat.focus.look_at(date(2026, 9, 1))
    qtbot.waitUntil(lambda: not first.isVisible(), timeout=2000)


def test_a_book_without_a_catalogue_offers_to_import_one(program: Start, tmp_path: Path, qtbot: QtBot) -> None:
    application = program()
    path = tmp_path / "nothing.bianmin"
    Book.create(path, "BUREAU").close()
    assert application.open(path)
    waiting = application.window.findChildren(Waiting)[0]
    assert waiting.bring.isVisible()
    click(waiting.bring)
    dialogs = application.window.findChildren(CatalogueImport)
    assert len(dialogs) == 1
    application.bridge.book.merge(entries_of(books.source()), "catalogue")
    dialogs[0].brought.emit(Brought("test-1", date(2026, 8, 1), is_new=True))
    dialogs[0].reject()
    assert application.focus.loaded
    assert isinstance(application.window.page, OverviewScreen)
    assert not waiting.isVisible()
