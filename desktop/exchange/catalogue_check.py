"""Check a draft of a catalogue: every fault with sheet, row, column, value and what would be right."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from desktop.exchange import catalogue_promise
from desktop.exchange.catalogue_draft import CatalogueDraft, Row
from desktop.exchange.catalogue_form import EDITION, FORMS, Column, Form, Holds
from desktop.exchange.fault import Fault
from desktop.models import plain_text
from desktop.models.refusals import InputRefused

Known = Mapping[str, Collection[str]]
"""Codes that the book holds already, by sheet: what a draft without that sheet may refer to."""

TITLE_LIMIT = 200
_CODE = re.compile(r"[A-Za-z0-9\u3400-\u9fff](?:[A-Za-z0-9\u3400-\u9fff._-]{0,38}[A-Za-z0-9\u3400-\u9fff])?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ORGANISATION = re.compile(r"[0-9]{12}")
_SHOWN = 12


def check(draft: CatalogueDraft, known: Known | None = None) -> tuple[Fault, ...]:
    """Return all faults of a draft, those of form first. Any counts and empty English are right.

    `known` names what the book holds for sheets that the draft leaves out; a first import leaves it empty.
    """
    held = known or {}
    faults = [*draft.faults, *_edition(draft.manifest), *_missing_sheets(draft, held)]
    for name in draft.sheets:
        faults += _sheet(draft, FORMS[name], held)
    faults += [*_tree(draft), *_unused(draft)]
    return tuple(faults)


def _edition(manifest: Row) -> Iterator[Fault]:
    for column in EDITION.columns:
        yield from _value(EDITION.name, 0, column, manifest.get(column.name, ""), {})
    if manifest.get("origin") == "official" and not manifest.get("source"):
        yield Fault(EDITION.name, 0, "source", "", "source_wanted", is_warning=True)


def _missing_sheets(draft: CatalogueDraft, held: Known) -> Iterator[Fault]:
    for form in FORMS.values():
        if form.needed and not draft.rows(form.name):
            yield Fault(form.name, 0, "", "", "sheet_empty")
    for name in ("window_kinds", "units"):
        if not draft.rows(name) and not held.get(name):
            yield Fault(name, 0, "", "", "sheet_empty")


def _sheet(draft: CatalogueDraft, form: Form, held: Known) -> Iterator[Fault]:
    allowed = {of: _allowed(draft, of, held) for column in form.columns for of in column.of if of in FORMS}
    for index, row in enumerate(draft.rows(form.name)):
        at = draft.place(form.name, index)
        for column in form.columns:
            yield from _value(form.name, at, column, row.get(column.name, ""), allowed)
        yield from _row(form.name, at, row)
    for name in form.unique:
        yield from _doubles(draft, form.name, name, is_warning=False)
    if "title_en" in {column.name for column in form.columns}:
        yield from _doubles(draft, form.name, "title_en", is_warning=True)


def _allowed(draft: CatalogueDraft, sheet: str, held: Known) -> tuple[str, ...]:
    own = draft.codes(sheet)
    return tuple(sorted(own or held.get(sheet, ())))


def _value(sheet: str, at: int, column: Column, value: str, allowed: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    if not value:
        if column.needed or column.wanted:
            yield Fault(sheet, at, column.name, "", "blank", is_warning=not column.needed)
        return
    found = _held(column, value, allowed)
    if found is not None:
        code, facts = found
        yield Fault(sheet, at, column.name, value, code, facts)
    elif not column.is_token:
        yield from _language(sheet, at, column, value)


def _held(column: Column, value: str, allowed: Mapping[str, tuple[str, ...]]) -> tuple[str, dict[str, str]] | None:
    """Return code and facts of what is wrong with a value by what its column holds, None when it is right."""
    match column.holds:
        case Holds.CODE:
            return None if _CODE.fullmatch(value) else ("bad_code", {})
        case Holds.NUMBER:
            return None if value.isascii() and value.isdigit() and len(value) <= 6 else ("bad_number", {})
        case Holds.CHOICE:
            return None if value in column.of else ("not_a_choice", {"right": "; ".join(column.of)})
        case Holds.CODES:
            return _codes(column, value, allowed)
        case Holds.DAY:
            return _day(value)
        case _:
            limit = TITLE_LIMIT if column.holds is Holds.TITLE else plain_text.NOTE_LIMIT
            return ("too_long", {"limit": str(limit), "length": str(len(value))}) if len(value) > limit else None


def _codes(column: Column, value: str, allowed: Mapping[str, tuple[str, ...]]) -> tuple[str, dict[str, str]] | None:
    parts = value.split(";")
    if len(parts) != len(set(parts)):
        return "repeated_code", {}
    right = allowed.get(column.of[0]) if column.of else None
    unknown = [part for part in parts if right is not None and part not in right]
    if not unknown:
        return None
    shown = "; ".join((right or ())[:_SHOWN]) + (" …" if len(right or ()) > _SHOWN else "")
    return "unknown_code", {"unknown": "; ".join(unknown), "sheet": column.of[0], "right": shown}


def _day(value: str) -> tuple[str, dict[str, str]] | None:
    try:
        plain_text.day(value)
    except InputRefused as refused:
        return "bad_day", {"right": str(refused.facts["right"])}
    return None


def _language(sheet: str, at: int, column: Column, value: str) -> Iterator[Fault]:
    has_han = bool(_HAN.search(value))
    if column.name.endswith("_zh") and not has_han:
        yield Fault(sheet, at, column.name, value, "no_chinese", is_warning=True)
    if column.name.endswith("_en") and has_han:
        yield Fault(sheet, at, column.name, value, "chinese_in_english", is_warning=True)


def _row(sheet: str, at: int, row: Row) -> Iterator[Fault]:
    if sheet == "actions":
        yield from catalogue_promise.faults(at, row)
    if sheet == "units" and (code := row["org_code"]) and not _ORGANISATION.fullmatch(code):
        yield Fault(sheet, at, "org_code", code, "bad_org_code", is_warning=True)


def _doubles(draft: CatalogueDraft, sheet: str, column: str, *, is_warning: bool) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for index, row in enumerate(draft.rows(sheet)):
        value, at = row.get(column, ""), draft.place(sheet, index)
        if value and value in first:
            yield Fault(sheet, at, column, value, "twice", {"first": str(first[value])}, is_warning=is_warning)
        first.setdefault(value, at)


def _tree(draft: CatalogueDraft) -> Iterator[Fault]:
    """Yield what breaks the tree of units: no root or several, and units that lie under themselves."""
    parents = {row["code"]: row["parent"] for row in draft.rows("units")}
    if not parents:
        return
    roots = [code for code, parent in parents.items() if not parent]
    if len(roots) != 1:
        yield Fault("units", 0, "parent", "; ".join(roots), "one_root")
    for index, row in enumerate(draft.rows("units")):
        if _lies_under_itself(row["code"], parents):
            yield Fault("units", draft.place("units", index), "parent", row["parent"], "circle")


def _lies_under_itself(code: str, parents: Mapping[str, str]) -> bool:
    here = parents.get(code, "")
    for _ in parents:
        if not here or here == code:
            return bool(here)
        here = parents.get(here, "")
    return False


def _unused(draft: CatalogueDraft) -> Iterator[Fault]:
    """Warn of measures, categories and kinds of windows that no action names."""
    for sheet, column in (("measures", "measures"), ("categories", "category"), ("window_kinds", "window_kinds")):
        used = Counter(part for row in draft.rows("actions") for part in row[column].split(";"))
        for index, row in enumerate(draft.rows(sheet)):
            if row["code"] and not used[row["code"]]:
                yield Fault(sheet, draft.place(sheet, index), "code", row["code"], "unused", is_warning=True)
