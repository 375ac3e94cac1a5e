"""Read a catalogue from one workbook whose sheets are those of the catalogue folder, plus a sheet for the edition."""

from pathlib import Path

from desktop.exchange import columns, workbook_guard
from desktop.exchange.catalogue_draft import CatalogueDraft, RawSheet, assemble
from desktop.exchange.fault import Fault
from desktop.exchange.workbook_guard import Sheet
from desktop.models.refusals import InputRefused


def read(path: Path) -> CatalogueDraft:
    """Return the draft of a workbook, its faults of form within. Sheets and columns go by code or by label.

    Raises InputRefused as `workbook_guard.read` does, and `workbook_without_catalogue` when no sheet has a known name.
    """
    sheets = workbook_guard.read(path)
    named: dict[str, Sheet] = {}
    faults = []
    for sheet in sheets:
        name = columns.sheet_names().get(columns.folded(sheet.name))
        if name is None or name in named:
            code = "sheet_unknown" if name is None else "sheet_twice"
            faults.append(Fault(sheet.name, 0, "", sheet.name, code, is_warning=name is None))
        else:
            named[name] = sheet
    if not named:
        raise InputRefused("workbook_without_catalogue", name=path.name)
    edition = named.pop("edition", None)
    raw = [RawSheet(name, tuple(enumerate(sheet.rows, 1))) for name, sheet in named.items()]
    return assemble(_manifest(edition), raw, faults)


def _manifest(sheet: Sheet | None) -> dict[str, str]:
    """Return the values of the edition's sheet: a name in the first column, its value in the second."""
    known = columns.names("edition")
    rows = sheet.rows if sheet else ()
    named = {known.get(columns.folded(row[0]), ""): row[1] for row in rows if len(row) > 1}
    named.pop("", None)
    return named
