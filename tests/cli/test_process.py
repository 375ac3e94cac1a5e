"""The command line as a process of its own: exit codes, Chinese in any locale, and what is not loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __version__, i18n
from desktop.cli import groups, parser
from tests.cli.conftest import Say

ROOT = Path(__file__).resolve().parents[2]


def _run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    named = os.environ | environment
    return subprocess.run(
        [sys.executable, "-m", "desktop", *words], cwd=ROOT, env=named, capture_output=True, check=False, timeout=60
    )


def _loaded(*words: str) -> set[str]:
    """Return the packages that a command line loads."""
    code = (
        "import sys; sys.argv = ['bianmin', *sys.argv[1:]]\n"
        "import desktop.__main__ as start\n"
        "try: start.main()\n"
        "except SystemExit: pass\n"
        "print(chr(10) + '@@' + ' '.join({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, check=True, timeout=60, encoding="utf-8"
    )
    return set(done.stdout.rpartition("@@")[2].split())


def test_the_version_is_said_at_once() -> None:
    done = _run("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"bianmin {__version__}")


@pytest.mark.parametrize("words", [("--version",), ("--lang", "en", "list", "--help"), ("fly",)])
def test_neither_qt_nor_the_engine_is_loaded_to_say_what_there_is(words: tuple[str, ...]) -> None:
    assert _loaded(*words) & {"PySide6", "sqlalchemy", "sqlcipher3", "reportlab", "PIL", "xlsxwriter"} == set()


def test_no_command_loads_qt_or_the_library_s_own_sqlite(book: Path, tmp_path: Path) -> None:
    book_words = ("--book", str(book))
    for words in (("unchanged", "A01@W1"), ("export", str(tmp_path / "x.xlsx"))):
        assert _loaded(*book_words, *words) & {"PySide6", "shiboken6", "sqlite3"} == set(), words


@pytest.mark.parametrize("locale", ["C", "zh_CN.GB18030"])
def test_chinese_comes_out_as_utf8_whatever_the_locale(book: Path, locale: str) -> None:
    done = _run("--book", str(book), "list", LC_ALL=locale, LANG=locale, PYTHONUTF8="0", PYTHONIOENCODING="")
    assert done.returncode == 0
    assert "未启动" in done.stdout.decode("utf-8")
    done = _run("--book", str(book), "undo", LC_ALL=locale, LANG=locale, PYTHONUTF8="0", PYTHONIOENCODING="")
    assert done.returncode == 1
    assert done.stderr.decode("utf-8") == "没有可以撤销的操作。\n"


def test_exit_codes_are_those_of_the_contract(book: Path) -> None:
    words = ("--book", str(book), "set", "A01@W1")
    assert _run(*words, "in_progress", "--note", "已启动").returncode == 0
    assert _run(*words, "in_progress", "--note", "再来").returncode == 1
    usage = _run(*words)
    assert usage.returncode == 2
    assert "用法：bianmin set" in usage.stderr.decode()
    done = _run("--lang", "en", *words)
    assert "usage: bianmin set" in done.stderr.decode()


def test_two_processes_write_one_book_and_nothing_is_lost(book: Path) -> None:
    words = [sys.executable, "-m", "desktop", "--book", str(book), "note", "A01@W1", "--note"]
    started = [subprocess.Popen([*words, f"第{n}条"], cwd=ROOT, stdout=subprocess.DEVNULL) for n in range(3)]
    assert [one.wait(timeout=60) for one in started] == [0, 0, 0]
    story = json.loads(_run("--book", str(book), "history", "A01@W1", "--json").stdout)
    assert {told["note"] for told in story} == {f"第{n}条" for n in range(3)}


def test_a_reader_that_goes_away_is_no_error(book: Path) -> None:
    words = [sys.executable, "-m", "desktop", "--book", str(book), "list"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as gone:
        assert gone.stdout is not None
        assert gone.stderr is not None
        gone.stdout.close()
        said = gone.stderr.read()
        assert (gone.wait(timeout=60), said) == (0, b"")


def test_every_command_has_a_runner_and_help_in_both_languages(run: Say) -> None:
    for language, word in (("zh", "用法："), ("en", "usage: ")):
        i18n.use(language)
        made = parser.parser()
        commands = next(action for action in made._actions if isinstance(action.choices, dict))
        assert commands.choices
        for name in commands.choices:
            assert callable(groups.runner(str(name)))
            answer = run("--lang", language, name, "--help")
            assert (answer.code, answer.err) == (0, "")
            assert answer.out.startswith(f"{word}bianmin {name}")
