"""Everything the command line says came through the catalogue: in English in disguise nothing is left bare."""

import argparse
import re
from collections.abc import Iterator

import pytest

from desktop import i18n, settings
from desktop.cli import parser
from tests.books import BUREAU, source
from tests.cli.conftest import Say
from tests.disguise import left

_GIVEN = re.compile(r"(?<!\w)--?[a-z][\w-]*|\{[^{}]*\}|\b[A-Z][A-Z_]+(?:\[[^\]]*\])?|'[^']*'|\S*/\S+|\w+@\w+|`[^`]*`")
"""What a person types, and places of values and files."""
_SAME = {"bianmin", "Python", "PySide", "SQLite", "MB", "KiB", "MiB", "pdf", "xlsx", "tester", BUREAU.officer}
_COMMANDS = ("list", "totals", "check", "doctor", "paths", "officers")


def _choices(made: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in made._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def _every() -> list[tuple[str, ...]]:
    i18n.use("en")
    found = [(name, *((below,) if below else ())) for name, one in _choices(parser.parser())
             for below in ("", *(key for key, _made in _choices(one)))]  # fmt: skip
    i18n.use("zh")
    return found


@pytest.fixture
def _disguised() -> None:
    settings.save(settings.Settings(language=i18n.PSEUDO, role="bureau", officer=BUREAU.officer))


def _bare(text: str) -> list[str]:
    rows = source(3, 2).sheets
    data = {word for sheet in rows.values() for row in sheet for word in row.values()} - {""}
    names = {word for words in _every() for word in words} | {"list", "show"}
    whole = re.sub(r"-\n\s*", "-", text)
    return left(_GIVEN.sub(" ", whole), data | names | _SAME)


@pytest.mark.usefixtures("_disguised")
@pytest.mark.parametrize("words", _every(), ids=" ".join)
def test_the_help_of_every_command_is_translated(words: tuple[str, ...], run: Say) -> None:
    assert _bare(run(*words, "--help").out) == []


@pytest.mark.usefixtures("_disguised")
def test_answers_are_translated(say: Say) -> None:
    said = [say(*words) for words in [(name,) for name in _COMMANDS] + [("show", "A01@W1"), ("history", "A01@W1")]]
    assert {word for answer in said for word in _bare(answer.out + answer.err)} == set()


@pytest.mark.usefixtures("_disguised")
def test_refusals_and_wrong_words_are_translated(say: Say) -> None:
    wrong = [
        ("set", "A01@W1", "verified"),
        ("set", "A01@W1"),
        ("nonsense",),
        ("show", "A77@W1"),
        ("due", "A01@W1", "x"),
    ]
    said = [say(*words) for words in wrong]
    assert all(answer.code for answer in said)
    assert {word for answer in said for word in _bare(answer.err)} == set()


@pytest.mark.parametrize("words", [("--help",), ("report", "--help"), ("set", "--help")])
def test_help_is_chinese_by_default(words: tuple[str, ...], run: Say) -> None:
    said = re.sub(r"bianmin [a-z-]+", "", _GIVEN.sub(" ", run(*words).out))
    assert re.findall(r"[a-z]{3,} [a-z]{3,}", said) == []
