"""The sheet with the recovery key: one page in each language, with every group."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop import i18n
from desktop.models import recovery_key
from desktop.models.recovery_key import RecoveryKey
from desktop.reports.recovery_sheet import RecoveryFacts, write

KEY = RecoveryKey(bytes(range(20)))


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("encrypted", [True, False])
def test_the_key_is_read_back_from_the_sheet(tmp_path: Path, language: str, *, encrypted: bool) -> None:
    i18n.use(language)
    facts = RecoveryFacts(KEY, "沧州市公安局", "市局.bianmin", "34c62ad9", date(2026, 9, 30), encrypted)
    written = write(facts, tmp_path / "sheet.pdf")
    i18n.use(i18n.DEFAULT)
    assert (written.pages, written.missing) == (1, "")
    words = PdfReader(written.path).pages[0].extract_text().split()
    groups = [word for word in words if word in KEY.groups]
    assert recovery_key.read("-".join(groups)) == KEY
    assert "2026" in "".join(words)
