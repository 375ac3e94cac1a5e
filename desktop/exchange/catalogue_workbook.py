"""Read a catalogue from one workbook whose sheets are those of the catalogue folder, plus a sheet for the edition."""

from datetime import datetime
from pathlib import Path

from desktop.exchange import columns, workbook_guard
from desktop.exchange.catalogue_draft import CatalogueDraft, RawSheet, assemble
from desktop.exchange.fault import Fault
from desktop.exchange.workbook_guard import Sheet
from desktop.models.clock import BEIJING
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
    draft = assemble(_manifest(edition), raw, faults)
    return draft if edition is not None else _named_by_file(draft, path)


def _named_by_file(draft: CatalogueDraft, path: Path) -> CatalogueDraft:
    """Name an edition whose workbook has no sheet for it: by the file's name, its day and its content.

    It claims to be no official text; whoever knows better fills in the sheet.
    """
    day = datetime.fromtimestamp(path.stat().st_mtime, BEIJING).date().isoformat()
    return draft.with_manifest(
        version=f"xlsx-{day}-{draft.content[:6]}", title_zh=path.stem, origin="starter", compiled=day
    )


def _manifest(sheet: Sheet | None) -> dict[str, str]:
    """Return the values of the edition's sheet: a name in the first column, its value in the second."""
    known = columns.names("edition")
    rows = sheet.rows if sheet else ()
    named = {known.get(columns.folded(row[0]), ""): row[1] for row in rows if len(row) > 1}
    named.pop("", None)
    return named
