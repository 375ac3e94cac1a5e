"""Many commitments at once: written by a job, one entry, one undo."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.commands.progress import ConfirmUnchanged, Move
from desktop.models.book import Book
from desktop.models.vocabulary import Status
from desktop.views.bridge import AT_ONCE, Bridge
from desktop.views.focus import Focus
from desktop.views.underway import Underway
from tests import books


@pytest.fixture
def bridge(tmp_path: Path, qapp: object) -> Bridge:
    i18n.use("en")
    book = books.make(tmp_path / "b.bianmin", edition=books.source(30, 10))
    bridge = Bridge(Focus(books.CLERK))
    bridge.open(book)
    return bridge


def _all(bridge: Bridge) -> tuple[str, ...]:
    return tuple(one.id for one in bridge.book.commitments())


def test_three_hundred_are_posted_by_a_job_in_one_entry_and_taken_back_in_one(bridge: Bridge, qtbot: QtBot) -> None:
    ids, changed = _all(bridge), list[int]()
    assert len(ids) > AT_ONCE
    bridge.focus.cells_changed.connect(lambda one: changed.append(len(one)))
    with qtbot.waitSignal(bridge.done, timeout=20_000):
        assert bridge.do(Move(ids, Status.IN_PROGRESS, note="begun"), len(ids))
        assert not bridge.do(ConfirmUnchanged(ids), len(ids))
    assert set(bridge.focus.board.status) == {Status.IN_PROGRESS.code}
    assert len(bridge.book.history(f"commitment:{ids[0]}")) == 1
    with qtbot.waitSignal(bridge.said, timeout=20_000) as said:
        assert bridge.undo()
    assert said.args[0].startswith("Taken back: Action 1 and others, 300 in all")
    assert set(bridge.focus.board.status) == {Status.NOT_STARTED.code}
    with qtbot.waitSignal(bridge.done, timeout=20_000):
        assert bridge.redo()
    assert set(bridge.focus.board.status) == {Status.IN_PROGRESS.code}
    assert changed == [300, 300, 300]
    bridge.close()


def test_a_refused_bulk_says_so_and_changes_nothing(bridge: Bridge, qtbot: QtBot) -> None:
    ids = _all(bridge)
    with qtbot.waitSignal(bridge.refused, timeout=20_000):
        bridge.do(Move(ids, Status.RELAPSED, reason="no"), len(ids))
    assert set(bridge.focus.board.status) == {Status.NOT_STARTED.code}
    assert bridge.do(ConfirmUnchanged(ids[:1]))
    bridge.close()


def test_a_large_deed_that_is_stopped_changes_nothing(bridge: Bridge, qtbot: QtBot) -> None:
    ids, strip = _all(bridge), Underway(QWidget())
    bridge.began.connect(strip.follow)
    bridge.began.connect(lambda _what, _job: strip.stop.click())
    with qtbot.waitSignal(bridge.refused, timeout=20_000) as said:
        bridge.do(Move(ids, Status.IN_PROGRESS, note="begun"), len(ids))
    assert said.args == ["Stopped. Nothing was changed."]
    assert strip.text.startswith("Posting 300 items in b.bianmin")
    assert {one.status for one in bridge.book.commitments()} == {Status.NOT_STARTED}
    assert bridge.book.undoable() is None
    bridge.close()


def test_a_book_closed_under_a_large_deed_is_whole(bridge: Bridge, tmp_path: Path) -> None:
    ids = _all(bridge)
    bridge.do(Move(ids, Status.IN_PROGRESS, note="begun"), len(ids))
    bridge.close()
    book = Book.open(tmp_path / "b.bianmin")
    assert len({one.status for one in book.commitments()}) == 1
    assert book.check() == []
    book.close()


def test_a_board_that_has_heard_less_than_the_one_shown_is_read_anew(bridge: Bridge) -> None:
    focus, old = bridge.focus, bridge.focus.board
    bridge.do(ConfirmUnchanged(_all(bridge)[:1]))
    focus.take(old, frozenset())
    assert focus.board.heard > old.heard
    bridge.close()
