"""Finding requests by what a person types: every word stands in the number, the matter or what the citizen said.

Words that few citizens said are looked up, and the finds put in order. Words that very many said are read along the
newest finds, or along the list in its own order, which is soon full. No find is left out either way: a page for which
too many rows would have to be read ends early and goes on. Names and telephones are not searched (decision 0013).
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, func, literal_column, select

from desktop.models import request_sorts
from desktop.models.dialects import SERVER
from desktop.models.private import PrivateStore
from desktop.models.private_rows import DAY_ROOM
from desktop.models.records import KINDS
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort, Spot
from desktop.models.request_words import Sought, folded, sought
from desktop.models.requests import Asked, Page, RequestFilter, by_ids, conditions, listed

FEW, MANY = 1_500, 6_000
"""Finds that are always put in order, and those that are where nothing better leads to a page."""
PORTION, MOST_READ = 500, 10_000
"""Rows that are read at once, and for one page at most."""
_FEW_WINDOWS = 3

_HERE = KINDS["request"].table.c
TAIL_LENGTH = 5
"""Characters at the end of a number by which an index finds it: two letters and three digits."""
_TAIL_OF: ColumnElement[str] = literal_column(f"substr(number, -{TAIL_LENGTH})")


@dataclass(frozen=True, slots=True)
class Search:
    """A text that is looked for in a list."""

    connection: Connection
    private: PrivateStore
    asked: Asked
    words: tuple[Sought, ...]

    def page(self) -> Page:
        """Return one page of the list."""
        if not self.words:
            return Page((), None)
        ids = self._looked_up(FEW)
        if ids is None and self._can_stream:
            return self._streamed()
        if ids is None:
            ids = self._looked_up(MANY)
        return self._read_along() if ids is None else self._ordered(ids)

    def spots(self) -> Iterator[Sequence[Spot]]:
        """Give the spots of the whole list, in portions; `after` and `limit` are not looked at."""
        if not self.words:
            return
        ids = self._looked_up(MANY)
        if ids is not None:
            yield [self._spot(row) for row in self._sorted(self._rows(ids))]
            return
        said = [self._said([one]) for one in self.words]
        for rows in self._along(4096):
            yield [self._spot(row) for row in rows if self._is_met(row, said)]

    def where(self, ids: Sequence[str]) -> dict[str, Spot]:
        """Return the spots of those of some requests that are in the list."""
        return {row.id: self._spot(row) for row in self._held(self._rows(ids))} if self.words else {}

    # Few finds

    def _looked_up(self, most: int) -> Collection[str] | None:
        """Return the ids of a few requests among which all finds are, None where there are more than `most`."""
        said = [one for one in self.words if one.is_said]
        if said:
            return self._finds(said, most)
        # Each word alone would do; the one with most letters is likely to be the rarest.
        for one in sorted(self.words, key=lambda word: -len(word.word)):
            found = self._finds([one], most)
            by_ledger = None if found is None else self._in_ledger(one, most - len(found))
            if found is not None and by_ledger is not None:
                return {*found, *by_ledger}
        return None

    def _finds(self, words: Iterable[Sought], most: int | None) -> list[str] | None:
        found = self.private.finds(" ".join(one.word for one in words), most)
        return None if found is None else [one.removeprefix("request:") for one in found]

    def _said(self, words: Iterable[Sought]) -> frozenset[str]:
        return frozenset(self._finds(words, None) or ())

    def _in_ledger(self, one: Sought, most: int) -> list[str] | None:
        found: list[str] = []
        for condition in self._meaning(one):
            query = select(_HERE.id).where(condition).limit(most - len(found) + 1)
            found += self.connection.execute(query).scalars()
            if len(found) > most:
                return None
        return found

    def _meaning(self, one: Sought) -> Iterable[ColumnElement[bool]]:
        """Give what an index finds by a word: each part walks one of its own."""
        if one.matters:
            yield _HERE.matter.in_(sorted(one.matters))
        number = one.number
        for begins in number.begins:
            yield and_(_HERE.id >= begins, _HERE.id < f"{begins}~")
        on = (_HERE.registered_at >= number.day, _HERE.registered_at < f"{number.day}U") if number.day else ()
        if number.tail:
            yield and_(*self._ends(number.tail), *on)
        elif on:
            yield and_(*on)

    def _ends(self, tail: str) -> tuple[ColumnElement[bool], ...]:
        exactly = _HERE.number.endswith(f"-{tail}")
        # PostgreSQL counts from the beginning only; there the index is not laid.
        is_server = self.connection.dialect.name == SERVER
        return (exactly,) if is_server else (_ends_like(tail), exactly)

    def _ordered(self, ids: Collection[str]) -> Page:
        rows = self._sorted(self._rows(ids))
        if self.asked.after is not None:
            after, is_down = self.asked.after, self.asked.sort.is_down
            rows = [row for row in rows if (self._spot(row) < after if is_down else self._spot(row) > after)]
        shown: list[Row[Any]] = []
        for at in range(0, len(rows), PORTION):
            shown += self._held(rows[at : at + PORTION])
            if len(shown) > self.asked.limit:
                break
        return self._page(shown)

    def _sorted(self, rows: Iterable[Row[Any]]) -> list[Row[Any]]:
        return sorted(rows, key=self._spot, reverse=self.asked.sort.is_down)

    # Very many finds

    @property
    def _can_stream(self) -> bool:
        """Whether the newest finds lead to a page sooner than the list does."""
        wanted = self.asked.wanted
        is_narrow = wanted.handler or wanted.action or wanted.due_from or wanted.due_before or wanted.overdue_at
        by_state = bool(wanted.statuses) and RequestStatus.ARCHIVED not in wanted.statuses
        by_window = wanted.windows is not None and len(wanted.windows) <= _FEW_WINDOWS
        are_said = any(one.is_said for one in self.words)
        return self.asked.sort is Sort.NEWEST and are_said and not (is_narrow or by_state or by_window)

    def _streamed(self) -> Page:
        """Return a page of the newest finds; those of a day are put in order once all of them are there."""
        after = self.asked.after
        below = (_day_of(after[0][:10]) + 1) * DAY_ROOM if after else None
        query = " ".join(one.word for one in self.words if one.is_said)
        pool: list[Row[Any]] = []
        shown: list[Row[Any]] = []
        day = ""
        for _portion in range(MOST_READ // PORTION):
            found = self.private.newest(query, below, PORTION)
            pool += self._rows([record.removeprefix("request:") for _row, record in found])
            is_last = len(found) < PORTION
            below = None if is_last else found[-1][0]
            day = "" if below is None else date.fromordinal(max(below // DAY_ROOM, 1)).isoformat()
            ready = [row for row in self._sorted(pool) if row.place0[:10] > day]
            pool = [row for row in pool if row.place0[:10] <= day]
            shown += self._held([row for row in ready if after is None or self._spot(row) < after])
            if is_last or len(shown) > self.asked.limit:
                return self._page(shown)
        return replace(self._page(shown), after=(f"{day}U", ""))

    def _read_along(self) -> Page:
        """Return a page by reading along the list."""
        shown: list[Row[Any]] = []
        read = 0
        for rows in self._along(PORTION):
            shown += self._held(rows)
            read += len(rows)
            if len(shown) > self.asked.limit:
                return self._page(shown)
            if read >= MOST_READ:
                return replace(self._page(shown), after=self._spot(rows[-1]))
        return self._page(shown)

    def _along(self, size: int) -> Iterator[Sequence[Row[Any]]]:
        query = listed(self._light, self.asked).execution_options(yield_per=size)
        with self.connection.execute(query) as found:
            while rows := found.fetchmany(size):
                yield rows

    # Rows

    @property
    def _light(self) -> Select[Any]:
        return Select[Any](*request_sorts.places(self.asked.sort), _HERE.matter)

    def _rows(self, ids: Collection[str]) -> Sequence[Row[Any]]:
        """Return those of some requests that are in the list, apart from the words."""
        if not ids:
            return ()
        query = self._light.where(*conditions(self.asked.wanted), _among(self.connection, ids))
        return self.connection.execute(query).all()

    def _held(self, rows: Sequence[Row[Any]]) -> list[Row[Any]]:
        """Return the rows that have every word."""
        needed = [row.id for row in rows if not all(one.in_ledger(row.id, row.matter) for one in self.words)]
        told = self.private.texts([f"request:{key}" for key in needed]) if needed else {}
        words = {record.removeprefix("request:"): folded(text) for record, text in told.items()}
        return [
            row
            for row in rows
            if all(one.in_ledger(row.id, row.matter) or one.in_words(words.get(row.id, "")) for one in self.words)
        ]

    def _is_met(self, row: Row[Any], said: Sequence[frozenset[str]]) -> bool:
        pairs = zip(self.words, said, strict=True)
        return all(row.id in ids or one.in_ledger(row.id, row.matter) for one, ids in pairs)

    def _spot(self, row: Row[Any]) -> Spot:
        return request_sorts.spot_of(row, self.asked.sort)

    def _page(self, found: Sequence[Row[Any]]) -> Page:
        shown = found[: self.asked.limit]
        full = {row.id: row for row in by_ids(self.connection, [row.id for row in shown])}
        has_more = len(found) > len(shown) > 0
        return Page(tuple(full[row.id] for row in shown), self._spot(shown[-1]) if has_more else None)


def search(connection: Connection, private: PrivateStore, asked: Asked) -> Search:
    """Return the search for the text of a list's filter."""
    return Search(connection, private, asked, sought(connection, asked.wanted.text))


def is_search(wanted: RequestFilter) -> bool:
    """Say whether a list is looked through for words."""
    return bool(wanted.text.strip())


def _ends_like(tail: str) -> ColumnElement[bool]:
    return _TAIL_OF.in_([tail[-TAIL_LENGTH:], tail[-TAIL_LENGTH:].upper()])


def _day_of(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _among(connection: Connection, ids: Collection[str]) -> ColumnElement[bool]:
    if connection.dialect.name == SERVER:
        return _HERE.id.in_(list(ids))
    # One value instead of thousands: nothing has to be put together for each.
    each = func.json_each(bindparam(None, json.dumps(list(ids)))).table_valued("value")
    return _HERE.id.in_(select(each.c.value))
