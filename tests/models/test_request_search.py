"""Searching the register finds exactly what a slow look at every request finds, in every order, page by page."""

import itertools
import json
import random
from pathlib import Path
from typing import Any

import pytest

from desktop.models import request_matters, request_search, request_streams
from desktop.models.book import Book
from desktop.models.private_rows import Private
from desktop.models.request_matters import KEPT
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort
from desktop.models.requests import RequestFilter, RequestRow
from tests import counter
from tests.books import Hands

SAID = ("窗口办理身份证", "老人请求上门", "举措一次办成", "ETC发票补办，窗口", "上门采集", "")
TEXTS = (
    "窗口", "上门", "身份证", "举措1", "举措", "窗口 身份证", "上门 举措2", "举措 窗口", "etc 窗口", "jc", "juchu",
    "jucuo1", "W1-2026", "w3", "20260902", "无此", "证", "办 举措 窗口 上门", "aa 举措", "举措 一次 办成 窗口 etc 1",
    "，", "张三", "4321",
)  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Book:
    hands, chance = Hands(), random.Random(3)
    made = counter.station(tmp_path / "a.book", hands)
    for n in range(20):
        words = Private("张三", "13800004321", "", chance.choice(SAID)) if n % 5 else None
        key = counter.add(made, chance.choice(("A01", "A02", "A03")), chance.choice(("W1", "W3")), words)
        if n % 3 == 0:
            counter.move(made, key, RequestStatus.ACCEPTED)
        hands.go(hours=chance.randint(0, 9))
    made.keep(*KEPT, json.dumps({"举措": "ju cuo"}))
    return made


def _slowly(book: Book, text: str, sort: Sort, **asked: object) -> list[str]:
    """Look at every request of a list for every word of a text."""
    rows = _all(book, RequestFilter(**asked), sort)  # type: ignore[arg-type]  # any of them
    said = {key: one.text for key, one in book.private.get_all([row.record for row in rows]).items()}
    return [
        row.id for row in rows if text != "，" and all(_has(row, said.get(row.record, ""), w) for w in text.split())
    ]


def _has(row: RequestRow, said: str, word: str) -> bool:
    typed, tail = word.upper(), row.number.rpartition("-")[2]
    letters, serial = tail[:2], tail[2:].lstrip("0")
    by_sound = {"jc": True, "juchu": False, "jucuo1": row.matter == "举措1"}.get(word, False)
    by_day = len(word) == 8 and word.isdigit() and f"-{word}-" in row.number
    by_number = any(map(str.isdigit, word)) and (row.number.startswith(typed) or typed == letters + serial)
    return word in row.matter or word.casefold() in said.casefold() or by_sound or by_day or by_number


def _all(book: Book, wanted: RequestFilter, sort: Sort) -> list[RequestRow]:
    found: list[RequestRow] = []
    after = None
    for _page in range(200):
        page = book.requests(wanted, sort, 7, after)
        found += page.rows
        after = page.after
        if after is None:
            return found
    raise AssertionError("the list does not end")


@pytest.mark.parametrize("many", [0, 3, 12])
def test_every_way_of_searching_finds_the_same_in_the_same_order(
    book: Book, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once as it is, then with such bounds that a small register is searched like one of a million."""
    for name, value in (("FEW", 2), ("MANY", many), ("READ", 4), ("MOST_READ", 8), ("MOST_PORTIONS", 6)):
        monkeypatch.setattr(request_search, name, value if many else getattr(request_search, name))
    for name, value in (("PORTION", 3), ("MATTERS", 2)):
        monkeypatch.setattr(request_streams, name, value if many else getattr(request_streams, name))
    filters: tuple[dict[str, Any], ...] = (
        {},
        {"windows": frozenset({"W1"})},
        {"statuses": frozenset({RequestStatus.ACCEPTED})},
        {"action": "A02"},
        {"since": "2026-09-02", "until": "2026-09-04"},
    )
    lists = itertools.cycle(itertools.product((Sort.NEWEST, Sort.DUE, Sort.NEWEST, Sort.MATTER_DOWN), filters))
    for text, (sort, asked) in zip(TEXTS, lists, strict=False):
        wanted = RequestFilter(text=text, **asked)
        right = _slowly(book, text, sort, **asked)
        assert [row.id for row in _all(book, wanted, sort)] == right, (text, sort, asked)
        spots = [spot for portion in book.request_stretches(wanted, sort) for spot in portion.spots]
        assert [spot[-1] for spot in spots] == right, (text, sort, asked)
        assert set(book.spots_of([row.id for row in book.requests().rows], wanted, sort)) == set(right)
    book.close()


def test_readings_of_matters_are_told_once_and_kept(book: Book) -> None:
    book.keep(*KEPT, None)
    assert book.unread_matters() == ["举措"]
    assert _all(book, RequestFilter(text="jc"), Sort.NEWEST) == []
    assert request_matters.learn(book)
    assert not request_matters.learn(book)
    assert len(_all(book, RequestFilter(text="jc"), Sort.NEWEST)) == len(book.requests().rows)
    book.close()


def test_names_and_telephones_find_nobody(book: Book) -> None:
    assert _all(book, RequestFilter(text="张三"), Sort.NEWEST) == []
    assert _all(book, RequestFilter(text="13800004321"), Sort.NEWEST) == []
    book.close()


def test_a_number_is_found_by_its_letters_and_serial_and_by_its_day(book: Book) -> None:
    row = book.requests().rows[-1]
    tail = row.number.rpartition("-")[2]
    for text in (tail, tail.lower(), tail[:2] + tail[2:].lstrip("0"), f"{row.number[3:11]}-{tail}", row.number, row.id):
        assert row.id in {one.id for one in _all(book, RequestFilter(text=text), Sort.NEWEST)}, text
    book.close()
