"""The register of requests as it is read: one row, one page of a filtered list, counts, what waits today.

Every list walks an index of the ledger table and goes on after the last row of the page before; nothing counts rows
that it does not show. A request that was taken back, or merged into another, is in no list.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, literal_column, or_, select

from desktop.models.records import KINDS
from desktop.models.request_rules import RequestStatus, Ticking, ticking

PAGE = 200
_TABLE = KINDS["request"].table
_HERE = _TABLE.c
_DUE_OR_LAST: ColumnElement[str] = literal_column("coalesce(due_on, '~')")


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


class Sort(StrEnum):
    """In which order a list comes: the newest first, or what is due first (without a date last)."""

    NEWEST = "newest"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class RequestFilter:
    """What a list holds; nothing set lets everything through.

    `windows` None means all, as do the empty texts. `since` and `until` are days of registration, both included;
    `due_from` days of the due date from, `due_before` below. `text` finds numbers from their beginning, and matters and
    citizens' words (the latter by the ids that `words` brings) anywhere. `merged` shows those that left the counts too.
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


Spot = tuple[str, str]
"""Where a page ended: the value by which the list is sorted, and the id."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list; `after` goes on behind the last, None where there is nothing more."""

    rows: tuple[RequestRow, ...]
    after: Spot | None


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page of which list: at most `limit` rows behind `after`.

    `words` are ids of requests whose citizens' words hold the text of the filter.
    """

    wanted: RequestFilter = RequestFilter()
    sort: Sort = Sort.NEWEST
    limit: int = PAGE
    after: Spot | None = None
    words: tuple[str, ...] = ()


def row_of(row: Row[Any]) -> RequestRow:
    """Return a row of the ledger's table."""
    told: dict[str, Any] = {name: getattr(row, name) or "" for name in _NAMES}
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
    """Return one page of a list."""
    is_newest = asked.sort is Sort.NEWEST
    key: ColumnElement[str] = _HERE.registered_at if is_newest else _DUE_OR_LAST
    query: Select[Any] = select(*_COLUMNS, key.label("place"))
    query = query.where(*conditions(connection, asked.wanted, asked.words), *_behind(key, asked))
    order = (key.desc(), _HERE.id.desc()) if is_newest else (key, _HERE.id)
    found: Sequence[Row[Any]] = connection.execute(query.order_by(*order).limit(asked.limit + 1)).all()
    shown = found[: asked.limit]
    has_more = len(found) > len(shown) > 0
    return Page(tuple(map(row_of, shown)), (str(shown[-1].place), str(shown[-1].id)) if has_more else None)


def _behind(key: ColumnElement[str], asked: Asked) -> tuple[ColumnElement[bool], ...]:
    """Return what the rows after the last page have in common; the first part is what an index seeks."""
    if asked.after is None:
        return ()
    place, last = asked.after
    if asked.sort is Sort.NEWEST:
        return key <= place, or_(key < place, _HERE.id < last)
    return key >= place, or_(key > place, _HERE.id > last)


def conditions(connection: Connection, wanted: RequestFilter, words: Iterable[str] = ()) -> list[ColumnElement[bool]]:
    """Return what a filter asks of the table."""
    found: list[ColumnElement[bool]] = [_HERE.status.is_not(None)]
    if not wanted.merged:
        found.append(_HERE.same_as.is_(None))
    if wanted.statuses:
        # Nearly all requests are archived: there the list's own order finds a page sooner than the index over states.
        state = _unindexed(_HERE.status) if RequestStatus.ARCHIVED in wanted.statuses else _HERE.status
        found.append(state.in_(sorted(wanted.statuses)))
    if wanted.windows is not None:
        found.append(_HERE.window.in_(sorted(wanted.windows)))
    for column, value in (
        (_HERE.action, wanted.action), (_HERE.channel, wanted.channel), (_HERE.applicant, wanted.applicant),
        (_HERE.handler, wanted.handler),
    ):  # fmt: skip
        if value:
            found.append(column == value)
    found += _spans(wanted)
    if wanted.text:
        found.append(_holding(connection, wanted.text, words))
    return found


def _spans(wanted: RequestFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.since:
        yield _HERE.registered_at >= wanted.since
    if wanted.until:
        yield _HERE.registered_at < f"{wanted.until}U"  # after every minute of that day, which begin with T
    if wanted.due_from:
        yield _HERE.due_on >= wanted.due_from
    if wanted.due_before:
        yield _HERE.due_on < wanted.due_before


def _holding(connection: Connection, text: str, words: Iterable[str]) -> ColumnElement[bool]:
    """Return who holds a text: in the number from its beginning, in the matter, or in the words of a citizen."""
    typed = text.strip()
    number = and_(_HERE.id >= typed, _HERE.id < f"{typed}~")
    every = matters(connection)
    fit = [one for one in every if typed.casefold() in one.casefold()]
    ids = [one.removeprefix("request:") for one in words]
    if len(fit) * _FEW > len(every):
        # So many fit that a page is full soon in the list's own order; the indices would bring them all, to be sorted.
        key = _unindexed(_HERE.id)
        return or_(_unindexed(_HERE.matter).in_(fit), key.in_(ids), and_(key >= typed, key < f"{typed}~"))
    return or_(number, _HERE.matter.in_(fit), _HERE.id.in_(ids))


_FEW = 8


def _unindexed(column: ColumnElement[str]) -> ColumnElement[str]:
    """Return a column in a form that no index holds, so that the engine does not choose one."""
    return column.op("||")("")


def matters(connection: Connection) -> list[str]:
    """Return every matter that was ever asked for, in order: a seek for each instead of a scan over all requests."""
    found: list[str] = []
    last = ""
    while True:
        query = select(func.min(_HERE.matter)).where(_HERE.matter > last)
        following = connection.execute(query).scalar()
        if following is None:
            return found
        last = str(following)
        found.append(last)


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
