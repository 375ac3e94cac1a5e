"""Reading commitments in full, now or as of a day, in the order of their board."""

import json
from collections.abc import Collection
from datetime import date
from types import SimpleNamespace as Row

from desktop.models.bare import Cursor, rows
from desktop.models.board import Board
from desktop.models.clock import iso
from desktop.models.commitment import Commitment
from desktop.models.moment import When, states, values
from desktop.models.vocabulary import Lamp, Mark, Status

_FEW = 500
"""Ids up to which they are sought one by one instead of reading all."""


def commitments(cursor: Cursor, board: Board, when: When, only: Collection[str] | None) -> list[Commitment]:
    """Return the commitments of a board in full, in its order; `only` limits them to these ids."""
    found = _details(cursor, when, only)
    width, wanted = len(board.windows), None if only is None else frozenset(only)
    made = []
    for at, code in enumerate(board.status):
        if code:
            key = f"{board.actions[at // width].id}@{board.windows[at % width].id}"
            if wanted is None or key in wanted:
                made.append(_commitment(board, at, key, found.get(key)))
    return made


def officers(cursor: Cursor, when: When) -> list[str]:
    """Return the officers that any commitment names, in the order of their names."""
    query = f"SELECT DISTINCT officer FROM ({states(when)}) AS every WHERE officer <> '' ORDER BY officer"
    return [row.officer for row in rows(cursor, query, **values(when))]


def held_by(cursor: Cursor, when: When, officer: str) -> frozenset[str]:
    """Return the ids of the commitments that name an officer."""
    query = f"SELECT id FROM ({states(when)}) AS every WHERE officer = :officer"
    return frozenset(row.id for row in rows(cursor, query, **values(when, officer=officer)))


def _details(cursor: Cursor, when: When, only: Collection[str] | None) -> dict[str, Row]:
    query, asked = states(when), values(when)
    if only is not None and len(only) <= _FEW:
        query = f"SELECT * FROM ({query}) AS every WHERE id IN (SELECT value FROM json_each(:ids))"
        asked = {**asked, "ids": json.dumps(list(only))}
    return {row.id: row for row in rows(cursor, query, **asked)}


def _day(row: Row | None, name: str) -> date | None:
    found = getattr(row, name) if row is not None else None
    return date.fromisoformat(found) if found else None


def _commitment(board: Board, at: int, key: str, row: Row | None) -> Commitment:
    action, _, window = key.partition("@")
    marks = Mark(board.marks[at])
    stamp = (row.updated_stamp or "") if row is not None else ""
    return Commitment(
        key, action, window, Status.of(board.status[at]), _day(row, "due_on"),
        (row.officer or "") if row is not None else "", (row.proposal or "") if row is not None else "",
        _day(row, "status_on"), _day(row, "evidence_on"), _day(row, "confirmed_on"), _day(row, "noted_on"),
        iso(stamp) if stamp else "", Lamp(board.lamps[at]), marks,
    )  # fmt: skip
