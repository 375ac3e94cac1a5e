"""The journal is append-only, and a deed is written whole or not at all."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from desktop.commands.progress import AddNote, ConfirmUnchanged, Move, SetOfficer
from desktop.models import store
from desktop.models.book import Book
from desktop.models.journal import Entry
from desktop.models.refusals import BookRefused, RuleBroken
from desktop.models.vocabulary import Status
from tests.books import CHIEF, CLERK, Hands, make, own, whole


@pytest.fixture
def book(tmp_path: Path) -> Book:
    made = make(tmp_path / "a.book")
    made.do(Move(("A01@W1", "A02@W1"), Status.IN_PROGRESS, note="办"), CHIEF)
    return made


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entry",
        "DELETE FROM line",
        "UPDATE entry SET note = 'x'",
        "UPDATE entry SET seq = seq + 100",
        "UPDATE entry SET digest = 'x' WHERE digest IS NOT NULL",
        "UPDATE line SET after = 'verified'",
        "UPDATE line SET stamp = '2'",
        "INSERT OR REPLACE INTO entry SELECT * FROM entry",
        "INSERT OR REPLACE INTO line SELECT * FROM line",
    ],
)
def test_nothing_that_was_written_can_be_changed_or_taken_out(book: Book, statement: str) -> None:
    before = book.entries()
    with store.engine(book.path).connect() as connection, pytest.raises(Exception, match="append-only"):
        connection.exec_driver_sql(statement)
    assert book.entries() == before


def test_one_deed_over_two_commitments_is_one_entry_with_what_it_saw(book: Book) -> None:
    book.do(SetOfficer(("A01@W1",), "张"), CHIEF)
    book.do(SetOfficer(("A01@W1",), "李"), CHIEF)
    first, second, third = whole(own(book))
    assert [line.record for line in first.lines] == ["commitment:A01@W1", "commitment:A02@W1"]
    assert [(line.before, line.after, line.base) for line in third.lines] == [("张", "李", (second.device, 2))]
    assert first.stamp < second.stamp < third.stamp


def test_a_deed_that_changes_nothing_writes_nothing_and_unchanged_always_writes(book: Book) -> None:
    book.do(SetOfficer(("A01@W1",), "张"), CHIEF)
    assert book.do(SetOfficer(("A01@W1",), "张"), CHIEF).stamps == ()
    assert len(book.do(ConfirmUnchanged(("A01@W1",)), CLERK).stamps) == 1
    assert len(book.do(ConfirmUnchanged(("A01@W1",)), CLERK).stamps) == 1
    assert len(book.do(AddNote(("A01@W1",), "看过"), CLERK).stamps) == 1


def test_a_refused_deed_leaves_no_trace(book: Book) -> None:
    before, ledger = book.entries(), book.ledger()
    with pytest.raises(RuleBroken, match="no_such_move"):
        book.do(Move(("A03@W1", "A01@W1"), Status.IN_PROGRESS, note="办"), CHIEF)
    assert (book.entries(), book.ledger()) == (before, ledger)


def test_a_writer_that_waits_too_long_is_told_that_the_book_is_busy(book: Book) -> None:
    impatient = Book.open(book.path, wait_ms=0)
    blocker = dbapi2.connect(str(book.path), isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with pytest.raises(BookRefused, match="busy"):
        impatient.do(ConfirmUnchanged(("A01@W1",)), CLERK)
    blocker.execute("ROLLBACK")
    blocker.close()
    assert impatient.do(ConfirmUnchanged(("A01@W1",)), CLERK).stamps


def test_an_entry_comes_back_as_it_was_hashed(book: Book) -> None:
    for entry in book.entries():
        assert isinstance(entry, Entry)
        assert len(entry.content) == 64
    assert book.check() == []


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE entry SET note = 'changed' WHERE kind = 'move'", "content_wrong"),
        ("UPDATE line SET after = 'verified' WHERE record = 'commitment:A01@W1'", "content_wrong"),
        ("DELETE FROM line WHERE record = 'commitment:A01@W1'", "content_wrong"),
        ("UPDATE entry SET content = substr(content, 2) || substr(content, 1, 1) WHERE kind = 'move'", "chain_wrong"),
        ("UPDATE entry SET digest = NULL WHERE kind = 'move'", "chain_wrong"),
        ("UPDATE entry SET stamp = NULL WHERE kind = 'move'", "stub_with_words"),
        ("UPDATE line SET booked = 0 WHERE record = 'commitment:A01@W1'", "booking_wrong"),
        ("UPDATE commitment SET status = 'verified' WHERE id = 'A01@W1'", "ledger_differs"),
        ("UPDATE commitment SET disputed = '1'", "ledger_differs"),
        ("UPDATE entry SET placed = '2' WHERE kind = 'move'", "place_wrong"),
        ("UPDATE line SET on_day = '2026-01-01' WHERE record = 'commitment:A01@W1'", "day_wrong"),
    ],
)
def test_a_check_finds_what_was_changed_behind_the_programs_back(book: Book, statement: str, code: str) -> None:
    raw = dbapi2.connect(str(book.path), isolation_level=None)
    for name in ("entry_stays", "line_stays", "entry_stands", "digest_stands", "line_stands"):
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute(statement)
    raw.close()
    assert code in {finding.code for finding in book.check() if finding.is_wrong}


def test_a_rebuild_gives_the_lines_the_day_of_their_entry_again(book: Book) -> None:
    with store.engine(book.path).begin() as connection:
        connection.exec_driver_sql("UPDATE line SET on_day = '2026-01-01' WHERE record = 'commitment:A01@W1'")
    assert {one.code for one in book.check()} == {"day_wrong"}
    book.rebuild()
    assert book.check() == []


def test_a_check_finds_lost_evidence_and_files_that_nobody_names(book: Book, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-2")
    kept = book.evidence.attach(tmp_path / "a.pdf")
    book.evidence.attach(tmp_path / "b.pdf")
    book.do(AddNote(("A01@W1",), "", (kept,)), CLERK)
    assert [(one.code, one.is_wrong) for one in book.check()] == [("evidence_orphans", False)]
    book.evidence.path(kept.sha256).unlink()
    assert ("evidence_not_right", True) in [(one.code, one.is_wrong) for one in book.check()]


def test_a_start_says_what_is_doubtful(tmp_path: Path) -> None:
    hands = Hands()
    book = make(tmp_path / "b.book", hands=hands)
    assert [one.code for one in book.check_at_start()] == ["clock_before_build", "no_backup"]
    hands.go(days=100)
    book.backup()
    assert book.check_at_start() == []
    book.do(ConfirmUnchanged(("A01@W1",)), CLERK)
    hands.go(days=8)
    assert [one.code for one in book.check_at_start()] == ["old_backup"]
    hands.go(days=-3)
    assert [one.code for one in book.check_at_start()] == []
    hands.go(days=-7)
    assert [one.code for one in book.check_at_start()] == ["clock_before_newest"]
