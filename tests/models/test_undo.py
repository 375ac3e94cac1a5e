"""Undo and redo: named, read from the journal, refused where the world has moved on."""

from pathlib import Path

import pytest

from desktop.commands.progress import AddNote, ConfirmUnchanged, Move, SetOfficer
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.reader import Reader
from desktop.models.refusals import RuleBroken
from desktop.models.vocabulary import Status
from tests.books import CHIEF, CLERK, Hands, make, meet

A = ("A01@W1",)


class Import:
    """A deed of many entries: as many officers as told, one entry each."""

    kind = "import"

    def __init__(self, count: int) -> None:
        self.count = count

    def drafts(self, _reader: Reader, _desk: Desk) -> list[Draft]:
        return [Draft((Change(f"commitment:X{n}@W1", "officer", f"人{n}"),)) for n in range(self.count)]


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def book(tmp_path: Path, hands: Hands) -> Book:
    return make(tmp_path / "a.book", hands=hands)


def test_undo_and_redo_go_back_and_forth_by_name(book: Book) -> None:
    assert (book.undoable(), book.redoable()) == (None, None)
    states = [book.ledger()["commitment"]]
    for officer in ("张", "李", "王"):
        book.do(SetOfficer(A, officer), CLERK)
        states.append(book.ledger()["commitment"])
    values = [[row["officer"] for row in state] for state in states]
    for back in (2, 1):
        step = book.undoable()
        assert step is not None
        assert (step.kind, step.changes[0].after) == ("officer", values[back + 1][0])
        book.undo(CLERK)
        assert [row["officer"] for row in book.ledger()["commitment"]] == values[back]
    for forth in (2, 3):
        step = book.redoable()
        assert step is not None
        assert step.changes[0].after == values[forth][0]
        book.redo(CLERK)
        assert [row["officer"] for row in book.ledger()["commitment"]] == values[forth]
    assert book.redoable() is None
    with pytest.raises(RuleBroken, match="nothing_to_redo"):
        book.redo(CLERK)


def test_a_new_deed_ends_redo_and_undo_can_itself_be_done_again(book: Book) -> None:
    book.do(SetOfficer(A, "张"), CLERK)
    book.undo(CLERK)
    book.do(SetOfficer(A, "李"), CLERK)
    assert book.redoable() is None
    book.undo(CLERK)
    book.redo(CLERK)
    book.undo(CLERK)
    book.redo(CLERK)
    assert book.commitments(set(A))[0].officer == "李"


def test_undo_outlives_the_window_and_the_story_says_what_was_undone(book: Book, hands: Hands) -> None:
    book.do(Move(A, Status.IN_PROGRESS, note="办"), CLERK)
    book.close()
    again = Book.open(book.path, clock=book.clock)
    again.undo(CLERK)
    assert [told.undone for told in again.history("commitment:A01@W1")] == [True, False]
    again.redo(CLERK)
    assert [told.undone for told in again.history("commitment:A01@W1")] == [False, True, False]
    assert [told.kind for told in again.history("commitment:A01@W1")] == ["move", "undo", "redo"]


def test_a_named_deed_is_taken_back_while_its_fields_stand_as_it_left_them(book: Book) -> None:
    first = book.do(SetOfficer(A, "张"), CLERK).stamps[0]
    book.do(ConfirmUnchanged(A), CLERK)
    book.undo(CLERK, first)
    assert book.commitments(set(A))[0].officer == ""
    with pytest.raises(RuleBroken, match="undo_not_standing"):
        book.undo(CLERK, first)
    second = book.do(SetOfficer(A, "李"), CLERK).stamps[0]
    book.do(SetOfficer(A, "王"), CLERK)
    with pytest.raises(RuleBroken, match="undo_moved_on") as refused:
        book.undo(CLERK, second)
    assert refused.value.facts["value"] == "王"
    with pytest.raises(RuleBroken, match="undo_unknown"):
        book.undo(CLERK, "20260101T000000000Z-0000-dev-0000000000000000")


def test_a_deed_of_an_earlier_day_needs_a_reason(book: Book, hands: Hands) -> None:
    book.do(SetOfficer(A, "张"), CLERK)
    hands.go(days=1)
    with pytest.raises(RuleBroken, match="undo_needs_reason"):
        book.undo(CLERK)
    book.undo(CLERK, reason="录错了")
    assert book.history("commitment:A01@W1")[-1].reason == "录错了"


def test_a_lower_role_does_not_take_back_what_a_higher_one_did(book: Book) -> None:
    book.do(SetOfficer(A, "张"), CHIEF)
    with pytest.raises(RuleBroken, match="undo_other_role"):
        book.undo(CLERK)
    book.undo(CHIEF)
    with pytest.raises(RuleBroken, match="undo_other_role"):
        book.redo(CLERK)


def test_a_deed_whose_days_have_all_moved_on_is_still_marked_as_undone(book: Book, hands: Hands) -> None:
    first = book.do(AddNote((A[0],), "一"), CLERK).stamps[0]
    hands.go(days=1)
    book.do(AddNote((A[0],), "二"), CLERK)
    book.undo(CLERK, first, "重复")
    with pytest.raises(RuleBroken, match="undo_not_standing"):
        book.undo(CLERK, first, "重复")
    step = book.undoable()
    assert step is not None
    assert step.stamp != first


def test_an_act_of_many_entries_is_one_undo_and_one_redo(book: Book) -> None:
    book.do(SetOfficer(A, "张"), CLERK)
    before = book.ledger()["commitment"]
    stamps = book.do(Import(900), CLERK).stamps
    assert len(stamps) == 900
    after = {row["id"]: row["officer"] for row in book.ledger()["commitment"]}
    step = book.undoable()
    assert step is not None
    assert step.count == 900
    book.undo(CLERK)
    assert [row for row in book.ledger()["commitment"] if row["officer"]] == before
    assert all(told.undone for told in book.history("commitment:X5@W1")[:1])
    book.redo(CLERK)
    assert {row["id"]: row["officer"] for row in book.ledger()["commitment"]} == after
    book.undo(CLERK, stamps[3])
    assert [row for row in book.ledger()["commitment"] if row["officer"]] == before


def test_a_deed_further_back_than_the_list_goes_can_still_be_named(book: Book) -> None:
    first = book.do(SetOfficer(A, "张"), CLERK).stamps[0]
    book.do(Import(600), CLERK)
    book.undo(CLERK, first)
    assert book.commitments(set(A))[0].officer == ""


def test_other_units_deeds_are_not_taken_back_here(tmp_path: Path, hands: Hands) -> None:
    bureau, station = make(tmp_path / "b.book", hands=hands), make(tmp_path / "s.book", "S1", hands=hands)
    station.do(SetOfficer(A, "张"), CLERK)
    meet(bureau, station)
    assert bureau.undoable() is None
    assert station.undoable() is not None
