"""The moment that is asked for, now or a past day, and the query for the state of all commitments then.

A commitment that nobody touched after the day is read from the ledger, any other from its greatest line before it.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from desktop.models.clock import day_end
from desktop.models.judged import code_of
from desktop.models.lamps import Cutoffs
from desktop.models.vocabulary import CLOSED, DONE, Status

_FIELDS = ("due_on", "officer", "proposal", "evidence_on", "confirmed_on", "noted_on")
_STATUS = "coalesce(status, 'not_started') AS status"


class When(NamedTuple):
    """Which state is asked for: the cut-off days of its day; `end` and `heard` are None for the present."""

    cutoffs: Cutoffs
    end: str | None = None
    heard: int | None = None


def when(cutoffs: Cutoffs, as_of: date | None, heard: int | None) -> When:
    """Return what to ask for a day (None: now), and for entries up to an order of arrival (None: all)."""
    if as_of is None and heard is None:
        return When(cutoffs)
    return When(cutoffs, day_end(as_of or cutoffs.today), heard)


_AT = "FROM line l{join} WHERE l.record = 'commitment:' || c.id{field} AND l.stamp < :end AND l.booked = 1{heard}"
_ENTRY = " JOIN entry e ON e.device = l.device AND e.seq = l.seq"


def _seek(value: str, field: str, when: When) -> str:
    """Return a subquery for the greatest line of a field (of any field when empty) that counts on the day."""
    source = _AT.format(
        join=_ENTRY if when.heard is not None else "",
        field=f" AND l.field = '{field}'" if field else "",
        heard=" AND e.arrival <= :heard" if when.heard is not None else "",
    )
    return f"(SELECT {value} {source} ORDER BY l.stamp DESC LIMIT 1)" if field else f"(SELECT max(l.stamp) {source})"


def _value(name: str, value: str, field: str, when: When) -> str:
    return _kept(f"c.{name}", field or "updated", _seek(value, field, when), when)


def _kept(now: str, field: str, then: str, when: When) -> str:
    """Return what stands where nothing later stands, and the seek only where it may find another line."""
    stands = f"c.{field}_stamp IS NULL" if when.heard is not None else f"coalesce(c.{field}_stamp, '') < :end"
    return f"CASE WHEN {stands} THEN {now} ELSE {then} END"


def _column(name: str, value: str, field: str, when: When) -> str:
    return f"{_value(name, value, field, when)} AS {name}"


def states(when: When) -> str:
    """Return the query for every field of every commitment at that moment."""
    if when.end is None:
        return f"SELECT id, action, window, {_STATUS}, status_on, updated_stamp, {', '.join(_FIELDS)} FROM commitment"
    columns = [_column(field, "l.after", field, when) for field in _FIELDS]
    columns.append(f"coalesce({_value('status', 'l.after', 'status', when)}, 'not_started') AS status")
    columns.append(_column("status_on", "l.on_day", "status", when))
    columns.append(_column("updated_stamp", "l.stamp", "", when))
    return f"SELECT c.id, c.action, c.window, {', '.join(columns)} FROM commitment c"


def judged(when: When, span: str) -> str:
    """Return the query for what lamps and marks are judged by, at a past moment, of the commitments of a span.

    Each step is materialized: flattened into one query, every value would be sought again wherever it is used. A seek
    is what costs, so state and its day are sought as one text, and the days of evidence and of notes only where a lamp
    hangs on them: evidence where the state is done, both where it is open and has not moved of late.
    """
    seek = _seek(f"coalesce({code_of('l.after')}, 0) || l.on_day", "status", when)
    told = _kept("coalesce(c.code, 0) || coalesce(c.status_on, '')", "status", seek, when)
    fields = ", ".join(_column(field, "l.after", field, when) for field in _JUDGED)
    later = ", ".join(f"{name}, {name}_stamp" for name in ("evidence_on", "noted_on"))
    evidence, noted = (_value(name, "l.after", name, when) for name in ("evidence_on", "noted_on"))
    return (
        f"WITH past AS MATERIALIZED (SELECT id, c.window, coalesce({told}, '1') AS told, {fields}, {later}"
        f" FROM commitment c WHERE {span}), split AS MATERIALIZED (SELECT c.window, due_on, proposal, confirmed_on,"
        " nullif(CAST(substr(told, 1, 1) AS INTEGER), 0) AS code, substr(told, 2) AS status_on,"
        f" CASE WHEN {_DONE} OR {_QUIET} THEN {evidence} END AS evidence_on,"
        f" CASE WHEN {_QUIET} THEN {noted} END AS noted_on FROM past c)"
    )


_JUDGED = ("due_on", "proposal", "confirmed_on")


def _codes(states: Collection[Status]) -> str:
    return ", ".join(f"'{code}'" for code in sorted(state.code for state in states))


_DONE = f"substr(told, 1, 1) IN ({_codes(DONE)})"
_QUIET = f"substr(told, 1, 1) NOT IN ({_codes(CLOSED)}) AND substr(told, 2) <= :silent"


def values(when: When, **more: object) -> dict[str, object]:
    """Return the values that the queries of a moment are filled with, and any others."""
    cut = when.cutoffs
    soon = (cut.due_soon_until or cut.today - timedelta(days=1)).isoformat()
    silent = (cut.silent_before - timedelta(days=1)).isoformat() if cut.silent_before else ""
    known = {"today": cut.today.isoformat(), "soon": soon, "silent": silent, "month": cut.month_start.isoformat()}
    asked = {"end": when.end, "heard": when.heard}
    return {**known, **{name: value for name, value in asked.items() if value is not None}, **more}
