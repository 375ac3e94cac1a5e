import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import i18n, paths
from desktop.exchange import catalogue_folder, wording
from desktop.exchange.catalogue_check import check
from desktop.exchange.fault import Fault, errors

HERE = Path(wording.__file__).parent


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.use(request.param)
    yield request.param
    i18n.use(i18n.DEFAULT)


def test_every_sentence_is_said_by_some_check() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in HERE.glob("*.py") if path.name != "wording.py")
    sources += (paths.resources().parent / "desktop" / "models" / "plain_text.py").read_text(encoding="utf-8")
    assert [code for code in wording.SENTENCES if f'"{code.partition(":")[0]}"' not in sources] == []


def test_every_fault_a_check_names_has_a_sentence() -> None:
    known = {code.partition(":")[0] for code in wording.SENTENCES}
    assert {code for path in HERE.glob("*.py") for code in _codes(path)} - known == set()


def _codes(path: Path) -> Iterator[str]:
    """Return the codes that a module hands to Fault (fifth) or to a line's `fault` (second)."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            place = {"Fault": 4, "fault": 1}.get(getattr(node.func, "id", getattr(node.func, "attr", "")), 99)
            if place < len(node.args) and isinstance(code := node.args[place], ast.Constant):
                yield str(code.value)


def test_a_fault_says_where_what_and_what_would_be_right(language: str) -> None:
    draft = catalogue_folder.read(paths.resources() / "catalogue")
    rows = [dict(row) for row in draft.rows("actions")]
    rows[4].update(measures="M99", cadence="hourly", promise_value="五")
    told = [wording.sentence(fault) for fault in errors(check(draft.with_sheet("actions", rows)))]
    assert len(told) == 3
    for sentence in told:
        assert ("第6行" if language == "zh" else "row 6") in sentence
    assert any("M99" in sentence and "M01" in sentence for sentence in told)
    assert any(("每月" if language == "zh" else "Monthly") in sentence for sentence in told)


@pytest.mark.parametrize("code", sorted(wording.SENTENCES))
def test_every_sentence_comes_out_whole(language: str, code: str) -> None:
    name, _, variant = code.partition(":")
    facts = dict.fromkeys((field for _, field, _, _ in string.Formatter().parse(wording.SENTENCES[code]) if field), "X")
    if variant == "none":
        facts["right"] = ""
    fault = Fault("actions", 3, "status", "v" * 500, name, facts, is_warning=variant == "warning")
    sentence = wording.sentence(fault)
    assert "{" not in sentence
    assert len(sentence) < 400
    assert bool(re.search(r"[\u3400-\u9fff]", sentence)) == (language == "zh")
