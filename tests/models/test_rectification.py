"""The clock of bad ratings: defaults as shipped, workdays as noticed, nothing guessed beyond the calendar."""

import csv
from datetime import date

from desktop import paths
from desktop.models.rectification import BadRating, RatingRules, dues
from desktop.models.workdays import Calendar, Certainty

RULES = RatingRules()


def _rows(name: str) -> list[dict[str, str]]:
    with (paths.resources() / "catalogue" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CALENDAR = Calendar.of(_rows("holidays_cn"))


def _bad(day: date, *, is_named: bool = True, **more: object) -> BadRating:
    found = dues(day, CALENDAR, RULES, is_complex=False)
    fields: dict[str, object] = {"appeal": "", "is_complex": False, "called_on": None, "contacted_on": None,
                                 "corrected_on": None, **more}  # fmt: skip
    return BadRating("1", "W1", day, 1, (), is_named, "R1" if is_named else None, dues=found, **fields)  # type: ignore[arg-type]


def test_the_defaults_are_those_of_the_shipped_table() -> None:
    shipped = {row["code"]: row["value"] for row in _rows("rectification")}
    limits = (RULES.contact_workdays, RULES.correct_workdays, RULES.complex_workdays)
    assert tuple(map(str, limits)) == (shipped["R03"], shipped["R04"], shipped["R05"])


def test_numbers_that_the_bureau_changed_take_the_place_of_the_defaults() -> None:
    changed = RatingRules.of({"rating_rank_least": 50, "due_soon_workdays": 9})
    assert changed == RatingRules(rank_least=50)
    assert RatingRules.of(changed.numbers()) == changed


def test_a_bad_rating_before_the_autumn_holiday_is_due_after_it() -> None:
    # 30 September 2026: the holiday is 1 to 7 October, and 10 October is a make-up workday
    found = dues(date(2026, 9, 30), CALENDAR, RULES, is_complex=False)
    assert found == (date(2026, 10, 8), date(2026, 10, 13), Certainty.OFFICIAL)
    assert dues(date(2026, 9, 30), CALENDAR, RULES, is_complex=True).correct_on == date(2026, 10, 27)


def test_beyond_the_calendar_there_is_no_date_and_a_coming_year_is_provisional() -> None:
    assert dues(date(2040, 1, 4), CALENDAR, RULES, is_complex=False) == (None, None, Certainty.NONE)
    assert dues(date(2026, 12, 30), CALENDAR, RULES, is_complex=False).certainty is Certainty.PROVISIONAL


def test_a_named_one_waits_for_the_call_and_the_correction_an_anonymous_one_for_the_correction_alone() -> None:
    day, done = date(2026, 9, 1), date(2026, 9, 2)
    assert _bad(day, corrected_on=done).is_open
    assert not _bad(day, corrected_on=done, contacted_on=done).is_open
    assert not _bad(day, corrected_on=done, is_named=False).is_open
    assert not _bad(day, appeal="upheld").is_open
    assert _bad(day, appeal="dismissed").is_open


def test_it_is_overdue_from_the_day_after_a_due_date() -> None:
    one = _bad(date(2026, 9, 1))
    assert (one.dues.contact_on, one.dues.correct_on) == (date(2026, 9, 2), date(2026, 9, 8))
    assert not one.is_overdue(date(2026, 9, 2))
    assert one.is_overdue(date(2026, 9, 3))
    assert not _bad(date(2026, 9, 1), contacted_on=date(2026, 9, 2)).is_overdue(date(2026, 9, 8))
    assert _bad(date(2026, 9, 1), is_named=False).is_overdue(date(2026, 9, 9))
