"""What list, show, history and totals answer, for people and for programs."""

import json
from datetime import date
from pathlib import Path

import pytest

from desktop.cli import output
from desktop.models.vocabulary import Status
from tests.cli.conftest import Say

ROW = {"id", "action", "window", "status", "due_on", "lamps", "updated_at"}
TOLD = {"stamp", "at", "on_day", "author", "role", "kind", "changes", "note", "reason", "evidence"}
COUNTS = {
    "applicable", "in_place_rate", "verified_rate", "overdue", "due_soon", "stale", *Status,
}  # fmt: skip


@pytest.fixture
def worked(say: Say, proof: Path) -> Say:
    """Return the small book after some work: one verified, one returned with a date long past, one not applicable."""
    bureau = ("--role", "bureau", "--by", "赵敏")
    assert say("--by", "王芳", "set", "A01@W1", "in_progress", "--note", "已启动").code == 0
    assert say("set", "A01@W1", "in_place", "--evidence", proof, "--note", "已张贴").code == 0
    assert say(*bureau, "set", "A01@W1", "verified", "--evidence", proof).code == 0
    assert say("set", "A02@W1", "in_place", "--evidence", proof).code == 0
    past = ("--reason", "缺样本", "--due", "2026-10-01")
    assert say(*bureau, "set", "A02@W1", "returned", *past).code == 0
    assert say(*bureau, "set", "A03@W2", "not_applicable", "--reason", "无此业务").code == 0
    return say


def test_list_gives_programs_one_row_for_each_commitment(worked: Say) -> None:
    rows = json.loads(worked("list", "--json").out)
    assert [row["id"] for row in rows] == [f"A0{a}@W{w}" for a in (1, 2, 3) for w in (1, 2)]
    assert all(set(row) == ROW for row in rows)
    assert rows[0] | {"updated_at": ""} == {
        "id": "A01@W1", "action": "A01", "window": "W1", "status": "verified", "due_on": None, "lamps": [],
        "updated_at": "",
    }  # fmt: skip
    assert rows[0]["updated_at"].endswith("Z")
    assert rows[1]["updated_at"] is None
    assert rows[2]["due_on"] == "2026-10-01"
    assert rows[2]["lamps"] == ["overdue"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--status", "未启动"), ["A01@W2", "A02@W2", "A03@W1"]),
        (("--status", "５"), ["A01@W1"]),
        (("--window", "ｗ２"), ["A01@W2", "A02@W2", "A03@W2"]),
        (("--unit", "s1", "--category", "c1"), ["A01@W1", "A02@W1", "A03@W1"]),
        (("--unit", "BUREAU", "--measure", "m01"), ["A01@W1", "A01@W2", "A03@W1", "A03@W2"]),
        (("--lamp", "逾期"), ["A02@W1"]),
        (("--lamp", "due-soon"), []),
        (("--kind", "HALL", "--text", "举措２"), ["A02@W1", "A02@W2"]),
    ],
)
def test_list_can_be_narrowed(worked: Say, words: tuple[str, ...], found: list[str]) -> None:
    assert [row["id"] for row in json.loads(worked("list", "--json", *words).out)] == found


def test_a_filter_that_names_nothing_there_says_what_is_there(say: Say) -> None:
    answer = say("list", "--window", "W9")
    assert answer.code == 1
    assert answer.err == "“W9”不是 --window 可用的值；可用：W1; W2。\n"


def test_list_sets_chinese_in_columns_that_line_up(worked: Say) -> None:
    heads, first, *_rest, count = worked("list").out.splitlines()
    assert count == "共 6 项"
    assert first.startswith("A01@W1")
    at = output.width(heads[: heads.index("状态")])
    assert output.width(first[: first.index("已核验")]) == at


def test_a_past_day_shows_what_stood_then(worked: Say) -> None:
    rows = json.loads(worked("list", "--json", "--as-of", "2026年9月2日").out)
    assert {row["status"] for row in rows} == {"not_started"}
    assert json.loads(worked("totals", "--json", "--as-of", "20260902").out)["as_of"] == "2026-09-02"


def test_a_day_ahead_is_refused(say: Say) -> None:
    answer = say("list", "--as-of", "2099-01-01")
    assert answer.code == 1
    assert "2099-01-01 晚于今天" in answer.err


def test_show_tells_one_commitment_with_its_moves(worked: Say) -> None:
    told = json.loads(worked("show", "ａ０２＠ｗ１", "--json").out)
    assert told["id"] == "A02@W1"
    assert told["status"] == "returned"
    assert told["title"] == "举措2"
    assert {move["to"] for move in told["moves"]} == {"in_progress", "in_place"}
    out = worked("show", "A02@W1").out
    assert "退回整改" in out
    assert "开始整改 → in_progress" in out


def test_history_tells_programs_everything_oldest_first(worked: Say) -> None:
    story = json.loads(worked("history", "A01@W1", "--json").out)
    assert all(set(told) == TOLD for told in story)
    assert [told["kind"] for told in story] == ["move", "move", "move"]
    assert story[0]["changes"] == [{"field": "status", "before": "not_started", "after": "in_progress"}]
    assert (story[0]["author"], story[0]["role"], story[0]["note"]) == ("王芳", "clerk", "已启动")
    assert story[1]["evidence"][0]["name"] == "照片说明.txt"
    assert story[2]["role"] == "bureau"
    assert sorted(told["stamp"] for told in story) == [told["stamp"] for told in story]
    assert date.fromisoformat(story[0]["on_day"]) >= date(2026, 11, 23)


def test_history_gives_the_reason_where_there_is_no_note(worked: Say) -> None:
    story = json.loads(worked("history", "A02@W1", "--json").out)
    assert (story[1]["note"], story[1]["reason"]) == ("缺样本", "缺样本")


def test_history_keeps_note_and_reason_apart(say: Say, proof: Path) -> None:
    say("set", "A01@W1", "blocked", "--note", "等设备", "--reason", "无自助机")
    story = json.loads(say("history", "A01@W1", "--json").out)
    assert (story[0]["note"], story[0]["reason"]) == ("等设备", "无自助机")


def test_history_says_in_words_what_was_undone(say: Say) -> None:
    say("set", "A01@W1", "in_progress", "--note", "一")
    say("undo")
    out = say("history", "A01@W1").out
    assert "状态变更（已撤销）" in out
    assert "未启动 → 推进中" in out
    assert "推进中 → 未启动" in out


def test_totals_count_each_commitment_once(worked: Say) -> None:
    told = json.loads(worked("totals", "--json").out)
    assert set(told) == {"as_of", "total", "groups"}
    assert set(told["total"]) == COUNTS
    assert all(set(group) == COUNTS | {"key", "title"} for group in told["groups"])
    whole = told["total"]
    assert (whole["applicable"], whole["not_applicable"], whole["verified"], whole["overdue"]) == (5, 1, 1, 1)
    assert whole["in_place_rate"] == whole["verified_rate"] == 1 / 5


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        ("measure", ["M01", None]),
        ("category", ["C1"]),
        ("window", ["W1", "W2"]),
        ("unit", ["S1", "S2"]),
        ("county", ["S1", "S2"]),
    ],
)
def test_totals_come_by_every_grouping(worked: Say, by: str, keys: list[str | None]) -> None:
    told = json.loads(worked("totals", "--by", by, "--json").out)
    assert [group["key"] for group in told["groups"]] == keys
    assert sum(group["applicable"] for group in told["groups"]) == told["total"]["applicable"]


def test_a_rate_of_nothing_is_null(say: Say) -> None:
    for key in ("A01@W1", "A02@W1", "A03@W1"):
        say("--role", "bureau", "set", key, "不适用", "--reason", "无此业务")
    groups = json.loads(say("totals", "--by", "window", "--json").out)["groups"]
    assert (groups[0]["applicable"], groups[0]["in_place_rate"], groups[0]["verified_rate"]) == (0, None, None)
    assert "—" in say("totals", "--by", "window").out


def test_totals_for_people_print_both_rates_and_the_whole(worked: Say) -> None:
    out = worked("totals").out
    assert "落实率" in out
    assert "核验率" in out
    assert "争议" in out
    assert "合计" in out.splitlines()[-1]
    assert "In-place rate" in worked("--lang", "en", "totals").out
