"""Names and deeds in both languages, out of the tables and the message catalogue."""

import csv
from collections.abc import Iterator

import pytest

from desktop import i18n, paths, texts
from desktop.models import rules
from desktop.models.checks import hint
from desktop.models.journal import Line
from desktop.models.records import KINDS
from desktop.models.undo import Step
from desktop.models.vocabulary import Lamp, Mark, Need, Role, Status
from desktop.texts import findings
from tests.sample import sample_catalogue

CATALOGUE = sample_catalogue()


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    yield
    i18n.use("zh")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_names_come_out_of_the_shipped_tables(language: str) -> None:
    i18n.use(language)
    with (paths.resources() / "catalogue" / "status.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert texts.status_in_full(Status(row["code"])) == row[f"name_{language}"]
            assert row[f"name_{language}"].startswith(texts.status(Status(row["code"])))
    labels = {texts.label(rule) for rule in rules.all_moves()}
    assert ("自报落实" if language == "zh" else "Report in place") in labels


def test_a_state_has_a_short_name_for_tiles() -> None:
    i18n.use("zh")
    assert texts.status(Status.IN_PLACE) == "已落实"
    i18n.use("en")
    assert texts.status(Status.IN_PLACE) == "In place"


@pytest.mark.parametrize(
    "word", ["in_place", "IN-PLACE", "4", "４", "已落实", "已落实（待核验）", "In place", " in_place "]
)
def test_a_state_is_understood_by_code_number_and_name(word: str) -> None:
    assert texts.state_named(word) is Status.IN_PLACE


@pytest.mark.parametrize("word", ["", "0", "9", "done", "落实"])
def test_what_is_no_state_is_none(word: str) -> None:
    assert texts.state_named(word) is None


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_everything_has_a_name_in_both_languages(language: str) -> None:
    i18n.use(language)
    named = [
        *map(texts.lamp, Lamp), *map(texts.mark, Mark), *map(texts.need, Need), *map(texts.role, Role),
        *(texts.field(name) for kind in KINDS.values() for name in kind.fields if texts.field(name) != name),
    ]  # fmt: skip
    assert all(name.isascii() is (language == "en") for name in named), named


def test_every_field_of_a_commitment_has_a_name() -> None:
    assert [name for name in KINDS["commitment"].fields if texts.field(name) == name] == []


def test_chinese_stands_in_where_there_is_no_english() -> None:
    i18n.use("en")
    action = CATALOGUE.actions["A07-02"]
    assert texts.title(action) == action.title_en
    assert texts.title(type("Row", (), {"name_zh": "综合窗口", "name_en": ""})()) == "综合窗口"


def test_a_rate_is_rounded_but_never_up_to_all() -> None:
    assert [texts.percent(rate) for rate in (None, 0.0, 0.999, 1.0)] == ["—", "0%", "99%", "100%"]
    assert texts.percent(2 / 3, 1) == "66.7%"


def _step(count: int, *fields: tuple[str, str | None]) -> Step:
    keys = [f"A07-02@W{n:03}" for n in range(1, count + 1)]
    lines = tuple(Line(f"commitment:{key}", field, None, None, value) for key in keys for field, value in fields)
    return Step("stamp", "move", lines, count)


def test_a_deed_is_told_in_one_line() -> None:
    i18n.use("zh")
    one = _step(1, ("due_on", "2026-12-01"), ("status", "in_place"), ("evidence_on", "2026-11-01"))
    assert texts.deed(one, CATALOGUE) == "交通违法就近处理 → 已落实"
    assert texts.deed(one) == "A07-02@W001 → 已落实"
    assert texts.deed(_step(70, ("status", "in_place")), CATALOGUE) == "交通违法就近处理等70项 → 已落实"
    assert texts.deed(_step(1, ("status", None)), CATALOGUE) == "交通违法就近处理 → 未启动"
    assert texts.deed(_step(2, ("due_on", "2026-12-01"))) == "A07-02@W001等2项：期限 2026-12-01"
    assert texts.deed(None) == ""
    i18n.use("en")
    assert texts.deed(one, CATALOGUE) == "Offences handled nearby → In place"


def test_a_deed_on_something_else_is_told_by_its_kind() -> None:
    i18n.use("zh")
    lines = (Line("window:W001", "phone", None, None, "0317-1"),)
    assert texts.deed(Step("s", "window", lines, 1)) == "窗口 W001：窗口"
    assert texts.deed(Step("s", "note", (), 0)) == "备注"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_finding_is_one_sentence(language: str) -> None:
    i18n.use(language)
    told = texts.finding(hint("entries_missing", device="dev-1", first=2, last=3))
    assert "dev-1" in told
    assert told[-1] in "。."
    assert "{" not in "".join(texts.finding(hint(code)) for code in findings.SENTENCES)
    assert "brand_new" in texts.finding(hint("brand_new"))
