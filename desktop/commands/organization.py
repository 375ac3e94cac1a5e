"""Deeds on the organisation: units, windows, kinds of windows, days off, the numbers behind the lamps."""

from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass
from datetime import date

from desktop.commands import bureau
from desktop.commands.bureau import Values
from desktop.models import plain_text, purge_rule
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.lamps import LampRules
from desktop.models.reader import Reader
from desktop.models.records import KINDS
from desktop.models.rectification import RatingRules
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.vocabulary import UnitKind
from desktop.models.workdays import Certainty, DayKind

_UNIT = ("kind", "name_zh", "name_en", "parent", "org_code", "phone", "valid_from", "valid_to", "successor")
_WINDOW = (
    "unit", "kind", "name_zh", "name_en", "network", "hours_zh", "hours_en", "phone", "valid_from", "valid_to",
    "successor",
)  # fmt: skip
_KIND = ("name_zh", "name_en", "desc_zh", "desc_en")
_MOST = 1_000


@dataclass(frozen=True, slots=True)
class EditUnit:
    """Change a unit, or add one. Its id is for ever; a merged or closed unit gets `valid_to` and a `successor`."""

    unit: str
    values: Values
    reason: str = ""

    kind = "unit"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken or InputRefused: not the bureau, unknown parent, a circle, a bad day."""
        bureau.refuse_others(reader, desk)
        bureau.refuse_code(self.unit)
        record, values = f"unit:{self.unit}", bureau.written(self.values, _UNIT)
        standing = reader.standing(record)
        needed = ("kind", "name_zh") if self.unit == _root(reader) else ("kind", "name_zh", "parent")
        bureau.refuse_missing(record, standing, values, needed)
        whole = {**standing, **values}
        bureau.refuse_value("kind", whole.get("kind") or "", tuple(UnitKind))
        parents = _parents(reader)
        if parent := whole.get("parent"):
            bureau.refuse_value("parent", parent, parents)
            _refuse_circle(self.unit, parent, parents)
        _refuse_succession(self.unit, whole, parents)
        _refuse_scope(reader, self.unit if standing else whole.get("parent") or "")
        added = {} if standing else _last(parents)
        return [Draft(bureau.changes(record, {**values, **added}), reason=plain_text.note(self.reason))]


def _last(rows: Sized) -> dict[str, str | None]:
    """Return the place of a row that is added: after those that are there."""
    return {"sort": str(len(rows) + 1)}


def _root(reader: Reader) -> str:
    units = reader.catalogue.units.values() if reader.catalogue else ()
    return next((unit.id for unit in units if not unit.parent), "")


def _parents(reader: Reader) -> dict[str, str]:
    units = reader.catalogue.units.values() if reader.catalogue else ()
    return {unit.id: unit.parent for unit in units}


def _refuse_circle(unit: str, parent: str, parents: Mapping[str, str]) -> None:
    here = parent
    for _step in range(len(parents) + 1):
        if here == unit:
            raise RuleBroken("unit_circle", unit=unit, parent=parent)
        here = parents.get(here, "")


def _refuse_scope(reader: Reader, unit: str) -> None:
    if unit not in reader.scope():
        raise RuleBroken("other_unit", unit=unit, own=reader.unit)


def _refuse_succession(own: str, whole: Values, known: Mapping[str, object]) -> None:
    """Refuse a validity that ends before it begins, and a successor that is not there or is the row itself."""
    first, last = whole.get("valid_from"), whole.get("valid_to")
    if first and last and last < first:
        raise InputRefused("days_reversed", first=first, last=last)
    if successor := whole.get("successor"):
        bureau.refuse_value("successor", successor, [key for key in known if key != own])


@dataclass(frozen=True, slots=True)
class EditWindow:
    """Change a service window, or add one. A closed window gets `valid_to` and, where another goes on, a successor."""

    window: str
    values: Values
    reason: str = ""

    kind = "window"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken or InputRefused as `EditUnit` does."""
        bureau.refuse_others(reader, desk)
        bureau.refuse_code(self.window)
        record, values = f"window:{self.window}", bureau.written(self.values, _WINDOW)
        standing = reader.standing(record)
        bureau.refuse_missing(record, standing, values, ("unit", "kind", "name_zh"))
        whole = {**standing, **values}
        catalogue = reader.catalogue
        bureau.refuse_value("unit", whole["unit"] or "", catalogue.units if catalogue else ())
        bureau.refuse_value("kind", whole["kind"] or "", catalogue.kinds if catalogue else ())
        _refuse_succession(self.window, whole, catalogue.windows if catalogue else {})
        _refuse_scope(reader, whole["unit"] or "")
        added = {} if standing else _last(catalogue.windows if catalogue else ())
        return [Draft(bureau.changes(record, {**values, **added}), reason=plain_text.note(self.reason))]


@dataclass(frozen=True, slots=True)
class EditWindowKind:
    """Change a kind of windows, or add one."""

    window_kind: str
    values: Values

    kind = "window_kind"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken or InputRefused."""
        bureau.refuse_others(reader, desk)
        bureau.refuse_code(self.window_kind)
        record, values = f"window_kind:{self.window_kind}", bureau.written(self.values, _KIND)
        standing = reader.standing(record)
        bureau.refuse_missing(record, standing, values, ("name_zh",))
        added = {} if standing else _last(reader.catalogue.kinds if reader.catalogue else ())
        return [Draft(bureau.changes(record, {**values, **added}))]


@dataclass(frozen=True, slots=True)
class Holiday:
    """One day of a notice that differs from the plain week."""

    day: date
    kind: DayKind
    name_zh: str = ""
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class SetHolidays:
    """Set the days off and make-up workdays of a year, all of them: what stood there before and is not named goes."""

    year: int
    days: tuple[Holiday, ...]
    status: Certainty = Certainty.OFFICIAL
    reason: str = ""

    kind = "holiday"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken, or InputRefused for a day of another year, one named twice, or none."""
        bureau.refuse_others(reader, desk)
        if not self.days:
            raise InputRefused("no_holidays", year=self.year)
        named = {one.day: one for one in self.days}
        for one in self.days:
            if one.day.year != self.year:
                raise InputRefused("holiday_of_other_year", day=one.day, year=self.year)
            if named[one.day] is not one:
                raise InputRefused("holiday_twice", day=one.day)
        gone = [day for day in reader.calendar().days_of(self.year) if day not in named]
        found = [change for one in named.values() for change in self._changes(one)]
        found += [Change(f"holiday:{day.isoformat()}", "kind", None) for day in gone]
        return [Draft(tuple(found), reason=plain_text.note(self.reason))]

    def _changes(self, one: Holiday) -> tuple[Change, ...]:
        words = bureau.written({"name_zh": one.name_zh, "name_en": one.name_en}, ("name_zh", "name_en"))
        values = {"kind": str(one.kind), "status": str(self.status), **words}
        return bureau.changes(f"holiday:{one.day.isoformat()}", values)


@dataclass(frozen=True, slots=True)
class SetRules:
    """Change numbers behind lamps and ratings (`LampRules`, `RatingRules`: `numbers`); None brings a default back."""

    numbers: Mapping[str, int | None]
    reason: str = ""

    kind = "rule"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken, or InputRefused for an unknown name or a number not from 0 to 1000."""
        bureau.refuse_others(reader, desk)
        known = {**LampRules().numbers(), **RatingRules().numbers(), purge_rule.KEEP_MONTHS: purge_rule.MONTHS}
        for name, number in self.numbers.items():
            bureau.refuse_value("value", name, known)
            if number is not None and not 0 <= number <= _MOST:
                raise InputRefused("number_out_of_range", value=number, first=0, last=_MOST)
        told = [(name, None if number is None else str(number)) for name, number in self.numbers.items()]
        return [
            Draft(
                tuple(Change(f"rule:{name}", "value", text) for name, text in told), reason=plain_text.note(self.reason)
            )
        ]


def editable(kind: str) -> tuple[str, ...]:
    """Return the fields of a unit, window or window kind that may be edited, in the order of a form."""
    fields = {"unit": _UNIT, "window": _WINDOW, "window_kind": _KIND}[kind]
    return tuple(name for name in fields if name in KINDS[kind].fields)
