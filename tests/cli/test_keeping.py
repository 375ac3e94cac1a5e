"""Officers, PINs and encrypted books on the command line: a secret comes by file, environment or terminal."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.cli import parser, secret_words
from desktop.models.admission import Admission
from desktop.models.bare import is_locked
from desktop.models.book import Book
from desktop.models.vocabulary import Role
from tests.books import CHIEF, CLERK
from tests.cli.conftest import Answer, Say
from tests.models.test_pins import CHEAP

PIN, LONG = "5381", "83512790"
SET = ("set", "A01@W1", "in_progress", "--note", "一")


@pytest.fixture
def staffed(book: Path) -> Path:
    """Return the small book with a chief who has a PIN and a clerk who has none."""
    opened = Book.open(book)
    admission = Admission(opened, cost=CHEAP)
    chief = admission.officers.add(CHIEF, CHIEF.officer, CHIEF.role, "S1")
    admission.officers.add(CHIEF, CLERK.officer, CLERK.role)
    admission.set_pin(chief.id, PIN)
    opened.close()
    return book


@pytest.fixture
def key_file(tmp_path: Path) -> Callable[[str], Path]:
    """Write a secret into a file, as an editor of Windows would."""

    def write(secret: str) -> Path:
        path = tmp_path / "secret.txt"
        path.write_bytes(b"\xef\xbb\xbf" + secret.encode() + b"\r\nnotes\r\n")
        return path

    return write


def author(answer: Answer, book: Path) -> tuple[str, str]:
    assert answer.code == 0, answer.err
    opened = Book.open(book)
    told = opened.history("commitment:A01@W1")[-1]
    opened.close()
    return told.author, told.role


@pytest.mark.usefixtures("staffed")
def test_an_officer_with_a_pin_is_asked_for_it_and_one_without_is_not(say: Say, book: Path) -> None:
    refused = say("--by", CHIEF.officer, *SET)
    assert (refused.code, refused.out) == (1, "")
    assert "设有口令" in refused.err
    assert author(say("--by", CLERK.officer, *SET), book) == (CLERK.officer, Role.CLERK)


@pytest.mark.usefixtures("staffed")
def test_a_stranger_writes_nothing_in_a_book_that_knows_its_officers(say: Say) -> None:
    for words in (("--by", "陌生人"), ("--by", CLERK.officer, "--role", "bureau")):
        refused = say(*words, *SET)
        assert refused.code == 1
        assert "不在本台账的经办人名单中；单位负责人或市局管理员可以添加" in refused.err
    assert say("list").code == 0


@pytest.mark.usefixtures("staffed")
def test_the_pin_comes_from_a_file_or_the_environment(
    say: Say, book: Path, key_file: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = say("--by", CHIEF.officer, "--key-file", key_file("5382"), *SET)
    assert "口令不对" in wrong.err
    file = key_file("５３８１")
    assert author(say("--by", CHIEF.officer, "--key-file", file, *SET), book) == (CHIEF.officer, Role.CHIEF)
    monkeypatch.setenv(secret_words.VARIABLE, PIN)
    assert author(say("--by", CHIEF.officer, "unchanged", "A01@W1"), book) == (CHIEF.officer, Role.CHIEF)
    monkeypatch.delenv(secret_words.VARIABLE)
    assert "没有文件" in say("--by", CHIEF.officer, "--key-file", file.with_name("none"), *SET).err


def test_no_option_takes_a_pin_as_an_argument() -> None:
    options = {one.dest for one in parser.parser()._actions}
    assert "key_file" in options
    assert not options & {"pin", "key", "password"}


def test_officers_are_listed(say: Say, staffed: Path) -> None:
    told = json.loads(say("officers", "--json").out)
    assert [(one["name"], one["role"], one["pin"], one["opens"]) for one in told] == [
        (CHIEF.officer, "chief", True, False),
        (CLERK.officer, "clerk", False, False),
    ]
    assert re.search(rf"{CHIEF.officer}\s+单位负责人\s+S1\s+是\s+否", say("officers").out)


def test_a_book_is_encrypted_used_and_opened_again(
    say: Say, book: Path, tmp_path: Path, key_file: Callable[[str], Path]
) -> None:
    chief = ("--by", CHIEF.officer, "--role", "chief")
    sheet = tmp_path / "恢复密钥.pdf"
    assert "须由单位负责人或市（县）局管理员进行" in say("encrypt", "--sheet", sheet).err
    assert "至少 8 位" in say(*chief, "--key-file", key_file(PIN), "encrypt", "--sheet", sheet).err
    assert not is_locked(book)
    answer = say(*chief, "--key-file", key_file(LONG), "encrypt", "--sheet", sheet)
    assert (answer.code, answer.err) == (0, ""), answer.err
    assert is_locked(book)
    for words in (("list",), ("check",), ("backup",), SET, ("report", "window", "--out", tmp_path / "x.pdf")):
        refused = say(*words)
        assert (refused.code, refused.out) == (1, ""), words
        assert "已加密：请用经办人口令或恢复密钥打开" in refused.err
    opened = (*chief, "--key-file", key_file(LONG))
    for words in (SET, ("list",), ("check",), ("backup",), ("restore",), ("officers",)):
        answer = say(*opened, *words)
        assert (answer.code, answer.err) == (0, ""), (words, answer.err)
    printed = "".join(page.extract_text() for page in PdfReader(sheet).pages)
    groups = re.findall(r"\b[0-9A-HJKMNP-TV-Z]{5}\b", printed)
    assert len(groups) == 8
    by_recovery = ("--by", CHIEF.officer, "--key-file", key_file("-".join(groups)))
    assert say(*by_recovery, "unchanged", "A01@W1").code == 0
    assert say(*opened, "decrypt").code == 0
    assert not is_locked(book)
    assert "没有加密" in say(*opened, "decrypt").err
    assert say("list").code == 0
