"""Stamps: fixed width, never back, and what is doubted of a clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.clock import (
    beijing_day,
    capped,
    day_end,
    doubt,
    instant_of,
    iso,
    next_stamp,
    stamp,
    standing,
    told,
)

DEVICE = "dev-0123456789abcdef"
NOON = datetime(2026, 9, 30, 4, 0, 0, 123000, tzinfo=UTC)
INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(  # noqa: DTZ001 - hypothesis wants naive bounds
    lambda at: at.replace(microsecond=at.microsecond // 1000 * 1000, tzinfo=UTC)
)


def test_a_stamp_has_a_fixed_width_and_tells_its_instant() -> None:
    text = stamp(NOON, 10, DEVICE)
    assert text == f"20260930T040000123Z-000a-{DEVICE}"
    assert instant_of(text) == NOON
    assert iso(text) == "2026-09-30T04:00:00.123Z"
    with pytest.raises(ValueError, match="short"):
        stamp(NOON, 0, "short")
    with pytest.raises(ValueError, match="no stamp"):
        instant_of("no stamp")


@given(st.lists(INSTANTS, min_size=1, max_size=30))
def test_stamps_rise_whatever_the_clock_does(instants: list[datetime]) -> None:
    seen: str | None = None
    for now in instants:
        made = next_stamp(now, seen, DEVICE)
        assert seen is None or made > seen
        assert len(made) == 45
        assert instant_of(made) >= now
        seen = made


@given(INSTANTS, INSTANTS)
def test_the_order_of_texts_is_the_order_of_instants(one: datetime, two: datetime) -> None:
    assert (stamp(one, 0, DEVICE) < stamp(two, 0, DEVICE)) == (one < two)


def test_a_full_counter_goes_on_in_the_next_millisecond() -> None:
    assert next_stamp(NOON, stamp(NOON, 0xFFFF, DEVICE), DEVICE) == stamp(NOON + timedelta(milliseconds=1), 0, DEVICE)


@given(st.lists(st.integers(1, 200_000), unique=True, min_size=2, max_size=20))
def test_capped_stamps_keep_the_order_of_the_entries(places: list[int]) -> None:
    made = [capped(NOON, seq, DEVICE) for seq in sorted(places)]
    assert made == sorted(set(made))


@given(INSTANTS)
def test_a_stamp_lies_before_the_end_of_its_own_beijing_day_and_no_earlier_one(now: datetime) -> None:
    text = stamp(now, 0, DEVICE)
    day = beijing_day(text)
    assert day_end(day - timedelta(days=1)) <= text < day_end(day)


def test_midnight_in_beijing_is_the_next_day() -> None:
    end = day_end(date(2026, 9, 30))
    assert end == "20260930T160000000Z"
    assert stamp(datetime(2026, 9, 30, 15, 59, 59, 999000, tzinfo=UTC), 0xFFFF, DEVICE) < end
    assert stamp(datetime(2026, 9, 30, 16, tzinfo=UTC), 0, DEVICE) > end


def test_a_chosen_day_stands_at_noon() -> None:
    clock = standing(date(2026, 9, 30))
    assert (clock.today(), clock.now().hour, clock.fixed) == (date(2026, 9, 30), 4, True)


@pytest.mark.parametrize(
    ("days", "newest_days", "said"),
    [(-1, None, "before_build"), (0, None, None), (10, 12, "before_newest"), (10, 10.9, None), (10, 3, None)],
)
def test_a_clock_before_the_build_or_a_day_before_the_newest_stamp_is_doubted(
    days: float, newest_days: float | None, said: str | None
) -> None:
    newest = stamp(NOON + timedelta(days=newest_days), 0, DEVICE) if newest_days is not None else None
    assert doubt(NOON + timedelta(days=days), newest, date(2026, 9, 30)) == said


def test_a_clock_that_was_told_the_day_goes_on_from_the_time_here() -> None:
    here = [datetime(2019, 1, 1, 1, 30, tzinfo=UTC)]
    moved = told(date(2026, 11, 23), lambda: here[0])
    assert moved.today() == date(2026, 11, 23)
    assert not moved.fixed
    here[0] += timedelta(hours=15)
    assert moved.today() == date(2026, 11, 24)
