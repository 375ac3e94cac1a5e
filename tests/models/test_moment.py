from pathlib import Path

from desktop.commands.progress import AddNote, Move
from desktop.models.journal import Evidence
from desktop.models.vocabulary import Lamp, Status
from tests.books import CHIEF, CLERK, Hands, dated, make, source

A = ("A01@W1",)
PROOF = (Evidence("ab" * 32, "a.jpg", 1, "image/jpeg"),)


def test_a_past_day_knows_the_silence_of_work_that_never_had_a_state(tmp_path: Path) -> None:
    hands = Hands()
    book = make(tmp_path / "a.book", hands=hands, edition=dated(source()))
    book.do(AddNote((A[0],), "问过"), CLERK)
    hands.go(days=30)
    quiet, heard = book.clock.today(), book.board().heard
    (then,) = book.commitments(set(A))
    assert (then.status, then.lamps) == (Status.NOT_STARTED, Lamp.SILENT)
    hands.go(days=1)
    book.do(AddNote((A[0],), "又问"), CLERK)
    assert book.commitments(set(A))[0].lamps == Lamp(0)
    assert book.commitments(set(A), quiet) == [then]
    assert book.commitments(set(A), quiet, heard) == [then]


def test_a_past_day_judges_what_was_done_by_the_proof_of_that_day(tmp_path: Path) -> None:
    hands = Hands()
    book = make(tmp_path / "a.book", hands=hands, edition=dated(source()))
    book.do(Move(A, Status.IN_PROGRESS, note="办"), CHIEF)
    book.do(Move(A, Status.IN_PLACE, note="办好", evidence=PROOF), CHIEF)
    seen = {}
    for days in (10, 40):
        hands.go(days=days)
        (seen[book.clock.today()],) = book.commitments(set(A))
    heard = book.board().heard
    assert [one.lamps for one in seen.values()] == [Lamp(0), Lamp.STALE]
    hands.go(days=1)
    book.do(AddNote((A[0],), "", PROOF), CLERK)
    assert book.commitments(set(A))[0].lamps == Lamp(0)
    for day, one in seen.items():
        assert book.commitments(set(A), day) == book.commitments(set(A), day, heard) == [one]
