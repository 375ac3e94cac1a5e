from datetime import timedelta

from pytestqt.qtbot import QtBot

from desktop.commands.progress import Move, SetOfficer
from desktop.models.book import Book
from desktop.models.vocabulary import Status
from tests import books
from tests.views.seat import Seat

ONE = "A01@W1"


def test_a_deed_brings_focus_and_listeners_up_to_date(seat: Seat, qtbot: QtBot) -> None:
    with qtbot.waitSignals([seat.bridge.posted, seat.focus.cells_changed]):
        assert seat.bridge.do(Move((ONE,), Status.IN_PROGRESS, note="begun"))
    assert seat.focus.board.status[0] == Status.IN_PROGRESS.code
    assert len(seat.done) == 1


def test_a_refusal_is_a_sentence_and_changes_nothing(seat: Seat) -> None:
    assert not seat.bridge.do(Move((ONE,), Status.VERIFIED))
    assert len(seat.refused) == 1
    assert seat.refused[0].endswith(".")
    assert seat.focus.board.status[0] == Status.NOT_STARTED.code


def test_undo_and_redo_say_what_they_would_do(seat: Seat) -> None:
    assert seat.bridge.undo_label() == ""
    seat.bridge.do(Move((ONE,), Status.IN_PROGRESS, note="begun"))
    assert "In progress" in seat.bridge.undo_label()
    assert seat.bridge.undo()
    assert seat.focus.board.status[0] == Status.NOT_STARTED.code
    assert "In progress" in seat.bridge.redo_label()
    assert seat.bridge.redo()
    assert seat.focus.board.status[0] == Status.IN_PROGRESS.code


def test_what_another_process_posts_is_seen_at_the_next_poll(seat: Seat, qtbot: QtBot) -> None:
    other = Book.open(seat.book.path)
    other.do(Move((ONE,), Status.IN_PROGRESS, note="begun"), books.CHIEF)
    other.close()
    with qtbot.waitSignal(seat.bridge.posted, timeout=1000):
        pass
    assert seat.focus.board.status[0] == Status.IN_PROGRESS.code


def test_nothing_can_be_done_while_a_past_day_is_shown(seat: Seat) -> None:
    seat.bridge.do(Move((ONE,), Status.IN_PROGRESS, note="begun"))
    seat.focus.look_at(seat.focus.board.as_of - timedelta(days=1))
    assert not seat.bridge.do(SetOfficer((ONE,), "Wang"))
    assert not seat.bridge.undo()
    assert seat.bridge.undo_label() == ""
    assert len(seat.refused) == 2


def test_a_new_day_is_noticed(seat: Seat, qtbot: QtBot) -> None:
    before = seat.focus.board.as_of
    seat.hands.go(days=1)
    with qtbot.waitSignal(seat.focus.board_changed, timeout=1500):
        pass
    assert seat.focus.board.as_of == before + timedelta(days=1)


def test_closing_lets_the_book_go(seat: Seat) -> None:
    seat.bridge.close()
    assert not seat.bridge.is_open
    seat.bridge.poll()
