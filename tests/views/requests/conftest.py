"""A station's book with the panel over it, in English."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.models.request_rules import RequestStatus
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.requests.panel import RequestPanel
from tests import books, counter
from tests.private_words import WANG
from tests.views.requests.desk import Desk
from tests.views.requests.met import Met, at_the_register
from tests.views.seat import show


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A clerk of station S1 before the panel; nothing is shown in it yet."""
    i18n.use("en")
    theme.current().wear("light")
    hands = books.Hands()
    book = counter.station(tmp_path / "s1.book", hands)
    focus = Focus(books.CLERK)
    bridge = Bridge(focus)
    made = Desk(book, focus, bridge, hands, RequestPanel(focus, bridge))
    bridge.refused.connect(made.refused.append)
    made.panel.slip_asked.connect(lambda key, kind: made.slips.append((key, kind)))
    bridge.open(book)
    show(qtbot, made.panel, 360, 640)
    yield made
    bridge.close()
    i18n.use(i18n.DEFAULT)


@pytest.fixture
def met(tmp_path: Path, qtbot: QtBot) -> Iterator[Met]:
    """The register with five requests: two in process at W1, one overdue at W3, one completed, one new with words."""
    i18n.use("en")
    theme.current().wear("light")
    hands = books.Hands()
    book = counter.station(tmp_path / "s1.book", hands)
    counter.add(book, "A02", "W3")
    for state in (RequestStatus.PROCESSING, RequestStatus.PROCESSING, RequestStatus.COMPLETED):
        hands.go(minutes=1)
        counter.at(book, state)
    hands.go(hours=6)
    counter.add(book, "A01", "W1", WANG)
    made = at_the_register(book, hands, qtbot)
    yield made
    made.bridge.close()
    i18n.use(i18n.DEFAULT)
