"""By when a case must be done: the promised clock (承诺) and the legal one (法定); the earlier of the two counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desktop.models.day_count import Count, LeftOut, State, Why, count, day_of, midnight_after
from desktop.models.limits import Amount, Extension, LimitUnit, Promise, Stop
from desktop.models.workdays import Calendar, Certainty

_MINUTE = timedelta(minutes=1)


class Decider(StrEnum):
    """Which clock counts."""

    PROMISED = "promised"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The two clocks of a case and the one that counts.

    `decided_by` is None as long as a clock without a date may still turn out the earlier one.
    """

    start: date | datetime
    promised: Count | None
    legal: Count | None
    decided_by: Decider | None
    extension: Extension | None

    @property
    def leading(self) -> Count:
        """The clock that counts; while that is open, the one it hangs on."""
        both = [one for one in (self.promised, self.legal) if one is not None]
        if self.decided_by is None:
            return next((one for one in both if one.due is None), both[0])
        return both[-1] if self.decided_by is Decider.LEGAL else both[0]

    @property
    def due(self) -> date | datetime | None:
        """The last day, for hours and minutes the last instant in Beijing time; None while it cannot be told."""
        return self.leading.due

    @property
    def state(self) -> State:
        """Whether there is a date, and why not."""
        return self.leading.state

    @property
    def certainty(self) -> Certainty:
        """How far the date can be trusted: by notice, 暂定, or 无日历 and no date."""
        return self.leading.certainty

    @property
    def counted(self) -> tuple[date, ...]:
        """The days that count, in order; none for hours and minutes."""
        return self.leading.counted

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The days before the end that do not count, in order, and why."""
        return self.leading.left_out

    def is_overdue(self, as_of: date | datetime) -> bool:
        """Tell whether time is over: the day after the due day or later; as of a day means at its end in Beijing."""
        if self.due is None:
            return False
        if isinstance(self.due, datetime):
            return (as_of if isinstance(as_of, datetime) else midnight_after(as_of)) > self.due
        return day_of(as_of) > self.due

    def left(self, as_of: date | datetime, calendar: Calendar) -> Amount | None:
        """Return what is left after a day, up to and with the due day, without days of a stop; 0 when due today.

        Workdays where workdays are counted, minutes (whole ones) where time is, else calendar days. None while there
        is no date, or where overdue workdays reach beyond the calendar; `leading.rest` then says what is to count.
        """
        if self.due is None:
            return None
        if isinstance(self.due, datetime):
            return Amount(
                self._minutes(as_of if isinstance(as_of, datetime) else midnight_after(as_of)), LimitUnit.MINUTE
            )
        day = max(day_of(as_of), day_of(self.start))
        stopped = [one.day for one in self.left_out if one.why is Why.STOPPED and day < one.day <= self.due]
        if self.leading.unit is not LimitUnit.WORKDAY:
            return Amount((self.due - day).days - len(stopped), LimitUnit.DAY)
        workdays = calendar.workdays_left(day, self.due)
        if workdays is None:
            return None
        return Amount(workdays - sum(bool(calendar.is_workday(one)) for one in stopped), LimitUnit.WORKDAY)

    def _minutes(self, now: datetime) -> int:
        end = self.leading.end
        if now >= end:
            return -((now - end) // _MINUTE)
        left = end - now
        for one in (one for one in self.left_out if one.why is Why.STOPPED):
            dawn, night = midnight_after(one.day - timedelta(days=1)), midnight_after(one.day)
            left -= max(min(night, end) - max(dawn, now), timedelta())
        return left // _MINUTE


def due(
    start: date | datetime,
    promise: Promise,
    stops: Sequence[Stop] = (),
    extension: Extension | None = None,
    calendar: Calendar | None = None,
) -> Deadline:
    """Return the deadline of a case that starts on a day, or at an instant (with a zone).

    Stops and the extension hold for both clocks. Without a calendar only what needs none gets a date. Raises
    InputRefused `start_without_time` (day) for hours or minutes from a mere day, ValueError for an instant that has no
    zone.
    """
    known = Calendar(()) if calendar is None else calendar
    promised, legal = (
        None if limit is None else count(start, limit, stops, extension, known)
        for limit in (promise.promised, promise.legal)
    )
    return Deadline(start, promised, legal, _decider(promised, legal), extension)


def _decider(promised: Count | None, legal: Count | None) -> Decider | None:
    """Return which clock ends first, the promised one when both end together.

    A clock without a date decides nothing, but it cannot end before it halted: an earlier date of the other stands.
    """
    if promised is None or legal is None:
        only, decider = (promised, Decider.PROMISED) if promised is not None else (legal, Decider.LEGAL)
        return decider if only is not None and only.due is not None else None
    if promised.due is not None and promised.end <= legal.end:
        return Decider.PROMISED
    if legal.due is not None and legal.end <= promised.end:
        return Decider.LEGAL
    return None
