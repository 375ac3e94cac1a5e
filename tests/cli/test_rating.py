"""Ratings on the command line: one is kept, a closed day is posted, and no rate comes without what it rests on."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.commands import ratings
from desktop.models.book import Book
from desktop.models.clock import BEIJING, Clock
from tests.cli.conftest import Say


@pytest.fixture
def yesterday(book: Path) -> date:
    """Return yesterday, on which three ratings were given at W1 and one at W2; they wait in their boxes."""
    at = Clock().now() - timedelta(days=1)
    opened = Book.open(book, clock=Clock(lambda: at))
    for window, level in (("W1", 5), ("W1", 4), ("W1", 1), ("W2", 3)):
        ratings.rate(opened, window, level)
    opened.close()
    return at.astimezone(BEIJING).date()


def test_one_rating_is_kept_and_nothing_is_told_of_the_others(say: Say) -> None:
    told = json.loads(say("rating", "add", "--window", "w1", "--level", "2", "--reason", "２０９", "--json").out)
    assert told == {"kind": "ballot_box", "stamps": [], "records": []}
    first = say("rating", "add", "--window", "W1", "--level", "5")
    assert first == say("rating", "add", "--window", "W1", "--level", "1")
    assert json.loads(say("satisfaction", "--json").out)["total"]["ratings"] == 0
    assert json.loads(say("rating", "post", "--json").out) == {"kind": "post_ratings", "stamps": [], "records": []}


def test_a_closed_day_is_posted_once(say: Say, yesterday: date) -> None:
    told = json.loads(say("rating", "post", "--json").out)
    assert (len(told["stamps"]), len(told["records"])) == (2, 4)
    assert json.loads(say("rating", "post", "--json").out)["records"] == []


def test_the_figures_come_with_counts_interval_and_formula(say: Say, yesterday: date) -> None:
    say("rating", "post")
    found = json.loads(say("satisfaction", "--from", yesterday, "--to", yesterday, "--json").out)
    first, second = found["groups"]
    assert (first["key"], first["counts"]) == ("W1", {"5": 1, "4": 1, "3": 0, "2": 0, "1": 1})
    assert (first["cases"], first["response_rate"], first["rank"]) == (0, None, None)
    assert first["rate"] == pytest.approx(2 / 3)
    assert 0 < first["wilson_low"] < first["rate"] < first["wilson_high"] < 1
    assert (second["key"], second["correction_rate"]) == ("W2", None)
    assert found["total"]["ratings"] == 4
    assert found["rank_least"] == 30
    assert len(found["formula"]) == 6
    units = json.loads(say("satisfaction", "--by", "unit", "--from", yesterday, "--json").out)
    assert [one["key"] for one in units["groups"]] == ["S1", "S2"]


@pytest.mark.parametrize(("language", "word"), [("zh", "参评率"), ("en", "Response rate")])
def test_on_the_terminal_the_formula_stands_below(say: Say, yesterday: date, language: str, word: str) -> None:
    say("rating", "post")
    told = say("--lang", language, "satisfaction", "--from", yesterday)
    assert told.code == 0
    assert told.out.count(word) == 2
    assert "Wilson" in told.out or "威尔逊" in told.out


def test_paper_ballots_are_keyed_twice(say: Say, yesterday: date) -> None:
    differ = say(
        "rating", "paper", "--window", "W1", "--on", yesterday, "--first", "2 0 0 0 1", "--second", "2 0 0 1 1"
    )
    assert differ.code == 1
    assert "2★ 0 ≠ 1" in differ.err
    say("rating", "paper", "--window", "W1", "--on", yesterday, "--first", "551", "--second", "155", "--single")
    found = json.loads(say("satisfaction", "--from", yesterday, "--json").out)
    assert found["total"]["counts"] == {"5": 2, "4": 0, "3": 0, "2": 0, "1": 1}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", "--window", "W1", "--level", "6"), 1), (("add", "--window", "W9", "--level", "5"), 1),
        (("add", "--window", "W1", "--level", "5", "--reason", "108"), 1), (("add", "--window", "W1"), 2), ((), 2),
    ],
)  # fmt: skip
def test_what_is_no_rating_is_refused_in_a_sentence(say: Say, words: tuple[str, ...], code: int) -> None:
    told = say("rating", *words)
    assert told.code == code
    assert told.err


def test_a_bad_rating_goes_its_way_on_the_command_line(say: Say, yesterday: date) -> None:
    say("rating", "post")
    [one] = json.loads(say("--role", "chief", "rating", "bad", "--json").out)
    assert (one["window"], one["level"], one["named"], one["open"], one["contact_due"]) == ("W1", 1, False, True, None)
    key = one["id"]
    assert "实名" not in say("--role", "chief", "rating", "bad").out
    refused = say("--role", "chief", "rating", "contact", key, "--note", "拨打")
    assert refused.code == 1
    assert say("rating", "correct", key, "--note", "已改").code == 1
    for words in (
        ("complex", key, "--reason", "要改系统"), ("appeal", key, "--reason", "选错窗口"),
        ("decide", key, "--dismiss", "--reason", "查无此事"),
        ("correct", key, "--result", "explained", "--note", "已当面说明"),
    ):  # fmt: skip
        told = json.loads(say("--role", "bureau", "rating", *words, "--json").out)
        assert told["records"] == [f"rating:{key}"]
    assert json.loads(say("--role", "chief", "rating", "bad", "--json").out) == []
    [one] = json.loads(say("--role", "chief", "rating", "bad", "--all", "--json").out)
    assert (one["appeal"], one["complex"], one["correction"]) == ("dismissed", True, "explained")


def test_the_blank_form_and_the_sheet_are_written(say: Say, yesterday: date, tmp_path: Path) -> None:
    say("rating", "post")
    form, sheet = tmp_path / "form.pdf", tmp_path / "sheet.pdf"
    assert say("rating", "form", "--window", "w1", "--out", form).code == 0
    told = say("report", "satisfaction", "--grouped", "window", "--from", yesterday, "--out", sheet)
    assert told.code == 0
    assert all(file.read_bytes().startswith(b"%PDF") for file in (form, sheet))
