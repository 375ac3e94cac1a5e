"""The implementation report: figures with their denominators, sections, annexes."""

import re
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop import i18n, texts
from desktop.models import totals
from desktop.models.vocabulary import CLOSED, Status
from desktop.reports import implementation
from desktop.reports.press import Written
from tests.reports.paperwork import checked_by_qpdf, fonts, has, page_texts, poppler_text, report_facts, squeezed
from tests.sample import sample_board


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    i18n.use("zh")
    return implementation.write(report_facts(), tmp_path_factory.mktemp("report") / "report.pdf")


@pytest.fixture(scope="module")
def text(written: Written) -> str:
    return "".join(page_texts(written.path))


def test_both_rates_stand_together_with_their_sums(text: str) -> None:
    whole = totals.whole(sample_board())
    verified = whole.counts[Status.VERIFIED]
    for told in (
        f"落实率{texts.percent(whole.in_place_rate, 1)}（{whole.in_place}/{whole.applicable}）",
        f"核验率{texts.percent(whole.verified_rate, 1)}（{verified}/{whole.applicable}）",
    ):
        assert told in text


def test_the_counts_of_the_edition_are_printed(text: str) -> None:
    board = sample_board()
    catalogue = board.catalogue
    assert f"列便民利企措施{len(catalogue.measures)}项" in text
    assert f"{len(catalogue.categories)}类{len(board.actions)}项具体举措" in text
    assert f"{len(board.windows)}个服务窗口" in text


def test_no_count_of_an_edition_stands_in_the_code() -> None:
    folder = Path(implementation.__file__).parent
    for name in ("implementation", "account", "annexes", "figures", "charts", "rates"):
        code = (folder / f"{name}.py").read_text(encoding="utf-8")
        assert not re.search(r"(?<![\d.])(16|80|724)(?![\d.])", code), name


def test_what_is_uncertain_is_said(text: str) -> None:
    whole = totals.whole(sample_board())
    assert f"存在争议{whole.disputed}项" in text
    assert f"本月未报{whole.unreported}项" in text
    assert "其后补录7笔" in text
    assert "填报未完成" in text


def test_every_measure_and_category_has_its_row(text: str) -> None:
    catalogue = sample_board().catalogue
    for measure in catalogue.measures.values():
        assert f"{measure.id}{squeezed(measure.title_zh)}" in text
    for category in catalogue.categories.values():
        assert squeezed(category.name_zh) in text


def test_every_problem_is_listed_with_its_reason(text: str) -> None:
    facts = report_facts()
    assert f"目前存在问题的事项{len(facts.problems)}项" in text
    assert text.count("（未填写）") == sum(not problem.reason for problem in facts.problems)
    assert text.count("退回补正。") == sum(problem.reason.endswith("退回补正。") for problem in facts.problems)


def test_the_open_items_are_all_in_the_annex(text: str) -> None:
    board = sample_board()
    cells = [board.cell(row, column) for row in range(len(board.actions)) for column in range(len(board.windows))]
    left = [cell for cell in cells if cell and cell.status not in CLOSED]
    annex = text[text.index("附件2未落实事项清单") :]
    assert sum(annex.count(cell.action.code) for cell in {c.action.code: c for c in left}.values()) == len(left)


def test_the_sum_behind_the_rates_is_shown(text: str) -> None:
    whole = totals.whole(sample_board())
    assert f"由{whole.in_place}÷{whole.applicable}得出" in text
    assert f"合计{whole.applicable + whole.not_applicable}{whole.applicable}{whole.in_place}" in text


def test_the_report_says_in_which_faces_it_is_set(text: str, written: Written) -> None:
    assert "排版字体：" in text
    assert written.faces["body"]
    assert written.missing == ""


def test_the_report_is_signed_by_the_unit_on_a_day(text: str) -> None:
    assert "附件：1.统计口径2.未落实事项清单" in text
    assert "沧州市公安局2026年11月23日" in text


def test_the_outline_follows_the_sections(written: Written) -> None:
    def titles(entries: list[Any]) -> list[str]:
        return [t for e in entries for t in (titles(e) if isinstance(e, list) else [str(e.title)])]

    found = titles(pypdf.PdfReader(written.path).outline)
    assert found[:4] == ["便民利企措施落实情况报告", "一、总体情况", "二、分项情况", "（一）按类别"]
    assert found[-2:] == ["附件1 统计口径", "附件2 未落实事项清单"]


def test_the_file_is_sound_and_its_faces_embedded(written: Written) -> None:
    assert all(fonts(written.path).values())
    if has("qpdf"):
        assert "No syntax or stream encoding errors" in checked_by_qpdf(written.path)


@pytest.mark.skipif(not has("pdftotext"), reason="poppler-utils is not installed")
def test_poppler_and_pypdf_read_the_same_characters(written: Written, text: str) -> None:
    assert sorted(poppler_text(written.path)) == sorted(text)


def test_the_same_facts_give_the_same_bytes(written: Written, tmp_path: Path) -> None:
    again = implementation.write(report_facts(), tmp_path / "again.pdf")
    assert again.sha256 == written.sha256
    assert again.path.read_bytes() == written.path.read_bytes()
    other = implementation.write(report_facts(practice=True), tmp_path / "other.pdf")
    assert other.sha256 != written.sha256


def test_the_report_can_be_written_in_english(tmp_path: Path) -> None:
    i18n.use("en")
    try:
        written = implementation.write(report_facts(), tmp_path / "en.pdf")
    finally:
        i18n.use("zh")
    text = "".join(page_texts(written.path))
    assert "Reportontheimplementationofconveniencemeasures" in text
    assert "startercatalogue,nottheofficialtext" in text


def test_a_board_on_which_nothing_applies_still_prints(tmp_path: Path) -> None:
    board = sample_board()
    nothing = type(board)(
        board.catalogue, board.as_of, 0, board.actions, board.windows,
        bytes(len(board.status)), bytes(len(board.lamps)), bytes(len(board.marks)),
    )  # fmt: skip
    written = implementation.write(report_facts(nothing), tmp_path / "none.pdf")
    assert "落实率—（0/0）" in "".join(page_texts(written.path))
