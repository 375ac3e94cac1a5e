"""Ratings as the ledger holds them: the figures of a span of days, and the bad ones with their clocks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from types import SimpleNamespace as Row

from desktop.models import bare, in_force, ratings_heard
from desktop.models.bare import Cursor
from desktop.models.catalogue import Catalogue
from desktop.models.reader import Reader
from desktop.models.rectification import BadRating, RatingRules, dues
from desktop.models.satisfaction import BAD, LEVELS, Panel, Satisfaction, grouped
from desktop.models.vocabulary import Role

GROUPINGS = ("window", "unit", "county", "action")
COMPLETED = ("completed", "callback", "rated", "rectifying", "archived")
"""States of a request that has had its result (`request_status.csv`): the cases of 参评率."""

_IS_IN = "day >= :first AND day <= :last AND level IS NOT NULL"
_COUNTED = "coalesce(left_out, 0) = 0"
_PUT_RIGHT = (
    "corrected_on IS NOT NULL AND coalesce(correction, '') <> 'unfounded'"
    " AND (request IS NULL OR contacted_on IS NOT NULL)"
)
"""What was found to be unfounded is closed, but nothing was put right."""
_COUNT = f"""
SELECT {{key}} AS key, level, count(*) AS n,
 sum(CASE WHEN {_COUNTED} THEN 1 ELSE 0 END) AS counted,
 sum(CASE WHEN {_COUNTED} AND {_PUT_RIGHT} THEN 1 ELSE 0 END) AS put_right
FROM rating WHERE {_IS_IN} GROUP BY 1, level
"""
_ACTION = "(SELECT q.action FROM request q WHERE q.id = rating.request)"
_BAD = f"SELECT * FROM rating WHERE level IN ({', '.join(map(str, sorted(BAD)))})"
_WAITS = (
    " AND (coalesce(appeal, '') = 'open' OR (coalesce(appeal, '') <> 'upheld'"
    " AND (corrected_on IS NULL OR (request IS NOT NULL AND contacted_on IS NULL))))"
)
"""Bad ratings that wait for something: `BadRating.is_open`, or an appeal for its review."""


def satisfaction(
    cursor: Cursor, catalogue: Catalogue, first: date, last: date, by: str, *, heard: int | None = None
) -> Satisfaction:
    """Return the figures of the days from one to another, both counted, by window, unit, county or action.

    `heard` is the order of arrival up to which entries count; None: all.
    """
    column = "action" if by == "action" else "window"
    panels = _panels(cursor, column, first, last, heard)
    group, order = _groups(catalogue, by, panels)
    return grouped(panels, group, order, rules(cursor).rank_least)


def _panels(cursor: Cursor, column: str, first: date, last: date, heard: int | None) -> list[Panel]:
    span = {"first": first.isoformat(), "last": last.isoformat()}
    then = ratings_heard.shadows() if heard is not None else ""
    more = {"heard": heard} if heard is not None else {}
    key = '"window"' if column == "window" else _ACTION
    rows: dict[str | None, list[Row]] = {}
    for row in bare.rows(cursor, then + _COUNT.format(key=key), **span, **more):
        rows.setdefault(row.key, []).append(row)
    cases = _cases(cursor, column, span, then, more)
    return [_panel(key, rows.get(key, ()), cases.get(key, 0)) for key in dict.fromkeys((*rows, *cases))]


def _panel(key: str | None, rows: Iterable[Row], cases: int) -> Panel:
    found = {row.level: row for row in rows}
    counts = tuple(int(found[level].counted) if level in found else 0 for level in LEVELS)
    left_out = sum(int(row.n - row.counted) for row in found.values())
    put_right = sum(int(row.put_right) for level, row in found.items() if level in BAD)
    return Panel(key, cases, counts, left_out, put_right)


def _cases(
    cursor: Cursor, column: str, span: Mapping[str, str], then: str, more: Mapping[str, int]
) -> dict[str | None, int]:
    """Count the requests that were completed in the span, each once: one merged into another is that other."""
    states = ", ".join(f"'{state}'" for state in COMPLETED)
    query = (
        f'SELECT "{column}" AS key, count(*) AS n FROM request WHERE status IN ({states}) AND same_as IS NULL'
        " AND closed_at >= :first AND closed_at < :end GROUP BY 1"
    )
    # Requests keep Beijing time to the minute, so a day holds what begins with it.
    beyond = (date.fromisoformat(span["last"]) + timedelta(days=1)).isoformat()
    return {row.key: row.n for row in bare.rows(cursor, then + query, first=span["first"], end=beyond, **more)}


def _groups(
    catalogue: Catalogue, by: str, panels: Sequence[Panel]
) -> tuple[dict[str | None, str | None], list[str | None]]:
    """Return the group of every key, and the groups that anything falls into in printed order."""
    if by == "action":
        group: dict[str | None, str | None] = {key: key for key in catalogue.actions}
        printed: Iterable[str] = catalogue.actions
    elif by == "window":
        group, printed = {key: key for key in catalogue.windows}, catalogue.windows
    else:
        units = {key: window.unit for key, window in catalogue.windows.items()}
        group = {key: catalogue.county(unit) if by == "county" else unit for key, unit in units.items()}
        printed = catalogue.units
    used = {group.get(one.key) for one in panels}
    return group, [key for key in printed if key in used]


def rating_of(reader: Reader, request: str) -> str | None:
    """Return the id of the rating that a request has, None where it has none yet."""
    query = "SELECT id FROM rating WHERE request = :request AND level IS NOT NULL"
    return next((str(row[0]) for row in reader.rows(query, request=request)), None)


def rules(cursor: Cursor) -> RatingRules:
    """Return the numbers behind ratings as the bureau has set them."""
    return RatingRules.of(in_force.numbers(cursor))


def bad_ratings(cursor: Cursor, reader: Role, *, waiting: bool = False) -> list[BadRating]:
    """Return every bad rating, or those that wait, oldest first. A clerk is not told whose request it was (R09)."""
    calendar, limits = in_force.calendar(cursor), rules(cursor)
    due = cache(lambda day, is_complex: dues(day, calendar, limits, is_complex=is_complex))

    def told(row: Row) -> BadRating:
        day, is_complex = date.fromisoformat(row.day), bool(row.is_complex)
        return BadRating(
            row.id, row.window, day, row.level, tuple(filter(None, (row.reasons or "").split(";"))),
            row.request is not None, None if reader is Role.CLERK else row.request, row.appeal or "", is_complex,
            _day(row.called_on), _day(row.contacted_on), _day(row.corrected_on),
            due(day, is_complex), row.correction or "",
        )  # fmt: skip

    query = f"{_BAD}{_WAITS if waiting else ''} ORDER BY day, id"
    return [told(row) for row in bare.rows(cursor, query)]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
