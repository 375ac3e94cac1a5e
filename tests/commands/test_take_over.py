from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from desktop.commands.take_over import TakeOverLedger, states_for, touched
from desktop.exchange.ledger_take_over import Office, read_sheets
from desktop.exchange.workbook_guard import Sheet
from desktop.models.book import Book
from desktop.models.refusals import Refusal
from desktop.models.vocabulary import Role, Status
from tests import books


@dataclass(frozen=True)
class Row:
    commitment: str = "A01@W1"
    status: Status = Status.IN_PLACE
    on_day: date | None = date(2026, 6, 30)
    due_on: date | None = date(2026, 12, 31)
    officer: str = "张三"
    note: str = "旧台账第3行"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return books.make(tmp_path / "s.book", "S1")


def test_rows_become_entries_with_their_own_days_and_one_undo(book: Book) -> None:
    rows = (Row(), Row("A02@W1", Status.BLOCKED, None, None, "", ""))
    posted = book.do(TakeOverLedger(rows, "旧台账.xlsx"), books.CHIEF)
    assert len(posted.stamps) == 2
    found = {one.id: one for one in book.commitments()}
    one = found["A01@W1"]
    assert (one.status, one.status_on, one.due_on, one.officer) == (
        Status.IN_PLACE,
        date(2026, 6, 30),
        date(2026, 12, 31),
        "张三",
    )
    assert one.confirmed_on == date(2026, 6, 30)
    (told,) = book.history("commitment:A01@W1")
    assert (told.kind, told.on_day, told.note, told.reason) == (
        "import",
        "2026-06-30",
        "旧台账第3行",
        "旧台账.xlsx",
    )
    assert found["A02@W1"].status_on == book.clock.today()
    book.undo(books.CHIEF)
    assert {one.status for one in book.commitments()} == {Status.NOT_STARTED}
    assert touched(book.commitments()) == frozenset()
    assert len(book.do(TakeOverLedger(rows, "改正后.xlsx"), books.CHIEF).stamps) == 2


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (Row("A99@W1"), "unknown_action"),
        (Row("A01@W9"), "unknown_window"),
        (Row("A01@W2"), "other_unit"),
        (Row(status=Status.VERIFIED), "bureau_state"),
        (Row(on_day=date(2027, 1, 1)), "future_day"),
        (Row(note="13812345678"), "text_has_mobile"),
    ],
)
def test_one_bad_row_stops_all_and_nothing_changes(book: Book, row: Row, code: str) -> None:
    before = book.ledger()
    with pytest.raises(Refusal) as refused:
        book.do(TakeOverLedger((Row("A03@W1"), row), "x.xlsx"), books.CHIEF)
    assert refused.value.code == code
    assert book.ledger() == before


def test_what_the_book_holds_is_not_taken_over_again(book: Book) -> None:
    book.do(TakeOverLedger((Row(),), "x.xlsx"), books.CHIEF)
    with pytest.raises(Refusal) as refused:
        book.do(TakeOverLedger((Row(),), "x.xlsx"), books.CHIEF)
    assert refused.value.code == "already_in_book"
    assert touched(book.commitments()) == {"A01@W1"}


def test_only_the_bureau_takes_over_what_is_verified(tmp_path: Path) -> None:
    bureau = books.make(tmp_path / "b.book")
    bureau.do(TakeOverLedger((Row(status=Status.VERIFIED),), "x.xlsx"), books.BUREAU)
    assert bureau.commitments(["A01@W1"])[0].status is Status.VERIFIED
    assert Status.VERIFIED in states_for(Role.BUREAU)
    assert Status.VERIFIED not in states_for(Role.CHIEF)


def test_from_the_sheet_to_the_book(book: Book) -> None:
    heads = ("举措编号", "窗口", "状态", "完成日期", "责任人", "备注")
    sheet = Sheet(
        "台账", (heads, ("A01", "窗1", "已完成", "2026.6.30", "张三", ""), ("A02", "窗1", "已核验", "", "", ""))
    )
    office = Office(book.catalogue(), book.clock.today(), states=states_for(Role.CHIEF))
    taken = read_sheets((sheet,), office)
    assert [fault.code for fault in taken.faults] == ["status_of_bureau"]
    book.do(TakeOverLedger(taken.rows, "旧台账.xlsx"), books.CHIEF)
    again = replace(office, touched=touched(book.commitments()))
    assert [fault.code for fault in read_sheets((sheet,), again).faults] == ["already_in_book", "status_of_bureau"]
