from pathlib import Path

import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.intake import ledgers
from desktop.models.vocabulary import Status
from desktop.views.exchange.ledger_dialog import LedgerTakeOver
from tests import books
from tests.views.seat import Seat, click, show

HEADS = ("举措编号", "窗口", "情况一", "完成日期", "责任人")
ROWS = (("A01", "W1", "已完成", "2026-08-20", "张三"), ("A02", "W1", "进行中", "", "李四"))


def ledger(at: Path, *rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> Path:
    book = xlsxwriter.Workbook(str(at))
    sheet = book.add_worksheet("台账")
    for number, row in enumerate((heads, *rows)):
        sheet.write_row(number, 0, row)
    book.close()
    return at


def opened(seat: Seat, path: Path, qtbot: QtBot) -> LedgerTakeOver:
    seat.focus.sit(books.BUREAU)
    dialog = LedgerTakeOver(seat.book, seat.focus.desk)
    show(qtbot, dialog, 900, 640)
    dialog.read(path)
    qtbot.waitUntil(lambda: not dialog.bar.isVisible() and dialog.choose.isEnabled())
    return dialog


def choose(box: QComboBox, head: str) -> None:
    """Choose a head in a list by the keyboard."""
    box.setFocus()
    for _step in range(abs(steps := box.findData(head) - box.currentIndex())):
        QTest.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def test_a_column_that_nobody_explained_is_named_once_and_remembered(seat: Seat, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = opened(seat, ledger(tmp_path / "old.xlsx", *ROWS), qtbot)
    assert not dialog.take.isEnabled()
    choose(dialog.columns.boxes["action"], "举措编号")
    choose(dialog.columns.boxes["status"], "情况一")
    assert dialog.outcome.text() == "2 rows to take over, 0 without a word"
    with qtbot.waitSignal(dialog.taken) as said:
        click(dialog.take)
    assert said.args == [2]
    assert seat.status("A01@W1") is Status.IN_PLACE
    assert ledgers.remembered(seat.book)["status"] == "情况一"
    seat.bridge.undo()
    assert set(seat.statuses()) == {Status.NOT_STARTED}


def test_all_faults_are_listed_and_nothing_is_taken_over(seat: Seat, tmp_path: Path, qtbot: QtBot) -> None:
    heads = ("举措编号", "窗口", "当前状态", "完成日期", "责任人")
    rows = (*ROWS, ("A99", "W1", "已完成", "", ""), ("A03", "W1", "差不多", "", ""))
    dialog = opened(seat, ledger(tmp_path / "old.xlsx", *rows, heads=heads), qtbot)
    told = dialog.faults.table.text()
    assert "A99" in told
    assert "差不多" in told
    assert not dialog.take.isEnabled()
    dialog.take_over()
    assert set(seat.statuses()) == {Status.NOT_STARTED}


def test_a_column_may_be_left_out(seat: Seat, tmp_path: Path, qtbot: QtBot) -> None:
    heads = ("举措编号", "窗口", "当前状态", "完成日期", "责任人")
    dialog = opened(seat, ledger(tmp_path / "old.xlsx", *ROWS, heads=heads), qtbot)
    choose(dialog.columns.boxes["officer"], "")
    with qtbot.waitSignal(dialog.taken):
        click(dialog.take)
    assert {one.officer for one in seat.book.commitments()} == {""}
