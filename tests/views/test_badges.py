from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.commands.progress import ConfirmUnchanged, Move
from desktop.models.request_rules import RequestStatus
from desktop.models.vocabulary import Role, Status
from desktop.views import pressing
from desktop.views.badges import Badge, Badges
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.nav_button import NavButton
from desktop.views.sidebar import Sidebar
from tests import books, counter

Start = Callable[..., Application]
OF_W1 = tuple(f"A{n:02}@W1" for n in range(1, 13))


def _button(application: Application, page: str) -> NavButton:
    sidebar = application.window.findChildren(Sidebar)[0]
    sidebar.count()
    return sidebar.button(page)


def _text(application: Application, page: str) -> str:
    badge = _button(application, page).badge
    return badge.text if badge is not None else ""


def test_what_the_own_window_has_not_reported_is_counted_down(program: Start) -> None:
    application = program()
    application.preferences.sit(Role.CLERK, "Wang Fang")
    application.preferences.settle("", "W1")
    assert _text(application, "window") == "12"
    application.bridge.do(ConfirmUnchanged(OF_W1[:5]))
    assert _text(application, "window") == "7"
    application.bridge.do(ConfirmUnchanged(OF_W1))
    assert _text(application, "window") == ""
    assert _text(application, "print") == ""
    assert _text(application, "units") == "3"


def test_requests_that_are_overdue_or_due_today_are_counted_beside_the_screen(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pressing, "_SETTLED_MS", 0)
    book = counter.station(tmp_path / "s1.book")
    ids = [counter.at(book, RequestStatus.ACCEPTED, action) for action in ("A02", "A01")]
    focus = Focus(books.CLERK)
    bridge = Bridge(focus)
    badges = Badges(focus, bridge)
    bridge.open(book)
    qtbot.waitUntil(lambda: badges.requests() is not None)
    assert badges.requests() == Badge("1", "1 件逾期或今日到期")
    focus.settle("", "W3")
    qtbot.waitUntil(lambda: badges.requests() is None)
    focus.settle("", "W1")
    counter.move(book, ids[0], RequestStatus.COMPLETED)
    assert book.requests_pressing(frozenset({"W1"})) == 0
    bridge.close()


def test_a_badge_is_said_to_readers_and_leaves_the_name_alone(program: Start) -> None:
    application = program()
    printing = _button(application, "print")
    assert printing.accessibleName() == "Print"
    assert printing.accessibleDescription() == "Sheets are not complete: 48 not reported this month"
    assert printing.accessibleDescription() in printing.toolTip()


def test_what_waits_for_the_person_depends_on_the_role(program: Start) -> None:
    application = program()
    application.bridge.do(Move(("A01@W1", "A02@W1"), Status.BLOCKED, reason="no staff"))
    assert _text(application, "overview") == "2"
    application.preferences.sit(Role.CLERK, "Wang Fang")
    assert _text(application, "overview") == ""
    assert _text(application, "board") == ""


def test_badges_follow_the_board_by_themselves(program: Start, qtbot: object) -> None:
    application = program()
    sidebar = application.window.findChildren(Sidebar)[0]
    sidebar.count()
    application.bridge.do(Move(("A01@W1",), Status.BLOCKED, reason="no staff"))
    assert sidebar._counting.isActive()
    sidebar._counting.timeout.emit()
    assert sidebar.button("overview").badge is not None


def test_a_long_name_gives_way_to_its_badge(program: Start) -> None:
    application = program()
    units = _button(application, "units")
    QApplication.processEvents()
    assert units.badge is not None
    assert units.fontMetrics().horizontalAdvance(units.text()) < units.width()
    assert units.accessibleName() == "Units and windows"
