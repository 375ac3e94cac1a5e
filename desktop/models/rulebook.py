"""What is in force, remembered until the book says that it has changed."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, text

from desktop.models import in_force, lamps
from desktop.models.catalogue import Catalogue
from desktop.models.lamps import Cutoffs, LampRules

_SEEN = text("SELECT (SELECT coalesce(max(arrival), 0) FROM entry), value FROM fact WHERE name = 'catalogue'")


def seen(connection: Connection) -> tuple[int, str]:
    """Return the last order of arrival and the counter of changes of the catalogue."""
    arrival, version = connection.execute(_SEEN).one()
    return arrival, version


@dataclass(frozen=True, slots=True)
class InForce:
    """The catalogue (None before the first) and the cut-off days of one day, as of one counter of changes."""

    version: str
    day: date
    catalogue: Catalogue | None
    cutoffs: Cutoffs


@dataclass(slots=True)
class Rulebook:
    """The catalogue, calendar and numbers of each day that was asked for."""

    _days: dict[date, InForce] = field(default_factory=dict)

    def on(self, connection: Connection, day: date) -> InForce:
        """Return what is in force on a day."""
        version = seen(connection)[1]
        found = self._days.get(day)
        if found is None or found.version != version:
            rules = LampRules.of(in_force.numbers(connection))
            catalogue = in_force.load(connection, day) if in_force.editions(connection) else None
            cut = lamps.cutoffs(day, in_force.calendar(connection), rules)
            found = self._days[day] = InForce(version, day, catalogue, cut)
        return found

    def catalogue(self, connection: Connection, day: date) -> Catalogue:
        """Return the catalogue of a day. Raises BookRefused where the book has none."""
        return self.on(connection, day).catalogue or in_force.load(connection, day)
