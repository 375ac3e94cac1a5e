"""Editions as files, made for tests: the small catalogue in the files' form, with some words changed."""

from pathlib import Path

from desktop.exchange import catalogue_folder
from desktop.exchange.catalogue_draft import CatalogueDraft, Row, plain_row
from desktop.exchange.catalogue_form import EDITION, FORMS
from tests import books
from tests.views.seat import ACTIONS, WINDOWS

_WORDS = {"version": "test-2", "title_zh": "第二版目录", "origin": "starter", "compiled": "2026-08-20"}
_BLANKS = {
    "actions": {"text_zh": "照此办理", "promise_basis": "none", "lead_dept": "BUREAU", "accept_zh": "有记录"},
    "measures": {"text_zh": "便民", "audience": "both", "lead_dept": "BUREAU"},
}


def draft(**words: str) -> CatalogueDraft:
    """Return the small catalogue as a new edition."""
    sheets = books.source(ACTIONS, WINDOWS).sheets
    rows = {name: tuple(_row(name, dict(row)) for row in sheet) for name, sheet in sheets.items()}
    return CatalogueDraft(plain_row(EDITION, {**_WORDS, **words}), rows)


def _row(sheet: str, row: Row) -> Row:
    return plain_row(FORMS[sheet], {**_BLANKS.get(sheet, {}), **row})


def folder(at: Path, told: CatalogueDraft | None = None) -> Path:
    """Write it as a catalogue folder."""
    catalogue_folder.write(at, told or draft())
    return at
