"""Files for people: the report, the sheets, the workbook."""

from pathlib import Path

import openpyxl
import pypdf
import pytest

from desktop.reports import faces
from tests.cli.conftest import Say

needs_faces = pytest.mark.skipif(not faces.scanned(), reason="no typeface on this computer")


def _text(path: Path) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


@needs_faces
def test_the_report_is_written_as_of_a_day(say: Say, tmp_path: Path) -> None:
    out = tmp_path / "报告.pdf"
    answer = say("report", "implementation", "--as-of", "2026-09-30", "--out", out)
    assert answer.code == 0, answer.err
    assert str(out) in answer.out
    assert "2026年9月30日" in _text(out)


@needs_faces
def test_sheets_are_written_for_one_window_or_all_in_both_languages(say: Say, tmp_path: Path) -> None:
    one, every = tmp_path / "一.pdf", tmp_path / "全.pdf"
    assert say("report", "window", "--window", "w2", "--out", one).code == 0
    assert "窗2" in _text(one)
    assert "窗1" not in _text(one)
    assert say("--lang", "en", "report", "window", "--out", every).code == 0
    assert "Window 1" in _text(every)
    assert "Window 2" in _text(every)


@needs_faces
def test_a_sheet_can_be_printed_again_as_it_was_heard_then(say: Say, tmp_path: Path) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    heard = ("--as-of", "2026-11-23", "--heard", "８")
    assert say("report", "window", "--window", "W1", *heard, "--out", first).code == 0
    say("set", "A01@W1", "in_progress", "--note", "后到", "--on", "2026-11-20")
    assert say("report", "window", "--window", "W1", *heard, "--out", second).code == 0
    assert first.read_bytes() == second.read_bytes()


def test_the_list_becomes_a_workbook(say: Say, tmp_path: Path) -> None:
    out = tmp_path / "清单.xlsx"
    assert say("export", out).code == 0
    book = openpyxl.load_workbook(out, read_only=True)
    cells = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    book.close()
    assert "A01@W1" in cells


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("report", "implementation", "--window", "W1", "--out", "x.pdf"), "窗口进度表"),
        (("report", "window", "--window", "W9", "--out", "x.pdf"), "可用：W1; W2"),
        (("report", "window", "--out", "/no/such/folder/x.pdf"), "不能写到"),
        (("report", "window", "--out", "/"), "不能写到"),
        (("report", "window", "--as-of", "2099-01-01", "--out", "x.pdf"), "晚于今天"),
        (("report", "window", "--heard", "minus", "--out", "x.pdf"), "不是数"),
        (("export", "/no/such/folder/x.xlsx"), "不能写到"),
    ],
)
def test_what_cannot_be_written_is_refused(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], sentence: str
) -> None:
    place = tmp_path / "empty"
    place.mkdir()
    monkeypatch.chdir(place)
    answer = say(*words)
    assert (answer.code, answer.out) == (1, "")
    assert sentence in answer.err
    assert list(place.iterdir()) == []
