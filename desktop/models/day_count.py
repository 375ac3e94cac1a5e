"""One clock of a case, counted day by day: which days count, which do not and why, and where it ends.

The start day does not count, hours run at once (Civil Code 201); months end on the day of the same number, or the last
of the month (202); what would end on a day off ends with the next workday (203). Days of a stop never count.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from desktop.models.clock import BEIJING
from desktop.models.limits import INSTANTS, Amount, Extension, Limit, LimitUnit, Stop
from desktop.models.refusals import InputRefused
from desktop.models.workdays import Calendar, Certainty

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_LENGTHS = {LimitUnit.MINUTE: _MINUTE, LimitUnit.HOUR: timedelta(hours=1)}


class Why(StrEnum):
    """Why a day does not count."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A day that does not count; the names are the holiday's, or in both languages the reason of the stop."""

    day: date
    why: Why
    name_zh: str = ""
    name_en: str = ""


class State(StrEnum):
    """Whether a clock has an end: a date, none while it is stopped (停钟), none without a calendar (无日历)."""

    DATED = "dated"
    STOPPED = "stopped"
    NO_CALENDAR = "no_calendar"


@dataclass(frozen=True, slots=True)
class Count:
    """How one clock runs.

    `due` is the last day, or for hours and minutes the last instant in Beijing time; None unless `state` is DATED.
    Without a date it cannot end before `halted_on`, and `rest` is what was still to count then. `moved_from` is the
    last counted day where that was a day off. Hours and minutes count no days.
    """

    limit: Limit
    unit: LimitUnit
    state: State
    due: date | datetime | None
    certainty: Certainty
    counted: tuple[date, ...]
    left_out: tuple[LeftOut, ...]
    moved_from: date | None
    halted_on: date | None
    rest: tuple[Amount, ...]

    @property
    def end(self) -> datetime:
        """The instant at which time is over; without a date the earliest at which it can be."""
        return self.due if isinstance(self.due, datetime) else midnight_after(self.due or self.halted_on or date.max)


def midnight_after(day: date) -> datetime:
    """Return the end of a day in Beijing."""
    return datetime.combine(day + _DAY, time(0), BEIJING)


def day_of(moment: date | datetime) -> date:
    """Return the day in Beijing of a day or an instant."""
    return moment.astimezone(BEIJING).date() if isinstance(moment, datetime) else moment


def count(
    start: date | datetime, limit: Limit, stops: Sequence[Stop], extension: Extension | None, calendar: Calendar
) -> Count:
    """Return how a clock runs from a start; what is on the spot ends with the start day, stopped or not.

    An extension is counted on from the last counted day, so that a day off is passed over once, at the end. Raises
    InputRefused `start_without_time` for hours or minutes from a mere day, ValueError for an instant without a zone.
    """
    stretches = _stretches(limit, extension)
    unit = stretches[-1].unit if stretches else LimitUnit.DAY
    running = _Running(stops, calendar)
    try:
        due, halt = running.ends(_began(start, stretches), stretches), None
    except _Halted as halted:
        due, halt = None, halted
    return Count(
        limit, unit, halt.state if halt else State.DATED, due,
        Certainty.NONE if halt and halt.state is State.NO_CALENDAR else running.certainty,
        tuple(running.counted), tuple(running.left_out), running.moved_from if due else None,
        halt.day if halt else None, running.rest(halt.left) if halt else (),
    )  # fmt: skip


def _stretches(limit: Limit, extension: Extension | None) -> list[Amount]:
    """Return what is counted one after the other; equal units make one stretch, so that 1 and 1 month are 2 months."""
    if extension is not None and limit.unit is extension.unit:
        return [Amount(limit.value + extension.value, limit.unit)]
    first = [] if limit.unit is LimitUnit.ON_THE_SPOT else [Amount(limit.value, limit.unit)]
    return first if extension is None else [*first, Amount(extension.value, extension.unit)]


def _began(start: date | datetime, stretches: Sequence[Amount]) -> date | datetime:
    if isinstance(start, datetime) and start.tzinfo is None:
        raise ValueError("an instant needs a zone")
    if not stretches or stretches[0].unit not in INSTANTS:
        return day_of(start)
    if not isinstance(start, datetime):
        raise InputRefused("start_without_time", day=start)
    return start.astimezone(BEIJING)


class _Halted(Exception):
    """The clock has no end: why, on which day, and what is left of the stretch that was being counted."""

    def __init__(self, state: State, day: date, left: Amount | None) -> None:
        super().__init__(state, day, left)
        self.state, self.day, self.left = state, day, left


class _Running:
    """The hand of one clock: it steps from day to day and writes down what it passes."""

    def __init__(self, stops: Sequence[Stop], calendar: Calendar) -> None:
        self._stops = stops
        self._calendar = calendar
        self._ahead: list[Amount] = []
        self.counted: list[date] = []
        self.left_out: list[LeftOut] = []
        self.moved_from: date | None = None
        self.certainty = Certainty.OFFICIAL

    def ends(self, at: date | datetime, stretches: Sequence[Amount]) -> date | datetime:
        """Return where all stretches end. Raises _Halted where they do not."""
        self._ahead = [*stretches]
        while self._ahead:
            stretch = self._ahead.pop(0)
            at = self._time(at, stretch) if stretch.unit in INSTANTS else self._days(day_of(at), stretch)
        if isinstance(at, datetime) or not stretches:
            return at
        return self._moved(at)

    def rest(self, left: Amount | None) -> tuple[Amount, ...]:
        """Return what is left of a stretch, and the stretches that were not begun."""
        return (left, *self._ahead) if left else tuple(self._ahead)

    def _days(self, day: date, stretch: Amount) -> date:
        left, unit = stretch.value, stretch.unit
        if unit is LimitUnit.MONTH:
            left, unit = (_months_later(day, left) - day).days, LimitUnit.DAY
        while left:
            day += _DAY
            if self._is_stopped(day, unit, left) or (unit is LimitUnit.WORKDAY and self._is_off(day, left)):
                continue
            self.counted.append(day)
            left -= 1
        return day

    def _time(self, at: date | datetime, stretch: Amount) -> datetime:
        left = stretch.value * _LENGTHS[stretch.unit]
        instant = at if isinstance(at, datetime) else midnight_after(at)
        while True:
            midnight = midnight_after(instant.date())
            if not self._is_stopped(instant.date(), LimitUnit.MINUTE, -(-left // _MINUTE)):
                if instant + left <= midnight:
                    return instant + left
                left -= midnight - instant
            instant = midnight

    def _moved(self, last: date) -> date:
        """Return the day on which a count ends, the next workday after a day off (Civil Code 203)."""
        day = last
        while self._is_stopped(day, None) or self._is_off(day, seen=day == last):
            self.moved_from = last
            day += _DAY
        return day

    def _is_stopped(self, day: date, unit: LimitUnit | None, left: int = 0) -> bool:
        found = [stop for stop in self._stops if stop.holds(day)]
        if any(stop.last is None for stop in found):
            raise _Halted(State.STOPPED, day, Amount(left, unit) if unit else None)
        if found:
            self.left_out.append(LeftOut(day, Why.STOPPED, found[0].reason, found[0].reason))
        return bool(found)

    def _is_off(self, day: date, left: int = 0, *, seen: bool = False) -> bool:
        """Tell whether nobody works on a day, and write it down unless it was seen, that is counted, already."""
        works = self._calendar.is_workday(day)
        if works is None:
            raise _Halted(State.NO_CALENDAR, day, Amount(left, LimitUnit.WORKDAY) if left else None)
        if self._calendar.certainty(day) is Certainty.PROVISIONAL:
            self.certainty = Certainty.PROVISIONAL
        if not works and not seen:
            row = self._calendar.row_of(day)
            named = (Why.HOLIDAY, row.name_zh, row.name_en) if row else (Why.WEEKEND,)
            self.left_out.append(LeftOut(day, *named))
        return not works


def _months_later(day: date, months: int) -> date:
    """Return the day of the same number, or the last of a shorter month (Civil Code 202)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
