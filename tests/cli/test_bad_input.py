"""Bad input: exit code 1, one sentence on standard error, nothing on standard output, nothing changed."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.cli import call
from desktop.models import file_format
from desktop.models.bare import bare
from tests.cli.conftest import Say

Look = Callable[[], tuple[int, object]]
MEGABYTE = 1 << 20
START = ("set", "A01@W1", "in_progress", "--note")

REFUSED = [
    (("set", "A99@W1", "in_progress", "--note", "一"), "没有举措“A99”"),
    (("set", "A01@W99", "in_progress", "--note", "一"), "没有窗口“W99”"),
    (("set", "A01", "in_progress", "--note", "一"), "没有窗口“”"),
    (("set", "", "in_progress", "--note", "一"), "没有举措“”"),
    (("set", "A01@W1@W2", "in_progress", "--note", "一"), "没有窗口“W1@W2”"),
    (("set", "A01@W1", "flying", "--note", "一"), "没有“flying”这种状态"),
    (("set", "A01@W1", "9", "--note", "一"), "没有“9”这种状态"),
    (("set", "A01@W1", "not_started"), "已经是“未启动”"),
    (("set", "A01@W1", "verified", "--note", "一"), "只能转为"),
    (("set", "A01@W1", "not_applicable", "--reason", "无"), "由市（县）局管理员确认"),
    (("set", "A01@W1", "in_progress"), "缺少备注"),
    (("set", "A01@W1", "in_progress", "--note", " \n "), "缺少备注"),
    (("set", "A01@W1", "blocked", "--note", "一"), "缺少原因"),
    (("set", "A01@W1", "in_place", "--note", "一"), "缺少依据"),
    (("set", "A01@W1", "in_place", "--evidence", "/no/such/file.jpg"), "没有文件 /no/such/file.jpg"),
    (("set", "A01@W1", "in_place", "--evidence", "/"), "没有文件 /"),
    ((*START, "电话13812345678"), "手机号码"),
    ((*START, "电话１３８ １２３４ ５６７８"), "手机号码"),
    ((*START, "证件11010519491231002X"), "身份证号"),
    ((*START, "好" * (MEGABYTE // 3)), "最多只能保存 4000 个"),
    ((*START, "一", "--on", "2099-01-01"), "晚于今天"),
    ((*START, "一", "--on", "2026-02-30"), "没有“2026-02-30”这一天"),
    ((*START, "一", "--on", "昨天"), "“昨天”不是可以识别的日期"),
    (("--by", "13812345678", *START, "一"), "手机号码"),
    (("--today", "2026-12-01", *START, "一"), "只有练习台账可以指定"),
    (("note", "A01@W1"), "缺少备注"),
    (("unchanged", "A01@W1", "A99@W1"), "没有举措“A99”"),
    (("officer", "A01@W1", "--name", "好" * 5_000), "最多只能保存"),
    (("show", "A01@W9"), "没有窗口"),
    (("history", "X@W1"), "没有举措“X”"),
    (("undo", "\x1b[2J"), "没有时间戳为"),
    (("import-ledger", "/no/such.xlsx"), "没有文件 /no/such.xlsx"),
    (("restore", "/no/such.backup"), "没有台账 /no/such.backup"),
]


@pytest.mark.parametrize(
    ("words", "sentence"), REFUSED, ids=[f"{n}-{words[0]}" for n, (words, _) in enumerate(REFUSED)]
)
def test_it_is_refused_in_one_sentence_and_nothing_changes(
    say: Say, state: Look, words: tuple[str, ...], sentence: str
) -> None:
    before = state()
    answer = say(*words)
    assert (answer.code, answer.out) == (1, "")
    assert sentence in answer.err
    assert answer.err.count("\n") == 1
    assert len(answer.err) < 600
    assert "\x1b" not in answer.err
    assert state() == before


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("fly",),
        ("set", "A01@W1"),
        ("list", "--colour", "red"),
        ("--role", "king", "list"),
        ("totals", "--by", "moon"),
        ("report", "novel", "--out", "x.pdf"),
        ("init", "x.bianmin"),
        ("due", "A01@W1"),
        ("due", "A01@W1", "--to", "2026-12-01", "--none"),
    ],
)
def test_what_is_no_command_is_answered_with_the_usage(say: Say, words: tuple[str, ...]) -> None:
    answer = say(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("用法：")
    assert "错误：" in answer.err


def test_control_characters_are_dropped_from_a_note(say: Say) -> None:
    assert say(*START, "甲\x00\x1b[31m乙\u202e丙\r\n丁").code == 0
    out = say("history", "A01@W1", "--json").out
    assert '"甲[31m乙丙\\n丁"' in out


@pytest.mark.parametrize("content", [b"", b"no book at all" * 1_000, b"SQLite format 3\x00" + b"\x00" * 8_176])
def test_a_file_that_is_no_book_is_refused_and_left_alone(run: Say, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.bianmin"
    path.write_bytes(content)
    for words in (("list",), ("rebuild",), (*START, "一")):
        answer = run("--book", path, *words)
        assert (answer.code, answer.out) == (1, "")
        assert "不是本程序的台账" in answer.err
    assert path.read_bytes() == content
    assert {one.name for one in tmp_path.iterdir()} == {"file.bianmin"}


def test_a_newer_book_is_refused_and_left_alone(say: Say, book: Path) -> None:
    with bare(book, None) as connection:
        connection.execute(f"PRAGMA user_version = {file_format.FORMAT + 1}")
    before = book.read_bytes()
    answer = say(*START, "一")
    assert answer.code == 1
    assert "由更新版本的程序写成" in answer.err
    assert book.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_refused(run: Say, book: Path) -> None:
    catalogue = ("--unit", "BUREAU", "--catalogue", Path(__file__).parents[2] / "resources" / "catalogue")
    for words in (("init", "/proc/b.bianmin", *catalogue), ("demo", "/proc/b.bianmin")):
        answer = run(*words)  # nobody, not even root, makes files there
        assert (answer.code, answer.out) == (1, "")
        assert answer.err.startswith("/proc")
        assert answer.err.count("\n") == 1
    assert "没有文件夹" in run("demo", book.parent / "nowhere" / "b.bianmin").err


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder_of_a_book_is_refused(say: Say, book: Path) -> None:
    book.parent.chmod(0o500)
    try:
        assert "不可写入" in say(*START, "一").err
    finally:
        book.parent.chmod(0o700)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of one megabyte; skip where that is not allowed."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if os.geteuid() != 0 or mount is None:
        pytest.skip("only root can mount a small disk")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("mounting is not allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def _fill(place: Path) -> None:
    free = os.statvfs(place)
    (place / "filler").write_bytes(b"x" * (free.f_bavail * free.f_frsize))


def test_a_full_disk_is_refused_and_nothing_is_lost(run: Say, book: Path, small: Path) -> None:
    there = Path(shutil.copy(book, small / "b.bianmin"))
    assert run("--book", there, *START, "一").code == 0
    _fill(small)
    answer = run("--book", there, "set", "A02@W1", "in_progress", "--note", "好" * 4_000)
    assert (answer.code, answer.out) == (1, "")
    assert "磁盘" in answer.err
    (small / "filler").unlink()
    assert run("--book", there, "check").code == 0
    assert '"not_started"' in run("--book", there, "show", "A02@W1", "--json").out


def test_a_book_that_does_not_fit_leaves_nothing_behind(run: Say, small: Path) -> None:
    catalogue = Path(__file__).parents[2] / "resources" / "catalogue"
    answer = run("init", small / "b.bianmin", "--unit", "BUREAU", "--catalogue", catalogue)
    assert (answer.code, answer.out) == (1, "")
    assert "磁盘" in answer.err
    assert list(small.iterdir()) == []


def test_a_book_that_another_process_is_writing_is_waited_for_then_refused(
    say: Say, book: Path, state: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state()
    monkeypatch.setattr(call, "WAIT_MS", 50)
    with bare(book, None) as connection:
        connection.execute("BEGIN IMMEDIATE")
        answer = say(*START, "一")
        connection.execute("ROLLBACK")
    assert (answer.code, answer.out) == (1, "")
    assert "正由另一个窗口或命令登账" in answer.err
    assert state() == before
