"""By when a case is due: the rules one by one, and two thousand cases against a slow reckoning of their own."""

from datetime import date, datetime, timedelta

import pytest

from desktop.models.clock import BEIJING
from desktop.models.day_count import Count, State, Why
from desktop.models.deadlines import Deadline, Decider, due
from desktop.models.limits import Amount, Extension, Limit, LimitUnit, Promise, Stop
from desktop.models.refusals import InputRefused
from desktop.models.shipped_calendar import shipped
from desktop.models.workdays import Certainty
from tests.models import slow_deadlines
from tests.models.slow_deadlines import OPEN, Case, Judged

DAY = timedelta(days=1)
CALENDAR = shipped()
Span = tuple[int, str]


def limit(span: Span) -> Limit:
    return Limit(span[0], LimitUnit(span[1]))


def reckoned(
    start: date | datetime, promised: Span, legal: Span | None = None, *stops: Stop, more: Span | None = None
) -> Deadline:
    extension = Extension(more[0], LimitUnit(more[1])) if more else None
    return due(start, Promise(limit(promised), limit(legal) if legal else None), stops, extension, CALENDAR)


def beijing(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("start", "span", "end"),
    [
        (date(2026, 9, 28), (10, "workday"), date(2026, 10, 16)),
        (date(2026, 2, 14), (1, "workday"), date(2026, 2, 24)),
        (date(2026, 2, 13), (1, "workday"), date(2026, 2, 14)),
        (date(2026, 11, 27), (1, "day"), date(2026, 11, 30)),
        (date(2026, 11, 26), (1, "day"), date(2026, 11, 27)),
        (date(2026, 9, 10), (15, "day"), date(2026, 9, 28)),
        (date(2026, 1, 31), (1, "month"), date(2026, 2, 28)),
        (date(2023, 12, 31), (2, "month"), date(2024, 2, 29)),
        (date(2026, 11, 28), (0, "on_the_spot"), date(2026, 11, 28)),
    ],
)
def test_the_start_day_does_not_count_and_a_day_off_is_not_the_last(start: date, span: Span, end: date) -> None:
    assert reckoned(start, span).due == end


def test_hours_and_minutes_run_at_once_and_through_days_off() -> None:
    friday = beijing(date(2026, 11, 27), 22, 30)
    assert reckoned(friday, (24, "hour")).due == beijing(date(2026, 11, 28), 22, 30)
    assert reckoned(friday, (90, "minute")).due == beijing(date(2026, 11, 28), 0)
    assert reckoned(friday, (91, "minute")).due == beijing(date(2026, 11, 28), 0, 1)
    assert reckoned(friday, (24, "hour")).counted == ()


def test_an_instant_of_another_zone_counts_from_its_day_in_beijing() -> None:
    assert reckoned(datetime.fromisoformat("2026-11-26T20:00:00Z"), (1, "workday")).due == date(2026, 11, 30)


def test_the_earlier_clock_counts_and_the_promise_when_both_end_together() -> None:
    assert reckoned(date(2026, 9, 28), (10, "workday"), (15, "day")).decided_by is Decider.LEGAL
    assert reckoned(date(2026, 11, 20), (5, "workday"), (7, "day")).decided_by is Decider.PROMISED
    to_the_hour = reckoned(beijing(date(2026, 11, 26), 10), (48, "hour"), (2, "day"))
    assert (to_the_hour.decided_by, to_the_hour.due) == (Decider.PROMISED, beijing(date(2026, 11, 28), 10))


def test_whole_days_of_a_stop_do_not_count_and_two_stops_of_one_day_count_once() -> None:
    one, two = Stop(date(2026, 12, 1), date(2026, 12, 3), "鉴定"), Stop(date(2026, 12, 3), date(2026, 12, 4))
    found = reckoned(date(2026, 11, 27), (5, "workday"), None, one, two)
    assert found.due == date(2026, 12, 10)
    stopped = [day for day in found.left_out if day.why is Why.STOPPED]
    assert [day.day.day for day in stopped] == [1, 2, 3, 4]
    assert stopped[0].name_zh == "鉴定"


def test_a_stop_after_the_end_changes_nothing() -> None:
    open_stop = Stop(date(2026, 12, 7))
    found = reckoned(date(2026, 11, 27), (5, "workday"), (60, "day"), open_stop)
    assert (found.due, found.decided_by) == (date(2026, 12, 4), Decider.PROMISED)
    assert found.legal is not None
    assert found.legal.state is State.STOPPED


def test_an_open_stop_gives_no_date_but_says_what_is_left() -> None:
    found = reckoned(date(2026, 11, 27), (10, "workday"), None, Stop(date(2026, 12, 1)), more=(30, "day"))
    assert (found.state, found.due, found.decided_by) == (State.STOPPED, None, None)
    assert found.leading.rest == (Amount(9, LimitUnit.WORKDAY), Amount(30, LimitUnit.DAY))
    assert found.left(date(2027, 1, 1), CALENDAR) is None
    assert not found.is_overdue(date(2027, 1, 1))


def test_time_that_is_over_at_midnight_is_over_before_the_stop_of_the_next_day() -> None:
    late = beijing(date(2026, 11, 27), 22, 30)
    assert reckoned(late, (90, "minute"), None, Stop(date(2026, 11, 28))).due == beijing(date(2026, 11, 28), 0)


def test_time_that_is_stopped_for_good_says_the_minutes_left() -> None:
    found = reckoned(beijing(date(2026, 11, 27), 12), (24, "hour"), None, Stop(date(2026, 11, 28)))
    assert found.leading.rest == (Amount(720, LimitUnit.MINUTE),)


@pytest.mark.parametrize(
    ("start", "span", "more", "end"),
    [
        (date(2026, 2, 27), (20, "workday"), (10, "workday"), date(2026, 4, 10)),
        (date(2026, 2, 27), (60, "day"), (30, "day"), date(2026, 5, 28)),
        (date(2026, 2, 27), (60, "day"), (10, "workday"), date(2026, 5, 14)),
        (date(2026, 1, 31), (1, "month"), (1, "month"), date(2026, 3, 31)),
        (date(2026, 2, 27), (0, "on_the_spot"), (3, "workday"), date(2026, 3, 3)),
        (date(2026, 9, 22), (3, "day"), (3, "day"), date(2026, 9, 28)),
        (date(2026, 9, 22), (3, "day"), (2, "workday"), date(2026, 9, 29)),
    ],
)
def test_the_extension_adds_its_days_and_a_day_off_moves_the_end_once(
    start: date, span: Span, more: Span, end: date
) -> None:
    assert reckoned(start, span, more=more).due == end


def test_an_extension_counts_after_a_special_procedure_as_before() -> None:
    stop = Stop(date(2026, 12, 1), date(2026, 12, 3))
    found = reckoned(date(2026, 11, 27), (5, "workday"), (7, "day"), stop, more=(5, "workday"))
    assert (found.due, found.decided_by) == (date(2026, 12, 14), Decider.LEGAL)
    assert found.promised is not None
    assert found.promised.due == date(2026, 12, 16)


def test_a_year_without_its_notice_is_provisional_and_one_without_rows_has_no_date() -> None:
    assert reckoned(date(2026, 11, 27), (10, "workday")).certainty is Certainty.OFFICIAL
    assert reckoned(date(2026, 12, 25), (10, "workday")).certainty is Certainty.PROVISIONAL
    beyond = reckoned(date(2027, 12, 27), (10, "workday"))
    assert (beyond.state, beyond.certainty, beyond.due) == (State.NO_CALENDAR, Certainty.NONE, None)
    assert beyond.leading.halted_on == date(2028, 1, 1)


def test_calendar_days_ask_the_calendar_about_their_last_day_alone() -> None:
    assert reckoned(date(2025, 12, 1), (395, "day")).certainty is Certainty.OFFICIAL
    assert reckoned(date(2026, 12, 1), (40, "day")).certainty is Certainty.PROVISIONAL
    assert reckoned(date(2027, 12, 1), (40, "day")).due is None
    assert reckoned(beijing(date(2031, 5, 1), 10), (24, "hour")).certainty is Certainty.OFFICIAL


def test_a_date_before_the_end_of_the_calendar_counts_though_the_other_clock_has_none() -> None:
    found = reckoned(date(2027, 12, 20), (3, "workday"), (60, "day"))
    assert (found.due, found.decided_by) == (date(2027, 12, 23), Decider.PROMISED)
    both = reckoned(date(2027, 12, 27), (20, "workday"), (3, "day"))
    assert (both.due, both.decided_by) == (date(2027, 12, 30), Decider.LEGAL)


def test_what_is_left_is_counted_as_the_clock_counts() -> None:
    start = date(2026, 11, 27)
    stop = Stop(date(2026, 12, 1), date(2026, 12, 3))
    found = reckoned(start, (5, "workday"), None, stop)
    assert found.due == date(2026, 12, 9)
    assert found.left(start, CALENDAR) == Amount(5, LimitUnit.WORKDAY)
    assert found.left(start - 9 * DAY, CALENDAR) == Amount(5, LimitUnit.WORKDAY)
    assert found.left(date(2026, 12, 2), CALENDAR) == Amount(4, LimitUnit.WORKDAY)
    assert found.left(date(2026, 12, 9), CALENDAR) == Amount(0, LimitUnit.WORKDAY)
    assert found.left(date(2026, 12, 14), CALENDAR) == Amount(-3, LimitUnit.WORKDAY)
    days = reckoned(start, (15, "day"), None, stop)
    assert days.due == date(2026, 12, 15)
    assert days.left(start, CALENDAR) == Amount(15, LimitUnit.DAY)
    assert days.left(date(2026, 12, 20), CALENDAR) == Amount(-5, LimitUnit.DAY)


def test_time_left_is_told_in_minutes_without_days_of_a_stop() -> None:
    found = reckoned(beijing(date(2026, 11, 27), 12), (24, "hour"), None, Stop(date(2026, 11, 28), date(2026, 11, 29)))
    assert found.due == beijing(date(2026, 11, 30), 12)
    assert found.left(beijing(date(2026, 11, 27), 13), CALENDAR) == Amount(23 * 60, LimitUnit.MINUTE)
    assert found.left(beijing(date(2026, 11, 28), 13), CALENDAR) == Amount(12 * 60, LimitUnit.MINUTE)
    assert found.left(beijing(date(2026, 11, 30), 13), CALENDAR) == Amount(-60, LimitUnit.MINUTE)


def test_overdue_is_the_day_after_the_due_day_and_the_moment_after_the_due_moment() -> None:
    days, hours = reckoned(date(2026, 11, 27), (5, "workday")), reckoned(beijing(date(2026, 11, 27), 12), (24, "hour"))
    assert [days.is_overdue(date(2026, 12, n)) for n in (4, 5)] == [False, True]
    assert [days.is_overdue(beijing(date(2026, 12, n), 23, 59)) for n in (4, 5)] == [False, True]
    assert [hours.is_overdue(beijing(date(2026, 11, 28), 12, n)) for n in (0, 1)] == [False, True]
    assert [hours.is_overdue(date(2026, 11, n)) for n in (27, 28)] == [False, True]


def test_time_of_day_is_needed_where_time_is_counted() -> None:
    with pytest.raises(InputRefused) as refused:
        reckoned(date(2026, 11, 27), (24, "hour"))
    assert refused.value.code == "start_without_time"
    with pytest.raises(ValueError, match="zone"):
        reckoned(datetime(2026, 11, 27, 10), (5, "workday"))  # noqa: DTZ001 - that is the point


def test_without_a_calendar_only_what_needs_none_has_a_date() -> None:
    assert due(date(2026, 11, 27), Promise(limit((0, "on_the_spot")))).due == date(2026, 11, 27)
    assert due(date(2026, 11, 27), Promise(limit((5, "workday")))).state is State.NO_CALENDAR


CASES = tuple(slow_deadlines.cases(2_000, seed=4))


def _of(case: Case) -> Deadline:
    start = case.start.replace(tzinfo=BEIJING)
    stops = [Stop(first, None if last == OPEN else last) for first, last in case.stops]
    extension = Extension(case.extension[0], LimitUnit(case.extension[1])) if case.extension else None
    promise = Promise(limit(case.promised), limit(case.legal) if case.legal else None)
    return due(start, promise, stops, extension, CALENDAR)


def _is_same(found: Count, right: Judged) -> bool:
    ends = found.due.replace(tzinfo=None) if isinstance(found.due, datetime) else found.due
    return ends == right.due and [*found.counted] == right.counted and (ends is not None or _rest_is_same(found, right))


def _rest_is_same(found: Count, right: Judged) -> bool:
    assert found.state is State.STOPPED
    return right.left == (found.rest[0].value if right.left else 0)


def _end(due_on: date | datetime) -> datetime:
    if isinstance(due_on, datetime):
        return due_on
    return datetime.combine(due_on + DAY, datetime.min.time())


def test_two_thousand_cases_end_as_a_slow_reckoning_says() -> None:
    for case in CASES:
        found = _of(case)
        assert found.promised is not None
        first = slow_deadlines.judged(case, case.promised)
        assert _is_same(found.promised, first), (case, found.promised, first)
        assert (found.legal is None) is (case.legal is None)
        if found.legal is None or case.legal is None:
            assert found.decided_by is (Decider.PROMISED if first.due else None), case
            continue
        second = slow_deadlines.judged(case, case.legal)
        assert _is_same(found.legal, second), (case, found.legal, second)
        ends = [(_end(one.due), n) for n, one in enumerate((first, second)) if one.due]
        assert found.decided_by is ((Decider.PROMISED, Decider.LEGAL)[min(ends)[1]] if ends else None), case


def test_the_two_thousand_cases_hold_every_kind_of_case() -> None:
    found = [_of(case) for case in CASES]
    assert sum(one.state is State.STOPPED for one in found) > 50
    assert sum(one.decided_by is Decider.LEGAL for one in found) > 200
    assert sum(bool(case.extension) for case in CASES) > 500
    assert sum(len(case.stops) > 1 for case in CASES) > 300
    assert sum(one.leading.moved_from is not None for one in found) > 50
    assert {case.promised[1] for case in CASES} == set(LimitUnit)


def test_every_day_up_to_the_end_is_counted_left_out_or_the_end() -> None:
    for case in CASES:
        one = _of(case).promised
        if one is None or one.due is None or isinstance(one.due, datetime) or case.promised[1] in {"hour", "minute"}:
            continue
        if case.extension and case.extension[1] == "hour":
            continue
        passed = {case.start.date() + n * DAY for n in range(1, (one.due - case.start.date()).days + 1)}
        left_out = {day.day for day in one.left_out}
        assert passed == left_out | {*one.counted} | (passed & {one.due}), case
        assert not left_out & {*one.counted, one.due}, case
        assert [day.day for day in one.left_out] == sorted(left_out), case
