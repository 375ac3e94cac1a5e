"""Pages as pictures."""

from pathlib import Path

import pytest

from desktop.reports import preview, window_sheet
from tests.reports.paperwork import sheet_facts


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return window_sheet.write(sheet_facts(2), tmp_path_factory.mktemp("preview") / "a.pdf").path


def test_a_page_is_as_wide_as_asked_and_keeps_its_proportions(sheet: Path) -> None:
    picture = preview.render(sheet, 0, 800)
    assert picture.width == 800
    assert abs(picture.height / picture.width - 210 / 297) < 0.01
    assert len(picture.rgba) == picture.width * picture.height * 4


def test_a_page_is_white_paper_with_black_ink_and_opaque(sheet: Path) -> None:
    picture = preview.render(sheet, 0, 400)
    assert picture.rgba[:4] == b"\xff\xff\xff\xff"
    assert min(picture.rgba[0::4]) < 60
    assert set(picture.rgba[3::4]) == {255}


def test_an_opened_preview_knows_its_pages_and_their_size(sheet: Path) -> None:
    opened = preview.Preview(sheet)
    try:
        assert opened.pages >= 2
        width, height = opened.size(0)
        assert width > height
        grey = opened.render(1, 300, grey=True).rgba
        assert grey[0::4] == grey[1::4] == grey[2::4]
    finally:
        opened.close()
