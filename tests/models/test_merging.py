"""Merging is a union: any order, any number of times; stubs, forks, redactions, held packages, bookings."""

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.commands.progress import ConfirmUnchanged, Move, SetOfficer
from desktop.commands.settle import ClockDoubt, Redact, Settle
from desktop.models.book import Book
from desktop.models.journal import Entry, Stub
from desktop.models.refusals import RuleBroken
from desktop.models.vocabulary import Mark, Status
from tests.books import BUREAU, CHIEF, Hands, make, meet, own, whole

A = ("A01@W1",)


def status(book: Book, key: str = "A01@W1") -> Status:
    return book.commitments({key})[0].status


def stub(entry: Entry) -> Stub:
    return Stub(entry.device, entry.seq, entry.content)


def right(*books: Book) -> None:
    """See that books agree and that nothing is wrong in any of them."""
    for book in books:
        assert [one for one in book.check() if one.is_wrong] == []
        assert book.ledger() == books[0].ledger()


class Pair:
    """A bureau's book and the book of station S1, with clocks of their own."""

    def __init__(self, folder: Path) -> None:
        self.hands, self.far = Hands(), Hands()
        self.bureau = make(folder / "bureau.book", hands=self.hands)
        self.station = make(folder / "station.book", "S1", hands=self.far)

    def start(self) -> list[Entry]:
        """Let the station work, and return its entries."""
        self.station.do(Move(A, Status.IN_PROGRESS, note="开始"), CHIEF)
        self.station.do(SetOfficer(A, "张"), CHIEF)
        self.station.do(Move(A, Status.BLOCKED, reason="缺人"), CHIEF)
        return whole(own(self.station))


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    return Pair(tmp_path)


def test_any_order_and_twice_gives_the_same_ledger(pair: Pair) -> None:
    entries = pair.start()
    pair.bureau.do(SetOfficer(A, "李"), BUREAU)
    chance = random.Random(1)
    for _ in range(6):
        part = chance.sample(entries, chance.randint(1, len(entries)))
        pair.bureau.merge(part, "stick")
    pair.bureau.merge(reversed(entries), "stick")
    pair.station.merge(own(pair.bureau), "stick")
    right(pair.bureau, pair.station)
    again = pair.bureau.merge(entries, "stick")
    assert (again.new, again.known, again.forks) == (0, 3, 0)


def test_a_gap_is_told_and_closed_later(pair: Pair) -> None:
    first, second, third = pair.start()
    pair.bureau.merge([third], "stick")
    assert [one.code for one in pair.bureau.check()] == ["entries_missing"]
    pair.bureau.merge([first], "stick")
    pair.bureau.merge([second], "stick")
    right(pair.bureau, pair.station)


@pytest.mark.parametrize("full_first", [True, False])
def test_a_stub_keeps_the_chain_and_takes_its_words_when_they_come(pair: Pair, *, full_first: bool) -> None:
    entries = pair.start()
    packages: list[list[Entry | Stub]] = [list(entries), [stub(entry) for entry in entries]]
    for package in packages if full_first else reversed(packages):
        pair.bureau.merge(package, "stick")
    right(pair.bureau, pair.station)


def test_stubs_alone_keep_the_chain_whole_and_the_words_out(pair: Pair) -> None:
    entries = pair.start()
    pair.bureau.merge([stub(entry) for entry in entries], "stick")
    assert pair.bureau.check() == []
    assert pair.bureau.commitments(set(A))[0].status is Status.NOT_STARTED


def test_a_fork_is_put_aside_and_told(pair: Pair) -> None:
    entries = pair.start()
    pair.bureau.merge(entries, "stick")
    before = pair.bureau.ledger()
    other = replace(entries[1], note="another text at the same place")
    for _ in range(2):
        assert pair.bureau.merge([other], "stick").forks == 1
    assert pair.bureau.ledger() == before
    assert [(one.code, one.facts["count"]) for one in pair.bureau.check()] == [("forks", 1)]


@pytest.mark.parametrize("order", ["target first", "redaction first", "together"])
def test_a_redaction_takes_the_words_in_any_order_and_the_figures_stay(pair: Pair, order: str, tmp_path: Path) -> None:
    pair.start()
    stamp = whole(own(pair.station))[2].stamp
    full = whole(own(pair.station))
    board, days = pair.station.board(), [one.status_on for one in pair.station.commitments()]
    pair.station.do(Redact(stamp, "写了群众姓名"), CHIEF)
    assert pair.station.board().status == board.status
    assert [one.status_on for one in pair.station.commitments()] == days
    (redaction,) = (entry for entry in whole(own(pair.station)) if entry.kind == "redact")
    packages: list[list[Entry | Stub]] = {
        "target first": [list(full), [redaction]],
        "redaction first": [[redaction], list(full)],
        "together": [[redaction, *full]],
    }[order]  # type: ignore[assignment]  # entries where stubs may stand
    for package in packages:
        pair.bureau.merge(package, "stick")
    right(pair.bureau, pair.station)
    for name in ("bureau.book", "station.book"):
        assert not [f for f in tmp_path.glob(f"{name}*") if f.is_file() and "缺人".encode() in f.read_bytes()]


def test_a_redaction_of_a_typed_name_takes_every_entry_that_repeats_it(pair: Pair) -> None:
    pair.start()
    pair.station.do(SetOfficer(A, "李四"), CHIEF)
    stamp = whole(own(pair.station))[1].stamp
    pair.station.undo(CHIEF)
    pair.station.redo(CHIEF)
    pair.station.do(Redact(stamp, "误录"), CHIEF)
    assert "张" not in str(own(pair.station))
    assert pair.station.commitments(set(A))[0].officer == "李四"
    right(pair.station)


def test_redacting_hides_nothing_that_was_overruled_unseen(pair: Pair) -> None:
    pair.bureau.do(Move(A, Status.IN_PROGRESS, note="市局"), CHIEF)
    pair.far.go(hours=1)
    pair.station.do(Move(A, Status.BLOCKED, reason="张三"), CHIEF)
    pair.station.do(Redact(whole(own(pair.station))[0].stamp, "误录"), CHIEF)
    meet(pair.bureau, pair.station)
    right(pair.bureau, pair.station)
    assert pair.bureau.commitments(set(A))[0].marks & Mark.DISPUTED


def test_who_may_not_redact(pair: Pair) -> None:
    pair.start()
    pair.bureau.do(SetOfficer(A, "李"), BUREAU)
    pair.station.merge(own(pair.bureau), "stick")
    said = []
    for stamp, reason, desk in (
        ("20260101", "x", CHIEF),
        (whole(own(pair.bureau))[0].stamp, "x", CHIEF),
        (whole(own(pair.station))[0].stamp, "", CHIEF),
    ):
        with pytest.raises(RuleBroken) as refused:
            pair.station.do(Redact(stamp, reason), desk)
        said.append(refused.value.code)
    assert said == ["redact_unknown", "redact_other_unit", "needs_reason"]


def test_a_package_from_tomorrows_tomorrow_is_held_until_the_bureau_doubts_that_clock(pair: Pair) -> None:
    pair.far.go(days=400)
    entries = pair.start()
    booking = pair.bureau.merge(entries, "stick")
    assert booking.state == "held"
    assert status(pair.bureau) is Status.NOT_STARTED
    device = entries[0].device
    pair.bureau.do(ClockDoubt(device, 1, 3, pair.hands.at, "时钟快了一年"), BUREAU)
    assert status(pair.bureau) is Status.BLOCKED
    made = pair.bureau.do(SetOfficer(A, "王"), BUREAU)
    assert made.stamps[0] < "202610"
    pair.far.go(days=-400)
    pair.station.merge(own(pair.bureau), "stick")
    right(pair.bureau, pair.station)
    assert pair.station.do(ConfirmUnchanged(A), CHIEF).stamps[0] < "202610"


def test_a_doubt_may_come_before_what_it_doubts(pair: Pair) -> None:
    pair.far.go(days=400)
    entries = pair.start()
    pair.bureau.merge(entries, "stick")
    pair.bureau.do(ClockDoubt(entries[0].device, 1, 3, pair.hands.at, "快"), BUREAU)
    third = make(pair.bureau.path.with_name("third.book"), "S2", hands=pair.hands)
    (doubt,) = (entry for entry in whole(own(pair.bureau)) if entry.kind == "clock_doubt")
    third.merge([doubt], "stick")
    assert third.merge(entries, "stick").state == "booked"
    right(third, pair.bureau)


def test_a_doubt_of_ones_own_clock_brings_the_next_stamps_down_too(pair: Pair) -> None:
    now = pair.hands.at
    pair.hands.go(days=400)
    pair.bureau.do(SetOfficer(A, "王"), BUREAU)
    pair.hands.go(days=-400)
    assert pair.bureau.do(SetOfficer(A, "李"), BUREAU).stamps[0] > "2027"
    device = whole(own(pair.bureau))[0].device
    pair.bureau.do(ClockDoubt(device, 1, 2, now, "快"), BUREAU)
    assert pair.bureau.do(SetOfficer(A, "赵"), BUREAU).stamps[0] < "202610"
    pair.station.merge(own(pair.bureau), "stick")
    right(pair.bureau, pair.station)


def test_a_doubt_taken_back_moves_its_entries_back(pair: Pair) -> None:
    entries = pair.start()
    pair.bureau.merge(entries, "stick")
    before = pair.bureau.ledger()
    third = make(pair.bureau.path.with_name("third.book"), hands=pair.hands)
    third.merge(entries, "stick")
    third.do(ClockDoubt(entries[0].device, 2, 3, pair.hands.at - timedelta(days=3), "快"), BUREAU)
    told = [entry for entry in whole(own(third)) if entry.kind == "clock_doubt"]
    doubt = pair.bureau.merge(told, "stick")
    assert pair.bureau.ledger()["commitment"] != before["commitment"]
    pair.bureau.take_back(doubt.id)
    assert pair.bureau.ledger() == before
    right(pair.bureau)


def test_held_entries_that_come_again_when_their_day_has_come_are_booked(pair: Pair) -> None:
    pair.far.go(days=3)
    entries = pair.start()
    assert pair.bureau.merge(entries, "stick").state == "held"
    pair.hands.go(days=3)
    assert pair.bureau.merge(entries, "stick").state == "booked"
    right(pair.bureau, pair.station)


def test_a_rehearsal_counts_only_when_it_is_booked_and_can_be_taken_back(pair: Pair) -> None:
    entries = pair.start()
    before = pair.bureau.ledger()
    booking = pair.bureau.merge(entries, "stick", stage=True)
    assert (booking.state, pair.bureau.ledger()) == ("staged", before)
    assert own(pair.bureau) == []
    assert pair.bureau.history("commitment:A01@W1") == []
    pair.bureau.book(booking.id)
    right(pair.bureau, pair.station)
    pair.bureau.take_back(booking.id)
    assert pair.bureau.ledger() == before
    assert pair.bureau.board().status == bytes([1] * 6)
    assert [one for one in pair.bureau.check() if one.is_wrong] == []
    again = pair.bureau.merge(entries, "stick")
    assert (again.new, again.known) == (3, 0)
    right(pair.bureau, pair.station)


def test_stubs_do_not_book_what_was_taken_back(pair: Pair) -> None:
    entries = pair.start()
    before = pair.bureau.ledger()
    booking = pair.bureau.merge(entries, "stick")
    pair.bureau.take_back(booking.id)
    pair.bureau.merge([stub(entry) for entry in entries], "stick")
    assert pair.bureau.ledger() == before


def test_what_something_rests_on_is_not_taken_back(pair: Pair) -> None:
    booking = pair.bureau.merge(pair.start(), "stick")
    pair.bureau.do(SetOfficer(A, "李"), BUREAU)
    with pytest.raises(RuleBroken, match="booking_rested_on"):
        pair.bureau.take_back(booking.id)
    assert status(pair.bureau) is Status.BLOCKED


def test_what_a_receipt_has_left_for_is_not_taken_back(pair: Pair) -> None:
    booking = pair.bureau.merge(pair.start(), "stick")
    pair.bureau.keep("receipt", str(booking.id), "sent")
    with pytest.raises(RuleBroken, match="booking_receipted"):
        pair.bureau.take_back(booking.id)


def test_a_dispute_is_shown_until_the_bureau_settles_it_and_then_on_every_copy(pair: Pair) -> None:
    pair.bureau.do(Move(A, Status.IN_PROGRESS, note="市局"), CHIEF)
    pair.station.do(Move(A, Status.BLOCKED, reason="缺人"), CHIEF)
    meet(pair.bureau, pair.station)
    assert pair.bureau.commitments(set(A))[0].marks & Mark.DISPUTED
    now, lost = status(pair.bureau), {Status.IN_PROGRESS, Status.BLOCKED} - {status(pair.bureau)}
    with pytest.raises(RuleBroken, match="not_in_dispute"):
        pair.bureau.do(Settle("A01@W1", "核实", Status.VERIFIED), BUREAU)
    with pytest.raises(RuleBroken, match="needs_reason"):
        pair.bureau.do(Settle("A01@W1", ""), BUREAU)
    pair.bureau.do(Settle("A01@W1", "核实", lost.pop()), BUREAU)
    assert status(pair.bureau) is not now
    assert not pair.bureau.commitments(set(A))[0].marks & Mark.DISPUTED
    meet(pair.bureau, pair.station)
    right(pair.bureau, pair.station)
    with pytest.raises(RuleBroken, match="nothing_disputed"):
        pair.station.do(Settle("A01@W1", "核实"), CHIEF)
    pair.bureau.undo(BUREAU)
    assert pair.bureau.commitments(set(A))[0].marks & Mark.DISPUTED
    assert status(pair.bureau) is now


def test_fields_and_kinds_of_a_newer_program_stay_in_the_journal(pair: Pair) -> None:
    entries = pair.start()
    line = entries[0].lines[0]
    newer = replace(
        entries[0],
        lines=(line, replace(line, field="weather", after="rain"), replace(line, record="comet:1", field="tail")),
    )
    pair.bureau.merge([newer], "stick")
    assert own(pair.bureau) == [
        replace(newer, lines=tuple(sorted(newer.lines, key=lambda one: (one.record, one.field))))
    ]
    before = pair.bureau.ledger()
    pair.bureau.rebuild()
    assert pair.bureau.ledger() == before
    assert [one for one in pair.bureau.check() if one.is_wrong] == []


def test_a_doubted_clock_never_gives_the_same_stamp_twice(pair: Pair) -> None:
    now = pair.hands.at
    stamps = list(pair.bureau.do(SetOfficer(A, "王"), BUREAU).stamps)
    device = whole(own(pair.bureau))[0].device
    pair.bureau.do(ClockDoubt(device, 1, 1, now - timedelta(hours=1), "快"), BUREAU)
    pair.hands.at = now
    for officer in ("李", "赵", "张"):
        pair.hands.at = now
        stamps += pair.bureau.do(SetOfficer(A, officer), BUREAU).stamps
    assert len(set(stamps)) == 4
    right(pair.bureau)
