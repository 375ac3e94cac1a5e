"""Reading a board: one query for each action, the same for the present and for a past day."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import repeat
from typing import Any

from desktop.models.bare import Cursor
from desktop.models.board import Board
from desktop.models.catalogue import Catalogue, ServiceAction, ServiceWindow
from desktop.models.judged import CHANGED, PROOF, REPORTED
from desktop.models.moment import When, judged, values, when
from desktop.models.refusals import RuleBroken
from desktop.models.rulebook import Rulebook, seen
from desktop.models.vocabulary import Mark

_PACKED = """
SELECT group_concat(window), group_concat(char(CASE WHEN code IN (4, 5) THEN code + 64 * (proof_on < :stale)
 WHEN code = 8 THEN 8 ELSE code + 128 * (changed_on BETWEEN '1' AND :silent)
 + CASE WHEN due_on IS NULL OR due_on > :soon THEN 0 WHEN due_on < :today THEN 16 ELSE 32 END END
 + 512 * (reported_on < :month AND code <> 8) + 1024 * (proposal IS NOT NULL)), '') FROM %s
"""
_SPAN = "id >= :first AND id < :beyond"


def _query(then: When) -> str:
    """Return the query for the cells of one action."""
    columns = "window, due_on, proposal, code"
    if then.end is None:
        now = f"SELECT {columns}, proof_on, reported_on, changed_on FROM commitment WHERE {_SPAN}"
        return _PACKED % f"({now}) AS judged"
    computed = f"{PROOF} AS proof_on, {REPORTED} AS reported_on, {CHANGED} AS changed_on"
    steps = f"{judged(then, _SPAN)}, judged AS (SELECT {columns}, {computed} FROM split)"
    return steps + _PACKED % "judged"


def board(cursor: Cursor, catalogue: Catalogue, then: When, heard: int, only: Collection[str] | None = None) -> Board:
    """Return the board of a moment; `heard` is the order of arrival up to which entries count.

    `only` limits it to the named actions: a few of them are read much faster than all.
    """
    day = then.cutoffs.today
    actions = tuple(action for action in catalogue.actions.values() if only is None or action.id in only)
    windows = tuple(window for window in catalogue.windows.values() if window.is_open(day))
    place = {window.id: at for at, window in enumerate(windows)}
    packed, marks = bytearray(), bytearray()
    query = _query(then)
    here = _Applicable(windows)
    for action in actions:
        row, beside, there = here.of(action.kinds)
        _fill(cursor.execute(query, _span(then, action)).fetchone(), row, beside, there)
        packed += row[:-1]
        marks += beside[:-1]
    _dispute(cursor, then, actions, place, marks)
    states_, lamps = bytes(packed.translate(_LOW)), bytes(packed.translate(_HIGH))
    return Board(catalogue, day, heard, actions, windows, states_, lamps, bytes(marks))


def _fill(told: Sequence[Any] | None, row: bytearray, beside: bytearray, there: dict[str, int]) -> None:
    """Set the cells of one action. Two long texts instead of a thousand small rows: half the time of a large board."""
    if not told or not told[0]:
        return
    words = told[1].encode("utf-16-le")
    places = map(there.get, told[0].split(","), repeat(-1))
    for at, low, high in zip(places, words[::2], words[1::2], strict=True):
        row[at], beside[at] = low, high


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


def _span(then: When, action: ServiceAction) -> dict[str, object]:
    stale = then.cutoffs.stale_before[action.cadence].isoformat()
    return values(then, first=f"{action.id}@", beyond=f"{action.id}A", stale=stale)


def disputed(cursor: Cursor, then: When) -> Iterable[str]:
    """Return the ids of the commitments whose status was overruled unseen and not settled at a moment."""
    if then.end is None:
        return [key for (key,) in cursor.execute("SELECT id FROM commitment WHERE disputed = '1'").fetchall()]
    heard = then.heard if then.heard is not None else _EVER
    return [key for (key,) in cursor.execute(_PAST_DISPUTES, {"end": then.end, "heard": heard}).fetchall()]


_EVER = 1 << 62
_PAST_DISPUTES = """
WITH known AS MATERIALIZED (
 SELECT record FROM overruled WHERE field = 'status' UNION
 SELECT n.record FROM entry a CROSS JOIN line n ON n.device = a.device AND n.seq = a.seq
 WHERE a.arrival > :heard AND n.field = 'status' AND n.record LIKE 'commitment:%'),
told AS (
 SELECT l.*, lead(l.device) OVER w AS by_device, lead(l.seq) OVER w AS by_seq, lead(l.after) OVER w AS by_after,
 lead(l.base_device) OVER w AS saw_device, lead(l.base_seq) OVER w AS saw_seq
 FROM known CROSS JOIN line l ON l.record = known.record AND l.field = 'status'
 CROSS JOIN entry e ON e.device = l.device AND e.seq = l.seq
 WHERE l.booked = 1 AND l.stamp < :end AND e.arrival <= :heard
 WINDOW w AS (PARTITION BY l.record ORDER BY l.stamp))
SELECT DISTINCT substr(record, 12) FROM told WHERE by_device IS NOT NULL AND by_after IS NOT after
 AND (saw_device IS NOT device OR saw_seq IS NOT seq)
 AND NOT EXISTS (SELECT 1 FROM entry WHERE device = saw_device AND seq = saw_seq AND stamp IS NULL)
 AND (SELECT s.after FROM line s JOIN entry e ON e.device = s.device AND e.seq = s.seq
  WHERE s.record = 'dispute:' || told.device || '/' || told.seq || '/' || told.record || '/status'
  AND s.field = 'settled' AND s.booked = 1 AND s.stamp < :end AND e.arrival <= :heard
  ORDER BY s.stamp DESC LIMIT 1) IS NULL
"""
"""CROSS JOIN keeps the order of reading: from the few records to their lines, never through the whole journal.

The rule of `overruled` over what had been stamped and heard by then: only where something is flagged now, or where
lines have come in since."""


def _dispute(
    cursor: Cursor, then: When, actions: Sequence[ServiceAction], place: dict[str, int], marks: bytearray
) -> None:
    rows = {action.id: at for at, action in enumerate(actions)}
    for key in disputed(cursor, then):
        action, _, window = key.partition("@")
        if action in rows and window in place:
            marks[rows[action] * len(place) + place[window]] |= Mark.DISPUTED


def at_moment(
    cursor: Cursor, rulebook: Rulebook, today: date, as_of: date | None = None, heard: int | None = None,
    *, only: Collection[str] | None = None,
) -> tuple[Board, When]:  # fmt: skip
    """Return the board as of a day (None: now), of the named actions alone if any, and the moment that it shows.

    Raises RuleBroken for a day ahead, BookRefused where there is no catalogue.
    """
    if as_of is not None and as_of > today:
        raise RuleBroken("future_day", day=as_of, today=today)
    rules = rulebook.on(cursor, as_of or today)
    asked = when(rules.cutoffs, None if as_of == today else as_of, heard)
    reached = heard if heard is not None else seen(cursor)[0]
    return board(cursor, rulebook.catalogue(cursor, rules.day), asked, reached, only), asked
