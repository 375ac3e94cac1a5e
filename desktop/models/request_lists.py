"""A whole list of requests as its places, for who jumps about in a million rows.

The first rows are told each, those behind by marks, so that a million of them cost the program three thousand spots.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, union_all

from desktop.models import request_sorts
from desktop.models.records import KINDS
from desktop.models.request_sorts import Sort, Spot
from desktop.models.requests import Asked, conditions, listed

STEP = 256
"""Rows from one mark to the next."""
TOLD = 256 * STEP
"""Rows from the beginning that are told each."""
_HERE = KINDS["request"].table.c
_FIRST, _MORE, _STRETCH = STEP, 4096, 128 * STEP
_ALONG_WINDOWS = frozenset({Sort.NEWEST, Sort.OLDEST})
_MOST_PARTS = 60
"""A compound query of SQLite may have 500 parts."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The next rows of a list: how many, and the spots of each, or behind the first `TOLD` of every `STEP`-th."""

    count: int
    spots: Sequence[Spot]


def stretches(connection: Connection, asked: Asked) -> Iterator[Stretch]:
    """Give a list in stretches, a small one first; `after` and `limit` are not looked at."""
    query = _query(asked).limit(TOLD).execution_options(yield_per=_MORE)
    told, last = 0, None
    with connection.execute(query) as found:
        while portion := found.fetchmany(_MORE if told else _FIRST):
            told += len(portion)
            last = tuple(portion[-1])
            yield Stretch(len(portion), portion)
    if told == TOLD and last is not None:
        yield from _behind(connection, replace(asked, after=last))


def _behind(connection: Connection, asked: Asked) -> Iterator[Stretch]:
    """Give the marks behind a spot: the engine counts, and only marks come out of it."""
    while True:
        marks = [_spot(row, asked.sort) for row in connection.execute(_marks(asked))]
        if marks:
            yield Stretch(len(marks) * STEP, marks)
            asked = replace(asked, after=marks[-1])
        if len(marks) * STEP < _STRETCH:
            rest = _query(asked).limit(STEP)
            yield Stretch(len(connection.execute(rest).all()), ())
            return


def _spot(row: Row[Any], sort: Sort) -> Spot:
    return request_sorts.spot_of(row, sort)


def _marks(asked: Asked) -> Select[Any]:
    rows = _query(asked).limit(_STRETCH).subquery()
    keys = [rows.c[key.name] for key in request_sorts.places(asked.sort)]
    order = [key.desc() if asked.sort.is_down else key for key in keys]
    numbered = select(*keys, func.row_number().over(order_by=order).label("n")).subquery()
    found = select(*(numbered.c[key.name] for key in keys)).where(numbered.c.n % STEP == 0)
    return found.order_by(numbered.c.n)


def where(connection: Connection, asked: Asked, ids: Sequence[str]) -> dict[str, Spot]:
    """Return the spots of those of some requests that are in the list, by their ids."""
    query = Select[Any](*request_sorts.places(asked.sort)).where(*conditions(asked.wanted), _HERE.id.in_(list(ids)))
    return {row.id: request_sorts.spot_of(row, asked.sort) for row in connection.execute(query)}


def stretched(portions: Iterable[Sequence[Spot]]) -> Iterator[Stretch]:
    """Give as stretches what tells the spot of every row."""
    count = 0
    for spots in portions:
        each, behind = spots[: max(0, TOLD - count)], spots[max(0, TOLD - count) :]
        if each:
            count += len(each)
            yield Stretch(len(each), each)
        if behind:
            marks = [spot for at, spot in enumerate(behind, count + 1) if at % STEP == 0]
            count += len(behind)
            yield Stretch(len(behind), marks)


def _query(asked: Asked) -> Any:  # noqa: ANN401  # one select or several
    wanted, sort = asked.wanted, asked.sort
    plain = Select[Any](*request_sorts.places(sort))
    if wanted.windows is None or not 1 < len(wanted.windows) <= _MOST_PARTS or sort not in _ALONG_WINDOWS:
        return listed(plain, asked)
    # Each window's list comes along its own index; together they are merged, where one query would sort them all.
    behind = request_sorts.behind(sort, asked.after)
    parts: list[Select[Any]] = [
        plain.where(*conditions(replace(wanted, windows=frozenset({window}))), *behind)
        for window in sorted(wanted.windows)
    ]
    made = union_all(*parts)
    keys = [made.selected_columns[name] for name in ("place0", "id")]
    return made.order_by(*(key.desc() if sort.is_down else key for key in keys))
