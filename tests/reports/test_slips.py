"""The slips of requests: what was put in comes out, nobody's name or number is read, the same bytes."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pypdf
import pytest

from desktop import i18n
from desktop.reports import notices, receipt
from desktop.reports.layout import A4, MM
from desktop.reports.press import Written
from desktop.reports.slip_facts import MissingPapersFacts, RefusalFacts, Slip
from tests.disguise import left
from tests.reports import slips
from tests.reports.paperwork import checked_by_qpdf, fonts, has, page_texts, poppler_text, squeezed
from tests.reports.slips import CASE, MOBILE, NAME, OF_REQUEST, OFFICE, PAPERS, SLIP, UNIT

ALL: dict[str, Callable[[Path], Written]] = {
    **{name: partial(write, SLIP) for name, write in OF_REQUEST.items()},
    "rating": slips.write_rating_form,
    "purge": slips.write_purge_report,
}
BOTH = pytest.mark.parametrize("language", i18n.LANGUAGES)
EVERY = pytest.mark.parametrize("kind", list(ALL))
OF_CASE = pytest.mark.parametrize("kind", list(OF_REQUEST))


def text_of(written: Written) -> str:
    assert written.missing == ""
    return "".join(page_texts(written.path))


@BOTH
@EVERY
def test_a_slip_with_long_names_is_one_page_that_says_where_it_is_from(
    tmp_path: Path, kind: str, language: str
) -> None:
    with i18n.speaking(language):
        written = ALL[kind](tmp_path / "a.pdf")
    assert written.pages == 1
    text = text_of(written)
    assert UNIT in text.replace("\n", "")
    said = ("starter-2026.11（起始目录，非官方文本）", "截至2026年11月23日", "打印日期2026年11月23日")
    english = ("starter-2026.11(startercatalogue,nottheofficialtext)", "Asof2026-11-23", "Printedon2026-11-23")
    assert all(word in text for word in (said if language == "zh" else english))


@OF_CASE
def test_a_slip_of_a_request_tells_number_matter_service_and_window(tmp_path: Path, kind: str) -> None:
    text = text_of(OF_REQUEST[kind](SLIP, tmp_path / "a.pdf"))
    matter = CASE.matter.replace(MOBILE, "138****5678")
    told = (CASE.number, matter, CASE.action, OFFICE.window, OFFICE.address, OFFICE.telephone, OFFICE.hours)
    assert [word for word in told if squeezed(word) not in text] == []


@OF_CASE
@pytest.mark.parametrize("slip", [SLIP, slips.public()], ids=["internal", "public"])
def test_no_slip_shows_a_citizens_whole_name_or_number(tmp_path: Path, kind: str, slip: Slip) -> None:
    written = OF_REQUEST[kind](slip, tmp_path / "a.pdf")
    content = written.path.read_bytes()
    text = text_of(written)
    assert NAME not in text
    assert MOBILE not in text
    assert "13998765432" not in text
    assert NAME.encode() not in content
    assert ("欧阳**（个人）138****5678" in text) == (slip is SLIP)
    assert ("欧阳" in text) == (slip is SLIP)


def test_a_firm_is_named_in_full_but_for_the_public(tmp_path: Path) -> None:
    firm = replace(SLIP, case=replace(CASE, applicant="沧州𬭎运物流有限公司", firm=True))
    assert "沧州𬭎运物流有限公司（单位）" in text_of(OF_REQUEST["missing"](firm, tmp_path / "a.pdf"))
    hidden = text_of(OF_REQUEST["missing"](slips.public(firm), tmp_path / "b.pdf"))
    assert "𬭎运物流" not in hidden


@pytest.mark.parametrize("small", [False, True])
def test_a_receipt_tells_both_dates_with_their_sentences_and_the_papers(tmp_path: Path, *, small: bool) -> None:
    written = receipt.write(slips.receipt_facts(), tmp_path / "a.pdf", small=small)
    text = text_of(written)
    told = (
        "受理回执", "2026年12月7日", slips.PROMISED.sentence, "2027年1月22日", slips.LEGAL.sentence, *PAPERS,
        "两个日期中以较早者为准。",
    )  # fmt: skip
    assert [word for word in told if squeezed(word) not in text] == []
    box = pypdf.PdfReader(written.path).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((105 * MM, 148 * MM) if small else A4, abs=0.01)


def test_a_registration_says_that_nothing_is_accepted_yet(tmp_path: Path) -> None:
    text = text_of(OF_REQUEST["registration-a6"](SLIP, tmp_path / "a.pdf"))
    assert "登记回执" in text
    assert "受理回执" not in text
    assert "是否受理将另行告知" in text


def test_the_notice_of_missing_papers_lists_all_by_when_and_where(tmp_path: Path) -> None:
    text = text_of(OF_REQUEST["missing"](SLIP, tmp_path / "a.pdf"))
    for number, paper in enumerate(PAPERS, 1):
        assert f"{number}.{paper}" in text
    assert "补正期限2026年12月4日" in text


def test_a_refusal_has_its_reason_and_a_remedy(tmp_path: Path) -> None:
    text = text_of(OF_REQUEST["refusal"](SLIP, tmp_path / "a.pdf"))
    assert "王䶮已电话说明" in text
    assert "六十日内依法申请行政复议" in text
    own = text_of(notices.write_refusal(RefusalFacts(SLIP, "超出职权", "向上一级机关申诉"), tmp_path / "b.pdf"))
    assert "向上一级机关申诉" in own
    assert "行政复议" not in own


@pytest.mark.parametrize("kind", ["special", "extension", "transfer", "purge", "refusal", "missing"])
def test_what_an_organ_signs_has_its_place_for_a_seal_and_the_day(tmp_path: Path, kind: str) -> None:
    text = text_of(ALL[kind](tmp_path / "a.pdf"))
    assert squeezed(f"{UNIT}2026年11月23日（盖章）") in text


def test_the_rating_form_asks_for_no_request_and_offers_every_level_and_reason(tmp_path: Path) -> None:
    text = text_of(slips.write_rating_form(tmp_path / "a.pdf"))
    assert CASE.number not in text
    for level in slips.levels():
        assert f"{level.digit}{level.name}" in text
        assert all(f"{code}{words}" in text for code, words in level.reasons)


def test_a_purge_report_counts_and_names_only_who_did_it(tmp_path: Path) -> None:
    text = text_of(slips.write_purge_report(tmp_path / "a.pdf"))
    assert "姓名和联系方式已清除1843条" in text
    assert "较早的备份已清除5条" in text
    assert "执行人周𬭎" in text


def test_a_very_long_reason_goes_on_and_no_seal_stands_on_an_empty_page(tmp_path: Path) -> None:
    reason = "".join(f"第{n}条理由成立。" for n in range(500))
    written = notices.write_refusal(RefusalFacts(SLIP, reason), tmp_path / "a.pdf")
    pages = page_texts(written.path)
    assert written.pages > 1
    assert "第0条理由成立。" in pages[0]
    assert OFFICE.window in pages[-1]
    assert "（盖章）" in pages[-1]


def test_a_very_long_list_of_papers_and_a_huge_matter_lose_nothing(tmp_path: Path) -> None:
    papers = tuple(f"材料甲{n}乙" for n in range(120))
    matter = "".join(f"事{n}项" for n in range(700))
    slip = replace(SLIP, case=replace(CASE, matter=matter))
    text = text_of(notices.write_missing_papers(MissingPapersFacts(slip, papers), tmp_path / "a.pdf"))
    assert all(paper in text for paper in papers)
    assert all(f"{n}项" in text for n in range(700))


@EVERY
def test_the_same_facts_give_the_same_bytes(tmp_path: Path, kind: str) -> None:
    first, second = ALL[kind](tmp_path / "a.pdf"), ALL[kind](tmp_path / "b.pdf")
    assert first.path.read_bytes() == second.path.read_bytes()


@EVERY
def test_every_face_is_embedded(tmp_path: Path, kind: str) -> None:
    found = fonts(ALL[kind](tmp_path / "a.pdf").path)
    assert found
    assert all(found.values())


@EVERY
@pytest.mark.skipif(not has("qpdf", "pdftotext"), reason="qpdf or poppler-utils is not installed")
def test_the_file_is_sound_and_poppler_reads_its_text(tmp_path: Path, kind: str) -> None:
    path = ALL[kind](tmp_path / "a.pdf").path
    assert "No syntax or stream encoding errors" in checked_by_qpdf(path)
    assert sorted(poppler_text(path)) == sorted("".join(page_texts(path)))


@EVERY
def test_a_slip_says_nothing_that_was_not_translated(tmp_path: Path, kind: str) -> None:
    with i18n.speaking(i18n.PSEUDO):
        text = text_of(ALL[kind](tmp_path / "a.pdf"))
    assert left(text, {CASE.number, "starter-2026.11"}, least=3) == []


def test_a_practice_slip_says_so_on_the_small_page(tmp_path: Path) -> None:
    slip = replace(SLIP, imprint=replace(slips.IMPRINT, practice=True))
    assert "练习" in text_of(OF_REQUEST["receipt-a6"](slip, tmp_path / "a.pdf"))


def test_hours_have_a_name_of_their_own_where_there_is_no_telephone() -> None:
    with i18n.speaking("en"):
        told = dict(receipt.of_office(replace(OFFICE, telephone="")))
    assert told["Hours"] == OFFICE.hours
    assert "Telephone" not in told
