"""The lamps: overdue, due soon, stale and silent, computed against cut-off days and never stored.

`Cutoffs` holds plain days so that a query can compare ISO strings; `lamps_of` is the rule in words and the measure of
every such query.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from desktop.models.vocabulary import CLOSED, DONE, Cadence, Lamp, Status
from desktop.models.workdays import Calendar

_DAY = timedelta(days=1)
_STALE_DAYS = {
    Cadence.PER_CASE: 95,
    Cadence.STANDING: 95,
    Cadence.DAILY: 2,
    Cadence.WEEKLY: 9,
    Cadence.MONTHLY: 35,
    Cadence.QUARTERLY: 100,
    Cadence.YEARLY: 380,
}


@dataclass(frozen=True, slots=True)
class LampRules:
    """The numbers behind the lamps, which the bureau may edit: workdays left, workdays of silence, days of a proof."""

    due_soon_workdays: int = 3
    silent_workdays: int = 7
    stale_days: Mapping[Cadence, int] = field(default_factory=lambda: dict(_STALE_DAYS))

    @classmethod
    def of(cls, numbers: Mapping[str, int]) -> "LampRules":
        """Return the rules of a table as `numbers` gives it; what the table leaves out keeps its default."""
        stale = {cadence: numbers.get(f"stale_{cadence}", days) for cadence, days in _STALE_DAYS.items()}
        plain = cls()
        return cls(
            numbers.get("due_soon_workdays", plain.due_soon_workdays),
            numbers.get("silent_workdays", plain.silent_workdays),
            stale,
        )

    def numbers(self) -> dict[str, int]:
        """Return every number by its name: `due_soon_workdays`, `silent_workdays`, `stale_daily` and so on."""
        stale = {f"stale_{cadence}": self.stale_days[cadence] for cadence in Cadence}
        return {"due_soon_workdays": self.due_soon_workdays, "silent_workdays": self.silent_workdays, **stale}


class Cutoffs(NamedTuple):
    """The days against which the lamps of `today` are judged.

    overdue: `due_on < today`. Due soon: `today <= due_on <= due_soon_until`. Stale: proof missing or `proof_on <
    stale_before[cadence]`. Silent: `changed_on < silent_before`. Unreported: nothing on or after `month_start`.
    None means 无日历: that lamp stays dark.
    """

    today: date
    due_soon_until: date | None
    stale_before: Mapping[Cadence, date]
    silent_before: date | None
    month_start: date


def cutoffs(today: date, calendar: Calendar, rules: LampRules) -> Cutoffs:
    """Return the cut-off days of a day. A calendar that ends soon ends the look ahead, it does not darken the lamp."""
    return Cutoffs(
        today,
        _due_soon_until(today, calendar, rules.due_soon_workdays),
        {cadence: today - days * _DAY for cadence, days in rules.stale_days.items()},
        calendar.add_workdays(today + _DAY, -rules.silent_workdays - 1),
        today.replace(day=1),
    )


def _due_soon_until(today: date, calendar: Calendar, workdays: int) -> date | None:
    if calendar.is_workday(today) is None:
        return None
    until = today
    while (works := calendar.is_workday(until + _DAY)) is not None:
        workdays -= works
        if workdays < 0:
            break
        until += _DAY
    return until


def lamps_of(
    status: Status,
    due_on: date | None,
    proof_on: date | None,
    changed_on: date | None,
    *,
    cadence: Cadence,
    at: Cutoffs,
) -> Lamp:
    """Return the lamps of a commitment.

    `proof_on` is the day of the last evidence or “unchanged”; done without any proof is stale. `changed_on` is the day
    of the last move; a commitment nobody has ever touched is not silent but not started.
    """
    lit = Lamp(0)
    if status not in CLOSED and due_on:
        if due_on < at.today:
            lit |= Lamp.OVERDUE
        elif at.due_soon_until and due_on <= at.due_soon_until:
            lit |= Lamp.DUE_SOON
    if status in DONE and (proof_on is None or proof_on < at.stale_before[cadence]):
        lit |= Lamp.STALE
    if status not in CLOSED and changed_on and at.silent_before and changed_on < at.silent_before:
        lit |= Lamp.SILENT
    return lit


def is_unreported(status: Status, changed_on: date | None, confirmed_on: date | None, at: Cutoffs) -> bool:
    """Tell whether the month still waits for a move or an “unchanged” (未报); nobody reports what is not applicable."""
    if status is Status.NOT_APPLICABLE:
        return False
    return not any(day and day >= at.month_start for day in (changed_on, confirmed_on))
