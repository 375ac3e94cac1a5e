"""How states stood on each of some days: the figures of their boards, out of one reading of the journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models.bare import Cursor
from desktop.models.boards import disputed
from desktop.models.catalogue import Catalogue, ServiceWindow
from desktop.models.clock import beijing_day, day_end
from desktop.models.moment import When
from desktop.models.refusals import RuleBroken
from desktop.models.rulebook import Rulebook
from desktop.models.totals import Counts
from desktop.models.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Point:
    """The figures of one day: each commitment once in the total, once in its category and once in its county.

    As in `totals`, a verified commitment that is disputed counts as in place. Keys stand in printed order: every
    category of the edition in force that day, every county with a window open that day.
    """

    day: date
    total: Counts
    categories: dict[str, Counts]
    counties: dict[str, Counts]


@dataclass(frozen=True, slots=True)
class Trend:
    """Points in the order of the days asked for; `begun` is the day of the book's first deed, None before any."""

    points: tuple[Point, ...]
    begun: date | None


_ALWAYS = "~"
"""A text beyond all stamps: today's board counts what a clock ahead has stamped, as `boards.at_moment` does."""
_DIGITS = " ".join(f"WHEN '{state}' THEN '{state.code}'" for state in Status)
_UNTOUCHED = str(Status.NOT_STARTED.code)
_SEEK = (
    "SELECT l.after FROM line l WHERE l.record = 'commitment:' || c.id AND l.field = 'status' AND l.stamp < :{end}"
    " AND l.booked = 1 ORDER BY l.stamp DESC LIMIT 1"
)
_FIRST = "SELECT placed FROM entry WHERE placed IS NOT NULL AND device NOT LIKE 'cat-%' ORDER BY placed LIMIT 1"


def _query(number: int) -> str:
    """Return the query for window, action and one digit a day of every commitment that anybody has touched.

    A line is sought only where the one that stands was not there yet, so a long journal costs no more than a short one.
    """
    ends = [f"end_{letter}" for letter in map(_lettered, range(number))]
    told = " || ".join(
        f"CASE coalesce(CASE WHEN coalesce(c.status_stamp, '') < :{end} THEN c.status"
        f" ELSE ({_SEEK.format(end=end)}) END, '{Status.NOT_STARTED}') {_DIGITS} ELSE '0' END"
        for end in ends
    )
    return f"SELECT c.action, c.window, {told} FROM commitment c"


def _lettered(number: int) -> str:
    """Return a number in letters: the blanks of a query are words."""
    return str(number).translate({ord(str(n)): letter for n, letter in enumerate("abcdefghij")})


def trend(cursor: Cursor, rulebook: Rulebook, today: date, days: Sequence[date]) -> Trend:
    """Return the points of some days, at most 200; see `Readings.trend`."""
    if ahead := [day for day in days if day > today]:
        raise RuleBroken("future_day", day=max(ahead), today=today)
    first = cursor.execute(_FIRST).fetchone()
    begun = beijing_day(first[0]) if first else None
    if not days:
        return Trend((), begun)
    grid = _Grid([rulebook.catalogue(cursor, day) for day in days])
    ends = {day: _ALWAYS if day == today else day_end(day) for day in days}
    asked = {f"end_{_lettered(n)}": ends[day] for n, day in enumerate(days)}
    for action, window, told in cursor.execute(_query(len(days)), asked).fetchall():
        grid.set(action, window, told)
    points = []
    for at, day in enumerate(days):
        then = When(rulebook.on(cursor, day).cutoffs, None if day == today else ends[day])
        points.append(grid.point(at, day, frozenset(disputed(cursor, then))))
    return Trend(tuple(points), begun)


class _Grid:
    """One digit a day for every action of any of the editions at every window; windows of a county side by side."""

    def __init__(self, catalogues: Sequence[Catalogue]) -> None:
        self._catalogues = catalogues
        last = catalogues[-1]
        places = {unit: place for place, unit in enumerate(last.units)}
        self._windows = sorted(last.windows.values(), key=lambda one: places[last.county(one.unit)])
        self._actions = {
            key: row for row, key in enumerate(dict.fromkeys(k for one in catalogues for k in one.actions))
        }
        self._columns = {window.id: column for column, window in enumerate(self._windows)}
        self._cells = bytearray(_UNTOUCHED.encode() * (len(catalogues) * len(self._windows) * len(self._actions)))

    def set(self, action: str, window: str, told: str) -> None:
        """Take one commitment's digits; what no edition knows is left out."""
        if action in self._actions and window in self._columns:
            number = len(self._catalogues)
            at = (self._actions[action] * len(self._windows) + self._columns[window]) * number
            self._cells[at : at + number] = told.encode()

    def point(self, at: int, day: date, contested: frozenset[str]) -> Point:
        """Count one day."""
        return _Count(self._catalogues[at], self._windows, day, contested).of(
            {key: self._row(row, at) for key, row in self._actions.items() if key in self._catalogues[at].actions}
        )

    def _row(self, row: int, at: int) -> bytes:
        width, number = len(self._windows), len(self._catalogues)
        return bytes(self._cells[row * width * number + at : (row + 1) * width * number : number]).translate(_CODES)


_CODES = bytes(byte - 48 if 48 <= byte <= 56 else 0 for byte in range(256))
_CONTESTED = bytes.maketrans(bytes([Status.VERIFIED.code]), bytes([Status.IN_PLACE.code]))


class _Count:
    """The counting of one day."""

    def __init__(
        self, catalogue: Catalogue, windows: Sequence[ServiceWindow], day: date, contested: frozenset[str]
    ) -> None:
        self._catalogue = catalogue
        self._windows = windows
        self._open = [window.is_open(day) for window in windows]
        self._day = day
        self._contested = contested
        self._masks: dict[tuple[str, ...], int] = {}
        self._spans = self._by_county()

    def _by_county(self) -> dict[str, slice]:
        """Return the columns of each county that has a window open, in printed order."""
        counties = [self._catalogue.county(window.unit) for window in self._windows]
        found = {county for county, is_open in zip(counties, self._open, strict=True) if is_open}
        first = {county: counties.index(county) for county in found}
        return {
            unit: slice(first[unit], first[unit] + counties.count(unit))
            for unit in self._catalogue.units
            if unit in found
        }  # fmt: skip

    def of(self, rows: dict[str, bytes]) -> Point:
        """Return the point of a day from the codes of each action, as wide as the windows."""
        total = Counts(None)
        categories = {key: Counts(key) for key in self._catalogue.categories}
        counties = {key: Counts(key) for key in self._spans}
        for key, codes in rows.items():
            action = self._catalogue.actions[key]
            told = (int.from_bytes(codes) & self._mask(action.kinds)).to_bytes(len(codes))
            own, columns = self._settle(key, told)
            category = categories.setdefault(action.category, Counts(action.category))
            for county, span in self._spans.items():
                _add(own[span], (total, category, counties[county]))
            for column in columns:
                place = counties[self._catalogue.county(self._windows[column].unit)]
                for counts in (total, category, place):
                    counts.disputed += 1
        return Point(self._day, total, categories, counties)

    def _mask(self, kinds: tuple[str, ...]) -> int:
        """Return ones where an action of these kinds applies and the window is open."""
        if kinds not in self._masks:
            there = (on and window.kind in kinds for window, on in zip(self._windows, self._open, strict=True))
            self._masks[kinds] = int.from_bytes(bytes(255 * one for one in there))
        return self._masks[kinds]

    def _settle(self, action: str, codes: bytes) -> tuple[bytes, list[int]]:
        """Return the codes as they count, and the columns that are disputed."""
        if not self._contested:
            return codes, []
        columns = [
            at for at, code in enumerate(codes) if code and f"{action}@{self._windows[at].id}" in self._contested
        ]
        counted = bytearray(codes)
        for at in columns:
            counted[at : at + 1] = codes[at : at + 1].translate(_CONTESTED)
        return bytes(counted), columns


_CODED = tuple((state, state.code) for state in Status)


def _add(codes: bytes, groups: Sequence[Counts]) -> None:
    for status, code in _CODED:
        if number := codes.count(code):
            for counts in groups:
                counts.counts[status] += number
