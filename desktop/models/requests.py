"""The register of requests as it is read: one row, one page of a filtered list, counts, what waits today.

Every list walks an index of the ledger table and goes on after the last row of the page before; nothing counts rows
that it does not show. A request that was taken back, or merged into another, is in no list.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from desktop.models import request_sorts
from desktop.models.records import KINDS
from desktop.models.request_rules import RequestStatus, Ticking, ticking
from desktop.models.request_sorts import Sort, Spot

PAGE = 200
_TABLE = KINDS["request"].table
_HERE = _TABLE.c


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request as it stands. Empty texts where nothing is set; days ISO, instants Beijing time to the minute.

    `due_on` is the earlier of both clocks, a day or for hours and minutes an instant. Names, telephones and words are
    in none of them: they are asked of `Book.private` by `record`.
    """

    id: str
    number: str
    action: str
    window: str
    matter: str
    channel: str
    applicant: str
    status: RequestStatus
    registered_at: str
    accepted_at: str
    started_at: str
    closed_at: str
    promise: str
    legal: str
    due_on: str
    legal_due_on: str
    stops: str
    extension: str
    approval: str
    noticed_on: str
    handler: str
    result: str
    target: str
    follows: str
    part_of: str
    same_as: str
    called_on: str
    reached: str
    calls: int
    rating: str
    level: str
    rect_due_on: str
    assignee: str
    correction: str
    updated_stamp: str
    disputed: bool

    @property
    def record(self) -> str:
        """The name of its record in journal and private file."""
        return f"request:{self.id}"

    @property
    def clock(self) -> Ticking:
        """What its clock does."""
        return ticking(self.status)

    def is_overdue(self, now: str) -> bool:
        """Say whether time was over at a minute of Beijing time, while it goes on."""
        end = self.due_on if "T" in self.due_on else f"{self.due_on}T24:00"
        return bool(self.due_on) and self.status in OPEN and end < now


OPEN = tuple(one for one in RequestStatus if ticking(one) in {Ticking.NOT_STARTED, Ticking.RUNNING})
"""The states in which a due date is waited for."""

_NAMES = tuple(field.name for field in fields(RequestRow))
_COLUMNS = tuple(_HERE[name] for name in _NAMES)


@dataclass(frozen=True, slots=True)
class RequestFilter:
    """What a list holds; nothing set lets everything through.

    `windows` None means all, as do the empty texts. `since` and `until` are days of registration, both included;
    `due_from` days of the due date from, `due_before` below. `text` are words, each of which stands in the number, the
    matter (as written, or by pinyin) or what the citizen said. `merged` shows those that left the counts too.
    `overdue_at` and `in_time_at` are minutes of Beijing time at which time was over or was not. `assignee` corrects a
    bad rating. `untold_before` is the day before which those came in that count as accepted (`papers_notice`).
    """

    statuses: frozenset[RequestStatus] = frozenset()
    windows: frozenset[str] | None = None
    action: str = ""
    channel: str = ""
    applicant: str = ""
    handler: str = ""
    since: str = ""
    until: str = ""
    due_from: str = ""
    due_before: str = ""
    text: str = ""
    merged: bool = False
    overdue_at: str = ""
    in_time_at: str = ""
    assignee: str = ""
    untold_before: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list; `after` goes on behind the last, None where there is nothing more.

    Where a word that is looked for meets very many but not in this list, a page may be short, or empty, and go on.
    """

    rows: tuple[RequestRow, ...]
    after: Spot | None


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page of which list: at most `limit` rows behind `after`."""

    wanted: RequestFilter = RequestFilter()
    sort: Sort = Sort.NEWEST
    limit: int = PAGE
    after: Spot | None = None


def names() -> tuple[str, ...]:
    """Return the names of a row's fields."""
    return _NAMES


def row_of(row: Row[Any]) -> RequestRow:
    """Return a row of the ledger's table that begins with its columns."""
    told: dict[str, Any] = {name: value or "" for name, value in zip(_NAMES, row, strict=False)}
    told |= {"status": RequestStatus(row.status), "calls": int(row.calls or 0), "disputed": bool(row.disputed)}
    return RequestRow(**told)


def by_ids(connection: Connection, ids: Collection[str]) -> list[RequestRow]:
    """Return the requests of ids in their order; unknown ones and those taken back are left out."""
    query = select(*_COLUMNS).where(_HERE.id.in_(list(ids)), _HERE.status.is_not(None)).order_by(_HERE.id)
    return [row_of(row) for row in connection.execute(query)]


def kin(connection: Connection, key: str) -> list[RequestRow]:
    """Return the requests that follow, are part of, or were merged into another."""
    related = or_(_HERE.follows == key, _HERE.part_of == key, _HERE.same_as == key)
    query = select(*_COLUMNS).where(related, _HERE.status.is_not(None)).order_by(_HERE.id)
    return [row_of(row) for row in connection.execute(query)]


def page(connection: Connection, asked: Asked) -> Page:
    """Return one page of a list, whatever its text is (`request_search`)."""
    query = Select[Any](*_COLUMNS, *request_sorts.places(asked.sort)[:-1])
    found: Sequence[Row[Any]] = connection.execute(listed(query, asked).limit(asked.limit + 1)).all()
    shown = found[: asked.limit]
    has_more = len(found) > len(shown) > 0
    return Page(tuple(map(row_of, shown)), request_sorts.spot_of(shown[-1], asked.sort) if has_more else None)


def listed(query: Select[Any], asked: Asked) -> Select[Any]:
    """Return a query over the rows of a list behind `after`, in its order."""
    query = query.where(*conditions(asked.wanted, asked.sort), *request_sorts.behind(asked.sort, asked.after))
    return query.order_by(*request_sorts.order(asked.sort))


def conditions(wanted: RequestFilter, sort: Sort | None = None) -> list[ColumnElement[bool]]:
    """Return what a filter asks of the table, but for its text; `sort` is the order along which it is read."""
    found: list[ColumnElement[bool]] = [_HERE.status.is_not(None)]
    if not wanted.merged:
        found.append(_HERE.same_as.is_(None))
    if wanted.statuses:
        # Nearly all requests are archived: there the list's own order finds a page sooner than the index over states.
        state = unindexed(_HERE.status) if RequestStatus.ARCHIVED in wanted.statuses else _HERE.status
        found.append(state.in_(sorted(wanted.statuses)))
    if wanted.windows is not None:
        # One window is an index of its own; several of them would be sorted whole before the first row comes.
        window = _HERE.window if len(wanted.windows) == 1 else unindexed(_HERE.window)
        found.append(window.in_(sorted(wanted.windows)))
    for column, value in (
        (_HERE.action, wanted.action), (_HERE.channel, wanted.channel), (_HERE.applicant, wanted.applicant),
        (_HERE.handler, wanted.handler), (_HERE.assignee, wanted.assignee),
    ):  # fmt: skip
        if value:
            found.append(column == value)
    found += _registered(wanted, sort)
    found += _spans(wanted)
    return found


_BY_DAY = frozenset({Sort.NEWEST, Sort.OLDEST})
_WIDE = 31
"""Days whose requests are rather met along another order than all sorted before the first comes."""


def _registered(wanted: RequestFilter, sort: Sort | None) -> Iterable[ColumnElement[bool]]:
    at: ColumnElement[str] = _HERE.registered_at
    if sort is not None and sort not in _BY_DAY and _is_wide(wanted):
        at = unindexed(at)
    if wanted.since:
        yield at >= wanted.since
    if wanted.until:
        yield at < f"{wanted.until}U"  # after every minute of that day, which begin with T


def _is_wide(wanted: RequestFilter) -> bool:
    if not (wanted.since and wanted.until):
        return True
    return (date.fromisoformat(wanted.until[:10]) - date.fromisoformat(wanted.since[:10])).days > _WIDE


def _spans(wanted: RequestFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.due_from:
        yield _HERE.due_on >= wanted.due_from
    if wanted.due_before:
        yield _HERE.due_on < wanted.due_before
    if wanted.overdue_at:
        yield from overdue(wanted.overdue_at)
    if wanted.in_time_at:
        yield in_time(wanted.in_time_at)
    if wanted.untold_before:
        yield from untold(wanted.untold_before)


def overdue(at: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return what requests have in common whose time was over at a minute; the first part is what an index seeks."""
    today = at[:10]
    return _HERE.due_on < at, or_(_HERE.due_on < today, and_(_HERE.due_on >= f"{today}T", _HERE.due_on < at))


def in_time(at: str) -> ColumnElement[bool]:
    """Return what requests have in common whose time was not over at a minute."""
    return or_(_HERE.due_on == at[:10], _HERE.due_on >= at)


def untold(before: str) -> tuple[ColumnElement[bool], ...]:
    """Return what requests have in common that came in before a day and whose time still waits for an acceptance."""
    limited = or_(_HERE.promise.is_not(None), _HERE.legal.is_not(None))
    waits = _HERE.status == RequestStatus.REGISTERED, _HERE.started_at.is_(None)
    return (*waits, limited, _HERE.registered_at < before)


def unindexed(column: ColumnElement[str]) -> ColumnElement[str]:
    """Return a column in a form that no index holds, so that the engine does not choose one."""
    return column.op("||")("")


def counts(
    connection: Connection, windows: Collection[str] | None = None,
    states: Collection[RequestStatus] = tuple(RequestStatus),
) -> dict[RequestStatus, int]:  # fmt: skip
    """Return how many requests stand in each of some states, those that are merged or taken back left out."""
    query = select(_HERE.status, func.count()).where(_HERE.status.in_(sorted(states)), _HERE.same_as.is_(None))
    if windows is not None:
        query = query.where(_HERE.window.in_(sorted(windows)))
    found = {RequestStatus(status): int(count) for status, count in connection.execute(query.group_by(_HERE.status))}
    return {status: found.get(status, 0) for status in RequestStatus if status in states}
