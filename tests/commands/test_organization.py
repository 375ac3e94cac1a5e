from datetime import date
from pathlib import Path

import pytest

from desktop.commands.organization import EditUnit, EditWindow, EditWindowKind, Holiday, SetHolidays, SetRules, editable
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.draft import Command
from desktop.models.refusals import Refusal
from desktop.models.vocabulary import Cadence
from desktop.models.workdays import Certainty, DayKind
from tests import books


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return books.make(tmp_path / "b.book")


def code(book: Book, command: Command, desk: Desk = books.BUREAU) -> str:
    before = book.ledger()
    with pytest.raises(Refusal) as refusal:
        book.do(command, desk)
    assert book.ledger() == before
    return refusal.value.code


def test_a_station_is_added_renamed_and_merged_into_another(book: Book) -> None:
    book.do(
        EditUnit("S3", {"kind": "station", "name_zh": "三所", "parent": "BUREAU", "phone": "0317-2170110"}),
        books.BUREAU,
    )
    assert list(book.catalogue().units) == ["BUREAU", "S1", "S2", "S3"]
    unit = book.catalogue().units["S3"]
    assert (unit.name_zh, unit.parent, unit.phone) == ("三所", "BUREAU", "0317-2170110")
    book.do(EditUnit("S3", {"valid_to": "2026年9月30日", "successor": "S1"}, reason="并入一所"), books.BUREAU)
    unit = book.catalogue().units["S3"]
    assert (unit.valid_to, unit.successor) == (date(2026, 9, 30), "S1")
    book.undo(books.BUREAU)
    assert book.catalogue().units["S3"].successor == ""


def test_a_new_window_brings_its_commitments_and_a_closed_one_takes_them_away(book: Book) -> None:
    book.do(
        EditWindow("W3", {"unit": "S1", "kind": "hall", "name_zh": "窗3", "valid_from": "2026-09-01"}), books.BUREAU
    )
    assert {one.window for one in book.commitments()} == {"W1", "W2", "W3"}
    book.do(EditWindow("W3", {"valid_to": "2026-08-31", "valid_from": ""}), books.BUREAU)
    assert {one.window for one in book.commitments()} == {"W1", "W2"}
    book.do(EditWindow("W3", {"valid_to": None}), books.BUREAU)
    assert {one.window for one in book.commitments()} == {"W1", "W2", "W3"}


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (EditUnit("S9", {"kind": "station", "name_zh": "九所"}), "field_missing"),
        (EditUnit("S9", {"kind": "office", "name_zh": "九所", "parent": "BUREAU"}), "unknown_value"),
        (EditUnit("S9", {"kind": "station", "name_zh": "九所", "parent": "X"}), "unknown_value"),
        (EditUnit("S@9", {"kind": "station", "name_zh": "九所", "parent": "BUREAU"}), "bad_code"),
        (EditUnit("S1", {"parent": "S1"}), "unit_circle"),
        (EditUnit("BUREAU", {"parent": "S1"}), "unit_circle"),
        (EditUnit("S1", {"name_zh": ""}), "field_missing"),
        (EditUnit("S1", {"successor": "S1"}), "unknown_value"),
        (EditUnit("S1", {"valid_from": "2026-09-02", "valid_to": "2026-09-01"}), "days_reversed"),
        (EditUnit("S1", {"valid_to": "2026-02-30"}), "day_impossible"),
        (EditUnit("S1", {"sort": "1"}), "unknown_field"),
        (EditUnit("S1", {"name_zh": "长" * 1_000_000}), "text_too_long"),
        (EditWindow("W9", {"unit": "S1", "kind": "moon", "name_zh": "月"}), "unknown_value"),
        (EditWindow("W9", {"unit": "S9", "kind": "hall", "name_zh": "月"}), "unknown_value"),
        (EditWindow("W1", {"successor": "W9"}), "unknown_value"),
        (EditWindowKind("fair", {"name_en": "Fair"}), "field_missing"),
        (SetHolidays(2027, ()), "no_holidays"),
        (SetHolidays(2027, (Holiday(date(2026, 1, 1), DayKind.OFF),)), "holiday_of_other_year"),
        (
            SetHolidays(
                2027, (Holiday(date(2027, 1, 1), DayKind.OFF),) * 2 + (Holiday(date(2027, 1, 1), DayKind.WORK),)
            ),
            "holiday_twice",
        ),
        (SetRules({"due_soon_workdays": -1}), "number_out_of_range"),
        (SetRules({"colour": 1}), "unknown_value"),
    ],
)
def test_what_would_break_the_tree_is_refused(book: Book, command: Command, expected: str) -> None:
    assert code(book, command) == expected


def test_only_the_bureau_at_a_bureau_s_book_may(book: Book, tmp_path: Path) -> None:
    station = books.make(tmp_path / "s.book", "S1")
    for command in (EditUnit("S1", {"phone": "1"}), EditWindow("W1", {"phone": "1"}), SetRules({"silent_workdays": 9})):
        assert code(book, command, books.CHIEF) == "right_missing"
        assert code(station, command) == "role_not_here"


def test_a_kind_of_windows_is_added(book: Book) -> None:
    book.do(EditWindowKind("fair", {"name_zh": "集市窗口"}), books.BUREAU)
    assert book.catalogue().kinds["fair"].name_zh == "集市窗口"


def test_a_notice_replaces_what_was_provisional(book: Book) -> None:
    first = (Holiday(date(2027, 1, 1), DayKind.OFF, "元旦"), Holiday(date(2027, 2, 5), DayKind.OFF))
    book.do(SetHolidays(2027, first, Certainty.PROVISIONAL), books.BUREAU)
    with book.reading() as connection:
        from desktop.models import in_force

        before = in_force.calendar(connection.connection.cursor())
        assert before.certainty(date(2027, 3, 1)) is Certainty.PROVISIONAL
    book.do(SetHolidays(2027, (first[0], Holiday(date(2027, 1, 3), DayKind.WORK))), books.BUREAU)
    with book.reading() as connection:
        after = in_force.calendar(connection.connection.cursor())
    assert after.days_of(2027) == (date(2027, 1, 1), date(2027, 1, 3))
    assert after.certainty(date(2027, 3, 1)) is Certainty.OFFICIAL
    assert after.is_workday(date(2027, 1, 3))


def test_numbers_behind_the_lamps_are_edited_and_go_back(book: Book) -> None:
    book.do(SetRules({"stale_monthly": 60}), books.BUREAU)
    assert (book.clock.today() - book.cutoffs().stale_before[Cadence.MONTHLY]).days == 60
    book.do(SetRules({"stale_monthly": None}), books.BUREAU)
    assert (book.clock.today() - book.cutoffs().stale_before[Cadence.MONTHLY]).days == 35


def test_forms_offer_what_may_be_edited() -> None:
    assert "successor" in editable("unit")
    assert "hours_zh" in editable("window")
    assert editable("window_kind")[0] == "name_zh"
