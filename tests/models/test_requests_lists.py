"""The register of requests as it is listed: pages, filters, what waits, and an index for each."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.models import request_lists
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort
from desktop.models.requests import RequestFilter, RequestRow
from tests import counter
from tests.books import Hands
from tests.private_words import WANG

KEYS: dict[str, Callable[[RequestRow], tuple[str, ...]]] = {
    "newest": lambda row: (row.registered_at,),
    "oldest": lambda row: (row.registered_at,),
    "due": lambda row: (row.due_on or "~",),
    "number": lambda _row: (),
    "window": lambda row: (row.window, row.registered_at),
    "matter": lambda row: (row.matter, row.registered_at),
    "action": lambda row: (row.action, row.registered_at),
}


def test_pages_follow_each_other_without_gap_or_repetition(tmp_path: Path) -> None:
    hands = Hands()
    book = counter.station(tmp_path / "a.book", hands)
    for n in range(23):
        key = counter.add(book, f"A0{n % 3 + 1}", ("W1", "W3")[n % 2])
        if n % 4 == 0:
            counter.move(book, key, RequestStatus.ACCEPTED)
        hands.go(minutes=n % 3)
    for sort in Sort:
        found: list[RequestRow] = []
        after = None
        while True:
            page = book.requests(sort=sort, limit=5, after=after)
            found += page.rows
            after = page.after
            if after is None:
                break
        assert len({row.id for row in found}) == len(found) == 23
        keys = [(*KEYS[sort.value.partition("_")[0]](row), row.id) for row in found]
        assert keys == sorted(keys, reverse=sort.is_down)
        spots = [spot for stretch in book.request_stretches(sort=sort) for spot in stretch.spots]
        assert [tuple(spot) for spot in spots] == keys
    assert book.requests(limit=23).after is None
    book.close()


def test_a_list_is_cut_by_every_filter(tmp_path: Path) -> None:
    hands = Hands()
    book = counter.station(tmp_path / "a.book", hands)
    first = counter.add(book, "A01", "W1", WANG)
    hands.go(days=1)
    second = counter.add(book, "A02", "W3")
    third = counter.at(book, RequestStatus.PROCESSING, "A03")

    def found(**asked: object) -> set[str]:
        return {row.id for row in book.requests(RequestFilter(**asked)).rows}  # type: ignore[arg-type]  # any of them

    assert found() == {first, second, third}
    assert found(windows=frozenset({"W3"})) == {second}
    assert found(windows=frozenset()) == set()
    assert found(statuses=frozenset({RequestStatus.PROCESSING})) == {third}
    assert found(action="A01") == {first}
    assert found(handler="孙立") == {third}
    assert found(until="2026-09-01") == {first}
    assert found(since="2026-09-02") == {second, third}
    assert found(due_from="2026-09-02", due_before="2026-09-03") == {second, third}
    assert found(text="举措2") == {second}
    assert found(text=first[:11]) == {first}
    assert found(text="上门") == {first}
    assert found(text="无此") == set()
    assert found(windows=frozenset({"W1", "W3"})) == {first, second, third}
    assert found(assignee="孙立") == set()
    assert found(overdue_at="2026-09-02T20:00", windows=frozenset({"W3"})) == {second}
    assert found(in_time_at="2026-09-02T20:00") == {third}
    assert found(channel="online") == found(applicant="firm") == set()
    assert list(book.matters()) == ["举措1", "举措2", "举措3"]
    book.close()


def test_what_waits_today_is_told(tmp_path: Path) -> None:
    hands = Hands()
    book = counter.station(tmp_path / "a.book", hands)
    late = counter.add(book, "A02")  # two hours from nine o'clock
    spot = counter.at(book, RequestStatus.ACCEPTED, "A03")
    waits = book.request_waits()
    assert [row.id for row in waits.due_today.rows] == [spot, late]
    hands.go(hours=3)
    waits = book.request_waits()
    assert [row.id for row in waits.overdue.rows] == [late]
    assert [row.id for row in waits.due_today.rows] == [spot]
    hands.go(days=1)
    assert {row.id for row in book.request_waits().overdue.rows} == {late, spot}
    ten = counter.at(book, RequestStatus.ACCEPTED)
    hands.go(days=13)
    assert [row.id for row in book.request_waits().due_tomorrow.rows] == [ten]
    bad = counter.at(book, RequestStatus.RECTIFYING, "A03")
    assert [row.id for row in book.request_waits("钱进").returned.rows] == [bad]
    assert book.request_waits("别人").returned.count == 0
    assert book.request_waits("钱进", frozenset({"W3"})).returned.count == 0
    for row in book.requests().rows:
        assert row.is_overdue("2026-09-15T20:00") is (row.id in {late, spot})
    book.close()


def test_every_list_walks_an_index(tmp_path: Path) -> None:
    book = counter.station(tmp_path / "a.book")
    counter.add(book)
    with book.reading() as connection:
        for query in (
            "SELECT id FROM request WHERE registered_at <= 'x' ORDER BY registered_at DESC, id DESC LIMIT 9",
            "SELECT id FROM request WHERE window = 'W1' ORDER BY registered_at DESC, id DESC LIMIT 9",
            "SELECT id FROM request ORDER BY coalesce(due_on, '~'), id LIMIT 9",
            "SELECT count(*) FROM request WHERE status = 'accepted' AND due_on < 'x' AND same_as IS NULL",
            "SELECT min(matter) FROM request WHERE matter > 'x'",
        ):
            plan = " ".join(str(row[3]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}"))
            assert "USING" in plan, plan
            assert "INDEX request_" in plan, plan
            assert "TEMP B-TREE" not in plan, plan
    book.close()


def test_several_windows_come_as_one_list_and_a_request_knows_its_spot(tmp_path: Path) -> None:
    hands = Hands()
    book = counter.station(tmp_path / "a.book", hands)
    ids = []
    for n in range(6):
        ids.append(counter.add(book, window=("W1", "W3")[n % 2]))
        hands.go(minutes=1)
    both = RequestFilter(windows=frozenset({"W1", "W3"}))
    spots = [tuple(spot) for stretch in book.request_stretches(both) for spot in stretch.spots]
    assert [spot[-1] for spot in spots] == ids[::-1]
    assert book.spots_of([ids[2], "W9-nothing"], both) == {ids[2]: spots[3]}
    assert book.spots_of([ids[2]], RequestFilter(windows=frozenset({"W3"}))) == {}
    book.close()


def test_what_nobody_waits_for_any_more_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_lists, "_LOOK", 1)
    book = counter.station(tmp_path / "a.book", Hands())
    for _n in range(3):
        counter.add(book)
    assert sum(one.count for one in book.request_stretches(go_on=lambda: True)) == 3
    assert list(book.request_stretches(go_on=lambda: False)) == []
    assert book.request_counts(go_on=lambda: True)[RequestStatus.REGISTERED] == 3
    assert book.request_counts(go_on=lambda: False) == {}
    assert len(book.requests().rows) == 3
    book.close()


def test_counts_alone_are_asked_for_without_rows(tmp_path: Path) -> None:
    book = counter.station(tmp_path / "b.bianmin")
    assert not book.has_requests()
    for _number in range(3):
        counter.at(book, RequestStatus.COMPLETED)
    assert book.has_requests()
    counted = book.request_waits(limit=0).to_call
    assert (counted.count, counted.rows) == (3, ())
    assert len(book.request_waits(limit=2).to_call.rows) == 2
    assert book.heard() == book.board().heard
    book.close()
