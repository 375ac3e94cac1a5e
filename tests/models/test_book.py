"""The book as a whole: past days, what was heard, lamps by SQL, sums, two processes at once."""

import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from desktop.commands.progress import ConfirmUnchanged, Move, SetDue, SetOfficer
from desktop.commands.settle import Settle
from desktop.models import store, totals
from desktop.models.book import Book
from desktop.models.clock import BEIJING, Clock, standing
from desktop.models.commitment import Commitment
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.edition import entries_of
from desktop.models.lamps import is_unreported, lamps_of
from desktop.models.reader import Reader
from desktop.models.refusals import BookRefused, RuleBroken
from desktop.models.store import Machine
from desktop.models.vocabulary import Mark, Status
from tests.books import BUREAU, CHIEF, CLERK, Hands, dated, make, meet, own, source

A = ("A01@W1",)
KEY = bytes(range(32))


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "keyed"])
def test_a_past_day_shows_what_stood_then_and_a_sheet_can_be_printed_again(tmp_path: Path, key: bytes | None) -> None:
    hands = Hands(datetime(2026, 9, 1, 9, tzinfo=BEIJING))
    book = make(tmp_path / "a.book", hands=hands, key=key)
    shown, commitments = {}, {}
    for officer in ("张", "李", "王"):
        book.do(SetOfficer(A, officer), CLERK)
        day = book.clock.today()
        shown[day], commitments[day] = book.board(), book.commitments(set(A))
        hands.go(days=3)
    for day, board in shown.items():
        assert book.board(day).status == board.status
        assert book.commitments(set(A), as_of=day) == commitments[day]
        assert book.commitments(set(A), heard=board.heard)[0].officer == commitments[day][0].officer
    assert book.commitments(set(A), as_of=date(2026, 8, 31))[0].officer == ""
    with pytest.raises(RuleBroken, match="future_day"):
        book.board(book.clock.today() + timedelta(days=1))
    book.close()


def test_what_arrived_later_changes_a_past_day_but_not_what_was_heard(tmp_path: Path) -> None:
    near, far = Hands(), Hands()
    bureau, station = make(tmp_path / "b.book", hands=near), make(tmp_path / "s.book", "S1", hands=far)
    station.do(Move(A, Status.IN_PROGRESS, note="办"), CLERK)
    near.go(days=5)
    day, heard = date(2026, 9, 1), bureau.board().heard
    bureau.merge(own(station), "stick")
    assert bureau.commitments(set(A), as_of=day)[0].status is Status.IN_PROGRESS
    assert bureau.commitments(set(A), as_of=day, heard=heard)[0].status is Status.NOT_STARTED
    far.go(days=9)
    near.go(days=9)
    station.do(SetOfficer(A, "张"), CLERK)
    bureau.merge(own(station), "stick")
    assert (bureau.late(day), bureau.late(date(2026, 8, 31))) == (0, 0)


def test_a_dispute_is_seen_on_every_day_from_the_meeting_of_stamps_to_its_settling(tmp_path: Path) -> None:
    near, far = Hands(), Hands()
    bureau, station = make(tmp_path / "b.book", hands=near), make(tmp_path / "s.book", "S1", hands=far)
    station.do(Move(A, Status.IN_PROGRESS, note="办"), CLERK)
    near.go(days=2)
    far.go(days=2)
    bureau.do(Move(A, Status.BLOCKED, reason="缺人"), CHIEF)
    before = bureau.board().heard
    near.go(days=2)
    meet(bureau, station)
    met = bureau.board().heard
    near.go(days=2)
    bureau.do(Settle(A[0], "核实"), BUREAU)
    settled = bureau.board().heard
    near.go(days=2)
    bureau.undo(BUREAU, reason="再议")

    def disputed(day: int | None = None, heard: int | None = None) -> bool:
        as_of = date(2026, 9, day) if day else None
        return bool(bureau.commitments(set(A), as_of=as_of, heard=heard)[0].marks & Mark.DISPUTED)

    assert [disputed(day) for day in (1, 3, 6, 7, 9)] == [False, True, True, False, True]
    assert [disputed(heard=heard) for heard in (before, met, settled, None)] == [False, True, False, True]


def test_a_real_book_has_no_chosen_day_and_a_practice_book_none_before_its_newest_entry(tmp_path: Path) -> None:
    make(tmp_path / "a.book").close()
    with pytest.raises(RuleBroken, match="day_only_in_practice"):
        Book.open(tmp_path / "a.book", clock=standing(date(2026, 9, 1)))
    book = Book.create(tmp_path / "p.book", "S1", practice=True, clock=standing(date(2026, 9, 2)))
    book.merge(entries_of(source()), "catalogue")
    book.do(ConfirmUnchanged(A), CLERK)
    book.close()
    with pytest.raises(RuleBroken, match="later_stamp"):
        Book.open(tmp_path / "p.book", clock=standing(date(2026, 9, 1)))
    Book.open(tmp_path / "p.book", clock=standing(date(2026, 9, 2))).close()


def test_a_fields_own_day_is_the_deeds_and_never_in_the_future(tmp_path: Path) -> None:
    book = make(tmp_path / "a.book")
    book.do(Move(A, Status.IN_PROGRESS, note="办", on_day=date(2026, 8, 20)), CLERK)
    assert book.commitments(set(A))[0].status_on == date(2026, 8, 20)
    assert book.late(date(2026, 8, 25)) == 1
    with pytest.raises(RuleBroken, match="future_day"):
        book.do(ConfirmUnchanged(A, on_day=date(2026, 9, 2)), CLERK)


# Places where a book must not lie


@pytest.mark.parametrize(
    ("mounted", "code"),
    [
        ("server:/x {} nfs rw 0 0", "network_place"),
        ("//nas/x {} cifs rw 0 0", "network_place"),
        ("me@host:/ {} fuse.sshfs rw 0 0", "network_place"),
        ("/dev/sdb1 {} vfat rw 0 0", "removable_place"),
        ("/dev/sda1 {} ext4 rw 0 0", ""),
        ("", ""),
    ],
)
def test_a_live_book_lies_on_a_disk_of_this_computer(tmp_path: Path, mounted: str, code: str) -> None:
    folder = tmp_path / "my books"
    folder.mkdir()
    blocks = tmp_path / "block"
    for disk, flag in (("sda", "0"), ("sdb", "1")):
        (tmp_path / "devices" / disk / f"{disk}1").mkdir(parents=True)
        (tmp_path / "devices" / disk / "removable").write_text(f"{flag}\n")
        blocks.mkdir(exist_ok=True)
        (blocks / f"{disk}1").symlink_to(tmp_path / "devices" / disk / f"{disk}1")
    table = tmp_path / "mounts"
    table.write_text("/dev/root / ext4 rw 0 0\n" + mounted.format(str(folder).replace(" ", "\\040")) + "\n")
    machine = Machine(table, blocks)
    if not code:
        store.refuse_bad_place(folder / "a.book", machine)
        return
    with pytest.raises(BookRefused, match=code):
        store.refuse_bad_place(folder / "a.book", machine)


def test_what_is_no_book_a_newer_one_or_otherwise_locked_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no book, but long enough to have a page" * 100)
    make(tmp_path / "new.book").close()
    raw = dbapi2.connect(str(tmp_path / "new.book"))
    raw.execute("PRAGMA user_version = 2")
    raw.close()
    make(tmp_path / "keyed.book", key=KEY).close()
    said = {}
    tries = (("none", None), ("text", None), ("new.book", None), ("keyed.book", None), ("keyed.book", bytes(32)))
    for name, key in tries:
        with pytest.raises(BookRefused) as refused:
            Book.open(tmp_path / name, key=key)
        said[f"{name} {key is not None}"] = refused.value.code
    assert list(said.values()) == ["no_such_book", "not_a_book", "newer_book", "not_a_book", "not_a_book"]
    with pytest.raises(BookRefused, match="exists"):
        Book.create(tmp_path / "text", "S1")


# Lamps and sums


class Fields:
    """A deed of tests: set any fields of one commitment."""

    kind = "test"

    def __init__(self, values: dict[str, str | None], on_day: date) -> None:
        self.values, self.on_day = values, on_day

    def drafts(self, _reader: Reader, _desk: Desk) -> list[Draft]:
        changes = tuple(Change(f"commitment:{A[0]}", name, value) for name, value in self.values.items())
        return [Draft(changes, self.on_day)]


NOW = date(2026, 9, 1)
DAYS = st.none() | st.integers(-420, 0).map(lambda n: (NOW + timedelta(days=n)).isoformat())
DUE = st.none() | st.integers(-20, 20).map(lambda n: (NOW + timedelta(days=n)).isoformat())


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("lamps")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BIANMIN_HOME", str(folder))
        return make(folder / "a.book", edition=dated(source()))


FIELDS = st.fixed_dictionaries({
    "status": st.none() | st.sampled_from([str(status) for status in Status]), "due_on": DUE, "evidence_on": DAYS,
    "confirmed_on": DAYS, "noted_on": DAYS,
})  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(FIELDS, st.integers(-420, 0))
def test_lamps_by_the_query_are_lamps_by_the_rule(shared: Book, values: dict[str, str | None], day: int) -> None:
    shared.do(Fields(values, NOW + timedelta(days=day)), CHIEF)
    (one,) = shared.commitments(set(A))
    cut = shared.cutoffs()
    action = shared.catalogue().actions[one.action]
    assert one.lamps == lamps_of(one.status, one.due_on, proof(one), changed(one), cadence=action.cadence, at=cut)
    assert bool(one.marks & Mark.UNREPORTED) == is_unreported(one.status, one.status_on, one.confirmed_on, cut)
    assert shared.commitments(set(A), heard=10**9) == [one]


def proof(one: Commitment) -> date | None:
    return max((day for day in (one.evidence_on, one.confirmed_on) if day), default=None)


def changed(one: Commitment) -> date | None:
    days = (one.status_on, one.evidence_on, one.confirmed_on, one.noted_on)
    return max((day for day in days if day), default=None)


def test_every_grouping_sums_to_the_whole(tmp_path: Path) -> None:
    book = make(tmp_path / "a.book")
    book.do(Move(("A01@W1", "A02@W2"), Status.IN_PROGRESS, note="办"), CHIEF)
    book.do(SetDue(("A01@W1",), date(2026, 8, 1)), CHIEF)
    board = book.board()
    total = totals.whole(board)
    assert (total.applicable, total.counts[Status.IN_PROGRESS], total.overdue) == (6, 2, 1)
    for grouped in (totals.by_category(board), totals.by_window(board), totals.by_unit(board), totals.by_county(board)):
        assert grouped.total == total
        assert sum(group.applicable for group in grouped.groups) == total.applicable
        assert sum(group.overdue for group in grouped.groups) == total.overdue
    by_measure = totals.by_measure(board)
    assert by_measure.total == total
    assert {group.key for group in by_measure.groups} == {"M01", None}


# Two at once

_WRITER = """
import sys
from pathlib import Path
from desktop.commands.progress import AddNote
from desktop.models.book import Book
from tests.books import CLERK
book = Book.open(Path(sys.argv[1]))
for n in range(int(sys.argv[2])):
    book.do(AddNote(("A02@W1",), f"{sys.argv[3]} {n}"), CLERK)
book.close()
"""


def test_two_processes_write_the_same_book_at_once_and_the_window_hears_the_other(tmp_path: Path) -> None:
    book = make(tmp_path / "a.book")
    book.close()
    book = Book.open(book.path)
    assert book.news() is None
    others = [subprocess.Popen([sys.executable, "-c", _WRITER, str(book.path), "15", name]) for name in ("one", "two")]
    for n in range(15):
        book.do(ConfirmUnchanged(("A01@W1",), f"{n}"), CLERK)
    assert [other.wait(60) for other in others] == [0, 0]
    news = book.news()
    assert news is not None
    assert "commitment:A02@W1" in news.records
    assert book.news() is None
    notes = [told.note for told in book.history("commitment:A02@W1")]
    assert sorted(notes) == sorted(f"{name} {n}" for name in ("one", "two") for n in range(15))
    assert len(book.history("commitment:A01@W1")) == 15
    assert [one for one in book.check() if one.is_wrong] == []
    assert len({entry.device for entry in own(book)}) == 1
    book.close()


def test_news_of_another_process_between_two_of_our_own_deeds_is_not_lost(tmp_path: Path) -> None:
    hands = Hands()
    book = make(tmp_path / "a.book", hands=hands)
    other = Book.open(book.path, clock=Clock(hands))
    other.do(ConfirmUnchanged(("A02@W1",)), CLERK)
    book.do(ConfirmUnchanged(("A01@W1",)), CLERK)
    news = book.news()
    assert news is not None
    assert "commitment:A02@W1" in news.records
    assert book.news() is None
    assert other.news() is not None
    for one in (book, other):
        one.close()
