"""Making books, bringing catalogues and ledgers in: whole, or with every fault listed and nothing changed."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from desktop import paths
from desktop.models.book import Book
from tests.cli.conftest import Say

Look = Callable[[], tuple[int, object]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped catalogue that a test may spoil."""
    return Path(shutil.copytree(paths.resources() / "catalogue", tmp_path / "目录"))


def _edit(folder: Path, sheet: str, **changes: str) -> None:
    """Change values of the first row of a sheet."""
    path = folder / f"{sheet}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0].update(changes)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _renumber(folder: Path, version: str, compiled: str = "2026-11-24") -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest |= {"version": version, "compiled": compiled}
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")


def test_the_practice_book_is_made_and_can_be_set_to_a_day(run: Say, tmp_path: Path) -> None:
    path = tmp_path / "练习.bianmin"
    answer = run("--today", "2026-11-20", "demo", path)
    assert (answer.code, answer.err) == (0, "")
    assert "截至 2026-11-20" in answer.out
    rows = json.loads(run("--book", path, "list", "--json").out)
    assert len(rows) == 724
    assert {row["status"] for row in rows} >= {"verified", "blocked", "relapsed", "not_applicable"}
    there = ("--book", path, "--today", "2026-12-01", "--role", "chief")
    assert run(*there, "unchanged", rows[0]["id"]).code == 0
    story = json.loads(run("--book", path, "--today", "2026-12-01", "history", rows[0]["id"], "--json").out)
    assert (story[-1]["on_day"], story[-1]["at"]) == ("2026-12-01", "2026-12-01T04:00:00.000Z")
    refused = run("--book", path, "--today", "2026-11-21", "list")
    assert (refused.code, refused.out) == (1, "")
    assert "台账中已有 2026-12-01 的记录" in refused.err
    assert "已经存在" in run("demo", path).err


def test_an_empty_book_is_made_for_a_unit(run: Say, tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "所.bianmin"
    answer = run("init", path, "--unit", "bureau", "--catalogue", folder)
    assert answer.code == 0
    assert "共 724 项" in answer.out
    book = Book.open(path)
    assert (book.unit, book.practice) == ("BUREAU", False)
    book.close()
    assert run("--today", "2026-12-01", "--book", path, "list").code == 1


def test_a_practice_book_may_be_empty_too(run: Say, tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "练习.bianmin"
    assert run("--today", "2026-12-01", "init", path, "--unit", "BUREAU", "--catalogue", folder, "--practice").code == 0
    assert run("--today", "2026-12-02", "--book", path, "list").code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("init", "--unit", "NOWHERE"), "没有单位“NOWHERE”"),
        (("--today", "2026-12-01", "init", "--unit", "BUREAU"), "只有练习台账可以指定"),
    ],
)
def test_a_refused_init_leaves_no_file(
    run: Say, tmp_path: Path, folder: Path, words: tuple[str, ...], sentence: str
) -> None:
    place = tmp_path / "新"
    place.mkdir()
    answer = run(*words, place / "b.bianmin", "--catalogue", folder)
    assert answer.code == 1
    assert sentence in answer.err
    assert list(place.iterdir()) == []


def test_init_lists_every_fault_of_the_catalogue(run: Say, tmp_path: Path, folder: Path) -> None:
    _edit(folder, "actions", cadence="sometimes", category="C99", promise_value="soon")
    _edit(folder, "windows", unit="NOBODY")
    answer = run("init", tmp_path / "b.bianmin", "--unit", "BUREAU", "--catalogue", folder)
    assert answer.code == 1
    assert answer.err == "有 4 处错误，未导入，没有任何改动。\n"
    lines = [line for line in answer.out.splitlines() if not line.startswith("提示")]
    assert len(lines) == 4
    assert all("第2行" in line.replace(" ", "") for line in lines), lines
    assert not (tmp_path / "b.bianmin").exists()


def test_a_new_edition_is_compared_and_imported(run: Say, tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "b.bianmin"
    run("init", path, "--unit", "BUREAU", "--catalogue", folder)
    _renumber(folder, "official-1")
    _edit(folder, "actions", title_zh="规范接警应答服务")
    bureau = ("--book", path, "--role", "bureau")
    dry = run(*bureau, "import-catalogue", folder, "--dry-run")
    assert (dry.code, dry.err) == (0, "")
    assert "相同 79 项" in dry.out
    assert "改写 1 项" in dry.out
    assert "starter-2026.11" in run(*bureau, "totals").out
    for role in ("clerk", "chief"):
        refused = run("--book", path, "--role", role, "import-catalogue", folder)
        assert refused.code == 1
        assert "不能导入目录，须由市（县）局管理员导入" in refused.err
    assert "official-1 已导入" in run(*bureau, "import-catalogue", folder).out
    assert "早已导入" in run(*bureau, "import-catalogue", folder).out
    assert "official-1" in run(*bureau, "totals").out
    _edit(folder, "actions", title_zh="又一个标题")
    assert "已有内容不同的目录版本 official-1" in run(*bureau, "import-catalogue", folder).err


@pytest.mark.parametrize("trial", [("--dry-run",), ()])
def test_an_edition_that_would_come_before_the_one_in_force_is_refused(
    say: Say, folder: Path, state: Look, trial: tuple[str, ...]
) -> None:
    before = state()
    _renumber(folder, "small-2020.1", compiled="2020-01-01")
    refused = say("import-catalogue", folder, *trial)
    assert refused.code == 1
    assert "请给新版本填写更晚的施行日期" in refused.err
    assert state() == before


def test_a_broken_catalogue_changes_nothing(say: Say, folder: Path, state: Look) -> None:
    _renumber(folder, "broken-1")
    _edit(folder, "actions", code="", cadence="sometimes")
    before = state()
    answer = say("import-catalogue", folder)
    assert answer.code == 1
    assert "未导入" in answer.err
    told = json.loads(say("import-catalogue", folder, "--dry-run", "--json").out)
    assert {"blank", "not_a_choice"} <= {fault["code"] for fault in told}
    assert state() == before


def test_official_text_becomes_a_draft_to_be_looked_at(say: Say, tmp_path: Path, state: Look) -> None:
    text = tmp_path / "正式文本.txt"
    text.write_text("一、窗口服务\n（一）首问负责\n1.举措一。内容一。\n2.举措二。内容二。\n", encoding="utf-8")
    before = state()
    answer = say("import-catalogue", text, "--dry-run", "--draft", tmp_path / "草稿")
    assert (tmp_path / "草稿" / "actions.csv").is_file()
    assert answer.code in (0, 1)
    assert state() == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("nothing", "没有文件"), ("picture.xlsx", "不是工作簿"), ("text.txt", "编号")],
)
def test_what_is_no_catalogue_is_refused(say: Say, tmp_path: Path, state: Look, name: str, sentence: str) -> None:
    (tmp_path / "picture.xlsx").write_bytes(b"\x89PNG")
    (tmp_path / "text.txt").write_text("没有条目", encoding="utf-8")
    before = state()
    answer = say("import-catalogue", tmp_path / name)
    assert (answer.code, answer.out) == (1, "")
    assert sentence in answer.err
    assert state() == before


def _ledger(path: Path, *rows: tuple[str, ...]) -> Path:
    workbook = xlsxwriter.Workbook(path)
    sheet = workbook.add_worksheet("台账")
    for at, row in enumerate((("举措编号", "窗口", "落实状态", "完成日期", "经办人", "备注"), *rows)):
        sheet.write_row(at, 0, row)
    workbook.close()
    return path


def test_the_office_s_ledger_is_taken_over_and_one_undo_takes_it_back(say: Say, tmp_path: Path, state: Look) -> None:
    before = state()[1]
    file = _ledger(
        tmp_path / "现有台账.xlsx",
        ("A01", "W1", "已落实", "2026-09-10", "王芳", "已张贴"),
        ("A02", "W1", "推进中", "2026-09-11", "李强", ""),
    )
    assert say("import-ledger", file, "--dry-run").code == 0
    assert state()[1] == before
    refused = say("import-ledger", file)
    assert (refused.code, state()[1]) == (1, before)
    assert "窗口人员不能接收现有台账，须由单位负责人或市（县）局管理员接收" in refused.err
    answer = say("--role", "chief", "import-ledger", file)
    assert (answer.code, answer.err) == (0, "")
    assert "已导入 2 笔" in answer.out
    story = json.loads(say("history", "A01@W1", "--json").out)
    assert (story[0]["kind"], story[0]["on_day"]) == ("import", "2026-09-10")
    assert (story[0]["note"], story[0]["reason"]) == ("已张贴", "现有台账.xlsx")
    assert say("--role", "chief", "undo").code == 0
    rows = json.loads(say("list", "--json").out)
    assert {row["status"] for row in rows} == {"not_started"}


def test_every_fault_of_a_ledger_is_listed(say: Say, tmp_path: Path, state: Look) -> None:
    file = _ledger(
        tmp_path / "台账.xlsx",
        ("A99", "W1", "已落实", "2026-09-10", "", ""),
        ("A01", "W9", "大概好了", "2026-13-40", "", "电话13812345678"),
    )
    before = state()
    answer = say("import-ledger", file)
    assert answer.code == 1
    assert len([line for line in answer.out.splitlines() if "”，" in line]) == 5, answer.out
    assert "未导入" in answer.err
    assert state() == before
