"""The command deadline: without a book, in Chinese and English, and what it refuses."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Say

ANSWER = {
    "start", "promised", "legal", "due", "decided_by", "state", "certainty", "counted", "left_out", "left",
    "left_unit", "rest", "overdue", "sentence",
}  # fmt: skip


def asked(run: Say, *words: str) -> dict[str, object]:
    answer = run("deadline", *words, "--json")
    assert (answer.code, answer.err) == (0, "")
    found: dict[str, object] = json.loads(answer.out)
    assert set(found) == ANSWER
    return found


def test_it_needs_no_book_and_answers_programs(run: Say) -> None:
    found = asked(
        run, "--start", "2026-11-27", "--promise", "5 workday", "--legal", "60 day", "--stop", "2026-12-01/2026-12-03",
        "--as-of", "2026-12-10",
    )  # fmt: skip
    days = ["2026-11-30", "2026-12-04", "2026-12-07", "2026-12-08", "2026-12-09"]
    assert found["promised"] == {
        "value": 5, "unit": "workday", "due": "2026-12-09", "state": "dated", "certainty": "official",
    }  # fmt: skip
    assert found["legal"] == {
        "value": 60, "unit": "day", "due": "2027-01-29", "state": "dated", "certainty": "provisional",
    }  # fmt: skip
    assert (found["start"], found["due"], found["decided_by"]) == ("2026-11-27", "2026-12-09", "promised")
    assert (found["certainty"], found["counted"]) == ("official", days)
    left_out = found["left_out"]
    assert isinstance(left_out, list)
    assert left_out[0] == {"date": "2026-11-28", "why": "weekend", "name": ""}
    assert [day["why"] for day in left_out].count("stopped") == 3
    assert (found["left"], found["left_unit"], found["overdue"]) == (-1, "workday", True)
    assert str(found["sentence"]).endswith("以承诺为准。")


def test_hours_end_at_a_time_of_day_in_beijing(run: Say) -> None:
    found = asked(run, "--start", "2026-11-27T10:30", "--promise", "24小时", "--as-of", "2026-11-27 11:00")
    assert (found["start"], found["due"]) == ("2026-11-27T10:30+08:00", "2026-11-28T10:30+08:00")
    assert (found["left"], found["left_unit"], found["overdue"], found["legal"]) == (1410, "minute", False, None)


def test_an_open_stop_has_no_date_and_says_what_is_to_count(run: Say) -> None:
    found = asked(run, "--start", "2026-11-27", "--promise", "10 workday", "--stop", "2026/12/01/")
    assert (found["due"], found["decided_by"], found["state"], found["overdue"]) == (None, None, "stopped", None)
    assert found["rest"] == [{"value": 9, "unit": "workday"}]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("10 workday", "2026-12-11"),
        ("１０个工作日", "2026-12-11"),
        ("10 Workdays", "2026-12-11"),
        ("10工作日", "2026-12-11"),
        ("15日", "2026-12-14"),
        ("15天", "2026-12-14"),
        ("15 自然日", "2026-12-14"),
        ("15 days", "2026-12-14"),
        ("1个月", "2026-12-28"),
        ("1 month", "2026-12-28"),
        ("当场", "2026-11-27"),
        ("on the spot", "2026-11-27"),
        ("on_the_spot", "2026-11-27"),
    ],
)
def test_limits_are_read_in_chinese_and_english(run: Say, words: str, due: str) -> None:
    assert asked(run, "--start", "2026年11月27日", "--promise", words)["due"] == due


def test_the_extension_is_added_to_both_clocks(run: Say) -> None:
    found = asked(
        run, "--start", "2026-11-27", "--promise", "5 workday", "--legal", "5 day", "--extend", "5 workday"
    )  # fmt: skip
    assert (found["due"], found["decided_by"]) == ("2026-12-09", "legal")
    assert found["promised"] == {
        "value": 5, "unit": "workday", "due": "2026-12-11", "state": "dated", "certainty": "official",
    }  # fmt: skip


def test_people_get_the_sentence_in_their_language(run: Say) -> None:
    words = ("deadline", "--start", "2026-11-27", "--promise", "5 workday")
    assert run(*words).out == "11月27日受理，次日起算，承诺 5 个工作日，跳过周末 2 天，至12月4日。\n"
    assert run("--lang", "en", *words).out.startswith("Accepted on 27 November, counted from the next day")


def test_a_named_book_brings_its_own_calendar(run: Say, book: Path) -> None:
    words = ("deadline", "--start", "2026-11-27", "--promise", "5 workday", "--json")
    own = json.loads(run("--book", book, *words).out)
    assert own["certainty"] == "none", "the small book holds no holidays"
    assert json.loads(run("--book", book, *words[:2], "2019-04-30", *words[3:]).out)["due"] == "2019-05-09"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--start", "昨天", "--promise", "5 day"), "“昨天”不是可以识别的日期"),
        (("--start", "2026-02-30", "--promise", "5 day"), "没有“2026-02-30”这一天"),
        (("--start", "2026-11-27T25:00", "--promise", "5 day"), "“25:00”不是时刻"),
        (("--start", "2026-11-27", "--promise", "24 hour"), "2026-11-27T10:30"),
        (("--start", "2026-11-27", "--promise", "五天"), "“五天”不是期限"),
        (("--start", "2026-11-27", "--promise", "5"), "“5”不是期限"),
        (("--start", "2026-11-27", "--promise", "day"), "“day”不是期限"),
        (("--start", "2026-11-27", "--promise", ""), "“”不是期限"),
        (("--start", "2026-11-27", "--promise", "-5 day"), "不是期限"),
        (("--start", "2026-11-27", "--promise", "0 day"), "期限不能是 0"),
        (("--start", "2026-11-27", "--promise", "99999 day"), "期限不能是 99999"),
        (("--start", "2026-11-27", "--promise", "5 day", "--stop", "2026-12-01"), "不是停钟时段"),
        (("--start", "2026-11-27", "--promise", "5 day", "--stop", "2026-12-03/2026-12-01"), "早于开始"),
        (("--start", "2026-11-27", "--promise", "5 day", "--extend", "当场"), "不增加时间"),
        (("--start", "2026-11-27", "--promise", "5 day", "--extend", "1 day", "--extend", "1 day"), "只能延期一次"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(run: Say, words: tuple[str, ...], sentence: str) -> None:
    answer = run("deadline", *words, "--json")
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert sentence in answer.err


@pytest.mark.parametrize("words", [(), ("--start", "2026-11-27"), ("--promise", "5 day")])
def test_a_missing_start_or_promise_is_answered_with_the_usage(run: Say, words: tuple[str, ...]) -> None:
    answer = run("deadline", *words)
    assert (answer.code, answer.out) == (2, "")
