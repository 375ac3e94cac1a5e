"""Reading name tables out of font folders."""

import json
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from desktop.reports import fontscan


def a_font(path: Path, family: str = "Test Song", *, rights: int = 0, chinese: str = "") -> Path:
    """Write a face with one square glyph for 一 and 〓."""
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    pen.lineTo((100, 800))
    pen.lineTo((900, 800))
    pen.lineTo((900, 0))
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({0x4E00: "square", 0x3013: "square"})
    builder.setupGlyf({".notdef": pen.glyph(), "square": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (1000, 100), "square": (1000, 100)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    if chinese:
        builder.font["name"].setName(chinese, 1, 3, 1, 0x804)
    builder.setupOS2(fsType=rights)
    builder.setupPost()
    path.parent.mkdir(parents=True, exist_ok=True)
    builder.save(path)
    return path


def test_a_face_is_known_by_its_names_in_both_languages(tmp_path: Path) -> None:
    a_font(tmp_path / "fonts" / "x123.ttf", "Test FangSong", chinese="测试仿宋")
    (face,) = fontscan.scan([tmp_path / "fonts"])
    assert {"Test FangSong", "测试仿宋", "TestFangSong"} <= set(face.names)
    assert face.family == "Test FangSong"
    assert face.usable


@pytest.mark.parametrize(("rights", "usable"), [(0, True), (8, True), (2, False), (0x0100, False), (0x0200, False)])
def test_a_face_that_forbids_subsets_is_not_used(tmp_path: Path, rights: int, usable: bool) -> None:
    a_font(tmp_path / "a.ttf", rights=rights)
    (face,) = fontscan.scan([tmp_path])
    assert face.usable is usable
    assert face.why_not == ("" if usable else "restricted")


def test_a_face_of_postscript_outlines_is_not_used(tmp_path: Path) -> None:
    path = a_font(tmp_path / "a.otf")
    path.write_bytes(b"OTTO" + path.read_bytes()[4:].replace(b"glyf", b"CFF "))
    (face,) = fontscan.scan([tmp_path])
    assert face.why_not == "cff"


def test_a_file_that_is_no_font_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"ttcf\0\0\0\0\xff\xff\xff\xff")
    (tmp_path / "b.otf").write_bytes(b"hello")
    (tmp_path / "c.ttc").write_bytes(b"")
    assert fontscan.scan([tmp_path]) == ()


def test_what_was_read_is_remembered_until_the_file_changes(tmp_path: Path) -> None:
    path, memory = a_font(tmp_path / "f" / "a.ttf"), tmp_path / "memory" / "faces.json"
    first = fontscan.scan([tmp_path / "f"], memory)
    told = json.loads(memory.read_text(encoding="utf-8"))
    (key,) = told
    told[key][0]["family"] = "Remembered"
    memory.write_text(json.dumps(told), encoding="utf-8")
    assert fontscan.scan([tmp_path / "f"], memory)[0].family == "Remembered"
    a_font(path, "Another Name")
    assert fontscan.scan([tmp_path / "f"], memory)[0].family == "Another Name"
    assert first[0].family == "Test Song"


def test_a_spoilt_memory_costs_only_time(tmp_path: Path) -> None:
    a_font(tmp_path / "f" / "a.ttf")
    memory = tmp_path / "faces.json"
    memory.write_text("{", encoding="utf-8")
    assert len(fontscan.scan([tmp_path / "f"], memory)) == 1
    assert len(fontscan.scan([tmp_path / "f"], tmp_path / "f" / "a.ttf" / "not a folder.json")) == 1


def test_the_same_file_behind_two_names_counts_once(tmp_path: Path) -> None:
    path = a_font(tmp_path / "a.ttf")
    (tmp_path / "b.ttf").symlink_to(path)
    assert len(fontscan.scan([tmp_path])) == 1
