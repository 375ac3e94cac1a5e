"""The printing press: text that comes back, embedded faces, the same bytes."""

import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop.reports import press
from desktop.reports.faces import ROLES, FaceRole
from desktop.reports.press import Press, Title, Written
from desktop.reports.typecase import GETA, TypeCase
from tests.reports.paperwork import checked_by_qpdf, fonts, has, page_texts, poppler_text, squeezed

TITLE = Title("题名 & <标题>", "沧州市公安局", "截至2026年11月20日", "zh-CN", date(2026, 11, 20))
NAMES = "经办人：王䶮、欧阳㛃、赵𬎆、孙𫖯、周𬭎，92.5%……“完成”——A07-02"
NOWHERE = chr(0x3106C)


def a_document(out: Path, text: str = NAMES, title: Title = TITLE) -> Written:
    with Press(TypeCase(), (595.28, 841.89), title) as printing:
        for number, role in enumerate(ROLES):
            printing.say(72, 760 - 40 * number, text, role, 12)
        printing.bookmark("第一页", 0)
        printing.end_page()
        return printing.write(out)


def test_every_character_comes_back_as_it_was_put_in(tmp_path: Path) -> None:
    written = a_document(tmp_path / "a.pdf")
    assert page_texts(written.path) == [squeezed(NAMES) * len(ROLES)]
    assert written.missing == ""


@pytest.mark.skipif(not has("pdftotext"), reason="poppler-utils is not installed")
def test_poppler_reads_the_same_characters(tmp_path: Path) -> None:
    assert poppler_text(a_document(tmp_path / "a.pdf").path) == squeezed(NAMES) * len(ROLES)


def test_pdfium_reads_the_same_characters(tmp_path: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(a_document(tmp_path / "a.pdf").path)
    assert squeezed(document[0].get_textpage().get_text_range()) == squeezed(NAMES) * len(ROLES)


@pytest.mark.skipif(not has("qpdf"), reason="qpdf is not installed")
def test_the_file_is_sound(tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors" in checked_by_qpdf(a_document(tmp_path / "a.pdf").path)


def test_every_face_is_embedded_as_a_subset_and_none_is_helvetica(tmp_path: Path) -> None:
    found = fonts(a_document(tmp_path / "a.pdf").path)
    assert found
    assert all(found.values())
    assert all(name[1:7].isupper() and name[7] == "+" for name in found)


def test_the_same_text_and_faces_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = a_document(tmp_path / "a.pdf")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    second = a_document(tmp_path / "b.pdf")
    assert first.path.read_bytes() == second.path.read_bytes()
    assert first.sha256 == second.sha256


def test_other_text_has_another_id(tmp_path: Path) -> None:
    ids = [pypdf.PdfReader(a_document(tmp_path / f"{n}.pdf", f"甲{n}").path).trailer["/ID"] for n in (1, 2)]
    assert ids[0] != ids[1]


def test_the_file_tells_its_title_day_language_and_faces(tmp_path: Path) -> None:
    written = a_document(tmp_path / "a.pdf")
    reader = pypdf.PdfReader(written.path)
    told: Any = reader.metadata
    root: Any = reader.trailer["/Root"]
    assert (told.title, told.author, told.subject) == (TITLE.title, TITLE.author, TITLE.subject)
    assert told["/CreationDate"].startswith("D:20261120000000")
    assert root["/Lang"] == "zh-CN"
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)] == ["第一页"]
    for names in written.faces.values():
        assert all(name in told["/Keywords"] for name in names)
    metadata = root["/Metadata"].get_data().decode()
    assert "题名 &amp; &lt;标题&gt;" in metadata
    assert set(written.faces) == set(map(str, ROLES))


def test_a_character_without_a_glyph_is_printed_as_a_geta_and_named(tmp_path: Path) -> None:
    case = TypeCase()
    assert case.uncovered(f"王{NOWHERE}某 ") == NOWHERE
    written = a_document(tmp_path / "a.pdf", f"王{NOWHERE}某")
    assert page_texts(written.path) == [f"王{GETA}某" * len(ROLES)]
    assert written.missing == NOWHERE


def test_characters_above_the_first_plane_are_mapped_as_surrogates() -> None:
    told = press.to_unicode("F", [0, 0x4E00, 0x2CB4E])
    assert "<01> <4E00>" in told
    assert "<02> <D872DF4E>" in told
    assert "2 beginbfchar" in told


def test_a_map_of_a_full_subset_has_sections_of_at_most_a_hundred() -> None:
    told = press.to_unicode("F", list(range(0x4E00, 0x4F00)))
    assert [line for line in told.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar", "100 beginbfchar", "56 beginbfchar",
    ]  # fmt: skip


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        a_document(tmp_path / "nowhere" / "a.pdf")
    assert a_document(tmp_path / "b.pdf").path.exists()


def test_private_names_of_reportlab_stand_only_in_the_press() -> None:
    folder = Path(press.__file__).parent
    for file in folder.glob("*.py"):
        private = re.findall(r"\._code\b|\._doc\b|_preamble\b", file.read_text(encoding="utf-8"))
        assert not private or file.name == "press.py", (file.name, private)


def test_reportlab_still_has_what_the_press_relies_on(tmp_path: Path) -> None:
    with Press(TypeCase(), (100, 100), TITLE) as printing:
        canvas: Any = printing._canvas
        assert isinstance(canvas._code, list)
        assert hasattr(canvas._doc, "Catalog")
        assert hasattr(canvas._doc, "signature")
        printing.say(10, 10, "字", FaceRole.BODY, 12)
        printing.end_page()
        printing.write(tmp_path / "a.pdf")
    page: Any = pypdf.PdfReader(tmp_path / "a.pdf").pages[0]
    assert b"Helvetica" not in (tmp_path / "a.pdf").read_bytes()
    assert page["/MediaBox"][2] == 100


@pytest.mark.skipif(not has("pdffonts"), reason="poppler-utils is not installed")
def test_poppler_finds_every_font_embedded(tmp_path: Path) -> None:
    path = a_document(tmp_path / "a.pdf").path
    listed = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(listed) > 2
    assert all(" yes yes yes " in line for line in listed[2:])
