"""Long lists as workbooks and as CSV: text stays text, nothing half made is left."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.exchange import long_list
from desktop.exchange.long_list import Heading
from desktop.models.refusals import InputRefused

HEADING = Heading("办件", ("编号", "申请人"), (20.0, 10.0), date(2026, 9, 1))
SLY = ("=1+1", "+8613800001234", "-5", "@SUM(A1)", "\t=2", "＝3", "W1-20260901-AB001", "'x", "")


def _rows() -> list[Sequence[str]]:
    return [(one, "张*") for one in SLY]


def test_every_cell_of_a_workbook_is_text_whatever_it_begins_with(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    assert long_list.write(path, HEADING, _rows()) == len(SLY)
    sheet = load_workbook(path)["办件"]
    assert [cell.value for cell in sheet[1]] == ["编号", "申请人"]
    found = [(row[0].value, row[0].data_type) for row in sheet.iter_rows(min_row=2)]
    assert [value or "" for value, _kind in found] == list(SLY)
    assert {kind for value, kind in found if value} == {"s"}
    assert sheet.freeze_panes == "B2"
    assert [file.name for file in tmp_path.iterdir()] == ["list.xlsx"]


def test_csv_begins_with_a_mark_for_spreadsheets_and_has_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    long_list.write(path, HEADING, _rows())
    assert path.read_bytes().startswith("\ufeff编号,申请人\r\n".encode())
    cells = [line.partition(",")[0] for line in path.read_text(encoding="utf-8-sig").splitlines()[1:]]
    assert cells == [f"'{one}" if one[:1] in "=+-@\t＝" and one else one for one in SLY]


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_what_is_stopped_leaves_nothing_and_the_former_file_stays(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("former")

    def stopped() -> Iterator[Sequence[str]]:
        yield ("1", "2")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        long_list.write(path, HEADING, stopped())
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert path.read_text() == "former"


def test_more_rows_than_a_worksheet_has_are_refused_and_csv_takes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_list, "MOST_ROWS", 3)
    with pytest.raises(InputRefused) as refused:
        long_list.write(tmp_path / "list.xlsx", HEADING, _rows())
    assert refused.value.code == "sheet_full"
    assert list(tmp_path.iterdir()) == []
    assert long_list.write(tmp_path / "list.csv", HEADING, _rows()) == len(SLY)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for name in ("list.xlsx", "list.csv"):
        with pytest.raises(InputRefused) as refused:
            long_list.write(tmp_path / "missing" / name, HEADING, _rows())
        assert refused.value.code == "file_unwritable"
