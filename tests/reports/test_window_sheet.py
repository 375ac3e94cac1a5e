"""The windows' progress sheets."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop import i18n, texts
from desktop.models.vocabulary import Mark, Status
from desktop.reports import window_sheet
from desktop.reports.facts import SheetFacts
from tests.reports.paperwork import RARE, checked_by_qpdf, has, page_texts, sheet_facts, squeezed

HEAD = "序号编号具体举措经办人期限状态亮灯最近变动依据备注"


def written_text(facts: SheetFacts, out: Path) -> list[str]:
    written = window_sheet.write(facts, out)
    assert written.missing == ""
    return page_texts(written.path)


def test_every_row_of_a_window_is_on_its_sheet(tmp_path: Path) -> None:
    facts = sheet_facts(1)
    pages = written_text(facts, tmp_path / "a.pdf")
    text = "".join(pages)
    for number, row in enumerate(facts.windows[0].rows, 1):
        begun = f"{number}{row.code}{squeezed(row.title)}{row.officer}{row.due_on}{texts.status_in_full(row.status)}"
        assert begun in text
    assert all(HEAD in page for page in pages)
    assert all(name in text for name in RARE)


def test_the_sheet_has_its_lines_to_sign(tmp_path: Path) -> None:
    pages = written_text(sheet_facts(1), tmp_path / "a.pdf")
    for told in ("填报人：", "审核人：", "单位负责人（签字）：", "（盖章）", "填报日期："):
        assert told in pages[-1]
    assert "填报单位：沧州市公安局（盖章）" in pages[0]


def test_a_window_with_unreported_rows_is_printed_as_unfinished(tmp_path: Path) -> None:
    facts = sheet_facts(1)
    number = facts.windows[0].unreported
    assert number
    assert f"填报未完成（未报{number}项）" in written_text(facts, tmp_path / "a.pdf")[0]
    rows = tuple(replace(row, marks=row.marks & ~Mark.UNREPORTED) for row in facts.windows[0].rows)
    done = replace(facts, windows=(replace(facts.windows[0], rows=rows),))
    assert "填报未完成" not in written_text(done, tmp_path / "b.pdf")[0]


def test_a_disputed_row_is_not_counted_as_verified(tmp_path: Path) -> None:
    facts = sheet_facts(1)
    rows = tuple(replace(row, status=Status.VERIFIED, marks=Mark.DISPUTED) for row in facts.windows[0].rows)
    text = written_text(replace(facts, windows=(replace(facts.windows[0], rows=rows),)), tmp_path / "a.pdf")[0]
    assert f"已落实{len(rows)}项，落实率100.0%·已核验0项，核验率0.0%" in text


def test_all_windows_are_in_one_file_with_an_outline(tmp_path: Path) -> None:
    facts = sheet_facts(5)
    written = window_sheet.write(facts, tmp_path / "a.pdf")

    def titles(entries: list[Any]) -> list[str]:
        return [t for e in entries for t in (titles(e) if isinstance(e, list) else [str(e.title)])]

    found = titles(pypdf.PdfReader(written.path).outline)
    assert [one for one in found if one in {texts.title(told.window) for told in facts.windows}] == [
        texts.title(told.window) for told in facts.windows
    ]
    assert "沧州市公安局" in found


def test_the_sheet_is_complete_in_english(tmp_path: Path) -> None:
    i18n.use("en")
    try:
        text = "".join(written_text(sheet_facts(1), tmp_path / "a.pdf"))
    finally:
        i18n.use("zh")
    for told in ("Progresssheetofawindow", "Headoftheunit(signature):", "notreported", "Onewindowforall"[:3]):
        assert told in text


def test_the_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    first = window_sheet.write(sheet_facts(3), tmp_path / "a.pdf")
    second = window_sheet.write(sheet_facts(3), tmp_path / "b.pdf")
    assert first.path.read_bytes() == second.path.read_bytes()


def test_a_window_without_actions_still_has_a_sheet(tmp_path: Path) -> None:
    facts = sheet_facts(1)
    bare = replace(facts, windows=(replace(facts.windows[0], rows=()),))
    assert "本窗口无适用举措。" in written_text(bare, tmp_path / "a.pdf")[0]


def test_a_name_without_a_glyph_is_told_not_lost(tmp_path: Path) -> None:
    nowhere = chr(0x3106C)
    written = window_sheet.write(sheet_facts(1, officers=(f"王{nowhere}",)), tmp_path / "a.pdf")
    assert written.missing == nowhere
    assert "王〓" in page_texts(written.path)[0]


@pytest.mark.skipif(not has("qpdf"), reason="qpdf is not installed")
def test_the_file_is_sound(tmp_path: Path) -> None:
    written = window_sheet.write(sheet_facts(2), tmp_path / "a.pdf")
    assert "No syntax or stream encoding errors" in checked_by_qpdf(written.path)


def test_one_sheet_is_written_in_less_than_half_a_second(tmp_path: Path) -> None:
    window_sheet.write(sheet_facts(1), tmp_path / "warm.pdf")
    begun = time.process_time()
    window_sheet.write(sheet_facts(1), tmp_path / "a.pdf")
    assert time.process_time() - begun < 0.5


def test_printing_tells_its_pages_and_can_be_stopped(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    written = window_sheet.write(sheet_facts(3), tmp_path / "a.pdf", lambda page, pages: told.append((page, pages)))
    assert told == [(page, written.pages) for page in range(1, written.pages + 1)]

    def stop(page: int, _pages: int) -> None:
        if page == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        window_sheet.write(sheet_facts(3), tmp_path / "b.pdf", stop)
    assert not (tmp_path / "b.pdf").exists()
    assert window_sheet.write(sheet_facts(3), tmp_path / "c.pdf").sha256 == written.sha256
