"""The orders in which lists of requests come, each along an index of the ledger table, forwards or backwards."""

from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, literal_column, or_, tuple_

from desktop.models.records import KINDS

Spot = tuple[str, ...]
"""A place in a sorted list: the values by which it is sorted, the id last."""

_HERE = KINDS["request"].table.c
_DUE_OR_LAST: ColumnElement[str] = literal_column("coalesce(due_on, '~')")


class Sort(StrEnum):
    """In which order a list comes. Without a due date stands last in `due`, first in `due_last`."""

    NEWEST = "newest"
    OLDEST = "oldest"
    DUE = "due"
    DUE_LAST = "due_last"
    NUMBER = "number"
    NUMBER_DOWN = "number_down"
    WINDOW = "window"
    WINDOW_DOWN = "window_down"
    MATTER = "matter"
    MATTER_DOWN = "matter_down"
    ACTION = "action"
    ACTION_DOWN = "action_down"

    @property
    def is_down(self) -> bool:
        """Whether the greatest value comes first."""
        return self is Sort.NEWEST or self.value.endswith(("_down", "_last"))


_KEYS: dict[Sort, tuple[ColumnElement[str], ...]] = {
    sort: tuple(keys)
    for sorts, keys in (
        ((Sort.NEWEST, Sort.OLDEST), (_HERE.registered_at,)),
        ((Sort.DUE, Sort.DUE_LAST), (_DUE_OR_LAST,)),
        ((Sort.NUMBER, Sort.NUMBER_DOWN), ()),
        ((Sort.WINDOW, Sort.WINDOW_DOWN), (_HERE.window, _HERE.registered_at)),
        ((Sort.MATTER, Sort.MATTER_DOWN), (_HERE.matter, _HERE.registered_at)),
        ((Sort.ACTION, Sort.ACTION_DOWN), (_HERE.action, _HERE.registered_at)),
    )
    for sort in sorts
}


def places(sort: Sort) -> list[ColumnElement[str]]:
    """Return the columns that make up a spot, named `place0`, `place1` … but for the id."""
    return [*(key.label(f"place{at}") for at, key in enumerate(_KEYS[sort])), _HERE.id]


def order(sort: Sort) -> list[ColumnElement[Any]]:
    """Return what a query of this order is ordered by."""
    keys = (*_KEYS[sort], _HERE.id)
    return [key.desc() if sort.is_down else key for key in keys]


def spot_of(row: Row[Any], sort: Sort) -> Spot:
    """Return the spot of a row that was asked for its `places`."""
    return (*(str(getattr(row, f"place{at}")) for at in range(len(_KEYS[sort]))), str(row.id))


def behind(sort: Sort, after: Spot | None) -> tuple[ColumnElement[bool], ...]:
    """Return what the rows behind a spot have in common; nothing for None."""
    if after is None:
        return ()
    keys = (*_KEYS[sort], _HERE.id)
    if sort in {Sort.DUE, Sort.DUE_LAST}:
        return _behind_due(after, is_down=sort.is_down)
    row, given = tuple_(*keys), tuple_(*after)
    return (row < given,) if sort.is_down else (row > given,)


def _behind_due(after: Spot, *, is_down: bool) -> tuple[ColumnElement[bool], ...]:
    """Say it in two parts: SQLite seeks an index over an expression by the first, and would walk all by a row value."""
    due, (place, last) = _DUE_OR_LAST, after
    if is_down:
        return due <= place, or_(due < place, _HERE.id < last)
    return due >= place, or_(due > place, _HERE.id > last)
