import re
import time
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from desktop import i18n, paths, texts
from desktop.exchange import catalogue_folder, catalogue_workbook, spreadsheet
from desktop.exchange.catalogue_check import check
from desktop.exchange.catalogue_template import template
from desktop.exchange.fault import errors
from desktop.models import totals
from desktop.models.board import Board
from desktop.models.board_cut import cut
from desktop.models.commitment import Commitment
from desktop.models.refusals import InputRefused
from desktop.models.vocabulary import Status
from tests.sample import sample_board


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    yield
    i18n.use(i18n.DEFAULT)


def commitments(board: Board, officer: str = "张三") -> list[Commitment]:
    cells = [board.cell(r, c) for r in range(len(board.actions)) for c in range(len(board.windows))]
    day = date(2026, 9, 30)
    return [
        Commitment(one.id, one.action.id, one.window.id, one.status, day, officer, "", day, None, None, None, "",
                   one.lamps, one.marks)
        for one in cells if one
    ]  # fmt: skip


def exported(path: Path, board: Board, officer: str = "张三") -> dict[str, Worksheet]:
    spreadsheet.write(path, board, commitments(board, officer))
    book = openpyxl.load_workbook(path)
    return {sheet.title: sheet for sheet in book.worksheets}


def lines(sheet: Worksheet, first: int = 5) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=first)]


def test_every_sheet_says_as_of_when_from_which_catalogue_and_that_it_is_not_official(tmp_path: Path) -> None:
    board = sample_board()
    sheets = exported(tmp_path / "a.xlsx", board)
    assert list(sheets) == ["说明", "落实矩阵", "明细", "汇总"]
    for sheet in sheets.values():
        assert sheet["A1"].value == board.catalogue.edition.title_zh
        assert sheet["A2"].value == "截至 2026-11-20 · 已收到第1234笔 · 目录starter-2026.11 · 起始目录，非官方文本"
    official = replace(
        board, catalogue=replace(board.catalogue, edition=replace(board.catalogue.edition, origin="official"))
    )
    assert spreadsheet.about(official)[3] == "官方文本"


def test_the_board_holds_every_state_where_it_stands(tmp_path: Path) -> None:
    board = sample_board()
    sheet = exported(tmp_path / "a.xlsx", board)["落实矩阵"]
    assert [cell.value for cell in sheet[4]][3:] == [window.name_zh for window in board.windows]
    for row, values in enumerate(lines(sheet)):
        assert values[1] == board.actions[row].code
        for column, value in enumerate(values[3:]):
            cell = board.cell(row, column)
            assert str(value or "").partition(" ")[0] == (texts.status(cell.status) if cell else "")


def test_figures_are_numbers_and_those_of_the_program(tmp_path: Path) -> None:
    board = sample_board()
    sheets = exported(tmp_path / "a.xlsx", board)
    whole = totals.whole(board)
    about = {row[0]: row[1:4] for row in lines(sheets["说明"])}
    assert about["落实率"] == (int(whole.in_place / whole.applicable * 1000) / 1000, whole.in_place, whole.applicable)
    assert about["核验率"][1:] == (whole.counts[Status.VERIFIED], whole.applicable)
    rows = lines(sheets["汇总"])
    assert rows[0][0] == "合计"
    assert rows[0][2] == whole.applicable
    by_category = [row for row in rows if row[0] == "按类别"]
    assert len(by_category) == 16
    assert sum(int(str(row[2])) for row in by_category) == whole.applicable
    assert {type(value) for row in rows for value in row[2:]} <= {int, float, type(None)}


def test_the_list_has_every_commitment_with_real_days(tmp_path: Path) -> None:
    board = sample_board()
    sheet = exported(tmp_path / "a.xlsx", board)["明细"]
    assert sheet.max_row - 4 == totals.whole(board).applicable + totals.whole(board).not_applicable == 724
    assert sheet["I5"].is_date


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "+1", "-1", "@x", "http://x", "0012"])
def test_text_stays_text_whatever_it_begins_with(tmp_path: Path, text: str) -> None:
    sheet = exported(tmp_path / "a.xlsx", cut(sample_board(), {"A01-01"}), text)["明细"]
    cell = sheet["J5"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_control_characters_go_and_rare_characters_stay(tmp_path: Path) -> None:
    sheet = exported(tmp_path / "a.xlsx", cut(sample_board(), {"A01-01"}), "张\0\x0b\u202e𠮷\ud800\ufffe")["明细"]
    assert sheet["J5"].value == "张𠮷"


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    board = sample_board()
    for name in ("a.xlsx", "b.xlsx"):
        spreadsheet.write(tmp_path / name, board, commitments(board))
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert b"2026-11-20T00:00:00Z" in archive.read("docProps/core.xml")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx"]


def test_a_part_of_the_board_has_the_figures_of_that_part(tmp_path: Path) -> None:
    board = sample_board()
    part = cut(board, windows={"W003"})
    assert len(part.actions) == 80
    assert part.windows == (board.catalogue.windows["W003"],)
    sheet = exported(tmp_path / "a.xlsx", part)["汇总"]
    (tally,) = [group for group in totals.by_window(board).groups if group.key == "W003"]
    assert lines(sheet)[0][2] == tally.applicable


def test_in_english_no_chinese_is_left(tmp_path: Path) -> None:
    i18n.use("en")
    sheets = exported(tmp_path / "a.xlsx", sample_board(), "Smith")
    assert list(sheets) == ["Reading notes", "Board", "List", "Totals"]
    words = [str(cell.value) for sheet in sheets.values() for row in sheet.iter_rows() for cell in row if cell.value]
    assert [word for word in words if re.search(r"[\u3400-\u9fff]", word)] == []


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused) as refused:
        spreadsheet.write(tmp_path / "none" / "a.xlsx", sample_board(), [])
    assert refused.value.code == "file_unwritable"


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_template_filled_with_the_catalogue_reads_back_the_same(tmp_path: Path, tongue: str) -> None:
    i18n.use(tongue)
    draft = catalogue_folder.read(paths.resources() / "catalogue")
    template(tmp_path / "t.xlsx", draft)
    again = catalogue_workbook.read(tmp_path / "t.xlsx")
    assert again.content == draft.content
    assert check(again) == ()


def test_a_blank_template_names_every_column_and_asks_for_rows(tmp_path: Path) -> None:
    template(tmp_path / "t.xlsx")
    draft = catalogue_workbook.read(tmp_path / "t.xlsx")
    assert draft.faults == ()
    assert {fault.code for fault in errors(check(draft))} == {"blank", "sheet_empty"}


def test_a_workbook_of_other_sheets_is_no_catalogue(tmp_path: Path) -> None:
    board = sample_board()
    spreadsheet.write(tmp_path / "a.xlsx", board, [])
    with pytest.raises(InputRefused) as refused:
        catalogue_workbook.read(tmp_path / "a.xlsx")
    assert refused.value.code == "workbook_without_catalogue"


def test_thousands_of_commitments_are_written_in_a_few_seconds(tmp_path: Path) -> None:
    board = sample_board(150)
    before = time.perf_counter()
    spreadsheet.write(tmp_path / "a.xlsx", board, commitments(board))
    assert time.perf_counter() - before < 10
