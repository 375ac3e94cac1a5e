"""The calendar that the engine counts by, beside the library that only tests ask."""

from collections.abc import Iterator
from datetime import date, timedelta

import chinese_calendar
import pytest

from desktop.models.deadlines import due
from desktop.models.limits import Limit, LimitUnit, Promise
from desktop.models.shipped_calendar import older, reaching_back, shipped
from desktop.models.workdays import Calendar, Certainty, DayKind, DayRow

DAY = timedelta(days=1)
FIRST, LAST = date(2010, 1, 1), date(2026, 12, 31)


def _days() -> Iterator[date]:
    return (FIRST + n * DAY for n in range((LAST - FIRST).days + 1))


WORKDAYS = [day for day in _days() if chinese_calendar.is_workday(day)]


def test_every_day_of_seventeen_years_agrees_with_the_library() -> None:
    calendar = shipped()
    days = [*_days()]
    assert [day for day in days if calendar.is_workday(day) != chinese_calendar.is_workday(day)] == []
    assert len(days) == 6209
    assert {calendar.certainty(day) for day in days} == {Certainty.OFFICIAL}


@pytest.mark.parametrize("count", [1, 5, 20])
def test_workdays_from_every_day_end_where_the_library_says(count: int) -> None:
    calendar, promise = shipped(), Promise(Limit(count, LimitUnit.WORKDAY))
    ahead = 0
    for start in _days():
        while ahead < len(WORKDAYS) and WORKDAYS[ahead] <= start:
            ahead += 1
        if ahead + count <= len(WORKDAYS):
            found = due(start, promise, calendar=calendar)
            assert found.due == WORKDAYS[ahead + count - 1], start
            assert [*found.counted] == WORKDAYS[ahead : ahead + count], start


def test_calendar_days_from_every_day_end_on_the_next_workday_of_the_library() -> None:
    calendar, promise = shipped(), Promise(Limit(15, LimitUnit.DAY))
    for start in _days():
        day = start + 15 * DAY
        if day > LAST - 10 * DAY:
            break
        while chinese_calendar.is_holiday(day):
            day += DAY
        assert due(start, promise, calendar=calendar).due == day, start


def test_what_a_book_says_of_a_year_stands() -> None:
    own = Calendar([DayRow(date(2015, 5, 4), DayKind.OFF, Certainty.PROVISIONAL)])
    found = reaching_back(own)
    assert found.is_workday(date(2015, 5, 4)) is False
    assert found.is_workday(date(2015, 10, 1)) is True
    assert found.certainty(date(2015, 5, 4)) is Certainty.PROVISIONAL
    assert found.is_workday(date(2014, 10, 1)) is False
    assert found.is_workday(date(2009, 10, 1)) is None


def test_days_off_have_names_in_both_languages() -> None:
    assert [row.day for row in (*older().rows(), *shipped().rows()) if not (row.name_zh and row.name_en)] == []
