"""The deeds that reach back: words taken away, clocks doubted; the same in any order of arrival."""

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.commands.progress import ConfirmUnchanged, Move, SetOfficer
from desktop.commands.settle import ClockDoubt, Redact
from desktop.models.journal import Entry, Stub
from desktop.models.refusals import RuleBroken
from desktop.models.vocabulary import Mark, Status
from tests.books import BUREAU, CHIEF, make, meet, own, whole
from tests.pair import A, Pair, right, status


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    return Pair(tmp_path)


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
