"""`bianmin purge`: counts first, deletes for good when told so, and writes the report to be signed."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.models.request_rules import RequestStatus
from tests import counter
from tests.books import CLERK, Hands
from tests.cli.conftest import Say
from tests.private_words import OUYANG, WANG


@pytest.fixture
def station(tmp_path: Path) -> Path:
    book = counter.station(tmp_path / "s1.bianmin", Hands())
    counter.move(book, counter.add(book, words=WANG), RequestStatus.WITHDRAWN)
    counter.add(book, words=OUYANG, desk=CLERK)
    book.close()
    return Path(str(book.place))


def test_it_counts_then_deletes_and_writes_the_report(run: Say, station: Path, tmp_path: Path) -> None:
    def say(*words: object) -> Any:
        answer = run("--book", station, "--role", "chief", "--by", "李强", "purge", *words, "--json")
        assert answer.code == 0, answer.err
        return json.loads(answer.out)

    day, report = "2026-11-01", tmp_path / "清除报告.pdf"
    counted = say("--before", day)
    assert counted == {
        "before": day, "purged": False, "requests": 1, "contacts": 1, "texts": 1, "kept": 2, "oldest": "2026-09-01",
    }  # fmt: skip
    assert say("--before", day) == counted
    done = say("--before", day, "--yes", "--reason", "保存期满", "--report", report)
    assert (done["purged"], done["requests"], done["report"]) == (True, 1, str(report))
    assert report.read_bytes().startswith(b"%PDF")
    assert say("--before", day)["requests"] == 0


def test_it_is_told_in_words_and_refused_in_sentences(run: Say, station: Path, tmp_path: Path) -> None:
    chief = ("--book", station, "--role", "chief", "--by", "李强", "purge")
    assert "未作任何清除" in run(*chief, "--before", "2026-11-01").out
    assert "将清除 0 件" in run(*chief).out
    assert "没有中断的清除" in run(*chief, "--finish").out
    assert "晚于今天" in run(*chief, "--before", "2099-01-01").err
    yes = ("--before", "2026-11-01", "--yes")
    assert "请写明清除原因" in run(*chief, *yes).err
    assert run(*chief, *yes, "--reason", "保存期满", "--report", tmp_path / "no" / "r.pdf").code == 1
    clerk = run("--book", station, "--role", "clerk", "purge", *yes, "--reason", "保存期满")
    assert "窗口人员不能清除群众信息" in clerk.err
    done = run(*chief, *yes, "--reason", "保存期满", "--report", tmp_path / "r.pdf")
    assert "已彻底清除 1 件" in done.out
    assert "1 页" in done.out
