import csv
import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import paths
from desktop.exchange import catalogue_folder
from desktop.exchange.catalogue_check import check
from desktop.exchange.catalogue_draft import CatalogueDraft, Row
from desktop.exchange.fault import errors
from desktop.models.refusals import InputRefused

STARTER = paths.resources() / "catalogue"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(STARTER, tmp_path / "目录"))


def changed(sheet: str, index: int, **values: str) -> CatalogueDraft:
    draft = catalogue_folder.read(STARTER)
    rows: list[Row] = [dict(row) for row in draft.rows(sheet)]
    rows[index].update(values)
    return draft.with_sheet(sheet, rows)


def test_the_shipped_catalogue_has_no_fault() -> None:
    assert check(catalogue_folder.read(STARTER)) == ()


def test_any_counts_and_no_english_are_right() -> None:
    draft = catalogue_folder.read(STARTER)
    for sheet in ("measures", "categories", "actions"):
        rows = [
            {name: "" if name.endswith("_en") else value for name, value in row.items()} for row in draft.rows(sheet)
        ]
        draft = draft.with_sheet(sheet, rows)
    first = draft.rows("actions")[:1]
    draft = draft.with_sheet("actions", first).with_sheet("categories", draft.rows("categories")[:1])
    assert errors(check(draft)) == ()


@pytest.mark.parametrize(
    ("sheet", "values", "column", "code"),
    [
        ("actions", {"category": "C99"}, "category", "unknown_code"),
        ("actions", {"measures": "M17;M17"}, "measures", "repeated_code"),
        ("actions", {"measures": "M17;M99"}, "measures", "unknown_code"),
        ("actions", {"window_kinds": ""}, "window_kinds", "blank"),
        ("actions", {"code": "A01-02"}, "code", "twice"),
        ("actions", {"code": "A01@2"}, "code", "bad_code"),
        ("actions", {"title_zh": "紧急警情限时到场"}, "title_zh", "twice"),
        ("actions", {"title_zh": "长" * 201}, "title_zh", "too_long"),
        ("actions", {"text_zh": "长" * 4_001}, "text_zh", "too_long"),
        ("actions", {"promise_value": "五"}, "promise_value", "bad_number"),
        ("actions", {"promise_unit": "weeks"}, "promise_unit", "not_a_choice"),
        ("actions", {"promise_value": "3"}, "promise_value", "on_the_spot_is_zero"),
        ("actions", {"promise_basis": "none"}, "promise_value", "promise_without_basis"),
        ("actions", {"clock_from": ""}, "clock_from", "promise_incomplete"),
        ("actions", {"legal_value": "3"}, "legal_unit", "limit_incomplete"),
        ("actions", {"cadence": "hourly"}, "cadence", "not_a_choice"),
        ("actions", {"lead_dept": "D-XXX"}, "lead_dept", "unknown_code"),
        ("measures", {"audience": "all"}, "audience", "not_a_choice"),
        ("categories", {"name_zh": ""}, "name_zh", "blank"),
        ("units", {"parent": "S130902"}, "parent", "circle"),
        ("units", {"parent": "S130902"}, "parent", "one_root"),
        ("units", {"kind": "office"}, "kind", "not_a_choice"),
        ("windows", {"unit": "U1"}, "unit", "unknown_code"),
        ("windows", {"kind": "ZZZ"}, "kind", "unknown_code"),
        ("holidays_cn", {"date": "2021-02-30"}, "date", "bad_day"),
        ("holidays_cn", {"kind": "maybe"}, "kind", "not_a_choice"),
    ],
)
def test_a_broken_row_is_named_by_sheet_row_and_column(sheet: str, values: Row, column: str, code: str) -> None:
    faults = errors(check(changed(sheet, 0, **values)))
    found = [fault for fault in faults if (fault.sheet, fault.column, fault.code) == (sheet, column, code)]
    assert found
    assert found[0].row in (0, 2, 3)


@pytest.mark.parametrize(
    ("sheet", "values", "code"),
    [
        (
            "actions",
            {"promise_value": "6", "promise_unit": "day", "legal_value": "5", "legal_unit": "day"},
            "over_limit",
        ),
        ("actions", {"accept_zh": ""}, "blank"),
        ("actions", {"title_en": "接警"}, "chinese_in_english"),
        ("categories", {"code": "C77"}, "unused"),
        ("units", {"org_code": "1309"}, "bad_org_code"),
    ],
)
def test_what_is_only_doubtful_is_a_warning(sheet: str, values: Row, code: str) -> None:
    assert code in {fault.code for fault in check(changed(sheet, 0, **values)) if fault.is_warning}


def test_all_faults_are_listed_and_not_only_the_first() -> None:
    draft = catalogue_folder.read(STARTER)
    rows: list[Row] = [dict(row, category="X", cadence="Y", promise_value="Z") for row in draft.rows("actions")]
    found = errors(check(draft.with_sheet("actions", rows)))
    assert {fault.row for fault in found} >= set(range(2, 82))
    assert len([fault for fault in found if fault.code in {"unknown_code", "not_a_choice", "bad_number"}]) == 240


def test_a_fault_says_what_would_be_right() -> None:
    (fault,) = errors(check(changed("actions", 4, measures="M99")))
    assert (fault.row, fault.value, fault.facts["unknown"]) == (6, "M99", "M99")
    assert fault.facts["right"].startswith("M01; M02")


def test_sheets_left_out_refer_to_what_the_book_holds() -> None:
    draft = catalogue_folder.read(STARTER)
    for sheet in ("units", "windows", "window_kinds", "holidays_cn"):
        draft = draft.with_sheet(sheet, ())
    known = {sheet: catalogue_folder.read(STARTER).codes(sheet) for sheet in ("units", "window_kinds")}
    assert check(draft, known) == ()
    assert {fault.sheet for fault in errors(check(draft)) if fault.code == "sheet_empty"} == {"units", "window_kinds"}


def edit(folder: Path, name: str, change: Callable[[str], str], encoding: str = "utf-8") -> None:
    path = folder / name
    path.write_bytes(change(path.read_text(encoding="utf-8")).encode(encoding))


def test_content_does_not_depend_on_line_ends_marks_or_encoding(folder: Path) -> None:
    whole = catalogue_folder.read(folder).content
    edit(folder, "actions.csv", lambda text: text.replace("\n", "\r\n"), "utf-8-sig")
    edit(folder, "measures.csv", lambda text: text, "gb18030")
    edit(folder, "units.csv", lambda text: text + "\n\n")
    draft = catalogue_folder.read(folder)
    assert draft.content == whole
    assert check(draft) == ()


def test_content_does_not_depend_on_the_order_of_columns_but_on_every_word(folder: Path) -> None:
    whole = catalogue_folder.read(folder).content
    with (folder / "categories.csv").open(encoding="utf-8", newline="") as file:
        rows = [list(reversed(row)) for row in csv.reader(file)]
    with (folder / "categories.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    assert catalogue_folder.read(folder).content == whole
    edit(folder, "categories.csv", lambda text: text.replace("窗口服务", "窗口服务。"))
    assert catalogue_folder.read(folder).content != whole


def test_chinese_heads_full_width_codes_and_chinese_words_are_understood(folder: Path) -> None:
    whole = catalogue_folder.read(folder).content
    edit(folder, "categories.csv", lambda text: text.replace("code,name_zh", "编号,类别名称").replace("C01", "Ｃ０１ "))
    edit(folder, "measures.csv", lambda text: text.replace(",both,", ",群众和企业,"))
    edit(folder, "actions.csv", lambda text: text.replace(",JJT;PCS,", ",JJT；PCS,"))
    assert catalogue_folder.read(folder).content == whole


def test_faults_of_form_are_named(folder: Path) -> None:
    edit(folder, "categories.csv", lambda text: text.replace("name_zh", "名儿", 1) + "C90,多,more,90,starter,太多\n")
    found = {(fault.code, fault.row, fault.is_warning) for fault in catalogue_folder.read(folder).faults}
    assert found == {
        ("column_unknown", 1, True),
        ("column_missing", 1, False),
        ("no_column_for_cell", 18, False),
        ("count_differs", 0, True),
    }


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("manifest.json", b"{", "manifest_unreadable"),
        ("manifest.json", b"[]", "manifest_unreadable"),
        ("manifest.json", b"[" * 100_000, "manifest_unreadable"),
        ("manifest.json", json.dumps({"schema": 2}).encode(), "catalogue_newer"),
        ("actions.csv", b"\xff\xff\xff", "file_not_text"),
        ("actions.csv", b"code\n" + b"x" * (2 << 20), "table_unreadable"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_name(folder: Path, name: str, content: bytes, code: str) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(InputRefused) as refused:
        catalogue_folder.read(folder)
    assert refused.value.code == code


def test_a_folder_without_manifest_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        catalogue_folder.read(tmp_path)
    assert refused.value.code == "not_a_catalogue_folder"


def test_a_draft_written_and_read_again_says_the_same(tmp_path: Path) -> None:
    draft = catalogue_folder.read(STARTER)
    catalogue_folder.write(tmp_path / "aus", draft)
    again = catalogue_folder.read(tmp_path / "aus")
    assert again.content == draft.content
    assert check(again) == ()


def test_a_megabyte_in_one_cell_is_one_fault_and_quick(folder: Path) -> None:
    edit(folder, "categories.csv", lambda text: text.replace("窗口服务", "长" * 300_000))
    before = time.perf_counter()
    (fault,) = errors(check(catalogue_folder.read(folder)))
    assert (fault.code, fault.facts["length"]) == ("too_long", "300000")
    assert time.perf_counter() - before < 1
