"""The shapes of the answers for programs. They are a contract: scripts read them."""

from collections.abc import Callable
from datetime import date

from desktop.models.commitment import Commitment
from desktop.models.history import Changed, Told
from desktop.models.totals import Tally, Totals
from desktop.models.vocabulary import Lamp, Status

_LAMPS = {Lamp.OVERDUE: "overdue", Lamp.DUE_SOON: "due_soon", Lamp.STALE: "stale"}

Shape = dict[str, object]


def day(on: date | None) -> str | None:
    """Return a day as ISO 8601, None where there is none."""
    return on.isoformat() if on else None


def lamps(lit: Lamp) -> list[str]:
    """Return the lamps of a commitment by their codes."""
    return [name for lamp, name in _LAMPS.items() if lit & lamp]


def listed(one: Commitment) -> Shape:
    """Return a commitment as a row of `list --json`."""
    return {
        "id": one.id,
        "action": one.action,
        "window": one.window,
        "status": one.status.value,
        "due_on": day(one.due_on),
        "lamps": lamps(one.lamps),
        "updated_at": one.updated_at or None,
    }


def told(one: Told) -> Shape:
    """Return an entry as a row of `history --json`; `note` is the note or, where there is none, the reason."""
    return {
        "stamp": one.stamp,
        "at": one.at,
        "on_day": one.on_day,
        "author": one.author,
        "role": one.role,
        "kind": one.kind,
        "changes": [_change(change) for change in one.changes],
        "note": one.note or one.reason,
        "reason": one.reason,
        "evidence": [{"sha256": e.sha256, "name": e.name, "size": e.size, "media": e.media} for e in one.evidence],
    }


def _change(one: Changed) -> Shape:
    """Return a change; where nobody had set a state before, or none was left, the commitment is not started."""
    nothing = Status.NOT_STARTED.value if one.field == "status" else None
    return {"field": one.field, "before": one.before or nothing, "after": one.after or nothing}


def tally(one: Tally, title: str) -> Shape:
    """Return the counts of a group; the two rates are fractions of `applicable`, None where that is 0."""
    return {
        "key": one.key,
        "title": title,
        "applicable": one.applicable,
        **{status.value: one.counts[status] for status in Status},
        "in_place_rate": one.in_place_rate,
        "verified_rate": one.verified_rate,
        "overdue": one.overdue,
        "due_soon": one.due_soon,
        "stale": one.stale,
    }


def totals(found: Totals, as_of: date, title: Callable[[str | None], str]) -> Shape:
    """Return the answer of `totals --json`; `title` names a group by its key."""
    whole = tally(found.total, "")
    del whole["key"], whole["title"]
    return {"as_of": as_of.isoformat(), "total": whole, "groups": [tally(g, title(g.key)) for g in found.groups]}
