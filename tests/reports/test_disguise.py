"""Everything on paper came through the catalogue: in English in disguise nothing is left bare."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from desktop import i18n
from desktop.reports import implementation, window_sheet
from desktop.reports.press import Written
from tests.disguise import data_of, left
from tests.reports.paperwork import report_facts, sheet_facts, squeezed
from tests.sample import sample_board

SHEETS: dict[str, Callable[[Path], Written]] = {
    "window": lambda out: window_sheet.write(sheet_facts(1), out),
    "implementation": lambda out: implementation.write(report_facts(sample_board(2)), out),
}


@pytest.mark.parametrize("sheet", list(SHEETS))
def test_a_sheet_says_nothing_that_was_not_translated(sheet: str, tmp_path: Path) -> None:
    with i18n.speaking(i18n.PSEUDO):
        written = SHEETS[sheet](tmp_path / "a.pdf")
    assert written.missing == ""
    text = "".join(squeezed(page.extract_text()) for page in pypdf.PdfReader(written.path).pages)
    data = {squeezed(word) for word in data_of(sample_board().catalogue)}
    assert left(text, data, least=3) == []
