"""Read a catalogue from a folder of CSV files with a manifest.json, and write one."""

import csv
import io
import json
from pathlib import Path

from desktop.exchange.catalogue_draft import CatalogueDraft, RawSheet, assemble
from desktop.exchange.catalogue_form import EDITION, FORMS
from desktop.exchange.fault import Fault
from desktop.models.refusals import InputRefused

_LARGEST = 16 << 20
_MOST_ROWS = 200_000
_SCHEMA = 1
_WIDEST = 1 << 20


def read(folder: Path) -> CatalogueDraft:
    """Return the draft of a folder, its faults of form within.

    Files are UTF-8, with or without byte order mark, or GB 18030; any line ends. Raises InputRefused
    `not_a_catalogue_folder`, `file_unreadable`, `file_too_big`, `file_not_text`, `manifest_unreadable`,
    `catalogue_newer`, `table_unreadable` or `too_many_rows`.
    """
    if not (folder / "manifest.json").is_file():
        raise InputRefused("not_a_catalogue_folder", name=folder.name)
    manifest = _manifest(folder / "manifest.json")
    sheets, faults = [], []
    for name in FORMS:
        path = folder / f"{name}.csv"
        if not path.is_file():
            continue
        raw = _sheet(name, path)
        sheets.append(raw)
        faults += _count(manifest, raw)
    values = {column.name: _text(manifest.get(column.name)) for column in EDITION.columns}
    return assemble(values, sheets, faults)


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _content(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputRefused("file_too_big", name=path.name, limit=_LARGEST >> 20)
        raw = path.read_bytes()
    except OSError as error:
        raise InputRefused("file_unreadable", name=path.name, why=error.strerror or "") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputRefused("file_not_text", name=path.name)


def _manifest(path: Path) -> dict[str, object]:
    try:
        manifest = json.loads(_content(path))
    except (ValueError, RecursionError) as error:
        raise InputRefused("manifest_unreadable", name=path.name) from error
    if not isinstance(manifest, dict):
        raise InputRefused("manifest_unreadable", name=path.name)
    schema = manifest.get("schema", _SCHEMA)
    if not isinstance(schema, int) or schema > _SCHEMA:
        raise InputRefused("catalogue_newer", name=path.parent.name, schema=schema, known=_SCHEMA)
    return manifest


def _sheet(name: str, path: Path) -> RawSheet:
    csv.field_size_limit(_WIDEST)
    reader = csv.reader(io.StringIO(_content(path), newline=""))
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        for cells in reader:
            if len(rows) >= _MOST_ROWS:
                raise InputRefused("too_many_rows", name=path.name, limit=_MOST_ROWS)
            rows.append((len(rows) + 1, tuple(cells)))
    except csv.Error as error:
        raise InputRefused("table_unreadable", name=path.name, line=reader.line_num) from error
    return RawSheet(name, tuple(rows))


def _count(manifest: dict[str, object], raw: RawSheet) -> list[Fault]:
    """Warn of a count that differs from the manifest's: the copy may be torn, or somebody added a row by hand."""
    counts = manifest.get("rows")
    told = counts.get(f"{raw.name}.csv") if isinstance(counts, dict) else None
    found = sum(any(cells) for _, cells in raw.rows[1:])
    if told is None or told == found:
        return []
    return [Fault(raw.name, 0, "", str(found), "count_differs", {"told": str(told)}, is_warning=True)]


def write(folder: Path, draft: CatalogueDraft) -> None:
    """Write a draft as a catalogue folder: UTF-8 without mark, LF, the columns of the form. The folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = {f"{name}.csv": len(rows) for name, rows in draft.sheets.items() if rows}
    manifest = {**draft.manifest, "schema": _SCHEMA, "rows": counts}
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (folder / "manifest.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    for name, rows in draft.sheets.items():
        if rows:
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, [column.name for column in FORMS[name].columns], lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
