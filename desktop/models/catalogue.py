"""The catalogue as it is in force: measures, categories, actions, kinds of windows, units and windows.

Its rows are named tuples: the window reads a catalogue before its first figures, and a data class takes half a
millisecond to make. A view hands out their ids, never the rows, where Qt would take a tuple for a list (`data`).
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop.models.vocabulary import Cadence, UnitKind


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of the catalogue. `origin` is `starter` or `official`."""

    id: str
    title_zh: str
    title_en: str
    origin: str
    source: str
    from_day: date
    number: str = ""


class Category(NamedTuple):
    """One of the categories (类) of an edition."""

    id: str
    name_zh: str
    name_en: str


class Measure(NamedTuple):
    """One convenience measure (便民利企措施) of an edition."""

    id: str
    title_zh: str
    title_en: str
    text_zh: str
    text_en: str
    audience: str
    lead_dept: str


class ServiceAction(NamedTuple):
    """One concrete action (具体举措). `id` is for ever; `code` is what this edition prints."""

    id: str
    code: str
    category: str
    title_zh: str
    title_en: str
    text_zh: str
    text_en: str
    accept_zh: str
    accept_en: str
    measures: tuple[str, ...]
    kinds: tuple[str, ...]
    lead_dept: str
    promise_value: int | None
    promise_unit: str
    legal_value: int | None
    legal_unit: str
    clock_from: str
    promise_basis: str
    cadence: Cadence
    came_from: tuple[str, ...] = ()
    """Ids of the actions of the edition before from which this one was split or merged."""


class WindowKind(NamedTuple):
    """A kind of window: an action names the kinds to which it applies."""

    id: str
    name_zh: str
    name_en: str


class Unit(NamedTuple):
    """Bureau, department, branch, county bureau, zone or station. `parent` is empty for the bureau."""

    id: str
    kind: str
    name_zh: str
    name_en: str
    parent: str
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str = ""
    phone: str = ""


class ServiceWindow(NamedTuple):
    """A service window (窗口) of a unit."""

    id: str
    unit: str
    kind: str
    name_zh: str
    name_en: str
    phone: str = ""
    hours_zh: str = ""
    hours_en: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str = ""

    def is_open(self, day: date) -> bool:
        """Say whether the window is valid on a day; both ends count."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """What is in force on a day, each in its printed order, keyed by id."""

    edition: Edition
    categories: dict[str, Category]
    measures: dict[str, Measure]
    actions: dict[str, ServiceAction]
    kinds: dict[str, WindowKind]
    units: dict[str, Unit]
    windows: dict[str, ServiceWindow]

    def under(self, unit: str) -> frozenset[str]:
        """Return the ids of a unit and of every unit below it."""
        found = {unit}
        grown = True
        while grown:
            new = {u.id for u in self.units.values() if u.parent in found} - found
            found |= new
            grown = bool(new)
        return frozenset(found)

    def is_bureaus(self, unit: str) -> bool:
        """Say whether a book of this unit is a bureau's: of the city, a county, a branch or a zone."""
        return unit in self.units and self.units[unit].kind not in {UnitKind.STATION, UnitKind.DEPARTMENT}

    def county(self, unit: str) -> str:
        """Return the unit directly below the bureau under which a unit lies (itself when it is one)."""
        here = unit
        while (parent := self.units[here].parent) and self.units[parent].parent:
            here = parent
        return here
