from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.lamps import Cutoffs, LampRules, cutoffs, is_unreported, lamps_of
from desktop.models.vocabulary import CLOSED, DONE, Cadence, Lamp, Status
from tests.models.test_workdays import CALENDAR

DAY = timedelta(days=1)
RULES = LampRules()
TODAY = date(2026, 11, 20)
days = st.dates(date(2022, 1, 1), date(2026, 11, 30))
near = st.integers(-40, 40)
states = st.sampled_from(Status)


def at(today: date = TODAY) -> Cutoffs:
    return cutoffs(today, CALENDAR, RULES)


def lamps(status: Status, due: date | None, changed: date | None = None, *, today: date = TODAY) -> Lamp:
    return lamps_of(status, due, None, changed, cadence=Cadence.STANDING, at=at(today))


@given(states, days, near)
def test_overdue_begins_the_day_after_the_due_day_and_ends_with_the_work(
    status: Status, today: date, away: int
) -> None:
    lit = lamps(status, today + away * DAY, today=today)
    assert bool(lit & Lamp.OVERDUE) == (away < 0 and status not in CLOSED)


@given(states, days, near)
def test_due_soon_is_zero_to_three_workdays_left(status: Status, today: date, away: int) -> None:
    due = today + away * DAY
    left = CALENDAR.workdays_left(today, due)
    assert left is not None
    lit = lamps(status, due, today=today)
    assert bool(lit & Lamp.DUE_SOON) == (away >= 0 and left <= 3 and status not in CLOSED)


@given(states, days, near)
def test_silence_is_more_than_seven_workdays_in_an_open_state(status: Status, today: date, away: int) -> None:
    changed = today - abs(away) * DAY
    silence = CALENDAR.workdays_left(changed, today)
    assert silence is not None
    lit = lamps(status, None, changed, today=today)
    assert bool(lit & Lamp.SILENT) == (silence > 7 and status not in CLOSED)


@given(states, st.sampled_from(Cadence), st.integers(0, 400))
def test_a_proof_grows_stale_by_the_cadence_of_its_action(status: Status, cadence: Cadence, age: int) -> None:
    limit = {"daily": 2, "weekly": 9, "monthly": 35, "quarterly": 100, "yearly": 380}.get(cadence, 95)
    lit = lamps_of(status, None, TODAY - age * DAY, TODAY, cadence=cadence, at=at())
    assert bool(lit & Lamp.STALE) == (status in DONE and age > limit)


def test_work_done_without_any_proof_is_stale() -> None:
    assert lamps_of(Status.VERIFIED, None, None, TODAY, cadence=Cadence.YEARLY, at=at()) is Lamp.STALE
    assert lamps_of(Status.IN_PROGRESS, None, None, TODAY, cadence=Cadence.DAILY, at=at()) == Lamp(0)


def test_what_nobody_has_touched_is_not_silent() -> None:
    assert lamps(Status.NOT_STARTED, None) == Lamp(0)


def test_without_a_calendar_the_lamps_of_workdays_stay_dark() -> None:
    there = at(date(2030, 1, 15))
    assert there.due_soon_until is None
    assert there.silent_before is None
    lit = lamps_of(Status.BLOCKED, date(2030, 1, 15), None, date(2029, 1, 1), cadence=Cadence.DAILY, at=there)
    assert lit == Lamp(0)
    assert lamps(Status.BLOCKED, date(2030, 1, 14), today=date(2030, 1, 15)) == Lamp.OVERDUE


def test_the_last_days_of_a_known_year_are_still_due_soon() -> None:
    assert at(date(2027, 12, 30)).due_soon_until == date(2027, 12, 31)


def test_the_month_is_unreported_until_a_move_or_an_unchanged() -> None:
    last, this = date(2026, 10, 31), date(2026, 11, 1)
    assert is_unreported(Status.IN_PLACE, last, None, at())
    assert is_unreported(Status.NOT_STARTED, None, None, at())
    assert not is_unreported(Status.IN_PLACE, this, None, at())
    assert not is_unreported(Status.IN_PLACE, last, this, at())
    assert not is_unreported(Status.NOT_APPLICABLE, last, None, at())


def test_edited_numbers_rule_and_the_others_keep_their_defaults() -> None:
    rules = LampRules.of({"due_soon_workdays": 5, "stale_daily": 4})
    assert LampRules.of(rules.numbers()) == rules
    assert rules.numbers() == {**RULES.numbers(), "due_soon_workdays": 5, "stale_daily": 4}
    edited = cutoffs(TODAY, CALENDAR, rules)
    assert edited.due_soon_until == date(2026, 11, 29)
    assert edited.stale_before[Cadence.DAILY] == date(2026, 11, 16)
    assert edited.stale_before[Cadence.YEARLY] == TODAY - 380 * DAY
