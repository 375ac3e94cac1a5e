"""Who brought commitments from one state to another between two days, and when anything was last changed where."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, text

from desktop.models.clock import iso

_BEGIN, _BEYOND = "commitment:", "commitment;"


@dataclass(frozen=True, slots=True)
class Turn:
    """The last change of a commitment's state in a span of time. `at` is ISO 8601 in UTC.

    `words` is its reason, else its note; `steps` is how many changes of state there were in the span.
    """

    at: str
    on_day: str
    author: str
    role: str
    unit: str
    words: str
    steps: int


_TURNS = text(
    "SELECT l.record, l.stamp, e.on_day, e.author, e.role, e.unit, e.note, e.reason"
    " FROM line l JOIN entry e ON e.device = l.device AND e.seq = l.seq"
    " WHERE l.record IN (SELECT value FROM json_each(:ids)) AND l.field = 'status' AND l.booked = 1"
    " AND l.stamp >= :begin AND l.stamp < :end ORDER BY l.stamp"
)


def turns(connection: Connection, commitments: Collection[str], begin: str, end: str) -> dict[str, Turn]:
    """Return the turns of some commitments by id, between two stamps; those without one are left out."""
    asked = {"ids": json.dumps([_BEGIN + one for one in commitments]), "begin": begin, "end": end}
    found: dict[str, Turn] = {}
    for row in connection.execute(_TURNS, asked):
        key = row.record.removeprefix(_BEGIN)
        steps = found[key].steps + 1 if key in found else 1
        words = row.reason or row.note
        found[key] = Turn(iso(row.stamp), row.on_day, row.author, row.role, row.unit, words, steps)
    return found


_NOW = text("SELECT id, updated_stamp AS stamp FROM commitment WHERE updated_stamp IS NOT NULL")
_THEN = text(
    "SELECT substr(record, 12) AS id, max(stamp) AS stamp FROM line"
    " WHERE record >= :begin AND record < :beyond AND booked = 1 AND stamp < :end GROUP BY record"
)


def latest(connection: Connection, end: str | None) -> tuple[dict[str, str], dict[str, str]]:
    """Return the stamp of the latest change of each action and of each window by id, up to a stamp (None: now)."""
    asked = {"begin": _BEGIN, "beyond": _BEYOND, "end": end}
    found = connection.execute(_NOW) if end is None else connection.execute(_THEN, asked)
    pairs = [(*row.id.split("@", 1), row.stamp) for row in found]
    return _greatest((one, stamp) for one, _, stamp in pairs), _greatest((one, stamp) for _, one, stamp in pairs)


def _greatest(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, stamp in pairs:
        found[key] = max(stamp, found.get(key, ""))
    return found
