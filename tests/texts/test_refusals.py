"""Every refusal that the program can raise comes out as one sentence that uses its facts, in both languages."""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from desktop import i18n, texts
from desktop.models.refusals import InputRefused, Refusal, RuleBroken
from desktop.models.vocabulary import Role, Status
from desktop.texts.refusals import SENTENCES

ROOT = Path(__file__).resolve().parents[2]
REFUSALS = {"RuleBroken", "BookRefused", "InputRefused", "Refusal"}
COMPUTED = {
    # how a code that is not written out at the raise is made, and what it may be
    "desktop/commands/progress.py code": {"may_only_propose", "role_may_not"},
    "desktop/commands/progress.py f'needs_{missing[0]}'": {
        "needs_note", "needs_evidence", "needs_reason", "needs_deadline",
    },
    "desktop/commands/requests_moves.py f'needs_{missing[0]}'": {
        "needs_note", "needs_reason", "needs_notice", "needs_target", "needs_handler", "needs_result",
        "needs_approval", "needs_rating", "needs_assignee", "needs_deadline", "needs_callback",
    },
    "desktop/models/evidence.py code": {"disk_full", "read_only"},
    "desktop/models/bare.py meaning(path, error) or 'not_a_book'": {"disk_full", "cannot_open", "not_a_book"},
    "desktop/models/bare.py code": {"busy", "disk_full", "damaged", "disk_failed", "cannot_open"},
    "desktop/models/failures.py code": {
        "busy", "disk_full", "read_only", "damaged", "not_a_book", "disk_failed", "cannot_open", "server_away",
        "server_rights",
    },
    "desktop/exchange/workbook_guard.py answer.refused": {"workbook_too_big", "workbook_locked", "workbook_broken"},
}  # fmt: skip


def _sources() -> list[tuple[str, ast.Module]]:
    files = sorted((ROOT / "desktop").rglob("*.py"))
    return [(file.relative_to(ROOT).as_posix(), ast.parse(file.read_text(encoding="utf-8"))) for file in files]


SOURCES = _sources()
CONSTANTS = {
    target.id: str(node.value.value)
    for _file, tree in SOURCES
    for node in tree.body
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    for target in node.targets
    if isinstance(target, ast.Name)
}


@dataclass(frozen=True, slots=True)
class Raised:
    code: str
    facts: frozenset[str]
    is_whole: bool
    """Whether every fact is named at the raise."""
    place: str


def _raised() -> Iterator[Raised]:
    for file, tree in SOURCES:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in REFUSALS:
                yield from _codes(file, node)


def _codes(file: str, node: ast.Call) -> Iterator[Raised]:
    facts = frozenset(word.arg for word in node.keywords if word.arg)
    first = node.args[0]
    named = first.attr if isinstance(first, ast.Attribute) else first.id if isinstance(first, ast.Name) else ""
    if isinstance(first, ast.Constant):
        codes = {str(first.value)}
    elif named in CONSTANTS:
        codes = {CONSTANTS[named]}
    else:
        key = f"{file} {ast.unparse(first)}"
        assert key in COMPUTED, f"{file}:{node.lineno}: say in COMPUTED which codes {key} may be"
        codes = COMPUTED[key]
    for code in codes:
        yield Raised(code, facts, all(word.arg for word in node.keywords), f"{file}:{node.lineno}")


RAISED = tuple(_raised())


def _variants(code: str) -> list[str]:
    return [key for key in SENTENCES if key == code or key.startswith(f"{code}:")]


def _blanks(sentence: str) -> set[str]:
    return {name for _text, name, _spec, _how in string.Formatter().parse(sentence) if name}


def test_every_refusal_has_a_sentence() -> None:
    assert {one.place: one.code for one in RAISED if one.code not in SENTENCES} == {}


def test_every_sentence_is_about_a_refusal_that_is_raised() -> None:
    raised = {one.code for one in RAISED}
    assert {key for key in SENTENCES if key.partition(":")[0] not in raised} == set()


def test_a_sentence_has_no_blank_that_its_refusal_does_not_fill() -> None:
    empty = {
        f"{one.place} {key}": blanks
        for one in RAISED
        if one.is_whole
        for key in _variants(one.code)
        if (blanks := _blanks(SENTENCES[key]) - one.facts)
    }
    assert empty == {}


SAMPLE: dict[str, object] = {
    "origin": Status.IN_PLACE, "to": Status.VERIFIED, "status": Status.BLOCKED, "moves": (Status.RETURNED,),
    "role": Role.CLERK, "roles": (Role.CHIEF, Role.BUREAU), "day": date(2026, 9, 30), "today": date(2026, 9, 29),
    "newest": date(2026, 10, 8), "record": "commitment:A07-02@W101", "field": "status", "value": "in_place",
}  # fmt: skip


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_sentence_says_its_facts_and_is_one_line(language: str) -> None:
    i18n.use(language)
    for code in {one.code for one in RAISED}:
        names = {name for key in _variants(code) for name in _blanks(SENTENCES[key])}
        facts = {name: SAMPLE.get(name, f"<{name}>") for name in names}
        told = texts.refusal(Refusal(code, **facts))
        assert "\n" not in told
        assert "…" not in told
        assert told[-1] in "。.", told
        assert len(told) > 5
        for name in _blanks(SENTENCES[code]) - set(SAMPLE):
            assert f"<{name}>" in told, (code, told)
        assert bool(re.search(r"[\u4e00-\u9fff]", told)) is (language == "zh"), told


def test_a_forbidden_move_says_where_one_may_go() -> None:
    i18n.use("zh")
    refused = RuleBroken(
        "no_such_move", id="A07-02@W101", origin=Status.NOT_STARTED, to=Status.VERIFIED,
        moves=(Status.BLOCKED, Status.IN_PROGRESS),
    )  # fmt: skip
    assert texts.refusal(refused) == "A07-02@W101 现为“未启动”，不能直接转为“已核验”，只能转为“推进中”、“受阻”。"


def test_a_role_is_told_who_may() -> None:
    i18n.use("en")
    refused = RuleBroken(
        "role_may_not", id="A07-02@W101", origin="in_place", to="returned", role="clerk", roles=("bureau", "chief")
    )
    assert texts.refusal(refused).endswith("this is for Chief of unit or Bureau administrator.")


def test_what_somebody_typed_cannot_break_the_sentence() -> None:
    i18n.use("zh")
    told = texts.refusal(InputRefused("day_unreadable", value="\x1b[31m\n\u202e" + "长" * 5_000, right="2026-09-30"))
    assert "\n" not in told
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert len(told) < 300


def test_a_refusal_nobody_has_worded_still_says_its_code_and_facts() -> None:
    i18n.use("zh")
    assert texts.refusal(Refusal("brand_new", place="here")) == "操作被拒绝（brand_new）：place here"
