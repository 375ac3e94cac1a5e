"""Looking after a book and this computer: check, rebuild, backup, restore, doctor, paths."""

import json
from pathlib import Path

from desktop.models.bare import bare
from tests.cli.conftest import Say


def test_a_book_in_order_is_said_to_be(say: Say) -> None:
    say("set", "A01@W1", "in_progress", "--note", "一")
    answer = say("check")
    assert answer.code == 0
    assert "台账完好" in answer.out
    assert all(not one["wrong"] for one in json.loads(say("check", "--json").out))


def test_check_finds_what_somebody_changed_and_rebuild_mends_it(say: Say, book: Path) -> None:
    say("set", "A01@W1", "in_progress", "--note", "一")
    with bare(book, None) as connection:
        connection.execute("UPDATE commitment SET status = 'verified'")
    answer = say("check")
    assert answer.code == 1
    assert "与流水不符，请重新生成台账" in answer.out
    found = json.loads(say("--lang", "en", "check", "--json").out)
    assert [one["code"] for one in found if one["wrong"]] == ["ledger_differs"]
    assert say("rebuild").code == 0
    assert say("check").code == 0


def test_a_backup_is_made_and_put_back(say: Say) -> None:
    assert say("restore").code == 1
    say("set", "A01@W1", "in_progress", "--note", "一")
    made = say("backup")
    assert made.code == 0, made.err
    file = made.out.split()[1].partition("：")[0]
    say("set", "A02@W1", "in_progress", "--note", "二")
    refused = say("restore", file)
    assert (refused.code, refused.out) == (1, "")
    assert "台账完好时，窗口人员不能恢复备份，须由单位负责人或市（县）局管理员恢复" in refused.err
    answer = say("--role", "chief", "restore", file)
    assert (answer.code, answer.err) == (0, "")
    rows = {row["id"]: row["status"] for row in json.loads(say("list", "--json").out)}
    assert (rows["A01@W1"], rows["A02@W1"]) == ("in_progress", "not_started")
    assert say("set", "A02@W1", "in_progress", "--note", "三").code == 0
    assert say("check").code == 0


def test_the_newest_backup_is_put_back_where_none_is_named(say: Say) -> None:
    say("set", "A01@W1", "in_progress", "--note", "一")
    say("backup")
    assert say("--role", "chief", "restore").code == 0


def test_a_file_that_is_no_backup_leaves_the_book_alone(say: Say, book: Path, tmp_path: Path) -> None:
    other = tmp_path / "x.backup"
    other.write_text("no", encoding="utf-8")
    before = book.read_bytes()
    answer = say("restore", other)
    assert answer.code == 1
    assert "不是本程序的台账" in answer.err
    assert book.read_bytes() == before


def test_paths_says_where_everything_lies(say: Say, book: Path, home: Path) -> None:
    told = json.loads(say("paths", "--json").out)
    assert told["home"] == str(home)
    assert told["book"] == str(book)
    assert all(Path(place).is_absolute() for place in told.values())
    assert str(home) in say("paths").out


def test_doctor_says_one_sentence_a_line(run: Say) -> None:
    answer = run("doctor")
    told = json.loads(run("doctor", "--json").out)
    assert len(answer.out.splitlines()) == len(told)
    assert answer.code == int(any(one["level"] == "wrong" for one in told))
