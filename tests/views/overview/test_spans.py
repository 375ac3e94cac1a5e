from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.overview import spans

LAST = date(2026, 11, 25)


def test_a_year_is_shown_by_the_ends_of_its_months() -> None:
    days = spans.days(LAST - timedelta(days=spans.YEAR), LAST)
    assert days[0] == date(2025, 11, 30)
    assert days[-2:] == (date(2026, 10, 31), LAST)
    assert len(days) == 13
    assert spans.is_monthly(days)


def test_a_quarter_is_shown_by_its_sundays() -> None:
    days = spans.days(LAST - timedelta(days=spans.WEEKS), LAST)
    assert len(days) == 14
    assert {day.isoweekday() for day in days[:-1]} == {7}
    assert not spans.is_monthly(days)


def test_a_few_days_are_shown_one_by_one() -> None:
    assert spans.days(LAST - timedelta(days=2), LAST) == (LAST - timedelta(days=2), LAST - timedelta(days=1), LAST)
    assert spans.days(LAST, LAST) == (LAST,)


@given(back=st.integers(0, 9000))
def test_days_rise_within_the_span_and_end_with_the_last(back: int) -> None:
    first = LAST - timedelta(days=back)
    days = spans.days(first, LAST)
    assert list(days) == sorted(set(days))
    assert first <= days[0]
    assert days[-1] == LAST
    assert len(days) <= 120
