"""Many commitments at once: written by a job, one entry, one undo."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.commands.progress import ConfirmUnchanged, Move
from desktop.models.vocabulary import Status
from desktop.views.bridge import Bridge
from desktop.views.bulk import AT_ONCE, Bulk
from desktop.views.focus import Focus
from tests import books


@pytest.fixture
def bridge(tmp_path: Path, qapp: object) -> Bridge:
    i18n.use("en")
    book = books.make(tmp_path / "b.bianmin", edition=books.source(30, 10))
    bridge = Bridge(Focus(books.CLERK))
    bridge.open(book)
    return bridge


def test_three_hundred_are_posted_by_a_job_in_one_entry_and_taken_back_in_one(bridge: Bridge, qtbot: QtBot) -> None:
    ids = tuple(one.id for one in bridge.book.commitments())
    assert len(ids) > AT_ONCE
    bulk = Bulk(bridge.focus, bridge)
    with qtbot.waitSignal(bridge.done, timeout=20_000):
        assert bulk.do(Move(ids, Status.IN_PROGRESS, note="begun"), len(ids))
        assert not bulk.do(ConfirmUnchanged(ids), len(ids))
    assert set(bridge.focus.board.status) == {Status.IN_PROGRESS.code}
    assert len(bridge.book.history(f"commitment:{ids[0]}")) == 1
    assert bridge.undo()
    assert set(bridge.focus.board.status) == {Status.NOT_STARTED.code}
    bridge.close()


def test_a_refused_bulk_says_so_and_changes_nothing(bridge: Bridge, qtbot: QtBot) -> None:
    ids = tuple(one.id for one in bridge.book.commitments())
    bulk = Bulk(bridge.focus, bridge)
    with qtbot.waitSignal(bridge.refused, timeout=20_000):
        bulk.do(Move(ids, Status.RELAPSED, reason="no"), len(ids))
    assert set(bridge.focus.board.status) == {Status.NOT_STARTED.code}
    bridge.close()
