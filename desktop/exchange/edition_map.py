"""From one edition to the next: which action goes on as which. Proposed by likeness, corrected by people, checked.

An action's id is born once and never reused. What is the same or only reworded keeps its id; parts of a split action,
a merger and anything new are born with ids of their own, and what stood at the old windows is carried over to them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.exchange.catalogue_draft import Row
from desktop.exchange.fault import Fault
from desktop.exchange.likeness import bare, likeness, share

ENOUGH = 0.45
"""Likeness from which two actions are proposed as one."""
PART_ENOUGH = 0.6
"""Share of an action found in another one from which it is proposed as a part of it."""
_TITLE_WEIGHT = 0.5
_SHEET = "edition_map"


class Kind(StrEnum):
    """What became of an action."""

    SAME = "same"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    WITHDRAWN = "withdrawn"


KEEPS_ID = frozenset({Kind.SAME, Kind.REWORDED})


@dataclass(frozen=True, slots=True)
class MapRow:
    """One action of the new edition, or one withdrawn (then `code` and `id` are empty).

    `old`: ids it comes from; `code`: its printed code in the new edition; `id`: its lasting id; `likeness` 0 to 1.
    """

    kind: Kind
    old: tuple[str, ...]
    code: str
    id: str
    likeness: float


Links = Mapping[str, Sequence[str]]
"""For each code of the new edition the old ids it comes from."""


def alike(old: Row, new: Row) -> float:
    """Return how alike two actions are: titles count as much as texts, a missing text leaves the word to the title."""
    title = likeness(old["title_zh"], new["title_zh"])
    if not old.get("text_zh") or not new.get("text_zh"):
        return title
    return _TITLE_WEIGHT * title + (1 - _TITLE_WEIGHT) * likeness(old["text_zh"], new["text_zh"])


def propose(old: Sequence[Row], new: Sequence[Row], used: Collection[str] = ()) -> tuple[MapRow, ...]:
    """Propose the map between two editions.

    `old` rows carry `id` (the code where absent), `title_zh`, `text_zh`; `new` rows `code`, `title_zh`, `text_zh`.
    `used` names every id ever born, so that none is born again.
    """
    score = {(o, n): alike(before, after) for o, before in enumerate(old) for n, after in enumerate(new)}
    links: dict[int, list[int]] = {}
    free_old, free_new = set(range(len(old))), set(range(len(new)))
    for (o, n), value in sorted(score.items(), key=lambda item: (-item[1], item[0])):
        if value >= ENOUGH and o in free_old and n in free_new:
            links[n] = [o]
            free_old.discard(o)
            free_new.discard(n)
    _join_parts(old, new, links, free_old, free_new)
    named = {new[n]["code"]: [id_of(old[o]) for o in sorted(olds)] for n, olds in links.items()}
    return rows_of(named, old, new, used)


def _join_parts(
    old: Sequence[Row], new: Sequence[Row], links: dict[int, list[int]], free_old: set[int], free_new: set[int]
) -> None:
    """Link what is left over: a new action that is a part of an old one (split), an old one swallowed by a new one."""
    for n in sorted(free_new):
        value, o = max(((share(_words(new[n]), _words(row)), -o) for o, row in enumerate(old)), default=(0.0, 0))
        if value >= PART_ENOUGH:
            links[n] = [-o]
            free_old.discard(-o)
    for o in sorted(free_old):
        value, n = max(((share(_words(old[o]), _words(row)), -n) for n, row in enumerate(new)), default=(0.0, 0))
        if value >= PART_ENOUGH:
            links.setdefault(-n, []).append(o)


def _words(row: Row) -> str:
    return row["title_zh"] + row.get("text_zh", "")


def id_of(row: Row) -> str:
    """Return an action's lasting id: its code where the edition gives none."""
    return row.get("id") or row["code"]


def rows_of(links: Links, old: Sequence[Row], new: Sequence[Row], used: Collection[str] = ()) -> tuple[MapRow, ...]:
    """Return the map that links make: kinds and ids follow from them alone. This is also how people correct a map."""
    before = {id_of(row): row for row in old}
    parts: dict[str, int] = {}
    for row in new:
        for key in links.get(row["code"], ()):
            parts[key] = parts.get(key, 0) + 1
    born = {*used, *before}
    rows = []
    for row in new:
        olds = tuple(dict.fromkeys(key for key in links.get(row["code"], ()) if key in before))
        kind = _kind(row, [before[key] for key in olds], is_part=any(parts[key] > 1 for key in olds))
        key = olds[0] if kind in KEEPS_ID else _newborn(row["code"], born)
        born.add(key)
        value = max((alike(before[o], row) for o in olds), default=0.0)
        rows.append(MapRow(kind, olds, row["code"], key, round(value, 3)))
    gone = (MapRow(Kind.WITHDRAWN, (key,), "", "", 0.0) for key in before if key not in parts)
    return (*rows, *gone)


def _kind(row: Row, olds: list[Row], *, is_part: bool) -> Kind:
    if not olds:
        return Kind.NEW
    if len(olds) > 1:
        return Kind.MERGED
    if is_part:
        return Kind.SPLIT
    same = all(bare(row.get(name, "")) == bare(olds[0].get(name, "")) for name in ("title_zh", "text_zh"))
    return Kind.SAME if same else Kind.REWORDED


def _newborn(code: str, born: Collection[str]) -> str:
    key, number = code, 1
    while key in born:
        number += 1
        key = f"{code}.{number}"
    return key


def relinked(
    rows: Iterable[MapRow], code: str, olds: Sequence[str], old: Sequence[Row], new: Sequence[Row],
    *, used: Collection[str] = (),
) -> tuple[MapRow, ...]:  # fmt: skip
    """Return the map after a person has said from which old ids a new action comes (none: it is new)."""
    links: dict[str, Sequence[str]] = {row.code: row.old for row in rows if row.code}
    return rows_of({**links, code: olds}, old, new, used)


def check(
    rows: Sequence[MapRow], old_ids: Collection[str], codes: Collection[str], used: Collection[str] = ()
) -> tuple[Fault, ...]:
    """Return all faults of a map: every new action once, every old one accounted for, no id born twice."""
    faults = []
    at = {code: number for number, code in enumerate((row.code for row in rows), 2) if code}
    seen = [row.code for row in rows if row.code]
    faults += [Fault(_SHEET, at[code], "code", code, "map_twice") for code in codes if seen.count(code) > 1]
    faults += [Fault(_SHEET, 0, "code", code, "map_missing_new") for code in codes if code not in at]
    faults += [Fault(_SHEET, at[code], "code", code, "map_unknown_new") for code in at if code not in codes]
    named = {key for row in rows for key in row.old}
    faults += [Fault(_SHEET, 0, "old", key, "map_missing_old") for key in old_ids if key not in named]
    born: set[str] = set()
    for number, row in enumerate(rows, 2):
        faults += _row_faults(number, row, old_ids, {*used, *old_ids}, born)
        born.add(row.id)
    return tuple(faults)


def _row_faults(
    at: int, row: MapRow, old_ids: Collection[str], used: Collection[str], born: Collection[str]
) -> list[Fault]:
    faults = [Fault(_SHEET, at, "old", key, "map_unknown_old") for key in row.old if key not in old_ids]
    count = {Kind.NEW: (0, 0), Kind.MERGED: (2, len(row.old))}.get(row.kind, (1, 1))
    if not count[0] <= len(row.old) <= count[1]:
        faults.append(Fault(_SHEET, at, "old", ";".join(row.old), "map_kind", {"kind": row.kind}))
    if bool(row.code) == (row.kind is Kind.WITHDRAWN) or bool(row.id) != bool(row.code):
        faults.append(Fault(_SHEET, at, "id", row.id, "map_kind", {"kind": row.kind}))
    elif row.kind in KEEPS_ID and row.id not in row.old:
        faults.append(Fault(_SHEET, at, "id", row.id, "map_id_kept", {"right": ";".join(row.old)}))
    elif row.id and (row.id in born or (row.kind not in KEEPS_ID and row.id in used)):
        faults.append(Fault(_SHEET, at, "id", row.id, "map_id_reused"))
    return faults


def sheet(rows: Iterable[MapRow]) -> tuple[Row, ...]:
    """Return a map as rows of the sheet `edition_map`."""
    return tuple(
        {"code": row.code, "id": row.id, "old": ";".join(row.old), "kind": row.kind, "likeness": f"{row.likeness:.3f}"}
        for row in rows
    )


def of_sheet(rows: Iterable[Row]) -> tuple[MapRow, ...]:
    """Return the map that the rows of the sheet `edition_map` say; the check of the sheet names unknown kinds."""
    return tuple(
        MapRow(
            Kind(row["kind"]) if row["kind"] in tuple(Kind) else Kind.NEW,
            tuple(filter(None, row["old"].split(";"))), row["code"], row["id"], _fraction(row["likeness"]),
        )
        for row in rows
    )  # fmt: skip


def _fraction(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
