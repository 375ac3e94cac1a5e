from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.commands.catalog import CarryOver, EditAction, EditMeasure, editable
from desktop.commands.progress import Move
from desktop.models.book import Book
from desktop.models.edition import EditionSource, entries_of
from desktop.models.refusals import InputRefused, Refusal, RuleBroken
from desktop.models.vocabulary import Status
from tests import books


def refused(book: Book, command: EditAction | EditMeasure | CarryOver, desk: object = books.BUREAU) -> Refusal:
    before = book.ledger()
    with pytest.raises(Refusal) as refusal:
        book.do(command, desk)  # type: ignore[arg-type]  # a desk by any name
    assert book.ledger() == before
    return refusal.value


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return books.make(tmp_path / "b.book")


def edition(version: str, *actions: Mapping[str, str]) -> EditionSource:
    """Return a second edition of these actions; blanks come from the first action of the first."""
    base = books.source()
    rows = [{**base.sheets["actions"][0], **row} for row in actions]
    day = date(2026, 8, 15)
    return replace(base, version=version, compiled=day, from_day=day, sheets={**base.sheets, "actions": rows})


def test_what_lies_beside_the_wording_is_edited_and_undone(book: Book) -> None:
    values = {
        "short_zh": "一举措",
        "accept_zh": "抽查\r\n十件",
        "promise_value": "3",
        "cadence": "weekly",
        "lead_dept": "S1",
    }
    book.do(EditAction("A01", values), books.BUREAU)
    action = book.catalogue().actions["A01"]
    assert (action.accept_zh, action.promise_value, action.cadence, action.lead_dept) == (
        "抽查\n十件",
        3,
        "weekly",
        "S1",
    )
    book.undo(books.BUREAU)
    assert book.catalogue().actions["A01"].accept_zh == ""
    book.do(EditMeasure("M01", {"text_en": "Words"}), books.BUREAU)
    assert book.catalogue().measures["M01"].text_en == "Words"


def test_the_wording_is_locked(book: Book) -> None:
    for field in ("title_zh", "text_zh", "code", "category"):
        assert refused(book, EditAction("A01", {field: "x"})).code == "field_locked"
        assert field not in editable("action")
    assert refused(book, EditMeasure("M01", {"title_zh": "x"})).code == "field_locked"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"cadence": "hourly"}, "unknown_value"),
        ({"cadence": ""}, "field_missing"),
        ({"window_kinds": "hall;moon"}, "unknown_value"),
        ({"window_kinds": " "}, "field_missing"),
        ({"promise_value": "三"}, "bad_number"),
        ({"lead_dept": "D-1"}, "unknown_value"),
        ({"short_zh": "长" * 201}, "text_too_long"),
        ({"accept_zh": "长" * 1_000_000}, "text_too_long"),
        ({"colour": "red"}, "unknown_field"),
    ],
)
def test_bad_values_are_refused_and_nothing_changes(book: Book, values: dict[str, str], code: str) -> None:
    assert refused(book, EditAction("A01", values)).code == code


def test_only_the_bureau_edits_the_catalogue(book: Book, tmp_path: Path) -> None:
    assert refused(book, EditAction("A01", {"short_zh": "x"}), books.CHIEF).code == "right_missing"
    station = books.make(tmp_path / "s.book", "S1")
    assert refused(station, EditAction("A01", {"short_zh": "x"})).code == "role_not_here"
    assert refused(book, EditAction("A99", {"short_zh": "x"})).code == "unknown_action"
    assert refused(book, EditMeasure("M99", {})).code == "unknown_measure"


def move(book: Book, key: str, to: Status) -> None:
    due = date(2026, 9, 20) if to is Status.IN_PROGRESS else None
    book.do(Move((key,), to, note="做了", reason="因为", due_on=due), books.CHIEF)


def test_states_go_over_to_the_parts_of_a_split_action(book: Book) -> None:
    move(book, "A01@W1", Status.IN_PROGRESS)
    parts = [{"code": code, "id": code, "came_from": "A01", "title_zh": f"举措{code}"} for code in ("B1", "B2")]
    book.merge(entries_of(edition("test-2", *parts)), "catalogue")
    posted = book.do(CarryOver(), books.BUREAU)
    assert len(posted.stamps) == 2
    found = {one.id: (one.status, one.due_on) for one in book.commitments()}
    assert found == {
        "B1@W1": (Status.IN_PROGRESS, date(2026, 9, 20)),
        "B2@W1": (Status.IN_PROGRESS, date(2026, 9, 20)),
        "B1@W2": (Status.NOT_STARTED, None),
        "B2@W2": (Status.NOT_STARTED, None),
    }
    assert book.history("commitment:B1@W1")[0].note == "A01 → B1"


def test_a_merged_action_stands_no_better_than_its_weakest_part(book: Book) -> None:
    move(book, "A01@W1", Status.IN_PROGRESS)
    move(book, "A02@W1", Status.BLOCKED)
    move(book, "A02@W2", Status.IN_PROGRESS)
    book.merge(entries_of(edition("test-2", {"code": "B1", "id": "B1", "came_from": "A01;A02"})), "catalogue")
    book.do(CarryOver(), books.BUREAU)
    assert [one.status for one in book.commitments()] == [Status.BLOCKED, Status.NOT_STARTED]


def test_carrying_over_twice_or_over_new_work_changes_nothing(book: Book) -> None:
    move(book, "A01@W1", Status.IN_PROGRESS)
    move(book, "A01@W2", Status.IN_PROGRESS)
    book.merge(entries_of(edition("test-2", {"code": "B1", "id": "B1", "came_from": "A01"})), "catalogue")
    move(book, "B1@W1", Status.BLOCKED)
    book.do(CarryOver(), books.BUREAU)
    assert [one.status for one in book.commitments()] == [Status.BLOCKED, Status.IN_PROGRESS]
    assert book.do(CarryOver(), books.BUREAU).stamps == ()
    book.undo(books.BUREAU)
    assert [one.status for one in book.commitments()] == [Status.BLOCKED, Status.NOT_STARTED]
    assert len(book.do(CarryOver(), books.BUREAU).stamps) == 1


def test_the_same_edition_carries_nothing_over_and_needs_the_bureau(book: Book) -> None:
    assert book.do(CarryOver(), books.BUREAU).stamps == ()
    assert isinstance(refused(book, CarryOver(), books.CLERK), RuleBroken)
    assert not issubclass(InputRefused, RuleBroken)
