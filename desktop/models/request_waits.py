"""What waits at the counter today: due, overdue, to call back, returned to somebody."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, false, func, select

from desktop.models import in_force, papers_notice, request_clock
from desktop.models.clock import BEIJING
from desktop.models.dialects import cursor_of
from desktop.models.records import KINDS
from desktop.models.request_rules import RequestStatus
from desktop.models.requests import OPEN, RequestRow, by_ids, in_time, overdue, untold
from desktop.models.workdays import Calendar

LONGEST_LIST = 500
_HERE = KINDS["request"].table.c


@dataclass(frozen=True, slots=True)
class Waiting:
    """One list of what waits: how many there are in all, and the first of them, what is due first at the top."""

    count: int
    rows: tuple[RequestRow, ...]


@dataclass(frozen=True, slots=True)
class Waits:
    """The lists of a start. `returned`: bad ratings that were sent to this officer, by the name given.

    `untold`: still to be accepted although missing papers can be told no more, so that they count as accepted
    (`papers_notice`).
    """

    due_today: Waiting
    due_tomorrow: Waiting
    overdue: Waiting
    to_call: Waiting
    returned: Waiting
    untold: Waiting


def waits(
    connection: Connection, now: datetime, officer: str = "", windows: Collection[str] | None = None,
    limit: int = LONGEST_LIST,
) -> Waits:  # fmt: skip
    """Return what waits at an instant, of each list at most so many rows; only at some windows where they are named."""
    at, today = request_clock.minute(now), now.astimezone(BEIJING).date()
    tomorrow, beyond = today + timedelta(days=1), today + timedelta(days=2)

    def listed(*where: ColumnElement[bool]) -> Waiting:
        return _listed(connection, windows, limit, *where)

    opened = _HERE.status.in_(OPEN)
    return Waits(
        due_today=listed(opened, _HERE.due_on < tomorrow.isoformat(), in_time(at)),
        due_tomorrow=listed(opened, *_within(tomorrow, beyond)),
        overdue=listed(opened, *overdue(at)),
        to_call=listed(_HERE.status == RequestStatus.COMPLETED),
        returned=listed(_HERE.status == RequestStatus.RECTIFYING, _HERE.assignee == officer),
        untold=listed(*_untold(today, in_force.calendar(cursor_of(connection)))),
    )


def _untold(today: date, calendar: Calendar) -> tuple[ColumnElement[bool], ...]:
    """Return what requests have in common that wait for an acceptance which the law has given already."""
    before = papers_notice.received_before(today, calendar)
    return untold(before.isoformat()) if before is not None else (false(),)


def pressing(connection: Connection, now: datetime, windows: Collection[str] | None = None) -> int:
    """Return how many requests are overdue or due today, at some windows or at all."""
    tomorrow = now.astimezone(BEIJING).date() + timedelta(days=1)
    asked: list[ColumnElement[Any]] = [_HERE.same_as.is_(None), _HERE.status.in_(OPEN)]
    asked.append(_HERE.due_on < tomorrow.isoformat())
    if windows is not None:
        asked.append(_HERE.window.in_(sorted(windows)))
    return int(connection.execute(select(func.count()).where(*asked)).scalar_one())


def _within(first: date, beyond: date) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return _HERE.due_on >= first.isoformat(), _HERE.due_on < beyond.isoformat()


def _listed(
    connection: Connection, windows: Collection[str] | None, limit: int, *where: ColumnElement[Any]
) -> Waiting:  # fmt: skip
    asked = [_HERE.same_as.is_(None), *where]
    if windows is not None:
        asked.append(_HERE.window.in_(sorted(windows)))
    count = connection.execute(select(func.count()).where(*asked)).scalar_one()
    if not limit:
        return Waiting(int(count), ())
    query = select(_HERE.id).where(*asked).order_by(_HERE.due_on, _HERE.id).limit(limit)
    ids = list(connection.execute(query).scalars())
    rows = {row.id: row for row in by_ids(connection, ids)}
    return Waiting(int(count), tuple(rows[key] for key in ids if key in rows))
