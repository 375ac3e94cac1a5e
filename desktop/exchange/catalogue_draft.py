"""A catalogue on its way in: plain rows by sheet, as read, not yet believed."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.exchange import columns
from desktop.exchange.catalogue_form import EDITION, FORMS, Column, Form, Holds
from desktop.exchange.fault import Fault
from desktop.models.plain_text import clean, day
from desktop.models.refusals import InputRefused

Row = dict[str, str]
_LIST_MARKS = str.maketrans("、,|/\n", ";;;;;")


@dataclass(frozen=True, slots=True, eq=False)
class CatalogueDraft:
    """An edition to be. `sheets` holds rows in the column names of the CSV files, every known column present.

    `manifest` holds the columns of `catalogue_form.EDITION`; `places` the row number of each row in the file it came
    from; `faults` what was wrong with the files' form. `catalogue_check.check` finds the rest.
    """

    manifest: Row
    sheets: dict[str, tuple[Row, ...]]
    places: dict[str, tuple[int, ...]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def rows(self, sheet: str) -> tuple[Row, ...]:
        """Return the rows of a sheet, none when it is not there."""
        return self.sheets.get(sheet, ())

    def place(self, sheet: str, index: int) -> int:
        """Return the number a spreadsheet program shows for a row."""
        places = self.places.get(sheet, ())
        return places[index] if index < len(places) else index + 2

    def codes(self, sheet: str) -> frozenset[str]:
        """Return the codes of a sheet."""
        return frozenset(row["code"] for row in self.rows(sheet) if row.get("code"))

    @property
    def content(self) -> str:
        """The SHA-256 of what the draft says, in hex: order of files and columns, blanks and line ends do not count."""
        sheets = {name: [_told(row) for row in rows] for name, rows in self.sheets.items() if rows}
        told = {"manifest": _told(self.manifest), "sheets": sheets}
        text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    def with_sheet(self, sheet: str, rows: Sequence[Row]) -> "CatalogueDraft":
        """Return the draft with the rows of one sheet replaced."""
        places = {name: at for name, at in self.places.items() if name != sheet}
        return CatalogueDraft(self.manifest, {**self.sheets, sheet: tuple(rows)}, places, self.faults)

    def with_manifest(self, **values: str) -> "CatalogueDraft":
        """Return the draft with some values of the manifest replaced."""
        return CatalogueDraft({**self.manifest, **values}, self.sheets, self.places, self.faults)


def _told(row: Mapping[str, str]) -> Row:
    return {name: value for name, value in row.items() if value}


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as cells: its rows with the numbers a spreadsheet program shows."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def assemble(manifest: Mapping[str, str], sheets: Iterable[RawSheet], faults: Iterable[Fault] = ()) -> CatalogueDraft:
    """Make a draft of raw sheets: columns found by code or label, values in their plain form, faults of form noted."""
    found: list[Fault] = list(faults)
    rows: dict[str, tuple[Row, ...]] = {}
    places: dict[str, tuple[int, ...]] = {}
    for raw in sheets:
        form = FORMS[raw.name]
        heads, more = _heads(form, raw)
        found += more
        told = [(at, dict(zip(heads, cells, strict=False)), cells) for at, cells in raw.rows[1:] if any(cells)]
        found += [fault for at, _, cells in told for fault in _too_wide(raw.name, at, cells, len(heads))]
        rows[raw.name] = tuple(plain_row(form, row) for _, row, _ in told)
        places[raw.name] = tuple(at for at, _, _ in told)
    return CatalogueDraft(plain_row(EDITION, manifest), rows, places, tuple(found))


def _heads(form: Form, raw: RawSheet) -> tuple[list[str], list[Fault]]:
    """Return the column meant by each head (empty: none), and the faults: unknown, doubled, missing."""
    at, cells = raw.rows[0] if raw.rows else (1, ())
    known = columns.names(form.name)
    heads, faults = [], []
    for cell in cells:
        name = known.get(columns.folded(cell), "")
        if name in heads and name:
            faults.append(Fault(form.name, at, name, cell, "column_twice"))
            name = ""
        elif cell and not name:
            faults.append(Fault(form.name, at, cell, cell, "column_unknown", is_warning=True))
        heads.append(name)
    missing = [column.name for column in form.columns if column.needed and column.name not in heads]
    faults += [Fault(form.name, at, name, "", "column_missing") for name in missing]
    return heads, faults


def _too_wide(sheet: str, at: int, cells: tuple[str, ...], width: int) -> list[Fault]:
    return [Fault(sheet, at, "", cell, "no_column_for_cell") for cell in cells[width:] if cell]


def plain_row(form: Form, row: Mapping[str, str]) -> Row:
    """Return a row with every column of its form, each value in its plain form."""
    return {column.name: plain_value(column, row.get(column.name, "")) for column in form.columns}


def _plain_day(text: str) -> str:
    """Return a day as ISO text, what is no day as it was typed: the check will name it."""
    try:
        return day(text).isoformat()
    except InputRefused:
        return text


def plain_value(column: Column, value: str) -> str:
    """Return a value cleaned; codes, numbers, days and words of a list also in ASCII width and as their code."""
    text = clean(value).strip()
    if not column.is_token:
        return text
    text = unicodedata.normalize("NFKC", text).strip()
    if column.holds is Holds.CODES:
        return ";".join(filter(None, text.translate(_LIST_MARKS).replace(" ", ";").split(";")))
    if column.holds is Holds.DAY:
        return _plain_day(text)
    if column.holds is Holds.CHOICE:
        return columns.choices(column.name).get(columns.folded(text), text)
    return text
