"""What the writing commands do to a book: one entry each, undone and done again."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import settings
from tests import books
from tests.cli.conftest import Say

Look = Callable[[], tuple[int, object]]


def _row(say: Say, key: str) -> dict[str, object]:
    return next(row for row in json.loads(say("list", "--json").out) if row["id"] == key)


def test_set_writes_one_entry_and_says_so(say: Say, state: Look) -> None:
    before = state()[0]
    answer = say("set", "A01@W1", "推进中", "--note", "已启动")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("已登账：举措1 → 推进中（2")
    assert state()[0] == before + 1
    assert _row(say, "A01@W1")["status"] == "in_progress"


def test_set_takes_day_and_due_date_in_any_form(say: Say, proof: Path) -> None:
    words = ("--evidence", proof, "--due", "２０９９年１月２日", "--on", "２０２６．９．３０")
    assert say("set", "ａ０１＠ｗ１", "４", *words).code == 0
    assert _row(say, "A01@W1")["due_on"] == "2099-01-02"
    assert json.loads(say("history", "A01@W1", "--json").out)[0]["on_day"] == "2026-09-30"


def test_a_program_is_told_the_stamp(say: Say) -> None:
    told = json.loads(say("set", "A01@W1", "in_progress", "--note", "一", "--json").out)
    assert told["kind"] == "move"
    assert told["records"] == ["commitment:A01@W1"]
    assert say("undo", told["stamps"][0]).code == 0


def test_unchanged_takes_several_and_makes_one_entry(say: Say, state: Look) -> None:
    before = state()[0]
    answer = say("unchanged", "A01@W1", "A02@W1", "a02@w1", "A03@W2")
    assert answer.code == 0
    assert "等3项" in answer.out
    assert state()[0] == before + 1


def test_a_note_and_evidence_leave_the_state_alone(say: Say, proof: Path) -> None:
    assert say("note", "A01@W1", "--note", "群众询问较多", "--evidence", proof).code == 0
    told = json.loads(say("history", "A01@W1", "--json").out)[0]
    assert told["note"] == "群众询问较多"
    assert told["evidence"][0]["name"] == "照片说明.txt"
    assert _row(say, "A01@W1")["status"] == "not_started"


def test_due_dates_are_set_moved_with_a_reason_and_taken_away(say: Say) -> None:
    assert say("due", "A01@W1", "A01@W2", "--to", "2099-01-01").code == 0
    refused = say("due", "A01@W1", "--to", "2099-02-01")
    assert "只有单位负责人或市（县）局可以变更" in refused.err
    assert say("--role", "chief", "due", "A01@W1", "--to", "2099-02-01").code == 1
    assert say("--role", "chief", "due", "A01@W1", "--to", "2099-02-01", "--reason", "设备晚到").code == 0
    assert _row(say, "A01@W1")["due_on"] == "2099-02-01"
    assert say("--role", "chief", "due", "A01@W1", "--none", "--reason", "取消").code == 0
    assert _row(say, "A01@W1")["due_on"] is None


def test_an_officer_is_named_for_several(say: Say) -> None:
    assert say("officer", "A01@W1", "A02@W1", "--name", "欧阳娜娜").code == 0
    assert say("list", "--text", "欧阳").out.count("欧阳娜娜") == 2
    assert say("officer", "A01@W1", "--name", "").code == 0
    assert say("list", "--text", "欧阳").out.count("欧阳娜娜") == 1


def test_a_chief_proposes_and_the_bureau_declines_or_confirms(say: Say) -> None:
    assert "须由单位负责人提出" in say("propose", "A01@W1", "--reason", "无此业务").err
    assert say("--role", "chief", "propose", "A01@W1", "A02@W1", "--reason", "无此业务").code == 0
    assert say("--role", "chief", "decline", "A01@W1", "--reason", "有").code == 1
    assert say("--role", "bureau", "decline", "A01@W1", "--reason", "有此业务").code == 0
    assert say("--role", "bureau", "decline", "A01@W1", "--reason", "有此业务").code == 1
    assert say("--role", "bureau", "set", "A02@W1", "不适用", "--reason", "属实").code == 0


def test_undo_and_redo_name_the_deed(say: Say, state: Look) -> None:
    say("set", "A01@W1", "in_progress", "--note", "一")
    done = state()[1]
    assert say("undo").out.startswith("已撤销：举措1 → 推进中（")
    assert _row(say, "A01@W1")["status"] == "not_started"
    assert say("redo").out.startswith("已重做：举措1 → 推进中（")
    assert _row(say, "A01@W1")["status"] == "in_progress"
    assert say("--lang", "en", "undo").out.startswith("Undone: Action 1 → In progress (")
    assert json.loads(say("redo", "--json").out)["kind"] == "redo"
    assert done != state()[1]  # the same states, later stamps
    assert "没有可以重做的操作" in say("redo").err


def test_undo_of_nothing_and_of_an_unknown_stamp_is_refused(say: Say, state: Look) -> None:
    before = state()
    assert "没有可以撤销的操作" in say("undo").err
    assert "没有时间戳为 20260101 的本单位操作" in say("undo", "20260101").err
    assert state() == before


def test_a_chief_s_deed_is_not_a_clerk_s_to_undo(say: Say) -> None:
    say("--role", "chief", "set", "A01@W1", "in_progress", "--note", "一")
    assert "须由同级或上级角色撤销" in say("undo").err


def test_words_of_an_entry_can_be_taken_away_for_good(say: Say) -> None:
    told = json.loads(say("note", "A01@W1", "--note", "写错了的内容", "--json").out)
    assert say("redact", told["stamps"][0]).code == 1
    assert say("redact", told["stamps"][0], "--reason", "含个人信息").code == 0
    assert "写错了的内容" not in say("history", "A01@W1").out
    assert say("check").code == 0


def test_there_is_nothing_to_settle_where_nothing_is_disputed(say: Say) -> None:
    answer = say("--role", "chief", "settle", "A01@W1", "--reason", "核对")
    assert answer.code == 1
    assert "没有争议" in answer.err


def test_who_acts_is_kept_on_this_computer_unless_named(say: Say) -> None:
    saved = settings.load()
    saved.role, saved.officer = "chief", "李强"
    settings.save(saved)
    say("set", "A01@W1", "in_progress", "--note", "一")
    say("--role", "clerk", "--by", "王芳", "note", "A01@W1", "--note", "二")
    story = json.loads(say("history", "A01@W1", "--json").out)
    assert [(told["role"], told["author"]) for told in story] == [("chief", "李强"), ("clerk", "王芳")]


def test_the_book_opened_last_is_the_one_meant(run: Say, book: Path) -> None:
    assert "没有指定台账" in run("list").err
    saved = settings.load()
    saved.last_book = str(book)
    settings.save(saved)
    assert run("list").code == 0


def test_a_long_note_may_come_from_standard_input(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("第一行\r\n第二行"))
    assert say("note", "A01@W1", "--note", "-").code == 0
    assert json.loads(say("history", "A01@W1", "--json").out)[0]["note"] == "第一行\n第二行"


def test_a_refused_deed_keeps_none_of_its_files(say: Say, book: Path, proof: Path) -> None:
    files = ("--evidence", proof)
    assert say("set", "A01@W1", "verified", *files).code == 1
    assert say("set", "A01@W1", "in_place", *files, "--on", "2099-01-01").code == 1
    assert say("set", "A01@W1", "in_place", *files, "--note", "13812345678").code == 1
    assert say("note", "A99@W1", *files).code == 1
    assert not book.with_name("book.bianmin.evidence").exists()
    assert say("set", "A01@W1", "in_place", *files).code == 0
    assert len(list(book.with_name("book.bianmin.evidence").glob("*.txt"))) == 1


def test_a_station_writes_for_its_own_windows_and_is_no_bureau(run: Say, tmp_path: Path) -> None:
    path = tmp_path / "station.bianmin"
    books.make(path, unit="S1").close()
    words = ("--book", path, "set")
    assert run(*words, "A01@W1", "in_progress", "--note", "一").code == 0
    other = run(*words, "A01@W2", "in_progress", "--note", "一")
    assert (other.code, other.out) == (1, "")
    assert "该窗口属于单位 S2，由该单位或市局登记；本台账只能登记 S1 及其下级单位" in other.err
    bureau = run("--book", path, "--role", "bureau", "set", "A01@W1", "in_progress", "--note", "一")
    assert "不能在单位 S1 的台账上操作" in bureau.err
