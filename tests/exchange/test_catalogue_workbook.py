"""A workbook with the sheets of the catalogue folder is a catalogue, with or without a sheet for the edition."""

import csv
from pathlib import Path

import openpyxl

from desktop import paths
from desktop.exchange import catalogue_check, catalogue_folder, catalogue_workbook
from desktop.exchange.catalogue_source import source
from desktop.exchange.fault import errors

_SHEETS = ("measures", "categories", "actions", "window_kinds", "units", "windows", "holidays_cn")


def _workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name in _SHEETS:
        sheet = book.create_sheet(name)
        with (paths.resources() / "catalogue" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                sheet.append(row)
    book.save(path)
    return path


def test_a_workbook_of_the_folders_sheets_alone_is_named_by_its_file(tmp_path: Path) -> None:
    draft = catalogue_workbook.read(_workbook(tmp_path / "便民目录.xlsx"))
    assert errors(catalogue_check.check(draft)) == ()
    edition = source(draft)
    assert (edition.title_zh, edition.origin) == ("便民目录", "starter")
    assert edition.version.startswith(f"xlsx-{edition.compiled}")
    assert draft.sheets == catalogue_folder.read(paths.resources() / "catalogue").sheets
