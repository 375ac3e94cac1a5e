"""Stamps that never go back, and doubts about a wrong computer clock.

A stamp is a hybrid logical clock of fixed width, `20260930T001502123Z-0000-<device>`: UTC to the millisecond, a
counter of four hex digits, the device of twenty characters. Plain text order is the order of the deeds.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
DEVICE_WIDTH = 20
_FORM = "%Y%m%dT%H%M%S"
_COUNTS = 0x10000
AHEAD = timedelta(hours=24)


def _system() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - this is the clock that everybody else asks


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the time comes from. `fixed` is a practice clock that stands at noon of a chosen day."""

    source: Callable[[], datetime] = _system
    fixed: bool = False

    def now(self) -> datetime:
        """Return the instant in UTC, to the millisecond."""
        instant = self.source().astimezone(UTC)
        return instant.replace(microsecond=instant.microsecond // 1000 * 1000)

    def today(self) -> date:
        """Return the day in Beijing."""
        return self.now().astimezone(BEIJING).date()


def standing(day: date) -> Clock:
    """Return a clock that stands at noon, Beijing time, of a day."""
    noon = datetime.combine(day, time(12), BEIJING).astimezone(UTC)
    return Clock(lambda: noon, fixed=True)


def told(day: date, source: Callable[[], datetime] = _system) -> Clock:
    """Return a clock that goes on from the time of day here, on the day that a person says it is."""
    wrong = source().astimezone(BEIJING)
    ahead = datetime.combine(day, wrong.time(), BEIJING) - wrong
    return Clock(lambda: source() + ahead)


def stamp(instant: datetime, counter: int, device: str) -> str:
    """Write a stamp. Raises ValueError for a device of another width."""
    if len(device) != DEVICE_WIDTH:
        raise ValueError(device)
    text = instant.astimezone(UTC)
    return f"{text.strftime(_FORM)}{text.microsecond // 1000:03d}Z-{counter:04x}-{device}"


def instant_of(text: str) -> datetime:
    """Return the UTC instant of a stamp. Raises ValueError when it is not one."""
    if len(text) != 45 or text[18:20] != "Z-" or text[24] != "-":
        raise ValueError(text)
    whole = datetime.strptime(text[:15], _FORM).replace(tzinfo=UTC)
    return whole + timedelta(milliseconds=int(text[15:18]))


def next_stamp(now: datetime, seen: str | None, device: str) -> str:
    """Return a stamp at `now` or, where the newest stamp seen is later, just after that one."""
    if seen is None or now > (last := instant_of(seen)):
        return stamp(now, 0, device)
    counter = int(seen[20:24], 16) + 1
    if counter >= _COUNTS:
        return stamp(last + timedelta(milliseconds=1), 0, device)
    return stamp(last, counter, device)


def capped(cap: datetime, seq: int, device: str) -> str:
    """Return the stamp of a doubtful entry of a device: at the cap, in the order in which they were made.

    The entry's own seq is the counter, so that two doubts with the same cap never give two entries one stamp; in the
    upper half, where a clock that runs never counts.
    """
    upper = _COUNTS // 2
    return stamp(cap + timedelta(milliseconds=seq // upper), upper + seq % upper, device)


def day_end(day: date) -> str:
    """Return the text below which lie all stamps up to the end of a Beijing day."""
    midnight = datetime.combine(day + timedelta(days=1), time(0), BEIJING).astimezone(UTC)
    return f"{midnight.strftime(_FORM)}000Z"


def iso(text: str) -> str:
    """Return a stamp's instant as ISO 8601 in UTC, `2026-09-30T00:15:02.123Z`."""
    return f"{text[:4]}-{text[4:6]}-{text[6:11]}:{text[11:13]}:{text[13:15]}.{text[15:18]}Z"


def beijing_day(text: str) -> date:
    """Return the Beijing day of a stamp."""
    return instant_of(text).astimezone(BEIJING).date()


def doubt(now: datetime, newest: str | None, built_on: date) -> str | None:
    """Name why a computer's clock cannot be right: `before_build`, `before_newest`, or None.

    A merged stamp may lie up to a day ahead of this computer (`AHEAD`), so only a clock more than that behind the
    newest stamp is doubted.
    """
    if now.astimezone(BEIJING).date() < built_on:
        return "before_build"
    if newest is not None and now < instant_of(newest) - AHEAD:
        return "before_newest"
    return None
