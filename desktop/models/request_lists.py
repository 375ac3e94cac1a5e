"""A whole list of requests as its places, for who jumps about in a million rows: streamed, in the list's own order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, union_all

from desktop.models import request_sorts
from desktop.models.records import KINDS
from desktop.models.request_sorts import Sort, Spot
from desktop.models.requests import Asked, conditions

_HERE = KINDS["request"].table.c
_FIRST, _MORE = 256, 4096
_ALONG_WINDOWS = frozenset({Sort.NEWEST, Sort.OLDEST})
_MOST_PARTS = 60
"""A compound query of SQLite may have 500 parts."""


def spots(connection: Connection, asked: Asked) -> Iterator[Sequence[Spot]]:
    """Give the spots of every row of a list in portions, a small one first; `after` and `limit` are not looked at."""
    query = _query(asked).execution_options(yield_per=_MORE)
    with connection.execute(query) as found:
        size = _FIRST
        while portion := found.fetchmany(size):
            yield portion
            size = _MORE


def where(connection: Connection, asked: Asked, ids: Sequence[str]) -> dict[str, Spot]:
    """Return the spots of those of some requests that are in the list, by their ids."""
    query = Select[Any](*request_sorts.places(asked.sort)).where(*conditions(asked.wanted), _HERE.id.in_(list(ids)))
    return {row.id: request_sorts.spot_of(row, asked.sort) for row in connection.execute(query)}


def _query(asked: Asked) -> Any:  # noqa: ANN401  # one select or several
    wanted, sort = asked.wanted, asked.sort
    plain = Select[Any](*request_sorts.places(sort))
    if wanted.windows is None or not 1 < len(wanted.windows) <= _MOST_PARTS or sort not in _ALONG_WINDOWS:
        return plain.where(*conditions(wanted)).order_by(*request_sorts.order(sort))
    # Each window's list comes along its own index; together they are merged, where one query would sort them all.
    parts: list[Select[Any]] = [
        plain.where(*conditions(replace(wanted, windows=frozenset({window})))) for window in sorted(wanted.windows)
    ]
    made = union_all(*parts)
    keys = [made.selected_columns[name] for name in ("place0", "id")]
    return made.order_by(*(key.desc() if sort.is_down else key for key in keys))
