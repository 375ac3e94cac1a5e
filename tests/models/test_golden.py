"""Format 1 for ever: canonical bytes, contents and digests of frozen entries. If one of these fails, mend the code."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from desktop.models import journal
from desktop.models.edition import EditionSource, device_of, entries_of
from desktop.models.journal import Entry, Evidence, Line
from tests.books import source

HERE = Path(__file__).parent / "golden"


def _entry(told: dict[str, Any]) -> Entry:
    lines = tuple(Line(**{**line, "base": tuple(line["base"]) if line["base"] else None}) for line in told.pop("lines"))
    return Entry(**{**told, "evidence": tuple(Evidence(**one) for one in told["evidence"]), "lines": lines})


@pytest.mark.parametrize("path", sorted(HERE.glob("entry-*.json")), ids=lambda path: path.stem)
def test_an_entry_of_format_1_is_hashed_as_on_the_day_it_was_frozen(path: Path) -> None:
    frozen = json.loads(path.read_text(encoding="utf-8"))
    entry = _entry(frozen["entry"])
    assert journal.canonical(entry).decode() == frozen["canonical"]
    assert entry.content == frozen["content"]
    assert journal.chain(frozen["previous"], entry.content) == frozen["digest"]


def test_the_order_of_lines_in_memory_changes_nothing() -> None:
    entry = _entry(json.loads((HERE / "entry-full.json").read_text(encoding="utf-8"))["entry"])
    assert replace(entry, lines=tuple(reversed(entry.lines))).content == entry.content


def test_an_edition_gives_the_same_entries_in_every_book() -> None:
    frozen = json.loads((HERE / "edition.json").read_text(encoding="utf-8"))
    made = source()
    assert made.sha256 == frozen["sha256"]
    assert device_of(made) == frozen["device"]
    assert [entry.stamp for entry in entries_of(made)] == frozen["stamps"]
    assert [entry.content for entry in entries_of(made)] == frozen["contents"]


def test_an_edition_depends_on_its_words_and_not_on_the_order_of_columns() -> None:
    one = source()
    turned = EditionSource(
        one.version, one.title_zh, one.title_en, one.origin, one.compiled, one.from_day, one.source, one.number,
        {name: [dict(reversed(list(row.items()))) for row in rows] for name, rows in one.sheets.items()},
    )  # fmt: skip
    assert turned.sha256 == one.sha256


def frozen(entry: Entry, previous: str) -> dict[str, Any]:
    """Return what a golden file holds; used once, when a format is born."""
    return {
        "entry": asdict(entry), "previous": previous, "canonical": journal.canonical(entry).decode(),
        "content": entry.content, "digest": journal.chain(previous, entry.content),
    }  # fmt: skip
