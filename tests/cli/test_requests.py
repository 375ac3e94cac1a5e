"""`bianmin request …`: the whole way of a request by words, and not a word of the citizen in any answer."""

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.books import make
from tests.cli.conftest import Say
from tests.private_words import WANG


@pytest.fixture
def station(tmp_path: Path) -> Path:
    made = make(tmp_path / "s1.bianmin", "S1")
    made.close()
    return made.path


def test_a_request_goes_its_way(run: Say, station: Path) -> None:
    def say(*words: str, role: str = "clerk") -> Any:
        answer = run("--book", str(station), "--role", role, "--by", "王芳", "request", *words, "--json")
        assert answer.code == 0, answer.err
        assert WANG.phone not in answer.out
        assert WANG.name not in answer.out
        return json.loads(answer.out)

    asked = ("a01@w1", "--name", WANG.name, "--phone", WANG.phone, "--text", WANG.text, "--token", "x1")
    made = say("add", *asked)
    assert made["new"] is True
    again = say("add", *asked)
    assert again == {**made, "new": False}
    number = str(made["number"])
    for words, role in (
        (("受理",), "clerk"), (("processing", "--handler", "孙立"), "clerk"),
        (("extended", "--approval", "李强", "--notice", "已告知", "--extend", "5 workday"), "chief"),
        (("completed", "--result", "granted"), "clerk"),
    ):  # fmt: skip
        say("move", number.lower(), *words, role=role)
    say("call-back", number)
    say("call-back", number, "--answer", "satisfied")
    (row,) = say("list", "--text", "上门")
    assert (row["status"], row["on_file"], row["handler"], row["extension"]) == ("callback", True, "孙立", "5 workday")
    whole = say("show", number)
    assert len(whole["story"]) == 7
    assert {move["to"] for move in whole["moves"]} == {"rated", "archived"}
    (new,) = say("reopen", number, "--reason", "再办")["ids"]
    assert len(say("split", new, "A02@W1", "A03@W1", "--reason", "两件事")["ids"]) == 2
    twice = str(say("add", "A01@W1")["id"])
    say("merge", twice, "--into", new, "--reason", "重复")
    assert len(say("list")) == 4
    assert len(say("list", "--merged", "--limit", "2")) == 2
    assert say("waiting")["to_call"] == {"count": 0, "ids": []}


def test_it_is_told_in_words_too(run: Say, station: Path) -> None:
    say = ("--book", str(station), "request")
    made = run(*say, "add", "A01@W1", "--name", WANG.name)
    assert made.out.startswith("已登记：W1-")
    number = made.out.strip().rpartition("：")[2]
    listed = run(*say, "list", "--unit", "S1", "--window", "w1", "--by-due")
    assert number in listed.out
    assert "1 件办件" in listed.out
    shown = run(*say, "show", number)
    assert "“受理”（窗口人员 或 单位负责人）" in shown.out.replace("或", " 或 ").replace("  ", " ")
    assert "王**" in shown.out
    assert "编号 " in listed.out
    assert WANG.name not in shown.out
    assert "今日到期" in run(*say, "waiting").out
    refused = run(*say, "move", number, "archived")
    assert refused.code == 1
    assert "只能转为“待补正”" in refused.err.replace("“受理”（窗口人员或单位负责人）、", "")
    for words in (
        ("move", number, "nowhere"), ("show", "W1-1"), ("add", "A01@W1", "--channel", "pigeon"),
        ("move", number, "accepted", "--extend", "soon"),
    ):  # fmt: skip
        assert run(*say, *words).code == 1


def test_a_slip_is_written_as_its_state_calls_for_and_small_where_there_is_a_small_one(
    run: Say, station: Path, tmp_path: Path
) -> None:
    def say(*words: str) -> Any:
        return run("--book", str(station), "--role", "clerk", "--by", "王芳", "request", *words)

    made = json.loads(say("add", "a01@w1", "--name", WANG.name, "--phone", WANG.phone, "--json").out)
    number, out = str(made["number"]), tmp_path / "slip.pdf"
    small = say("slip", number.lower(), "--small", "--out", str(out))
    assert small.code == 0, small.err
    assert str(out) in small.out
    width, height = (float(side) for side in PdfReader(out).pages[0].mediabox[2:])
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (105, 148)
    say("move", number, "supplement", "--notice", "户口簿原件")
    assert say("slip", number, "--out", str(out)).code == 0
    assert "户口簿原件" in PdfReader(out).pages[0].extract_text()
    assert say("slip", number, "--small", "--out", str(out)).code == 1
    refused = say("slip", number, "--kind", "refusal", "--out", str(tmp_path / "none.pdf"))
    assert refused.code != 0
    assert "没有这种单据" in refused.err


def test_what_a_citizen_said_is_shown_for_a_reason_that_stays(run: Say, station: Path) -> None:
    say = ("--book", str(station), "--by", "王芳", "request")
    key = json.loads(run(*say, "add", "A01@W1", "--name", WANG.name, "--text", WANG.text, "--json").out)["id"]
    assert run(*say, "unmask", key).code == 1
    answer = json.loads(run(*say, "unmask", key, "--reason", "电话核实", "--json").out)
    assert answer == {"name": WANG.name, "phone": "", "last4": "", "text": WANG.text}
    assert f"申请人  {WANG.name}" in run(*say, "unmask", key, "--reason", "电话核实").out
    story = json.loads(run(*say, "show", key, "--json").out)["story"]
    assert [(one["kind"], one["author"], one["note"]) for one in story[1:]] == [("unmask", "王芳", "电话核实")] * 2


def test_a_rating_by_name_needs_consent(run: Say, station: Path) -> None:
    say = ("--book", str(station), "--by", "王芳", "request")
    number = json.loads(run(*say, "add", "A01@W1", "--json").out)["number"]
    for words in (("accepted",), ("completed", "--result", "granted")):
        assert run(*say, "move", number, *words).code == 0
    assert run(*say, "rate", number, "2").code != 0
    assert run(*say, "rate", number, "2", "--rating-reason", "207", "--consent").code == 0
    shown = json.loads(run(*say, "show", number, "--json").out)
    assert shown["status"] == "rated"


def test_what_is_not_in_dispute_cannot_be_settled(run: Say, station: Path) -> None:
    say = ("--book", str(station), "--role", "chief", "--by", "李强", "request")
    number = json.loads(run(*say, "add", "A01@W1", "--json").out)["number"]
    refused = run(*say, "settle", number, "--choose", "accepted", "--reason", "x")
    assert refused.code != 0
    assert "W1-" in refused.err
