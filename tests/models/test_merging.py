"""Merging is a union: any order, any number of times; stubs, forks, held packages, bookings, disputes."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.commands.progress import Move, SetOfficer
from desktop.commands.settle import Settle
from desktop.models.journal import Entry, Stub
from desktop.models.refusals import RuleBroken
from desktop.models.vocabulary import Mark, Status
from tests.books import BUREAU, CHIEF, meet, own
from tests.pair import A, Pair, right, status, stub


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
