"""Quick deeds on the checklist over a real book: copied with its due dates, states pasted beside their codes, files."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.commands.progress import Move, SetDue, SetOfficer
from desktop.models.vocabulary import Status
from desktop.views.mine.screen import MineScreen
from tests import books
from tests.views.mine.met import at_the_window, panel_of
from tests.views.seat import ACTIONS, Seat, press

Key = Qt.Key
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def screen(seat: Seat, qtbot: QtBot) -> MineScreen:
    seat.book.do(SetDue(("A02@W1",), date(2026, 8, 20)), books.CHIEF)
    seat.book.do(SetOfficer(("A02@W1",), "Wang"), books.CHIEF)
    seat.book.do(Move(("A02@W1",), Status.IN_PROGRESS, note="hung up"), books.CLERK)
    return at_the_window(seat, qtbot)


def _copy(screen: MineScreen) -> str:
    QTest.keyClick(screen.list, Key.Key_C, CTRL)
    return QGuiApplication.clipboard().text()


def _paste(screen: MineScreen, text: str) -> str:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(screen.list, Key.Key_V, CTRL)
    return panel_of(screen).form.preview.words


def test_lines_are_copied_with_due_date_officer_and_the_last_words(screen: MineScreen) -> None:
    press(screen.list, Key.Key_Down, shift=True)
    head, first, second = _copy(screen).splitlines()
    assert head == "Month\tStatus\tNo.\tAction\tSigns\tDue date\tEvidence\tLast news\tOfficer\tLast words"
    assert first.split("\t")[1:4] == ["Not started", "A01", "Action 1"]
    assert second.split("\t")[1:] == [
        "In progress", "A02", "Action 2", "Overdue", "2026-08-20", "", "2026-09-01", "Wang", "hung up",
    ]  # fmt: skip


def test_what_was_copied_can_be_pasted_again_with_other_states(screen: MineScreen, seat: Seat) -> None:
    press(screen.list, Key.Key_Down, Key.Key_Down, shift=True)
    lines = _copy(screen).replace("Not started", "受阻")
    screen.list.selectRow(8)
    shown = _paste(screen, lines)
    assert shown.startswith("2 of 3 will change\nBlocked: 2")
    assert "1: This is already In progress." in shown
    form = panel_of(screen).form
    QTest.keyClicks(form.reason, "no printer")
    press(form.reason, Key.Key_Return)
    blocked = [one.id for one in seat.book.commitments() if one.status is Status.BLOCKED]
    assert blocked == ["A01@W1", "A03@W1"]


def test_a_column_of_states_falls_from_the_current_line_on(screen: MineScreen) -> None:
    screen.list.selectRow(ACTIONS - 2)
    shown = _paste(screen, "2\n3\n2\n")
    assert shown.startswith("2 of 3 will change")
    assert "1: Nothing stands there" in shown
    assert "line 3 of the copy" in shown


def test_states_beside_codes_find_their_lines(screen: MineScreen) -> None:
    shown = _paste(screen, "A07\t推进中\nA05\t推进钟\n")
    assert shown.startswith("1 of 2 will change")
    assert "This is no state." in shown
    assert shown.endswith("“推进钟”: A05")


def test_a_file_dropped_on_a_line_opens_its_form(screen: MineScreen, tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("words", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(paper))])
    place = screen.list.visualRect(screen.checklist.index(4, 3)).center()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(screen.list.viewport(), QDragEnterEvent(place, copy, data, left, NONE))
    QApplication.sendEvent(screen.list.viewport(), QDropEvent(QPointF(place), copy, data, left, NONE))
    form = panel_of(screen).form
    assert form.asked is not None
    assert form.asked.commitments == ("A05@W1",)
    assert form.evidence.paths == (paper,)
    assert form.note.hasFocus()
