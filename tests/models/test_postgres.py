"""A book on a real PostgreSQL server is the same book: row by row, board by board, whoever writes at once."""

import multiprocessing
import random
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from desktop import texts
from desktop.commands.progress import AddNote, ConfirmUnchanged, Move, SetDue, SetOfficer
from desktop.commands.settle import ClockDoubt, Redact, Settle
from desktop.models import backup, identity
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.draft import Command
from desktop.models.edition import entries_of
from desktop.models.journal import Stub
from desktop.models.places import Server, place_of
from desktop.models.refusals import BookRefused, Refusal
from desktop.models.vocabulary import Mark, Status
from tests.books import BUREAU, CHIEF, Hands, own, source, whole
from tests.twins import KEYS, Twins, founded

pytest.importorskip("psycopg", reason="psycopg (extra: server) is not installed")
A = ("A01@W1",)


def deed(chance: random.Random, today: date) -> Command:
    """Return a deed that may well be refused."""
    key = chance.choice(KEYS)
    return chance.choice((
        Move((key,), chance.choice(tuple(Status)), note="办", reason="查"),
        SetOfficer((key,), chance.choice(("张", "李", "王"))),
        ConfirmUnchanged((key,)),
        AddNote((key,), f"说明{chance.randrange(9)}"),
        SetDue((key,), date.fromordinal(today.toordinal() + chance.randrange(1, 40)), "定"),
    ))  # fmt: skip


def test_random_deeds_undos_and_merges_give_the_same_book_on_both(twins: Twins, tmp_path: Path) -> None:
    far = Hands()
    chance = random.Random(7)
    with closing(founded(tmp_path / "s1.book", far, unit="S1", device=f"{identity.REAL}00000000000000bb")) as station:
        for step in range(70):
            draw = chance.random()
            if draw < 0.1:
                undo(twins)
            elif draw < 0.3:
                attempt(station, deed(chance, station.clock.today()))
            elif draw < 0.4:
                twins.merge(chance.sample(own(station), len(own(station))), stage=step % 3 == 0)
            else:
                twins.do(deed(chance, twins.file.clock.today()), chance.choice((CHIEF, BUREAU)))
            if step % 10 == 0:
                twins.go(4)
                far.go(days=4)
        twins.merge(own(station))
    twins.agree()
    before = twins.server.ledger()
    twins.server.rebuild()
    assert twins.server.ledger() == before


def undo(twins: Twins) -> None:
    codes = []
    for book in twins:
        try:
            codes.append(book.undo(BUREAU, reason="误").kind)
        except Refusal as refusal:
            codes.append(refusal.code)
    assert codes[0] == codes[1]


def attempt(book: Book, command: Command) -> None:
    try:
        book.do(command, CHIEF)
    except Refusal:
        return


def test_disputes_redactions_and_clock_doubts_reach_back_alike(twins: Twins, tmp_path: Path) -> None:
    with closing(founded(tmp_path / "s1.book", Hands(), unit="S1", device=f"{identity.REAL}00000000000000bb")) as far:
        far.do(Move(A, Status.IN_PROGRESS, note="秘密"), CHIEF)
        far.do(Move(A, Status.BLOCKED, reason="缺人"), CHIEF)
        far.do(SetOfficer(A, "张三"), CHIEF)
        twins.go(1)
        twins.do(Move(A, Status.IN_PROGRESS, note="办"), CHIEF)
        twins.merge(own(far))
        assert twins.server.board().marks[0] & Mark.DISPUTED
        twins.go(25)
        twins.agree()
        first = whole(own(far))[0]
        twins.do(Settle("A01@W1", "核实"))
        twins.do(Redact(first.stamp, "误写"))
        twins.do(ClockDoubt(first.device, 1, 2, Hands().at, "钟快"))
    assert any(isinstance(one, Stub) for one in own(twins.server))
    twins.agree()


def _work(place: Server, home: str, name: str, count: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BIANMIN_HOME", f"{home}/{name}")
        with closing(Book.open(place)) as book:
            for n in range(count):
                book.do(AddNote((KEYS[n % len(KEYS)],), f"{name} {n}"), BUREAU)


def test_four_computers_writing_at_once_lose_nothing(place: Server, home: Path) -> None:
    with closing(Book.create(place, "BUREAU")) as book:
        book.merge(entries_of(source()), "catalogue")
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([__name__])
        names = ("a", "b", "c", "d")
        workers = [context.Process(target=_work, args=(place, str(home), name, 15)) for name in names]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(60)
        assert [worker.exitcode for worker in workers] == [0] * 4
        notes = {one.note for one in whole(own(book))}
        assert notes == {f"{name} {n}" for name in names for n in range(15)}
        assert len({one.device for one in own(book)}) == 4
        assert [one for one in book.check() if one.is_wrong] == []
        heard = book.news()
        assert heard is not None
        assert {f"commitment:{key}" for key in KEYS} <= heard.records
        assert book.news() is None


GUARDED = (
    "DELETE FROM entry", "DELETE FROM line", "UPDATE entry SET note = 'x'", "UPDATE line SET after = 'verified'",
    "UPDATE entry SET digest = 'x' WHERE digest IS NOT NULL", "TRUNCATE entry, line",
)  # fmt: skip


def test_nothing_that_was_written_can_be_changed_or_taken_out(place: Server) -> None:
    with closing(founded(place)) as book:
        book.do(Move(A, Status.IN_PROGRESS, note="办"), CHIEF)
        for statement in GUARDED:
            with pytest.raises(IntegrityError, match="append-only"), book._engine.begin() as connection:
                connection.execute(text(statement))


def test_a_book_opened_again_is_the_same_device_and_the_password_is_kept_nowhere(place: Server, home: Path) -> None:
    named = place_of(place.url.replace("tester@", "tester:geheim@"))
    founded(named).close()
    for n in range(2):
        with closing(Book.open(named)) as book:
            book.do(AddNote(("A01@W1",), f"{n}"), BUREAU)
            assert len({one.device for one in own(book)}) == 1
            assert str(book.place) == str(place)
    assert [file for file in home.rglob("*") if file.is_file() and b"geheim" in file.read_bytes()] == []


def test_evidence_of_a_servers_book_lies_in_this_users_folder(place: Server, home: Path, tmp_path: Path) -> None:
    (tmp_path / "proof.txt").write_text("proof")
    with closing(founded(place)) as book:
        found = book.evidence.attach(tmp_path / "proof.txt")
        assert book.evidence.path(found.sha256).is_relative_to(home)
        assert book.evidence.read(found.sha256) == b"proof"


def test_what_cannot_be_used_is_refused_in_a_sentence(url: str, place: Server, tmp_path: Path) -> None:
    def refused(code: str, refusal: BookRefused) -> None:
        assert refusal.code == code
        assert texts.refusal(refusal) != texts.refusal(BookRefused("unworded"))
        assert "{" not in texts.refusal(refusal)

    with pytest.raises(BookRefused) as said:
        Book.open(place)
    refused("not_a_book", said.value)
    with pytest.raises(BookRefused) as said:
        Book.open(Server(f"postgresql://tester@/postgres?host={tmp_path}"))
    refused("server_away", said.value)
    with closing(founded(place)) as book:
        with pytest.raises(BookRefused) as said:
            Book.create(place, "BUREAU")
        refused("exists", said.value)
        with pytest.raises(BookRefused) as said:
            book.backup()
        refused("server_backup", said.value)
        with pytest.raises(BookRefused) as said:
            backup.restore(place, tmp_path / "x", None, book.clock.now(), CHIEF)
        refused("server_backup", said.value)
        with closing(Book.open(place, wait_ms=0)) as window, book._writing():
            with pytest.raises(BookRefused) as said:
                window.do(AddNote(("A01@W1",), "x"), BUREAU)
            refused("busy", said.value)
            assert window.board().status
        with book._engine.begin() as connection:
            connection.execute(text("UPDATE fact SET value = '99' WHERE name = 'format'"))
    with pytest.raises(BookRefused) as said:
        Book.open(place)
    refused("newer_book", said.value)


def test_a_book_of_an_older_program_gets_the_day_of_its_lines(place: Server) -> None:
    book = founded(place)
    book.do(Move(A, Status.IN_PROGRESS, note="begun"), CHIEF)
    wanted, day = book.board().status, book.clock.today()
    with closing(book), book._writing() as connection:
        for older in ("ALTER TABLE line DROP COLUMN on_day", "UPDATE fact SET value = '4' WHERE name = 'ledger_form'"):
            connection.execute(text(older))
    with closing(Book.open(place, clock=Clock(Hands()))) as again:
        assert (again.board(day).status, again.check()) == (wanted, [])
