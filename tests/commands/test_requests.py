"""Moves of requests: exactly those of `request_transitions.csv`, by exactly those roles, with exactly those needs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from desktop import i18n, texts
from desktop.commands.requests import RegisterRequest
from desktop.commands.requests_effects import NOTHING, Said
from desktop.commands.requests_kinship import MergeRequests, ReopenRequest, SplitRequest
from desktop.commands.requests_moves import CallBack, MoveRequest
from desktop.models import request_rules
from desktop.models.book import Book
from desktop.models.clock import BEIJING
from desktop.models.refusals import InputRefused, Refusal, RuleBroken
from desktop.models.registering import descend
from desktop.models.request_rules import RequestNeed, RequestStatus, Ticking
from desktop.models.vocabulary import Role
from tests import counter
from tests.books import BUREAU, CHIEF, CLERK, Hands
from tests.private_words import WANG

DESKS = {Role.CLERK: CLERK, Role.CHIEF: CHIEF, Role.BUREAU: BUREAU}
EMPTY: dict[RequestNeed, dict[str, Any]] = {
    RequestNeed.NOTE: {"note": " "}, RequestNeed.REASON: {"reason": ""}, RequestNeed.NOTICE: {"notice": ""},
    RequestNeed.TARGET: {"target": ""}, RequestNeed.HANDLER: {"handler": ""},
    RequestNeed.RESULT: {"result": "", "answer": ""}, RequestNeed.APPROVAL: {"extension": None},
    RequestNeed.RATING: {"level": None}, RequestNeed.ASSIGNEE: {"assignee": ""},
    RequestNeed.DEADLINE: {"due_on": None}, RequestNeed.CALLBACK: {"answer": ""},
}  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("moves")
        patch.setenv("BIANMIN_HOME", str(folder / "home"))
        made = counter.station(folder / "a.book", unit="BUREAU")
        yield made
        made.close()


def tried(book: Book, key: str, to: RequestStatus, desk: Role, said: Said) -> Refusal | None:
    try:
        book.do(MoveRequest((key,), to, said), DESKS[desk])
    except Refusal as refusal:
        return refusal
    return None


@pytest.mark.parametrize("origin", RequestStatus)
def test_a_move_is_made_exactly_where_the_table_has_it_for_the_role(book: Book, origin: RequestStatus) -> None:
    for to, role in product(RequestStatus, Role):
        key = counter.at(book, origin)
        move = request_rules.find(origin, to)
        refusal = tried(book, key, to, role, counter.said(origin, to))
        if move is not None and role in move.roles:
            assert refusal is None
            assert counter.status(book, key) is to
            continue
        assert refusal is not None
        assert refusal.code == ("request_no_move" if move is None else "request_role_may_not")
        assert counter.status(book, key) is origin
        told = texts.refusal(refusal)
        ways = request_rules.moves_from(origin)
        names = [texts.value("status", way.to) for way in ways] if move is None else [texts.role(r) for r in move.roles]
        assert all(name in told for name in names), told
        assert told.endswith("。")


def test_what_a_move_needs_is_asked_for(book: Book) -> None:
    for move in request_rules.all_moves():
        for need in move.needs:
            key = counter.at(book, move.origin)
            role = min(move.roles, key=lambda one: one.rank)
            refusal = tried(book, key, move.to, role, replace(counter.said(move.origin, move.to), **EMPTY[need]))
            assert refusal is not None
            assert refusal.code == f"needs_{need}"
            assert key in texts.refusal(refusal)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def station(tmp_path: Path, hands: Hands) -> Iterator[Book]:
    made = counter.station(tmp_path / "s1.book", hands)
    yield made
    assert made.check() == []
    made.close()


def test_a_request_is_extended_once_after_a_special_procedure_too(station: Book) -> None:
    key = counter.at(station, RequestStatus.EXTENDED)
    counter.move(station, key, RequestStatus.SPECIAL)
    counter.move(station, key, RequestStatus.PROCESSING)
    with pytest.raises(RuleBroken) as refused:
        counter.move(station, key, RequestStatus.EXTENDED)
    assert refused.value.code == "extended_already"
    i18n.use("zh")
    assert "5 workday" in texts.refusal(refused.value)


def test_the_clock_runs_from_the_acceptance_stops_in_a_special_procedure_and_goes_on(
    station: Book, hands: Hands
) -> None:
    key = counter.add(station)
    row = station.request(key)
    assert row is not None
    assert (row.due_on, row.promise, row.clock) == ("", "10 workday", Ticking.NOT_STARTED)
    counter.move(station, key, RequestStatus.ACCEPTED)
    row = station.request(key)
    assert row is not None
    assert (row.due_on, row.legal_due_on) == ("2026-09-15", "2026-09-29")
    counter.move(station, key, RequestStatus.PROCESSING)
    hands.go(days=2)
    counter.move(station, key, RequestStatus.SPECIAL)
    row = station.request(key)
    assert row is not None
    assert (row.due_on, row.stops) == ("", "2026-09-03/")
    hands.go(days=4)
    counter.move(station, key, RequestStatus.PROCESSING)
    row = station.request(key)
    assert row is not None
    # Thursday and Friday did not count.
    assert (row.due_on, row.stops) == ("2026-09-17", "2026-09-03/2026-09-06")
    counter.move(station, key, RequestStatus.EXTENDED)
    row = station.request(key)
    assert row is not None
    # Sunday the 20th is a make-up workday of the National Day.
    assert row.due_on == "2026-09-23"
    assert row.approval == "李强"


def test_time_runs_from_the_registration_where_the_catalogue_says_so_and_anew_after_missing_papers(
    station: Book, hands: Hands
) -> None:
    key = counter.add(station, "A02")
    row = station.request(key)
    assert row is not None
    assert (row.registered_at, row.due_on) == ("2026-09-01T09:00", "2026-09-01T11:00")
    counter.move(station, key, RequestStatus.SUPPLEMENT)
    row = station.request(key)
    assert row is not None
    assert row.due_on == ""
    hands.go(days=1)
    counter.move(station, key, RequestStatus.ACCEPTED)
    row = station.request(key)
    assert row is not None
    assert row.due_on == "2026-09-02T11:00"


def test_a_call_that_nobody_answers_is_kept_and_moves_nothing(station: Book) -> None:
    key = counter.at(station, RequestStatus.COMPLETED)
    for _ in range(2):
        station.do(CallBack(key, note="无人接听"), CLERK)
    row = station.request(key)
    assert row is not None
    assert (row.status, row.reached, row.calls) == (RequestStatus.COMPLETED, "nobody", 2)
    assert [row.id for row in station.request_waits().to_call.rows] == [key]
    station.do(CallBack(key, "satisfied"), CLERK)
    assert counter.status(station, key) is RequestStatus.CALLBACK
    with pytest.raises(RuleBroken, match="request_no_move"):
        station.do(CallBack(counter.add(station)), CLERK)
    with pytest.raises(InputRefused, match="unknown_value"):
        station.do(CallBack(counter.at(station, RequestStatus.COMPLETED), "happy"), CLERK)


def test_an_ended_request_is_reopened_under_a_new_number_with_its_words(station: Book) -> None:
    old = counter.add(station, words=WANG)
    with pytest.raises(RuleBroken, match="request_not_ended"):
        station.do(ReopenRequest(old, "再办"), CLERK)
    counter.move(station, old, RequestStatus.REJECTED)
    (new,), _posted = descend(station, ReopenRequest(old, "材料已齐"), CLERK, old)
    row = station.request(new)
    assert row is not None
    assert (row.follows, row.status) == (old, RequestStatus.REGISTERED)
    assert station.private.get(row.record) == WANG
    assert [one.id for one in station.kin(old)] == [new]
    station.undo(CLERK)
    assert station.request(new) is None
    assert counter.status(station, old) is RequestStatus.REJECTED


def test_a_split_makes_numbers_of_its_own_and_one_undo_takes_them_back(station: Book) -> None:
    old = counter.at(station, RequestStatus.ACCEPTED)
    parts = (("A02", "W1"), ("A03", "W1"), ("A01", "W3"))
    ids, _posted = descend(station, SplitRequest(old, parts, "三件事"), CLERK, old)
    assert sorted((row.action, row.window) for row in station.requests_of(ids)) == sorted(parts)
    assert {row.part_of for row in station.requests_of(ids)} == {old}
    station.undo(CLERK)
    assert station.requests_of(ids) == []
    assert counter.status(station, old) is RequestStatus.ACCEPTED


def test_merged_requests_leave_the_counts_and_come_back_by_undo(station: Book) -> None:
    kept, twice = counter.add(station), counter.add(station)
    with pytest.raises(RuleBroken, match="merged_with_itself"):
        station.do(MergeRequests((kept,), kept, "重复"), CLERK)
    station.do(MergeRequests((twice,), kept, "重复"), CLERK)
    assert station.request_counts()[RequestStatus.REGISTERED] == 1
    assert [row.id for row in station.requests().rows] == [kept]
    with pytest.raises(RuleBroken, match="request_merged"):
        counter.move(station, twice, RequestStatus.ACCEPTED)
    with pytest.raises(RuleBroken, match="request_holds_others"):
        station.do(MergeRequests((kept,), counter.add(station), "重复"), CLERK)
    station.undo(CLERK)  # the third request
    station.undo(CLERK)
    assert station.request_counts()[RequestStatus.REGISTERED] == 2


def test_only_the_own_unit_and_those_below_write(station: Book) -> None:
    with pytest.raises(RuleBroken, match="other_unit"):
        counter.add(station, window="W2")
    with pytest.raises(RuleBroken, match="request_role"):
        counter.add(station, desk=BUREAU)
    with pytest.raises(RuleBroken, match="unknown_request"):
        station.do(MoveRequest(("W1-20260901-AB001",), RequestStatus.ACCEPTED), CLERK)
    with pytest.raises(RuleBroken, match="nothing_chosen"):
        station.do(MoveRequest((), RequestStatus.ACCEPTED), CLERK)
    with pytest.raises(RuleBroken, match="unknown_action"):
        counter.add(station, "A99")
    with pytest.raises(RuleBroken, match="unknown_window"):
        counter.add(station, window="W99")


def test_what_another_has_changed_meanwhile_is_not_moved(station: Book) -> None:
    key = counter.add(station)
    with pytest.raises(RuleBroken, match="changed_meanwhile") as refused:
        station.do(MoveRequest((key,), RequestStatus.ACCEPTED, NOTHING, RequestStatus.SUPPLEMENT), CLERK)
    assert "登记" in texts.refusal(refused.value)


def test_a_case_of_a_day_before_is_entered_under_its_day_never_one_ahead(station: Book) -> None:
    station.do(RegisterRequest("A01", "W1", at=datetime(2026, 8, 31, 16, 5, tzinfo=BEIJING)), CLERK)
    (row,) = station.requests().rows
    assert (row.registered_at, row.number[:11]) == ("2026-08-31T16:05", "W1-20260831")
    assert station.request_story(row.id)[0].on_day == "2026-08-31"
    with pytest.raises(RuleBroken, match="future_day"):
        station.do(RegisterRequest("A01", "W1", at=datetime(2026, 9, 2, 8, 0, tzinfo=BEIJING)), CLERK)


def test_several_requests_are_moved_by_one_deed_and_one_undo(station: Book) -> None:
    keys = tuple(counter.add(station) for _ in range(3))
    station.do(MoveRequest((*keys, keys[0]), RequestStatus.ACCEPTED), CLERK)
    assert station.request_counts()[RequestStatus.ACCEPTED] == 3
    station.undo(CLERK)
    assert station.request_counts()[RequestStatus.REGISTERED] == 3


def test_no_telephone_enters_the_journal_by_a_note(station: Book) -> None:
    key = counter.add(station)
    with pytest.raises(InputRefused, match="text_has_mobile"):
        station.do(MoveRequest((key,), RequestStatus.WITHDRAWN, Said(reason="电话 13812345678 要求撤回")), CLERK)
    done = counter.at(station, RequestStatus.COMPLETED)
    with pytest.raises(InputRefused, match="rating_level"):
        station.do(MoveRequest((done,), RequestStatus.RATED, Said(level=6)), CLERK)
