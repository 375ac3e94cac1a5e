import resource
import time
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from desktop.exchange.workbook_guard import Limits, read
from desktop.models.refusals import InputRefused
from tests.exchange.old_excel import xls

PARTS = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml")


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "台账.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("落实台账")
    sheet.merge_range("A1:F1", "标题")
    sheet.merge_range("B3:B5", "合并")
    sheet.write_row("C3", [5, 1.5, 130902000000])
    sheet.write_datetime("F3", datetime(2026, 9, 30), book.add_format({"num_format": "yyyy-mm-dd"}))  # noqa: DTZ001
    sheet.write_string("C4", "=cmd|' /C calc'!A0")
    sheet.write_string("C5", "  空格\u202e ")
    book.add_worksheet("空表")
    book.close()
    return path


def rebuilt(source: Path, target: Path, name: str, content: bytes) -> Path:
    """Copy a workbook with one part replaced or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return target


def refusal(path: Path, limits: Limits | None = None) -> InputRefused:
    with pytest.raises(InputRefused) as refused:
        read(path, limits)
    return refused.value


def test_cells_come_as_clean_text_and_merged_ones_are_filled_down(workbook: Path) -> None:
    first, second = read(workbook)
    assert (first.name, second.name, second.rows) == ("落实台账", "空表", ())
    assert first.rows[0] == ("标题", "", "", "", "", "")
    assert first.rows[2] == ("", "合并", "5", "1.5", "130902000000", "2026-09-30")
    assert first.rows[3] == ("", "合并", "=cmd|' /C calc'!A0", "", "", "")
    assert first.rows[4] == ("", "合并", "空格", "", "", "")


def test_a_zip_bomb_is_refused_in_two_seconds_and_little_memory(workbook: Path, tmp_path: Path) -> None:
    bomb = rebuilt(workbook, tmp_path / "bomb.xlsx", "xl/x", b"")
    with (
        zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/sharedStrings2.xml", "w") as part,
    ):
        for _ in range(128):
            part.write(bytes(1 << 20))
    before, peak = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused = refusal(bomb)
    assert (refused.code, refused.facts["what"]) == ("workbook_too_big", "ratio")
    assert time.perf_counter() - before < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 100_000


def test_many_small_bombs_are_counted_together(workbook: Path, tmp_path: Path) -> None:
    path = rebuilt(workbook, tmp_path / "many.xlsx", "xl/media/x0", b"")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(20):
            archive.writestr(f"xl/media/a{number}", bytes(1 << 20))
    refused = refusal(path, Limits(unpacked=10 << 20))
    assert refused.facts["what"] == "unpacked"


def test_too_many_parts_are_refused(workbook: Path, tmp_path: Path) -> None:
    path = rebuilt(workbook, tmp_path / "parts.xlsx", "xl/x", b"")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(2_000):
            archive.writestr(f"xl/media/{number}", b"")
    assert refusal(path).facts == {"what": "parts", "limit": 2_000}


def test_too_many_rows_and_one_far_away_cell_are_refused(workbook: Path, tmp_path: Path) -> None:
    assert refusal(workbook, Limits(rows=4)).facts["what"] == "rows"
    assert refusal(workbook, Limits(cells=8)).facts["what"] == "cells"
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        b"</sheetData></worksheet>"
    )
    far = rebuilt(workbook, tmp_path / "far.xlsx", "xl/worksheets/sheet1.xml", sheet)
    assert refusal(far).code == "workbook_too_big"


def test_an_entity_bomb_is_refused(workbook: Path, tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    content = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol">{lines}]>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>&e11;</t></is></c></row></sheetData></worksheet>'
    )
    path = rebuilt(workbook, tmp_path / "entities.xlsx", "xl/worksheets/sheet1.xml", content.encode())
    assert refusal(path).code == "workbook_broken"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_a_workbook"),
        (b"hello", "not_a_workbook"),
        (b"PK\x03\x04 torn", "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "workbook_broken"),
        (b"%PDF-1.7", "not_a_workbook"),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    assert refusal(path).code == code


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "hello")
    assert refusal(path).code == "workbook_broken"


def test_a_torn_workbook_is_refused(workbook: Path, tmp_path: Path) -> None:
    whole = workbook.read_bytes()
    for size in (100, len(whole) // 2, len(whole) - 10):
        path = tmp_path / "torn.xlsx"
        path.write_bytes(whole[:size])
        assert refusal(path).code == "not_a_workbook"
    flipped = bytearray(whole)
    flipped[60] ^= 0xFF
    path = tmp_path / "flipped.xlsx"
    path.write_bytes(flipped)
    assert refusal(path).code in {"workbook_broken", "not_a_workbook"}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    refused = refusal(tmp_path / "没有.xlsx")
    assert (refused.code, refused.facts["name"]) == ("file_unreadable", "没有.xlsx")


def test_an_old_excel_file_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "旧台账.xls"
    path.write_bytes(xls("台账", [["举措编号", "状态"], ["A01-01", "已完成"]]))
    (sheet,) = read(path)
    assert (sheet.name, sheet.rows) == ("台账", (("举措编号", "状态"), ("A01-01", "已完成")))


@pytest.mark.parametrize("at", [30, 44, 48, 76, 512, 1030, 1152, 1600, 1700])
def test_a_damaged_old_excel_file_is_refused_or_read(tmp_path: Path, at: int) -> None:
    damaged = bytearray(xls("台账", [["举措编号", "状态"], ["A01-01", "已完成"]]))
    damaged[at] ^= 0xFF
    path = tmp_path / "x.xls"
    path.write_bytes(damaged)
    try:
        read(path)
    except InputRefused as refused:
        told = refused.code
    else:
        told = "read"
    assert told in {"read", "workbook_broken", "workbook_too_big"}
