"""The names of sheets and columns as people write them: the code, the Chinese or the English label."""

import csv
import unicodedata
from functools import cache

from desktop import i18n, paths


@cache
def _labels() -> dict[tuple[str, str], tuple[str, str]]:
    with (paths.resources() / "exchange" / "columns.csv").open(encoding="utf-8", newline="") as file:
        return {(row["sheet"], row["column"]): (row["label_zh"], row["label_en"]) for row in csv.DictReader(file)}


def folded(text: str) -> str:
    """Return a name without spaces, case and width, so that two ways of typing it are equal."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def label(sheet: str, column: str = "") -> str:
    """Return the label of a column, or of the sheet itself, in the language in use."""
    zh, en = _labels().get((sheet, column), (column or sheet, column or sheet))
    return i18n.either(zh, en)


@cache
def names(sheet: str) -> dict[str, str]:
    """Return every way of writing a column of a sheet, folded, with the column it means."""
    found: dict[str, str] = {}
    for (of, column), labels in _labels().items():
        if of == sheet and column:
            found |= {folded(word): column for word in (column, *labels)}
    return found


@cache
def sheet_names() -> dict[str, str]:
    """Return every way of writing the name of a sheet, folded, with the sheet it means."""
    found: dict[str, str] = {}
    for (sheet, column), labels in _labels().items():
        if not column:
            found |= {folded(word): sheet for word in (sheet, *labels)}
    return found


@cache
def _choices() -> tuple[dict[str, str], ...]:
    with (paths.resources() / "exchange" / "choices.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def choices(column: str) -> dict[str, str]:
    """Return every way of writing a word of a column, folded, with the code it means."""
    rows = [row for row in _choices() if row["column"] == column]
    return {folded(row[way]): row["code"] for row in rows for way in ("code", "label_zh", "label_en")}


def choice_label(column: str, code: str) -> str:
    """Return the label of a word in the language in use; the code itself where it has none."""
    found = next((row for row in _choices() if (row["column"], row["code"]) == (column, code)), None)
    return i18n.either(found["label_zh"], found["label_en"]) if found else code
