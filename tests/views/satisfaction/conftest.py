"""A station's book with ratings, a chief before it, and the page of ratings over it."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.commands.ballots import PaperBallots
from desktop.commands.ratings import RateRequest
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.private_rows import Private
from desktop.models.request_rules import RequestStatus
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.satisfaction.rectify_dialog import RectifyDialog
from desktop.views.satisfaction.screen import RatingsScreen
from tests import books, counter
from tests.views.seat import Seat, show

Key = Qt.Key
RATED = date(2026, 9, 1)
NAME, PHONE = "欧阳建国", "13800138000"


@pytest.fixture(scope="module")
def rated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station's book: 40 ballots at W1, 4 at W3, and one named bad rating of a request at W1."""
    path = tmp_path_factory.mktemp("rated") / "rated.bianmin"
    hands = books.Hands()
    book = counter.station(path, hands)
    key = counter.add(book, words=Private(NAME, PHONE, "1234", "窗口让我跑了三趟"))
    for to in (RequestStatus.ACCEPTED, RequestStatus.COMPLETED):
        counter.move(book, key, to)
    book.do(RateRequest(key, 1, ("113",)), books.CLERK)
    hands.go(days=1)
    for window, counts in (("W1", (20, 15, 3, 1, 1)), ("W3", (2, 1, 0, 1, 0))):
        book.do(PaperBallots(window, RATED, counts, counts), books.CHIEF)
    book.close()
    return path


@pytest.fixture
def seat(rated: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    i18n.use("en")
    theme.current().wear("light", 100)
    for file in rated.parent.glob("rated.bianmin*"):
        target = tmp_path / file.name
        shutil.copytree(file, target) if file.is_dir() else shutil.copy(file, target)
    hands = books.Hands()
    hands.go(days=2)
    book = Book.open(tmp_path / rated.name, clock=Clock(hands))
    focus = Focus(books.CHIEF)
    bridge = Bridge(focus)
    found = Seat(book, focus, bridge, hands)
    bridge.refused.connect(found.refused.append)
    bridge.done.connect(found.done.append)
    bridge.open(book)
    yield found
    bridge.close()
    i18n.use(i18n.DEFAULT)


@pytest.fixture
def screen(seat: Seat, qtbot: QtBot) -> RatingsScreen:
    made = RatingsScreen(seat.focus, seat.bridge)
    show(qtbot, made, 1160, 620)
    made.arrive()
    qtbot.waitUntil(lambda: bool(made.figures.lines))
    return made


def named(screen: RatingsScreen) -> None:
    """Choose the rating by name among the bad ones."""
    screen.show_half("bad")
    key = next(line.key for line in screen.bad.model.lines if line.words["kind"] == "By name")
    screen.bad.list.choose(key)


def form_of(screen: RatingsScreen, way: str) -> RectifyDialog:
    screen.bad._ask(way)
    [form] = [one for one in screen.findChildren(RectifyDialog) if one.isVisible()]
    return form


def told_of(screen: QWidget) -> str:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what stood there before goes
    labels = " ".join(label.text() for label in screen.findChildren(QLabel))
    return f"{labels} {' '.join(one.accessibleName() for one in screen.findChildren(QWidget))}"
