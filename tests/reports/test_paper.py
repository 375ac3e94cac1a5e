"""Pages: the grid of GB/T 9704, page numbers, and what stands at every foot."""

import dataclasses
import subprocess
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop import i18n
from desktop.models.catalogue import Edition
from desktop.reports import layout, paper
from desktop.reports.layout import A4, CHARS, LINES, MEASURE, MM, PITCH, Break, portrait
from desktop.reports.paper import Imprint, print_pages
from desktop.reports.press import Press, Title
from desktop.reports.prose import Text
from desktop.reports.typecase import TypeCase
from tests.reports.paperwork import has, page_texts, squeezed

EDITION = Edition("starter-2026.11", "起始目录", "Starter", "starter", "", date(2026, 11, 23))
IMPRINT = Imprint(date(2026, 11, 3), 1234, EDITION, date(2026, 11, 23))


def printed(out: Path, text: str, pages: int = 1, imprint: Imprint = IMPRINT) -> Path:
    case = TypeCase()
    blocks = [block for _ in range(pages) for block in (Text(text, case), Break())]
    with Press(case, A4, Title("文", "", "", "zh-CN", imprint.as_of)) as press:
        print_pages(press, blocks, portrait, imprint)
        press.write(out)
    return out


def placed_texts(path: Path, page: int) -> list[tuple[str, float, float, float]]:
    """Return each piece of text with the x and y of its beginning and its size."""
    found: list[tuple[str, float, float, float]] = []

    def visit(text: str, _cm: Any, tm: Any, _font: Any, size: float) -> None:
        if text.strip():
            found.append((text, tm[4], tm[5], size))

    pypdf.PdfReader(path).pages[page].extract_text(visitor_text=visit)
    return found


def test_a_full_page_has_twenty_two_lines_of_twenty_eight_characters(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", "便" * (CHARS * LINES - 2 + CHARS))
    texts = page_texts(path)
    assert len(texts) == 2
    lines = [piece for piece in placed_texts(path, 0) if piece[0].startswith("便") and piece[3] == 16]
    body = "".join(piece[0] for piece in lines).replace("\n", "")
    assert abs(len(body) - (CHARS * LINES - 2)) <= CHARS
    ys = sorted({round(piece[2], 2) for piece in lines}, reverse=True)
    assert all(abs(a - b - PITCH) < 0.02 for a, b in pairwise(ys))
    left = min(piece[1] for piece in lines)
    assert abs(left - 28 * MM) < 0.5 * MM
    assert abs(ys[0] + 0.5 * PITCH - (297 - 37) * MM) < 3 * MM


def test_the_grid_fills_the_measure_within_half_a_millimetre() -> None:
    assert abs(CHARS * (layout.BODY + layout.TRACKING) - MEASURE) < 0.01
    assert abs(LINES * PITCH - 225 * MM) < 0.01


def test_odd_pages_are_numbered_on_the_right_and_even_ones_on_the_left(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", "正文", pages=3)
    pages = [placed_texts(path, page) for page in range(3)]
    xs = [next(x for text, x, _y, size in page if text.startswith("—") and size == 14) for page in pages]
    assert xs[0] > 400
    assert xs[1] == pytest.approx(26 * MM + 14, abs=0.1)
    assert xs[2] == pytest.approx(xs[0])
    assert all(f"—{n}—" in page for n, page in enumerate(page_texts(path), 1))


def test_every_page_says_where_its_figures_come_from(tmp_path: Path) -> None:
    for number, page in enumerate(page_texts(printed(tmp_path / "a.pdf", "正文", pages=3)), 1):
        for told in (
            "截至2026年11月3日", "已收到第1234笔", "starter-2026.11", "起始目录，非官方文本", "打印日期2026年11月23日",
            f"第{number}页共3页",
        ):  # fmt: skip
            assert squeezed(told) in page


def test_an_official_edition_is_not_called_a_starter(tmp_path: Path) -> None:
    official = dataclasses.replace(IMPRINT, edition=dataclasses.replace(EDITION, origin="official"))
    (page,) = page_texts(printed(tmp_path / "a.pdf", "正文", imprint=official))
    assert "非官方文本" not in page
    assert "官方文本" in page


def test_pages_of_a_practice_book_are_marked(tmp_path: Path) -> None:
    (page,) = page_texts(printed(tmp_path / "a.pdf", "正文", imprint=dataclasses.replace(IMPRINT, practice=True)))
    assert "练习·截至2026年11月3日" in page


def test_a_day_is_written_without_leading_zeros_in_chinese_and_as_iso_in_english() -> None:
    assert paper.day(date(2026, 1, 3)) == "2026年1月3日"
    i18n.use("en")
    try:
        assert paper.day(date(2026, 1, 3)) == "2026-01-03"
    finally:
        i18n.use("zh")


def test_a_paragraph_leaves_no_single_line_behind() -> None:
    case = TypeCase()
    text = Text("便" * CHARS * 5, case)
    parts = text.split(4 * PITCH)
    assert parts is not None
    assert [round(part.height / PITCH) for part in parts] in ([3, 3], [4, 2])
    assert text.split(PITCH) is None


@pytest.mark.skipif(not has("pdftotext"), reason="poppler-utils is not installed")
def test_a_line_spread_to_fill_the_measure_is_read_without_blanks(tmp_path: Path) -> None:
    text = "落实率最高的是监所管理支队（100.0%，2/2；核验率99.9%，1024/1025）；最低的是信访科"
    path = printed(tmp_path / "a.pdf", text, imprint=dataclasses.replace(IMPRINT, practice=True))
    told = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout
    assert "练习" in told
    assert " " not in "".join(told.splitlines()[:2])
    assert text in told.replace("\n", "")
