"""Workdays by the State Council's yearly notices: what the calendar knows, and that it does not know."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

_DAY = timedelta(days=1)
_SATURDAY = 5


class DayKind(StrEnum):
    """What a notice makes of a day: off work, or a make-up workday (调休上班日)."""

    OFF = "off"
    WORK = "work"


class Certainty(StrEnum):
    """How far a count of workdays can be trusted: by notice, 暂定, or 无日历."""

    OFFICIAL = "official"
    PROVISIONAL = "provisional"
    NONE = "none"


class DayRow(NamedTuple):
    """One row of `holidays_cn.csv`: a day that differs from the plain week. `status` is never NONE."""

    day: date
    kind: DayKind
    status: Certainty
    name_zh: str = ""
    name_en: str = ""


class Calendar:
    """The workdays of the years for which there are rows; of any other year it answers None (无日历), never a guess."""

    def __init__(self, rows: Iterable[DayRow]) -> None:
        self._rows: dict[date, DayRow] = {}
        self._years: dict[int, Certainty] = {}
        for row in rows:
            self._rows[row.day] = row
            known = self._years.get(row.day.year, Certainty.OFFICIAL)
            self._years[row.day.year] = row.status if known is Certainty.OFFICIAL else known

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, str]]) -> "Calendar":
        """Return the calendar of rows with the columns `date` (ISO), `kind` and `status` of `holidays_cn.csv`.

        `name_zh` and `name_en` may be missing; without them nobody is told which holiday it was.
        """
        return cls(
            DayRow(
                date.fromisoformat(row["date"]), DayKind(row["kind"]), Certainty(row["status"]),
                row.get("name_zh", ""), row.get("name_en", ""),
            )
            for row in rows
        )  # fmt: skip

    def filled(self, other: "Calendar") -> "Calendar":
        """Return this calendar with the years it has no rows for taken from another one."""
        return Calendar([*self.rows(), *(row for row in other.rows() if row.day.year not in self._years)])

    def rows(self) -> tuple[DayRow, ...]:
        """Return all that the calendar was made of, one row for a day."""
        return tuple(self._rows.values())

    def row_of(self, day: date) -> DayRow | None:
        """Return what a notice says of a day, None where it says nothing: the day is as in a plain week."""
        return self._rows.get(day)

    def is_workday(self, day: date) -> bool | None:
        """Tell whether people work on a day; None where the calendar has no rows for its year."""
        if day.year not in self._years:
            return None
        row = self._rows.get(day)
        return day.weekday() < _SATURDAY if row is None else row.kind is DayKind.WORK

    def days_of(self, year: int) -> tuple[date, ...]:
        """Return the days of a year that differ from the plain week, in order."""
        return tuple(sorted(day for day in self._rows if day.year == year))

    def add_workdays(self, day: date, count: int) -> date | None:
        """Return the `count`-th workday after a day (before it when negative), None beyond the calendar.

        The start day does not count (Civil Code 201). With 0 the day itself comes back, workday or not.
        """
        step, left = (_DAY, count) if count >= 0 else (-_DAY, -count)
        while left:
            day += step
            works = self.is_workday(day)
            if works is None:
                return None
            left -= works
        return day

    def workdays_left(self, today: date, due: date) -> int | None:
        """Return the workdays after `today` up to and with `due`, None beyond the calendar.

        0 when it is due today, or before the next workday; negative (or 0) when `due` has passed.
        """
        if due < today:
            passed = self.workdays_left(due, today)
            return None if passed is None else -passed
        if self.certainty(today, due) is Certainty.NONE:
            return None
        return sum(bool(self.is_workday(today + n * _DAY)) for n in range(1, (due - today).days + 1))

    def certainty(self, first: date, last: date | None = None) -> Certainty:
        """Return the weakest certainty of the years from one day to another (default: the same day)."""
        ends = sorted((first, last or first))
        found = {self._years.get(year, Certainty.NONE) for year in range(ends[0].year, ends[1].year + 1)}
        return next(c for c in (Certainty.NONE, Certainty.PROVISIONAL, Certainty.OFFICIAL) if c in found)
