"""What is in force, remembered until the book says that it has changed."""

from datetime import date
from typing import NamedTuple

from desktop.models import in_force, lamps
from desktop.models.bare import Cursor
from desktop.models.catalogue import Catalogue
from desktop.models.lamps import Cutoffs, LampRules
from desktop.models.refusals import BookRefused

_SEEN = "SELECT (SELECT coalesce(max(arrival), 0) FROM entry), value FROM fact WHERE name = 'catalogue'"


def seen(cursor: Cursor) -> tuple[int, str]:
    """Return the last order of arrival and the counter of changes of the catalogue."""
    arrival, version = cursor.execute(_SEEN).fetchall()[0]
    return arrival, version


class InForce(NamedTuple):
    """The catalogue (None before the first) and the cut-off days of one day, as of one counter of changes."""

    version: str
    day: date
    catalogue: Catalogue | None
    cutoffs: Cutoffs


class _Version:
    """All that was read under one counter of changes: editions, calendar and numbers once, catalogues by edition."""

    def __init__(self, cursor: Cursor, version: str) -> None:
        self.version = version
        self._editions = in_force.editions(cursor)
        self._calendar = in_force.calendar(cursor)
        self._rules = LampRules.of(in_force.numbers(cursor))
        self._catalogues: dict[str, Catalogue] = {}
        self._days: dict[date, InForce] = {}

    def on(self, cursor: Cursor, day: date) -> InForce:
        if day not in self._days:
            cut = lamps.cutoffs(day, self._calendar, self._rules)
            self._days[day] = InForce(self.version, day, self._catalogue(cursor, day), cut)
        return self._days[day]

    def _catalogue(self, cursor: Cursor, day: date) -> Catalogue | None:
        if not self._editions:
            return None
        edition = in_force.begun(self._editions, day)
        if edition.id not in self._catalogues:
            self._catalogues[edition.id] = in_force.load(cursor, edition)
        return self._catalogues[edition.id]


class Rulebook:
    """The catalogue, calendar and numbers of each day that was asked for."""

    def __init__(self) -> None:
        """Begin with nothing remembered."""
        self._known: _Version | None = None

    def on(self, cursor: Cursor, day: date) -> InForce:
        """Return what is in force on a day."""
        version = seen(cursor)[1]
        if self._known is None or self._known.version != version:
            self._known = _Version(cursor, version)
        return self._known.on(cursor, day)

    def catalogue(self, cursor: Cursor, day: date) -> Catalogue:
        """Return the catalogue of a day. Raises BookRefused where the book has none."""
        found = self.on(cursor, day).catalogue
        if found is None:
            raise BookRefused("no_catalogue")
        return found
