import csv
from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import paths
from desktop.models.workdays import Calendar, Certainty

DAY = timedelta(days=1)
known_days = st.dates(date(2021, 1, 1), date(2026, 12, 31))


def shipped() -> Calendar:
    with (paths.resources() / "catalogue" / "holidays_cn.csv").open(encoding="utf-8", newline="") as file:
        return Calendar.of(csv.DictReader(file))


CALENDAR = shipped()


def test_every_day_of_six_years_agrees_with_the_library() -> None:
    day, days = date(2021, 1, 1), 0
    while day <= date(2026, 12, 31):
        assert CALENDAR.is_workday(day) == chinese_calendar.is_workday(day), day
        day, days = day + DAY, days + 1
    assert days == 2191


def test_a_year_without_rows_has_no_calendar() -> None:
    assert CALENDAR.is_workday(date(2028, 1, 4)) is None
    assert CALENDAR.add_workdays(date(2027, 12, 30), 5) is None
    assert CALENDAR.workdays_left(date(2027, 12, 30), date(2028, 1, 5)) is None
    assert CALENDAR.certainty(date(2026, 12, 1), date(2028, 1, 1)) is Certainty.NONE
    assert CALENDAR.certainty(date(2030, 1, 1)) is Certainty.NONE


def test_a_year_before_its_notice_is_provisional() -> None:
    assert CALENDAR.is_workday(date(2027, 1, 1)) is False
    assert CALENDAR.certainty(date(2027, 3, 1)) is Certainty.PROVISIONAL
    assert CALENDAR.certainty(date(2026, 12, 1), date(2027, 3, 1)) is Certainty.PROVISIONAL
    assert CALENDAR.certainty(date(2027, 3, 1), date(2026, 12, 1)) is Certainty.PROVISIONAL
    assert CALENDAR.certainty(date(2026, 3, 1), date(2026, 12, 1)) is Certainty.OFFICIAL


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 9, 29), 5, date(2026, 10, 12)),
        (date(2026, 2, 13), 1, date(2026, 2, 14)),
        (date(2026, 11, 20), 3, date(2026, 11, 25)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
        (date(2026, 10, 10), -1, date(2026, 10, 9)),
    ],
)
def test_workdays_are_counted_over_holidays_and_make_up_days(start: date, count: int, end: date) -> None:
    assert CALENDAR.add_workdays(start, count) == end


@given(known_days, st.integers(1, 30))
def test_the_day_n_workdays_later_has_n_workdays_left(start: date, count: int) -> None:
    end = CALENDAR.add_workdays(start, count)
    if end is not None:
        assert CALENDAR.workdays_left(start, end) == count
        assert CALENDAR.is_workday(end)
        assert CALENDAR.workdays_left(end, start) == -count


@given(known_days)
def test_nothing_is_left_of_today(day: date) -> None:
    assert CALENDAR.workdays_left(day, day) == 0
