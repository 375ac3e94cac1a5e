"""Reading the state of all commitments, now or as of a day, by one query for both.

A commitment that nobody touched after the day is read from the ledger, any other from its greatest line before it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import repeat
from typing import Any

from sqlalchemy import Connection, Row, text

from desktop.models.board import Board
from desktop.models.catalogue import Catalogue, ServiceAction, ServiceWindow
from desktop.models.clock import day_end, iso
from desktop.models.commitment import Commitment
from desktop.models.lamps import Cutoffs
from desktop.models.records import CHANGED, CODE, PROOF, REPORTED
from desktop.models.vocabulary import Lamp, Mark, Status

_FIELDS = ("due_on", "officer", "proposal", "evidence_on", "confirmed_on", "noted_on")
_STATUS = "coalesce(status, 'not_started') AS status"


@dataclass(frozen=True, slots=True)
class When:
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
    needs_entry = value.startswith("e.") or when.heard is not None
    source = _AT.format(
        join=_ENTRY if needs_entry else "",
        field=f" AND l.field = '{field}'" if field else "",
        heard=" AND e.arrival <= :heard" if when.heard is not None else "",
    )
    return f"(SELECT {value} {source} ORDER BY l.stamp DESC LIMIT 1)" if field else f"(SELECT max(l.stamp) {source})"


def _value(name: str, value: str, field: str, when: When) -> str:
    seek = _seek(value, field, when)
    return seek if when.heard is not None else f"CASE WHEN c.updated_stamp < :end THEN c.{name} ELSE {seek} END"


def _column(name: str, value: str, field: str, when: When) -> str:
    return f"{_value(name, value, field, when)} AS {name}"


def _states(when: When) -> str:
    if when.end is None:
        return f"SELECT id, action, window, {_STATUS}, status_on, updated_stamp, {', '.join(_FIELDS)} FROM commitment"
    columns = [_column(field, "l.after", field, when) for field in _FIELDS]
    columns.append(f"coalesce({_value('status', 'l.after', 'status', when)}, 'not_started') AS status")
    columns.append(_column("status_on", "e.on_day", "status", when))
    columns.append(_column("updated_stamp", "l.stamp", "", when))
    return f"SELECT c.id, c.action, c.window, {', '.join(columns)} FROM commitment c"


_PACKED = """
SELECT group_concat(window), group_concat(char(CASE WHEN code IN (4, 5) THEN code + 64 * (proof_on < :stale)
 WHEN code = 8 THEN 8 ELSE code + 128 * (changed_on BETWEEN '1' AND :silent)
 + CASE WHEN due_on IS NULL OR due_on > :soon THEN 0 WHEN due_on < :today THEN 16 ELSE 32 END END
 + 512 * (reported_on < :month AND code <> 8) + 1024 * (proposal IS NOT NULL)), '') FROM (%s)
"""
_SPAN = "id >= :first AND id < :beyond"


def _judged(when: When) -> str:
    """Return the query for what lamps and marks are judged by, of one action."""
    columns = "window, due_on, proposal"
    if when.end is None:
        return f"SELECT {columns}, code, proof_on, reported_on, changed_on FROM commitment WHERE {_SPAN}"
    computed = f"{CODE} AS code, {PROOF} AS proof_on, {REPORTED} AS reported_on, {CHANGED} AS changed_on"
    return f"SELECT {columns}, {computed} FROM ({_states(when)} WHERE {_SPAN})"


def _values(when: When, **more: object) -> dict[str, object]:
    cut = when.cutoffs
    soon = (cut.due_soon_until or cut.today - timedelta(days=1)).isoformat()
    silent = (cut.silent_before - timedelta(days=1)).isoformat() if cut.silent_before else ""
    late = (cut.today - timedelta(days=1)).isoformat()
    values = {
        "today": cut.today.isoformat(),
        "late": late,
        "soon": soon,
        "silent": silent,
        "month": cut.month_start.isoformat(),
    }
    asked = {"end": when.end, "heard": when.heard}
    return {**values, **{name: value for name, value in asked.items() if value is not None}, **more}


def board(connection: Connection, catalogue: Catalogue, when: When, heard: int) -> Board:
    """Return the board of a moment; `heard` is the order of arrival up to which entries count."""
    day = when.cutoffs.today
    actions = tuple(catalogue.actions.values())
    windows = tuple(window for window in catalogue.windows.values() if window.is_open(day))
    place = {window.id: at for at, window in enumerate(windows)}
    packed, marks = bytearray(), bytearray()
    query, driver = _PACKED % _judged(when), connection.connection.cursor()
    here = _Applicable(windows)
    for action in actions:
        row, beside, there = here.of(action.kinds)
        names, values = driver.execute(query, _span(when, action)).fetchone()
        if names:
            # Two long texts instead of a thousand small tuples: half the time of reading a large board.
            words = values.encode("utf-16-le")
            for at, low, high in zip(
                map(there.get, names.split(","), repeat(-1)), words[::2], words[1::2], strict=True
            ):
                row[at], beside[at] = low, high
        packed += row[:-1]
        marks += beside[:-1]
    _dispute(connection, when, actions, place, marks)
    return Board(
        catalogue,
        day,
        heard,
        actions,
        windows,
        bytes(packed.translate(_LOW)),
        bytes(packed.translate(_HIGH)),
        bytes(marks),
    )


_LOW = bytes(byte & 0x0F for byte in range(256))
_HIGH = bytes(byte >> 4 for byte in range(256))


@dataclass(slots=True)
class _Applicable:
    """Where nobody has done anything: not started and not reported, at the windows of the action's kinds."""

    windows: Sequence[ServiceWindow]
    known: dict[tuple[str, ...], tuple[bytes, bytes, dict[str, int]]] = field(default_factory=dict)

    def of(self, kinds: tuple[str, ...]) -> tuple[bytearray, bytearray, dict[str, int]]:
        """Return states, marks and places; one cell more than windows takes what applies nowhere."""
        if kinds not in self.known:
            here = bytes(window.kind in kinds for window in self.windows) + b"\0"
            places = {window.id: at for at, window in enumerate(self.windows) if here[at]}
            self.known[kinds] = (here, bytes(Mark.UNREPORTED * one for one in here), places)
        states, marks, places = self.known[kinds]
        return bytearray(states), bytearray(marks), places


def _span(when: When, action: ServiceAction) -> dict[str, object]:
    stale = when.cutoffs.stale_before[action.cadence].isoformat()
    return _values(when, first=f"{action.id}@", beyond=f"{action.id}A", stale=stale)


def _disputed(connection: Connection, when: When) -> Iterable[str]:
    if when.end is None:
        return connection.execute(text("SELECT id FROM commitment WHERE disputed = '1'")).scalars()
    query = (
        "SELECT DISTINCT substr(o.record, 12) FROM overruled o JOIN line b ON b.record = o.record AND b.field = o.field"
        " AND b.device = o.by_device AND b.seq = o.by_seq WHERE o.field = 'status' AND b.stamp < :end"
        " AND NOT EXISTS (SELECT 1 FROM line s WHERE s.record = 'dispute:' || o.device || '/' || o.seq || '/'"
        " || o.record || '/' || o.field AND s.booked = 1 AND s.stamp < :end)"
    )
    return connection.execute(text(query), {"end": when.end}).scalars()


def _dispute(
    connection: Connection, when: When, actions: Sequence[ServiceAction], place: dict[str, int], marks: bytearray
) -> None:
    rows = {action.id: at for at, action in enumerate(actions)}
    for key in _disputed(connection, when):
        action, _, window = key.partition("@")
        if action in rows and window in place:
            marks[rows[action] * len(place) + place[window]] |= Mark.DISPUTED


def commitments(connection: Connection, board: Board, when: When, only: Collection[str] | None) -> list[Commitment]:
    """Return the commitments of a board in full, in its order; `only` limits them to these ids."""
    found = _details(connection, when, only)
    width = len(board.windows)
    made = []
    for at, code in enumerate(board.status):
        if code:
            key = f"{board.actions[at // width].id}@{board.windows[at % width].id}"
            if only is None or key in only:
                made.append(_commitment(board, at, key, found.get(key)))
    return made


def _details(connection: Connection, when: When, only: Collection[str] | None) -> dict[str, Row[Any]]:
    states, values = _states(when), _values(when)
    if only is not None and len(only) == 1:
        states, values = f"SELECT * FROM ({states}) WHERE id = :id", {**values, "id": next(iter(only))}
    return {row.id: row for row in connection.execute(text(states), values)}


def _day(row: Row[Any] | None, name: str) -> date | None:
    found = getattr(row, name) if row is not None else None
    return date.fromisoformat(found) if found else None


def _commitment(board: Board, at: int, key: str, row: Row[Any] | None) -> Commitment:
    action, _, window = key.partition("@")
    marks = Mark(board.marks[at])
    stamp = (row.updated_stamp or "") if row is not None else ""
    return Commitment(
        key, action, window, Status.of(board.status[at]), _day(row, "due_on"),
        (row.officer or "") if row is not None else "", (row.proposal or "") if row is not None else "",
        _day(row, "status_on"), _day(row, "evidence_on"), _day(row, "confirmed_on"), _day(row, "noted_on"),
        iso(stamp) if stamp else "", Lamp(board.lamps[at]), marks,
    )  # fmt: skip
