"""A blank workbook for a catalogue: the sheets and heads that `catalogue_workbook.read` understands, with choices."""

from datetime import date
from pathlib import Path
from typing import Any

from desktop.exchange import columns
from desktop.exchange.catalogue_draft import CatalogueDraft
from desktop.exchange.catalogue_form import EDITION, FORMS, Column, Form, Holds
from desktop.exchange.sheet_writer import SheetWriter, written
from desktop.i18n import _

_LAST_ROW = 2_000
_LEFT_OUT = frozenset({"edition_map"})
_BORN = date(2026, 1, 1)
_LONG = ("text_zh", "text_en", "accept_zh", "accept_en")


def template(path: Path, draft: CatalogueDraft | None = None) -> None:
    """Write the blank workbook in the language in use, or one filled with a draft. Raises `file_unwritable`."""
    with written(path, _("Blank catalogue"), _BORN) as writer:
        _edition(writer, draft)
        for form in FORMS.values():
            if form.name not in _LEFT_OUT:
                _sheet(writer, form, draft)


def _edition(writer: SheetWriter, draft: CatalogueDraft | None) -> None:
    sheet = writer.sheet(columns.label(EDITION.name), (18, 60))
    manifest = draft.manifest if draft else {}
    for at, column in enumerate(EDITION.columns):
        value = _shown(column, manifest.get(column.name, ""))
        writer.row(sheet, at, (columns.label(EDITION.name, column.name),), writer.head)
        sheet.write_string(at, 1, value, writer.wrapped)
        _choices(sheet, column, (at, 1, at, 1))


def _sheet(writer: SheetWriter, form: Form, draft: CatalogueDraft | None) -> None:
    widths = [44 if column.name in _LONG else 24 if column.holds is Holds.TITLE else 13 for column in form.columns]
    sheet = writer.sheet(columns.label(form.name), widths)
    writer.row(sheet, 0, (columns.label(form.name, column.name) for column in form.columns), writer.head)
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(form.columns):
        _choices(sheet, column, (1, at, _LAST_ROW, at))
    for at, row in enumerate(draft.rows(form.name) if draft else (), 1):
        writer.row(sheet, at, (_shown(column, row[column.name]) for column in form.columns), writer.wrapped)


def _shown(column: Column, value: str) -> str:
    return columns.choice_label(column.name, value) if value and column.holds is Holds.CHOICE else value


def _choices(sheet: Any, column: Column, cells: tuple[int, int, int, int]) -> None:  # noqa: ANN401 - no types there
    if column.holds is Holds.CHOICE:
        words = [columns.choice_label(column.name, code) for code in column.of]
        sheet.data_validation(*cells, {"validate": "list", "source": words, "error_type": "warning"})
