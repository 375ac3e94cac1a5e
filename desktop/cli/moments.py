"""Moments, lengths of time and stops as people type them on a command line."""

import re
import unicodedata
from datetime import date, datetime, time

from desktop.exchange import columns
from desktop.models import plain_text
from desktop.models.clock import BEIJING
from desktop.models.limits import Extension, Limit, LimitUnit, Stop
from desktop.models.refusals import InputRefused, Refusal
from desktop.texts import promises

_WITH_TIME = re.compile(r"(.+?)(?:[Tt\s]\s*|(?<=日))(\d{1,2}:\d{2})")
_LIMIT = re.compile(r"(\d{1,9})?(\D+)", re.ASCII)
_SHORT_DAY = "天"


def moment(text: str) -> date | datetime:
    """Read a day, or a day and a time in Beijing: `2026-11-27`, `2026-11-27T10:30`, `2026年11月27日10:30`.

    Raises InputRefused as `plain_text.day`, and `time_unreadable` (value, right).
    """
    found = _WITH_TIME.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found:
        return plain_text.day(text)
    day, (hour, minute) = plain_text.day(found[1]), map(int, found[2].split(":"))
    if hour > 23 or minute > 59:
        raise InputRefused("time_unreadable", value=found[2], right="10:30")
    return datetime.combine(day, time(hour, minute), BEIJING)


def limit(text: str) -> Limit:
    """Read a length of time: `10 workday`, `60 days`, `24小时`, `当场`; the words of both languages, and the codes.

    Raises InputRefused `limit_unreadable` (value, right) or `limit_out_of_range`.
    """
    found = _LIMIT.fullmatch(columns.folded(text))
    unit = _units().get(found[2]) if found else None
    if found is None or unit is None or (found[1] is None and unit is not LimitUnit.ON_THE_SPOT):
        raise InputRefused("limit_unreadable", value=text, right=promises.span(10, LimitUnit.WORKDAY))
    return Limit(int(found[1] or 0), unit)


def extension(text: str) -> Extension:
    """Read an extension as `limit`. Raises InputRefused as `limit`, and `extension_adds_nothing`."""
    added = limit(text)
    return Extension(added.value, added.unit)


def _units() -> dict[str, LimitUnit]:
    words = columns.choices("promise_unit") | {columns.folded(one): unit for one, unit in promises.unit_words().items()}
    return {word: LimitUnit(unit) for word, unit in words.items()} | {_SHORT_DAY: LimitUnit.DAY}


def stop(text: str) -> Stop:
    """Read a stop: its first and last day with a slash between, whatever way the days are written; no last day: open.

    Raises InputRefused `stop_unreadable` (value, right) or `stop_backwards`.
    """
    for slash in re.finditer("/", unicodedata.normalize("NFKC", text)):
        first, last = text[: slash.start()], text[slash.end() :].strip()
        try:
            days = plain_text.day(first), plain_text.day(last) if last else None
        except Refusal:
            continue
        return Stop(*days)
    raise InputRefused("stop_unreadable", value=text, right="2026-12-01/2026-12-03")
