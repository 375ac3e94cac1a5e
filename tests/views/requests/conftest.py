"""A station's book with the panel over it, in English."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.requests.panel import RequestPanel
from tests import books, counter
from tests.views.requests.desk import Desk
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
