"""A whole list of requests as its places, for who jumps about in a million rows.

The first rows are told each, those behind by marks, so that a million of them cost the program three thousand spots.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Select, func, select, union_all
from sqlalchemy.exc import OperationalError

from desktop.models import request_sorts
from desktop.models.records import KINDS
from desktop.models.request_sorts import Sort, Spot
from desktop.models.requests import Asked, conditions, listed

STEP = 256
"""Rows from one mark to the next."""
TOLD = 256 * STEP
"""Rows from the beginning that are told each."""
_HERE = KINDS["request"].table.c
SCREENFUL = 64
"""Rows that a window can show at once, with some to spare: the first of a list come by so many."""
_MORE = 1024
"""Rows that are fetched at once; who waits for another list waits for no more than that."""
_LOOK = 50_000
"""Steps of the engine, about a millisecond, between two looks whether somebody still waits."""
_ALONG_WINDOWS = frozenset({Sort.NEWEST, Sort.OLDEST})
_MOST_PARTS = 60
"""A compound query of SQLite may have 500 parts."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The next rows of a list: how many, and the spots of each, or behind the first `TOLD` of every `STEP`-th.

    None where a search has not come to more yet.
    """

    count: int
    spots: Sequence[Spot]


def stretches(connection: Connection, asked: Asked) -> Iterator[Stretch]:
    """Give a list in stretches, a small one first; `after` and `limit` are not looked at."""
    return stretched(_portions(connection, asked))


@contextmanager
def stoppable(connection: Connection, go_on: Callable[[], bool]) -> Iterator[None]:
    """Let readings of a block be broken off as soon as `go_on` says no, even while the engine looks for a row.

    The block then ends as if there were nothing more. A server's are broken off between two rows.
    """
    watch = getattr(connection.connection.dbapi_connection, "set_progress_handler", None)
    if watch is not None:
        watch(lambda: not go_on(), _LOOK)
    try:
        yield
    except OperationalError:
        if go_on():
            raise
    finally:
        if watch is not None:
            watch(None, 0)


def _portions(connection: Connection, asked: Asked) -> Iterator[Sequence[Spot]]:
    query = _query(asked).execution_options(yield_per=_MORE)
    with connection.execute(query) as found:
        size = SCREENFUL
        while portion := found.fetchmany(size):
            yield portion
            size = _MORE


def where(connection: Connection, asked: Asked, ids: Sequence[str]) -> dict[str, Spot]:
    """Return the spots of those of some requests that are in the list, by their ids."""
    query = Select[Any](*request_sorts.places(asked.sort)).where(*conditions(asked.wanted), _HERE.id.in_(list(ids)))
    return {row.id: request_sorts.spot_of(row, asked.sort) for row in connection.execute(query)}


def stretched(portions: Iterable[Sequence[Spot]]) -> Iterator[Stretch]:
    """Give as stretches what tells the spot of every row."""
    count = 0
    for spots in portions:
        each, behind = spots[: max(0, TOLD - count)], spots[max(0, TOLD - count) :]
        if each or not behind:
            count += len(each)
            yield Stretch(len(each), each)
        if behind:
            marks = [tuple(spot) for spot in behind[-(count + 1) % STEP :: STEP]]
            count += len(behind)
            yield Stretch(len(behind), marks)


def handlers(connection: Connection) -> list[str]:
    """Return everybody who handles or handled a request, in order: a seek for each instead of a scan."""
    found: list[str] = []
    last = ""
    while following := connection.execute(select(func.min(_HERE.handler)).where(_HERE.handler > last)).scalar():
        found.append(last := str(following))
    return found


def _query(asked: Asked) -> Select[Any] | CompoundSelect[Any]:
    wanted, sort = asked.wanted, asked.sort
    plain = Select[Any](*request_sorts.places(sort))
    if wanted.windows is None or not 1 < len(wanted.windows) <= _MOST_PARTS or sort not in _ALONG_WINDOWS:
        return listed(plain, asked)
    # Each window's list comes along its own index; together they are merged, where one query would sort them all.
    parts: list[Select[Any]] = [
        plain.where(*conditions(replace(wanted, windows=frozenset({window})))) for window in sorted(wanted.windows)
    ]
    made = union_all(*parts)
    keys = [made.selected_columns[name] for name in ("place0", "id")]
    return made.order_by(*(key.desc() if sort.is_down else key for key in keys))
