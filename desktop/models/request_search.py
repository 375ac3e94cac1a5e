"""Finding requests by what a person types: every word stands in the number, the matter or what the citizen said.

Few finds are looked up and put in order. Of very many the newest come in streams, or the list is read along in its own
order. No find is left out: a page for which too many rows would have to be read ends early and goes on. Names and
telephones are not searched (decision 0013).
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, select

from desktop.models import request_sorts, request_streams, request_ways
from desktop.models.dialects import SERVER
from desktop.models.private import PrivateStore
from desktop.models.records import KINDS
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort, Spot
from desktop.models.request_ways import Way
from desktop.models.request_words import Numbered, Sought, folded, sought
from desktop.models.requests import Asked, Page, RequestFilter, by_ids, conditions, listed

FEW, MANY = 1_000, 3_000
"""Finds that are always put in order, and those that are where nothing better leads to a page."""
READ, MOST_READ, MOST_PORTIONS = 400, 800, 12
"""Rows that are read at once along a list; at most that many for one page, or so many portions of streams."""
_LARGE = 1_024
"""Rows that are fetched at once beside the screen: who types on waits for no more than that."""
_FEW_WINDOWS = 3

_HERE = KINDS["request"].table.c


Cut = tuple[Sequence[Row[Any]], Spot | None]
"""Rows of a page, and where it goes on."""


@dataclass(frozen=True, slots=True)
class Search:
    """A text that is looked for in a list."""

    connection: Connection
    private: PrivateStore
    asked: Asked
    words: tuple[Sought, ...]

    def page(self) -> Page:
        """Return one page of the list."""
        shown, after = self._cut() if self.words else ([], None)
        full = {row.id: row for row in by_ids(self.connection, [row.id for row in shown])}
        return Page(tuple(full[row.id] for row in shown), after)

    def _cut(self) -> Cut:
        found = self._looked_up(self._few)
        return self._cut_of_many() if found is None else self._ordered(found)

    def _cut_of_many(self) -> Cut:
        numbered = self._by_number()
        if numbered is not None:
            rows = self._behind(numbered)
            return self._read_along(rows[at : at + READ] for at in range(0, len(rows), READ))
        return self._streamed() if self._has_streams else self._read_along(self._along(READ, self.asked.after))

    def spots(self) -> Iterator[Sequence[Spot]]:
        """Give the spots of the whole list in portions, some empty, the first of `limit`; `after` is not asked."""
        if not self.words:
            return
        few = self._looked_up(self._few)
        if few is not None:
            yield [self._spot(row) for row in self._sorted(few)]
            return
        # The first rows do not wait for all the others.
        first = [self._spot(row) for row in self._cut_of_many()[0]]
        if first:
            yield first
        yield from self._rest_behind(first[-1] if first else None)

    def _rest_behind(self, behind: Spot | None) -> Iterator[Sequence[Spot]]:
        few = self._looked_up(MANY) if self._few < MANY else None
        if few is not None:
            yield [spot for spot in map(self._spot, self._sorted(few)) if behind is None or spot < behind]
        else:
            yield from self._read_on(behind) if self._is_narrow else self._counted_on(behind)

    def _read_on(self, behind: Spot | None) -> Iterator[Sequence[Spot]]:
        """Give the finds behind a spot by reading what was said along a short list."""
        for rows in self._along(READ, behind):
            yield [self._spot(row) for row in self._held(rows)]

    def _counted_on(self, behind: Spot | None) -> Iterator[Sequence[Spot]]:
        """Give the finds behind a spot by all that was ever said."""
        said: list[set[str]] = [set() for _one in self.words]
        for found, one in zip(said, self.words, strict=True):
            for some in self._every(one):
                found.update(some)
                yield ()  # who reads on may turn to something else between
        for portion in self._along(_LARGE, behind):
            yield [self._spot(row) for row in portion if self._is_met(row, said)]

    def _every(self, one: Sought) -> Iterator[Sequence[str]]:
        """Give the ids of all whose citizens said a word, in portions."""
        below: int | None = None
        while found := self.private.newest(one.word, below, _LARGE):
            below = found[-1][0]
            yield self._ids(record for _row, record in found)

    def where(self, ids: Sequence[str]) -> dict[str, Spot]:
        """Return the spots of those of some requests that are in the list."""
        return {row.id: self._spot(row) for row in self._held(self._rows(ids))} if self.words else {}

    # Few finds

    def _looked_up(self, most: int) -> list[Row[Any]] | None:
        """Return all finds where they are few."""
        ids: list[tuple[Way, list[str]]] = []
        for way in self._ways:
            some = request_ways.few(self.connection, self.private, way, most)
            if some is None:
                return None
            most -= len(some)
            ids.append((way, some))
        found = ((way, row) for way, some in ids for row in self._rows(some))
        return self._with_rest(list({row.id: row for way, row in found if way.is_told(row.id, row.matter)}.values()))

    def _by_number(self) -> list[Row[Any]] | None:
        """Return the rows of the list that one of several words means as a number, where they are not too many."""
        for one in self.words if len(self.words) > 1 else ():
            if one.number != Numbered() and not one.matters:
                told = request_ways.few(self.connection, self.private, Way((), (one,)), MANY)
                said = request_ways.few(self.connection, self.private, Way((one,), ()), FEW)
                if told is not None and said is not None:
                    return self._sorted(self._rows([*{*told, *said}]))
        return None

    def _ordered(self, rows: Iterable[Row[Any]]) -> Cut:
        return self._first(self._behind(self._sorted(rows)))

    def _behind(self, rows: list[Row[Any]]) -> list[Row[Any]]:
        after, is_down = self.asked.after, self.asked.sort.is_down
        if after is None:
            return rows
        return [row for row in rows if (self._spot(row) < after if is_down else self._spot(row) > after)]

    # Very many finds

    @property
    def _has_streams(self) -> bool:
        """Whether the newest of very many finds come as streams."""
        return self.asked.sort is Sort.NEWEST and not self._is_narrow

    @property
    def _few(self) -> int:
        return FEW if self._has_streams else MANY

    @property
    def _is_narrow(self) -> bool:
        """Whether the list itself is likely to be shorter than its newest finds are many."""
        wanted = self.asked.wanted
        by_state = bool(wanted.statuses) and RequestStatus.ARCHIVED not in wanted.statuses
        by_window = wanted.windows is not None and len(wanted.windows) <= _FEW_WINDOWS
        by_others = (wanted.handler, wanted.assignee, wanted.due_from, wanted.due_before, wanted.overdue_at)
        return by_state or by_window or any(by_others)

    def _streamed(self) -> Cut:
        """Return a page of the newest finds: the streams go back by days, a day is ready when all have passed it."""
        after, wanted = self.asked.after, self.asked.wanted
        day = min(after[0][:10] if after else request_streams.END, wanted.until or request_streams.END)
        rows = (self._rows, self._newest)
        flowing = dict(enumerate(request_streams.streams(self.connection, self.private, self._ways, day, rows)))
        edge = f"{day}~"
        edges = dict.fromkeys(flowing, edge)
        pool: dict[str, Row[Any]] = {}
        shown: list[Row[Any]] = []
        for _portion in range(MOST_PORTIONS + 2 * len(flowing)):
            at = max(edges, key=lambda one: edges[one])
            came, edges[at] = next(flowing[at])
            pool |= {row.id: row for row in came}
            edge = max(edges.values())
            edge = "" if edge < wanted.since else edge
            ready = [row for row in pool.values() if row.place0[:10] > edge]
            pool = {key: row for key, row in pool.items() if row.place0[:10] <= edge}
            behind = (row for row in self._sorted(ready) if after is None or self._spot(row) < after)
            shown += self._with_rest(list(behind))
            if not edge or len(shown) > self.asked.limit:
                return self._first(shown)
        return shown, (f"{edge}U", "")

    def _read_along(self, portions: Iterable[Sequence[Row[Any]]]) -> Cut:
        """Return a page by reading along rows."""
        shown: list[Row[Any]] = []
        read = 0
        for rows in portions:
            shown += self._held(rows)
            read += len(rows)
            if len(shown) > self.asked.limit:
                break
            if read >= MOST_READ:
                return shown, self._spot(rows[-1])
        return self._first(shown)

    def _along(self, size: int, after: Spot | None) -> Iterator[Sequence[Row[Any]]]:
        query = listed(self._light, replace(self.asked, after=after)).execution_options(yield_per=size)
        with self.connection.execute(query) as found:
            while rows := found.fetchmany(size):
                yield rows

    # Rows

    @property
    def _ways(self) -> Iterable[Way]:
        return request_ways.ways(self.words)

    @property
    def _light(self) -> Select[Any]:
        return Select[Any](*request_sorts.places(self.asked.sort), _HERE.matter)

    def _rows(self, ids: Collection[str]) -> Sequence[Row[Any]]:
        """Return those of some requests that are in the list, apart from the words."""
        if not ids:
            return ()
        query = self._light.where(_among(self.connection, ids), *conditions(self.asked.wanted))
        return self.connection.execute(query).all()

    def _newest(self, condition: ColumnElement[bool], day: str, limit: int) -> Sequence[Row[Any]]:
        """Return the newest rows of the list that meet a condition, up to the end of a day."""
        query = self._light.where(condition, _HERE.registered_at < f"{day}U", *conditions(self.asked.wanted))
        return self.connection.execute(query.order_by(*request_sorts.order(Sort.NEWEST)).limit(limit)).all()

    def _with_rest(self, rows: list[Row[Any]]) -> list[Row[Any]]:
        """Return the rows that have the words, too, which no way asked for."""
        return self._held(rows, request_ways.rest(self.words)) if request_ways.rest(self.words) else rows

    def _held(self, rows: Sequence[Row[Any]], asked: Sequence[Sought] | None = None) -> list[Row[Any]]:
        """Return the rows that have every word, or some words, by reading what was said where the ledger is silent."""
        asked = self.words if asked is None else asked
        needed = [row.id for row in rows if not all(one.in_ledger(row.id, row.matter) for one in asked)]
        told = self.private.texts([f"request:{key}" for key in needed]) if needed else {}
        words = {record.removeprefix("request:"): folded(text) for record, text in told.items()}
        return [
            row
            for row in rows
            if all(one.in_ledger(row.id, row.matter) or one.in_words(words.get(row.id, "")) for one in asked)
        ]

    def _is_met(self, row: Row[Any], said: Sequence[set[str]]) -> bool:
        pairs = zip(self.words, said, strict=True)
        return all(row.id in ids or one.in_ledger(row.id, row.matter) for one, ids in pairs)

    def _ids(self, records: Iterable[str]) -> list[str]:
        return [record.removeprefix("request:") for record in records]

    def _sorted(self, rows: Iterable[Row[Any]]) -> list[Row[Any]]:
        return sorted(rows, key=self._spot, reverse=self.asked.sort.is_down)

    def _spot(self, row: Row[Any]) -> Spot:
        return request_sorts.spot_of(row, self.asked.sort)

    def _first(self, found: Sequence[Row[Any]]) -> Cut:
        shown = found[: self.asked.limit]
        return shown, self._spot(shown[-1]) if len(found) > len(shown) > 0 else None


def search(connection: Connection, private: PrivateStore, asked: Asked) -> Search:
    """Return the search for the text of a list's filter."""
    return Search(connection, private, asked, sought(connection, asked.wanted.text))


def is_search(wanted: RequestFilter) -> bool:
    """Say whether a list is looked through for words."""
    return bool(wanted.text.strip())


def _among(connection: Connection, ids: Collection[str]) -> ColumnElement[bool]:
    if connection.dialect.name == SERVER:
        return _HERE.id.in_(list(ids))
    # One value instead of thousands: nothing has to be put together for each.
    each = func.json_each(bindparam(None, json.dumps(list(ids)))).table_valued("value")
    return _HERE.id.in_(select(each.c.value))
