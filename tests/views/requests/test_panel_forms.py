"""Every form of the panel fits the narrowest panel, in long words, and every part has a name."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.models.request_rules import RequestStatus
from desktop.views.requests.panel import RequestPanel
from desktop.views.requests.ways import Do
from tests import counter
from tests.books import CHIEF, CLERK
from tests.private_words import WANG
from tests.views import heard, room
from tests.views.requests.desk import Desk
from tests.views.seat import show

NARROW = 316
STATES = (
    RequestStatus.REGISTERED, RequestStatus.PROCESSING, RequestStatus.COMPLETED, RequestStatus.RATED,
    RequestStatus.RECTIFYING,
)  # fmt: skip


@pytest.fixture
def keys(desk: Desk) -> dict[RequestStatus, str]:
    """One request of each state that has forms of its own, and a citizen behind the first."""
    found = {status: counter.at(desk.book, status) for status in STATES}
    found[RequestStatus.REGISTERED] = counter.add(desk.book, words=WANG)
    return found


def _faults(panel: RequestPanel) -> list[str]:
    """Return what is cut and stays so: a layout under way is no fault that anybody sees."""
    found: list[str] = []
    for _round in range(10):
        QApplication.processEvents()
        found = [*room.cut(panel), *heard.nameless(panel)]
        if not found:
            return []
    return found


def _looks(panel: RequestPanel, keys: dict[RequestStatus, str]) -> Iterator[str]:
    """Open everything that can be opened, and say what it is."""
    for status, key in keys.items():
        panel.show_request(key)
        panel.enter()
        yield str(status)
        for way in panel.ways():
            if way.open and any(rule.needs for rule in way.rules):
                panel.choose(way.number)
                yield f"{status} to {way.to}"
                panel.step_back()
        for do in Do:
            if do not in {Do.MOVE, Do.CALL} and not panel.bars(do):
                panel.want(do)
                yield f"{status}: {do}"
                panel.step_back()
    panel.take(list(keys.values())[:3])
    panel.enter()
    yield "several"


def test_everything_fits_and_has_a_name(desk: Desk, keys: dict[RequestStatus, str], qtbot: QtBot) -> None:
    i18n.use(i18n.PSEUDO)
    panel = RequestPanel(desk.focus, desk.bridge)
    show(qtbot, panel, NARROW, 640)
    found: dict[str, list[str]] = {}
    for person, states in ((CLERK, (RequestStatus.COMPLETED,)), (CHIEF, STATES)):
        desk.focus.sit(person)
        some = {status: keys[status] for status in states}
        found |= {place: faults for place in _looks(panel, some) if (faults := _faults(panel))}
    assert found == {}
