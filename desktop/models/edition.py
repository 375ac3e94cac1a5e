"""An edition of the catalogue as journal entries of a pseudo-device: byte-equal in every book that imports it."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from desktop.models.clock import BEIJING, stamp
from desktop.models.journal import Entry, Line
from desktop.models.records import KINDS

PSEUDO = "cat-"
"""How the device of an edition begins: its stamps are the manifest's day, no reading of any clock."""

Sheet = Sequence[Mapping[str, str]]

_SHEETS = (
    ("categories", "category", "code"),
    ("measures", "measure", "code"),
    ("actions", "action", "id"),
    ("window_kinds", "window_kind", "code"),
    ("units", "unit", "code"),
    ("windows", "window", "code"),
    ("holidays_cn", "holiday", "date"),
)
"""Sheet, kind of record, and the column that identifies a row. The order is part of the format."""

_OF_EDITION = frozenset({"category", "measure", "action"})


@dataclass(frozen=True, slots=True)
class EditionSource:
    """What is imported: the manifest's words and the plain rows of each sheet in the column names of the catalogue.

    `version` is the edition's id, `compiled` the day of its stamps, `from_day` the first day on which it is in force.
    Rows of `actions` may carry `id` (born once, never reused; the code where absent) and `came_from` (`;`-separated).
    """

    version: str
    title_zh: str
    title_en: str
    origin: str
    compiled: date
    from_day: date
    source: str
    number: str
    sheets: Mapping[str, Sheet]

    @property
    def sha256(self) -> str:
        """SHA-256 of everything above in canonical JSON, rows and columns in fixed order."""
        sheets = {name: [dict(sorted(row.items())) for row in self.sheets.get(name, ())] for name, _, _ in _SHEETS}
        words = [self.version, self.title_zh, self.title_en, self.origin, self.source, self.number]
        whole = [*words, self.compiled.isoformat(), self.from_day.isoformat(), sheets]
        text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


def device_of(source: EditionSource) -> str:
    """Return the pseudo-device: `cat-` and sixteen hex digits of the content's SHA-256."""
    return f"{PSEUDO}{source.sha256[:16]}"


def entries_of(source: EditionSource) -> list[Entry]:
    """Return the edition as entries: one for the edition itself, one for each sheet that has rows."""
    device = device_of(source)
    midnight = datetime.combine(source.compiled, time(0), BEIJING).astimezone(UTC)
    groups = [_head(source), *(tuple(_lines(source, *sheet)) for sheet in _SHEETS)]
    return [
        Entry(
            device, seq, stamp(midnight, seq - 1, device), source.compiled.isoformat(), "catalogue", source.version,
            "bureau", "", lines=lines,
        )
        for seq, lines in enumerate(filter(None, groups), 1)
    ]  # fmt: skip


def _head(source: EditionSource) -> tuple[Line, ...]:
    words = {
        "title_zh": source.title_zh, "title_en": source.title_en, "origin": source.origin, "source": source.source,
        "number": source.number, "from_day": source.from_day.isoformat(),
    }  # fmt: skip
    record = f"edition:{source.version}"
    return tuple(Line(record, name, None, None, value) for name, value in words.items() if value)


def _lines(source: EditionSource, sheet: str, kind: str, key: str) -> Iterator[Line]:
    fields = frozenset(KINDS[kind].fields)
    for at, row in enumerate(source.sheets.get(sheet, ()), 1):
        identity = row.get(key) or row["code"]
        values = {name: value for name, value in row.items() if name in fields and value}
        if "sort" in fields:
            values["sort"] = str(at)
        if kind in _OF_EDITION:
            values["edition"] = source.version
        if kind == "action":
            values["action"] = identity
        record = f"{kind}:{source.version}/{identity}" if kind in _OF_EDITION else f"{kind}:{identity}"
        yield from (Line(record, name, None, None, value) for name, value in sorted(values.items()))
