from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from desktop.exchange.fault import errors
from desktop.exchange.ledger_take_over import Office, TakeOver, read, read_sheets
from desktop.exchange.workbook_guard import Sheet
from desktop.models.refusals import InputRefused
from desktop.models.vocabulary import Status
from tests.sample import sample_catalogue

CATALOGUE = sample_catalogue()
OFFICE = Office(CATALOGUE, date(2026, 11, 20))
HEADS = ("序号", "举措编号", "具体举措", "窗口", "当前状态", "完成日期", "责任人", "备注")
CALL_DESK = "【样例】市局110接警台"


def ledger(
    *rows: tuple[str, ...], heads: tuple[str, ...] = HEADS, name: str = "台账", office: Office = OFFICE
) -> TakeOver:
    sheet = Sheet(name, (("沧州市公安局落实台账",), (), heads, *rows))
    return read_sheets((sheet,), office)


def row(
    code: str = "A01-01", title: str = "", window: str = "W003", status: str = "已完成", *more: str
) -> tuple[str, ...]:
    return ("1", code, title, window, status, *(more or ("2026-09-30", "张三", "已抽听")))


def test_a_row_becomes_the_state_of_a_commitment() -> None:
    taken = ledger(row())
    assert taken.faults == ()
    (one,) = taken.rows
    assert (one.commitment, one.status, one.on_day) == ("A01-01@W003", Status.IN_PLACE, date(2026, 9, 30))
    assert (one.officer, one.note, one.due_on, one.sheet, one.row) == ("张三", "已抽听", None, "台账", 4)


def test_a_real_workbook_with_merged_cells_is_read(tmp_path: Path) -> None:
    path = tmp_path / "旧台账.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("2026")
    sheet.merge_range("A1:H1", "市局110接警台落实台账")
    sheet.write_row("A2", HEADS)
    day = book.add_format({"num_format": "yyyy/m/d"})
    for at, (title, status) in enumerate((("规范接警应答", "已完成"), ("紧急警情限时到场", "进行中")), 2):
        sheet.write_row(at, 0, (at - 1, "", title, "", status))
        sheet.write_datetime(at, 5, datetime(2026, 9, at), day)  # noqa: DTZ001 - a cell of a workbook has no zone
    sheet.merge_range("D3:D4", CALL_DESK)
    book.close()
    taken = read(path, OFFICE)
    assert taken.faults == ()
    assert [(r.commitment, r.status, r.on_day) for r in taken.rows] == [
        ("A01-01@W003", Status.IN_PLACE, date(2026, 9, 2)),
        ("A01-02@W003", Status.IN_PROGRESS, date(2026, 9, 3)),
    ]


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("未启动", Status.NOT_STARTED),
        ("进行中", Status.IN_PROGRESS),
        ("暂停", Status.BLOCKED),
        ("已完成", Status.IN_PLACE),
        (" 已 办结 ", Status.IN_PLACE),
        ("√", Status.IN_PLACE),
        ("已核验", Status.VERIFIED),
        ("已落实（待核验）", Status.IN_PLACE),
        ("退回整改", Status.RETURNED),
        ("Relapsed", Status.RELAPSED),
        ("不涉及（无此业务）", Status.NOT_APPLICABLE),
        ("in_progress", Status.IN_PROGRESS),
    ],
)
def test_words_of_the_offices_mean_states(word: str, status: Status) -> None:
    assert ledger(row(status=word)).rows[0].status is status


def test_actions_are_found_by_code_or_by_title() -> None:
    assert ledger(row(code="ａ01-01")).rows[0].commitment == "A01-01@W003"
    assert ledger(row(code="17", title="规范 接警应答。")).rows[0].commitment == "A01-01@W003"
    assert ledger(row(code="", title="Proper call taking")).rows[0].commitment == "A01-01@W003"
    assert ledger(row(code="", title="A01-01")).rows[0].commitment == "A01-01@W003"


def test_the_window_may_be_named_by_sheet_or_by_the_person() -> None:
    heads = tuple(head for head in HEADS if head != "窗口")
    cells = ("1", "A01-01", "", "已完成", "2026-09-30", "", "")
    assert ledger(cells, heads=heads, name=CALL_DESK).rows[0].commitment == "A01-01@W003"
    office = Office(CATALOGUE, OFFICE.today, window="W003")
    assert ledger(cells, heads=heads, office=office).rows[0].commitment == "A01-01@W003"
    (fault,) = ledger(cells, heads=heads).faults
    assert fault.code == "window_unknown"


def test_every_error_is_listed_by_row_and_column() -> None:
    taken = ledger(
        row(code="A99-99"),
        row(window="W999"),
        row("A01-02", "", "W003", "差不多了", "2026-02-30", "李四", "电话13812345678"),
        row("A01-03", "", "W003", "已完成", "2026-12-01", "李四", ""),
        row("A02-01"),
        row(code="A01-04", title="规范接警应答"),
        row(),
        row(),
    )
    assert [(fault.row, fault.column, fault.code) for fault in taken.faults] == [
        (4, "action", "action_unknown"),
        (5, "window", "window_unknown"),
        (6, "status", "status_unknown"),
        (6, "on_day", "bad_day"),
        (6, "note", "text_has_mobile"),
        (7, "on_day", "day_in_future"),
        (8, "window", "not_at_this_kind"),
        (9, "action", "code_and_title_differ"),
        (11, "action", "commitment_twice"),
    ]
    assert len(taken.rows) == 1


def test_a_misspelt_title_or_window_is_answered_with_the_nearest() -> None:
    faults = ledger(row(code="", title="规范接警答应", window="样例市局110接警")).faults
    assert [fault.facts["right"] for fault in faults] == ["A01-01 规范接警应答", f"W003 {CALL_DESK}"]


def test_rows_that_say_nothing_and_repeated_heads_are_left_alone() -> None:
    taken = ledger(row("A01-01", "", "W003", "", "", "", ""), HEADS, (), row("A01-02"))
    assert (taken.untouched, len(taken.rows), taken.faults) == (1, 1, ())


def test_windows_of_other_units_are_refused() -> None:
    office = Office(CATALOGUE, OFFICE.today, units=frozenset({"S130902"}))
    assert [fault.code for fault in ledger(row(), office=office).faults] == ["window_of_other_unit"]


def test_the_mapping_is_remembered_and_wins() -> None:
    heads = (*HEADS[:4], "情况一", "当前状态", *HEADS[6:])
    sheet = Sheet("台账", (heads, ("1", "A01-01", "", "W003", "已完成", "2026-09-30", "张三", "")))
    wrong = read_sheets((sheet,), OFFICE)
    assert errors(wrong.faults)
    taken = read_sheets((sheet,), OFFICE, {"status": "情况一", "on_day": "当前状态"})
    assert (taken.faults, taken.rows[0].status) == ((), Status.IN_PLACE)
    assert taken.mapping["status"] == "情况一"
    assert read_sheets((sheet,), OFFICE, taken.mapping) == taken


def test_of_two_columns_for_one_thing_the_better_word_is_taken() -> None:
    heads = ("举措编号", "具体举措", "窗口", "落实情况", "当前状态", "完成时限", "完成日期")
    taken = ledger(("A01-01", "", "W003", "逐步展开", "已完成", "2026年12月31日", "2026.9.30"), heads=heads)
    assert taken.mapping["status"] == "当前状态"
    assert (taken.rows[0].due_on, taken.rows[0].on_day) == (date(2026, 12, 31), date(2026, 9, 30))


def test_a_workbook_without_heads_is_refused_and_a_sheet_without_them_named() -> None:
    with pytest.raises(InputRefused) as refused:
        read_sheets((Sheet("名单", (("姓名", "电话"),)),), OFFICE, name="x.xlsx")
    assert (refused.value.code, refused.value.facts["name"]) == ("ledger_without_heads", "x.xlsx")
    sheets = (Sheet("封面", (("台账",),)), Sheet("台账", (HEADS, row())))
    taken = read_sheets(sheets, OFFICE)
    assert [(fault.sheet, fault.code, fault.is_warning) for fault in taken.faults] == [
        ("封面", "sheet_without_heads", True)
    ]
