"""What an edition would do to the commitments: which go on, which take states over, which are new, which end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.exchange.catalogue_draft import Row
from desktop.intake.editions import Handed
from desktop.models.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Effect:
    """Numbers of commitments on the edition's first day, windows as they are known today."""

    carried_over: int
    new: int
    ended: int


def of(handed: Handed, now: Catalogue | None, today: date) -> Effect:
    """Count. A commitment is carried over when it keeps its id or takes its state from one at the same window."""
    windows = _windows(handed, now, today)
    before = set(_pairs({one.id: one.kinds for one in now.actions.values()}, windows)) if now is not None else set()
    came = {row.id: row.old for row in handed.map if row.id}
    lasting = {row.code: row.id for row in handed.map if row.id}
    rows = handed.draft.rows("actions")
    kinds = {lasting.get(row["code"], row["code"]): tuple(row.get("window_kinds", "").split(";")) for row in rows}
    after = set(_pairs(kinds, windows))
    parts = {(action, window): {(old, window) for old in came.get(action, (action,))} for action, window in after}
    carried = {pair for pair, olds in parts.items() if olds & before}
    kept: set[tuple[str, str]] = set().union(*(olds & before for olds in parts.values()))
    return Effect(len(carried), len(after) - len(carried), len(before - kept))


def _windows(handed: Handed, now: Catalogue | None, today: date) -> dict[str, str]:
    """Return the kind of every window, by its code: those of the book, and those that come with the edition."""
    known = now.windows.values() if now is not None else ()
    told = {row["code"]: row["kind"] for row in handed.draft.rows("windows") if _is_open(row, today)}
    return {one.id: one.kind for one in known if one.is_open(today)} | told


def _is_open(row: Row, today: date) -> bool:
    day = today.isoformat()
    return (row.get("valid_from") or day) <= day <= (row.get("valid_to") or day)


def _pairs(kinds: dict[str, tuple[str, ...]], windows: dict[str, str]) -> Iterator[tuple[str, str]]:
    for action, at in kinds.items():
        for window, kind in windows.items():
            if kind in at:
                yield action, window
