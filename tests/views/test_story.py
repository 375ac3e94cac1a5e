"""The speed of hand, in keys and clicks of a person at the whole program."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.commands.progress import Move, SetDue
from desktop.models.book import Book
from desktop.models.vocabulary import Status
from desktop.views.board.screen import BoardScreen
from desktop.views.bridge import KEY, KIND
from desktop.views.item.panel import ItemPanel
from desktop.views.mine.screen import MineScreen
from desktop.views.printing.dialog import PrintDialog
from desktop.views.unfinished import Filled, Unfinished
from tests import books
from tests.views.seat import click

Start = Callable[..., Application]
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEN = 10


class Hands:
    """Presses keys wherever the keyboard stands, and counts them; the words of a note are not counted."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.keys = 0

    def _place(self) -> QWidget:
        return QApplication.focusWidget() or self._window

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys one after another."""
        for key in keys:
            QTest.keyClick(self._place(), key, modifier)
            self.keys += 1

    def write(self, words: str) -> None:
        """Write a note."""
        QTest.keyClicks(self._place(), words)


def _at_my_window(program: Start) -> tuple[Application, Hands, MineScreen]:
    application = program()
    hands = Hands(application.window)
    hands.press(Key.Key_3, modifier=CTRL)
    page = application.window.page
    assert isinstance(page, MineScreen)
    return application, hands, page


def test_ten_changes_with_a_note_of_their_own_are_thirty_keys(program: Start) -> None:
    application, hands, page = _at_my_window(program)
    for number in range(TEN):
        hands.press(Key.Key_2)
        hands.write(f"note {number}")
        hands.press(Key.Key_Return)
        if number < TEN - 1:
            hands.press(Key.Key_Down)
    assert hands.keys <= 30
    found = application.bridge.book.commitments([item.cell.id for item in page.checklist.items])
    assert sum(one.status is Status.IN_PROGRESS for one in found) == TEN
    assert application.bridge.book.history(found[3].record)[0].note == "note 3"


def test_ten_changes_with_the_same_note_are_fewer_by_repeating_the_first(program: Start) -> None:
    application, hands, page = _at_my_window(program)
    hands.press(Key.Key_3)
    hands.write("no network")
    hands.press(Key.Key_Return)
    for _number in range(TEN - 1):
        hands.press(Key.Key_Down, Key.Key_F4)
    assert hands.keys <= 21
    stories = [application.bridge.book.history(item.commitment.record) for item in page.checklist.items[:TEN]]
    assert {(len(story), story[0].reason) for story in stories} == {(1, "no network")}


@pytest.fixture
def seventy(tmp_path: Path) -> None:
    books.make(tmp_path / "small.bianmin", edition=books.source(70, 1)).close()


@pytest.mark.usefixtures("seventy")
def test_the_friday_round_of_seventy_rows_is_three_keys_and_one_state_for_all_five(program: Start) -> None:
    application, hands, page = _at_my_window(program)
    hands.press(Key.Key_A, modifier=CTRL)
    hands.press(Key.Key_0)
    assert hands.keys <= 6
    assert page.reported.words == "All 70 reported this month"
    hands.keys = 1
    hands.press(Key.Key_A, modifier=CTRL)
    hands.press(Key.Key_2)
    hands.write("all begun")
    hands.press(Key.Key_Return)
    assert hands.keys <= 6
    assert {one.status for one in application.bridge.book.commitments()} == {Status.IN_PROGRESS}
    assert application.window.toast.isVisible()
    hands.press(Key.Key_Z, modifier=CTRL)
    assert {one.status for one in application.bridge.book.commitments()} == {Status.NOT_STARTED}


def test_from_the_start_to_the_printed_sheet_are_two_clicks(program: Start, queue: Path, qtbot: QtBot) -> None:
    application = program()
    click(application.frame.top.primary)
    (dialog,) = application.window.findChildren(PrintDialog)
    qtbot.waitUntil(dialog.desk.print_button.isEnabled, timeout=20_000)
    click(dialog.desk.print_button)
    qtbot.waitUntil(queue.exists, timeout=5000)
    assert queue.read_bytes().startswith(b"%PDF")


def test_f8_goes_from_the_overview_to_the_gravest_and_on_and_says_when_all_are_seen(program: Start) -> None:
    application = program()
    application.bridge.do(SetDue(("A05@W2", "A09@W3"), date(2026, 8, 20)))
    hands = Hands(application.window)
    hands.press(Key.Key_F8)
    page = application.window.page
    assert isinstance(page, BoardScreen)
    seen = [application.focus.chosen]
    for _step in range(2):
        hands.press(Key.Key_F8)
        seen.append(application.focus.chosen)
    assert seen == ["A05@W2", "A09@W3", "A01@W1"]
    hands.press(Key.Key_F8, modifier=SHIFT)
    assert application.focus.chosen == "A09@W3"
    hands.press(Key.Key_F8, Key.Key_F8, modifier=SHIFT)
    assert application.window.toast.text.startswith("All seen; from the start again: ")


def test_fill_down_gives_the_first_state_to_the_rest_and_asks_once(program: Start) -> None:
    application = program()
    application.bridge.do(Move(("A01@W1",), Status.IN_PROGRESS, note="begun"))
    hands = Hands(application.window)
    hands.press(Key.Key_2, modifier=CTRL)
    hands.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, modifier=SHIFT)
    hands.press(Key.Key_D, modifier=CTRL | SHIFT)
    hands.write("as at the first")
    hands.press(Key.Key_Return)
    found = application.bridge.book.commitments([f"A0{n}@W1" for n in (1, 2, 3, 4)])
    assert {one.status for one in found} == {Status.IN_PROGRESS}
    assert len(application.bridge.book.history("commitment:A01@W1")) == 1
    stamps = {application.bridge.book.history(f"commitment:A0{n}@W1")[0].stamp for n in (2, 3, 4)}
    assert len(stamps) == 1


def test_what_cannot_be_repeated_or_filled_says_why(program: Start) -> None:
    application = program()
    hands = Hands(application.window)
    hands.press(Key.Key_2, modifier=CTRL)
    hands.press(Key.Key_F4)
    assert application.window.toast.text == "Nothing has been done yet since the start that could be repeated."
    hands.press(Key.Key_D, modifier=CTRL | SHIFT)
    assert application.window.toast.text == "Choose several first: the first is copied."


def test_a_repeated_report_in_place_asks_for_evidence_of_its_own(program: Start, tmp_path: Path, qtbot: QtBot) -> None:
    application = program()
    paper = tmp_path / "paper.txt"
    paper.write_text("words", encoding="utf-8")
    proof = application.bridge.book.evidence.attach(paper)
    hands = Hands(application.window)
    hands.press(Key.Key_2, modifier=CTRL)
    application.bridge.do(Move(("A01@W1",), Status.IN_PLACE, note="hung up", evidence=(proof,)))
    hands.press(Key.Key_Down, Key.Key_F4)
    page = application.window.page
    assert isinstance(page, BoardScreen)
    assert isinstance(page.beside, ItemPanel)
    form = page.beside.form
    assert form.isVisible()
    assert form.note.toPlainText() == "hung up"
    assert application.bridge.book.commitments(["A02@W1"])[0].status is Status.NOT_STARTED


def test_a_form_left_open_is_offered_at_the_next_start_and_opens_on_the_board(
    program: Start, tmp_path: Path, fresh: Path
) -> None:
    shutil.copy(fresh, tmp_path / "small.bianmin")
    book = Book.open(tmp_path / "small.bianmin")
    form = Unfinished("move", ("A03@W2",), {"blocked": ("A03@W2",)}, Filled(reason="the machine is bro"))
    book.keep(KIND, KEY, form.written())
    book.close()
    application = program()
    offer = application.frame.on_need.offer
    assert offer is not None
    assert offer.isVisible()
    click(offer.take)
    page = application.window.page
    assert isinstance(page, BoardScreen)
    assert isinstance(page.beside, ItemPanel)
    assert page.beside.form.reason.hasFocus()
    hands = Hands(application.window)
    hands.press(Key.Key_End)
    hands.write("ken")
    hands.press(Key.Key_Return)
    assert application.bridge.book.history("commitment:A03@W2")[0].reason == "the machine is broken"
    assert application.bridge.open_form is None
    assert not offer.isVisible()
