"""The newest finds of a search, portion by portion, each stream by days from the last one back."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row

from desktop.models.private import PrivateStore
from desktop.models.private_rows import DAY_ROOM
from desktop.models.request_ways import Way, meanings, reached

PORTION, MATTERS = 400, 100
"""Finds that a stream brings at once: of citizens' words, and of one matter or number."""
MOST_NUMBERS = 2_000
"""Requests that a number may mean to be looked up at once."""
END = "9999-12-31"

Rows = Sequence[Row[Any]]
Portion = tuple[Rows, str]
"""Some rows, and the day behind which all of the stream have come now; the empty text when the stream has ended."""
ByIds = Callable[[Collection[str]], Rows]
ByCondition = Callable[[ColumnElement[bool], str, int], Rows]
"""Returns the rows of a list that meet a condition, newest first, up to the end of a day, so many at most."""


def said(private: PrivateStore, way: Way, day: str, rows: ByIds) -> Iterator[Portion]:
    """Give the finds of citizens' words from a day back."""
    below: int | None = None if day == END else (date.fromisoformat(day).toordinal() + 1) * DAY_ROOM
    while True:
        found = private.newest(way.query, below, PORTION)
        told = [row for row in rows(_ids(found)) if way.is_told(row.id, row.matter)]
        if len(found) < PORTION:
            yield told, ""
            return
        below = found[-1][0]
        yield told, date.fromordinal(max(below // DAY_ROOM, 1)).isoformat()


def _ids(found: Iterable[tuple[int, str]]) -> list[str]:
    return [record.removeprefix("request:") for _row, record in found]


def told(way: Way, condition: ColumnElement[bool], day: str, rows: ByCondition) -> Iterator[Portion]:
    """Give what one condition of the ledger finds from a day back."""
    size = MATTERS
    while True:
        found = rows(condition, day, size)
        held = [row for row in found if way.is_told(row.id, row.matter)]
        if len(found) < size:
            yield held, ""
            return
        last = found[-1].place0[:10]
        # A day that fills a portion alone is read with the next one, which then has to be larger.
        size = size * 4 if last == day else MATTERS
        day = last
        yield held, day


def streams(
    connection: Connection, private: PrivateStore, ways: Iterable[Way], day: str, rows: tuple[ByIds, ByCondition]
) -> list[Iterator[Portion]]:  # fmt: skip
    """Return the streams of all ways, from a day back."""
    found: list[Iterator[Portion]] = []
    for way in ways:
        if way.said:
            found.append(said(private, way, day, rows[0]))
            continue
        for condition, along in meanings(connection, way):
            few = None if along is None else reached(connection, [condition], MOST_NUMBERS)
            if few is None:
                found.append(told(way, condition if along is None else along, day, rows[1]))
            else:
                found.append(iter([([row for row in rows[0](few) if way.is_told(row.id, row.matter)], "")]))
    return found
