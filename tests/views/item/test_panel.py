"""The panel of one commitment by keys and clicks, over a real book."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.commands.progress import Move, ProposeNotApplicable
from desktop.models.desk import Desk
from desktop.models.vocabulary import Role, Status
from desktop.views.item.evidence_field import EvidenceField
from desktop.views.item.panel import ItemPanel
from desktop.views.item.ways import Deed
from tests import books
from tests.views.seat import Seat, ask, press, show

Key = Qt.Key
ITEM = "A01@W1"
BUREAU, CHIEF = Desk(Role.BUREAU, "zhao"), Desk(Role.CHIEF, "li")


@pytest.fixture
def panel(seat: Seat, qtbot: QtBot) -> ItemPanel:
    made = ItemPanel(seat.focus, seat.bridge)
    show(qtbot, made, 340, 900)
    made.show_item(ITEM)
    made.enter()
    return made


def _words(panel: ItemPanel) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in panel.findChildren(QLabel) if not one.isHidden())


def _drop(field: EvidenceField, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    field.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))


def test_nothing_chosen_shows_nothing_to_do(seat: Seat, qtbot: QtBot) -> None:
    panel = ItemPanel(seat.focus, seat.bridge)
    show(qtbot, panel, 340, 700)
    assert not panel.foot.isVisible()


def test_it_tells_what_it_is_and_how_it_stands(panel: ItemPanel) -> None:
    told = _words(panel)
    for word in ("A01 · First", "Action 1", "Window 1 · One", "Not started", "not set", "M01 Measure one"):
        assert word in told


def test_a_clerk_is_offered_the_moves_of_a_clerk_and_told_whose_the_others_are(panel: ItemPanel) -> None:
    names = [button.text().strip() for button in panel.foot.buttons]
    assert names == ["Start  (2)", "Report in place at once  (4)", "Report blocked  (3)", "Unchanged  (0)", "More"]
    assert "Confirm not applicable: for Bureau administrator" in _words(panel)


def test_the_bureau_is_offered_its_own(panel: ItemPanel, seat: Seat) -> None:
    seat.focus.sit(BUREAU)
    assert panel.foot.buttons[0].text().strip() == "Confirm not applicable  (8)"
    assert "Start: for Window staff or Chief of unit" in _words(panel)


def test_evidence_dropped_on_the_form_goes_with_the_move(
    panel: ItemPanel, seat: Seat, photo: Path, qtbot: QtBot
) -> None:
    panel.foot.buttons[1].click()
    _drop(panel.form.evidence, photo)
    assert panel.form.evidence.list.count() == 1
    assert not panel.form.evidence.list.item(0).icon().isNull()
    panel.form.send.click()
    assert not panel.form.send.isEnabled()
    qtbot.waitUntil(lambda: not panel.form.isVisible(), timeout=5000)
    assert panel.form.send.isEnabled()
    assert seat.status(ITEM) is Status.IN_PLACE
    told = seat.book.history(f"commitment:{ITEM}")[0]
    assert [one.name for one in told.evidence] == ["photo.png"]
    assert seat.book.evidence.is_right(told.evidence[0].sha256)


def test_a_move_without_the_evidence_it_needs_is_not_sent(panel: ItemPanel, seat: Seat) -> None:
    panel.foot.buttons[1].click()
    panel.form.send.click()
    assert panel.form.error.text() == "Attach evidence first: a photo or a document."
    assert seat.status(ITEM) is Status.NOT_STARTED


def test_enter_sends_the_form_once_a_file_is_there(panel: ItemPanel, seat: Seat, photo: Path, qtbot: QtBot) -> None:
    ask(panel, seat, [ITEM], Status.IN_PLACE)
    _drop(panel.form.evidence, photo)
    press(panel.form.evidence.button, Key.Key_Return)
    qtbot.waitUntil(lambda: seat.status(ITEM) is Status.IN_PLACE, timeout=5000)


def test_a_file_that_is_refused_stops_the_deed_and_is_named(
    panel: ItemPanel, seat: Seat, tmp_path: Path, qtbot: QtBot
) -> None:
    empty = tmp_path / "empty.pdf"
    empty.touch()
    ask(panel, seat, [ITEM], Status.IN_PLACE)
    _drop(panel.form.evidence, empty)
    panel.form.send.click()
    qtbot.waitUntil(lambda: "empty.pdf" in panel.form.error.text(), timeout=5000)
    assert seat.status(ITEM) is Status.NOT_STARTED


def test_a_form_closed_while_its_files_are_attached_posts_nothing(
    panel: ItemPanel, seat: Seat, photo: Path, qtbot: QtBot
) -> None:
    ask(panel, seat, [ITEM], Status.IN_PLACE)
    _drop(panel.form.evidence, photo)
    panel.form.send.click()
    assert panel.step_back()
    qtbot.wait(300)
    assert seat.status(ITEM) is Status.NOT_STARTED


def test_a_file_taken_out_again_is_not_attached(panel: ItemPanel, photo: Path) -> None:
    panel.foot.buttons[1].click()
    _drop(panel.form.evidence, photo, photo)
    panel.form.evidence.list.setCurrentRow(0)
    press(panel.form.evidence, Key.Key_Delete)
    assert panel.form.evidence.paths == ()


def test_a_telephone_number_in_a_note_is_refused_beside_the_note_and_nothing_is_lost(
    panel: ItemPanel, seat: Seat
) -> None:
    panel.foot.buttons[0].click()
    QTest.keyClicks(panel.form.note, "call 13912345678")
    press(panel.form.note, Key.Key_Return)
    assert seat.status(ITEM) is Status.NOT_STARTED
    assert panel.form.error.isVisible()
    assert panel.form.note.toPlainText() == "call 13912345678"


def test_a_return_asks_for_reason_and_date(panel: ItemPanel, seat: Seat, photo: Path) -> None:
    proof = seat.book.evidence.attach(photo)
    seat.book.do(Move((ITEM,), Status.IN_PLACE, evidence=(proof,)), books.CLERK)
    seat.bridge.poll()
    seat.focus.reload()
    seat.focus.sit(CHIEF)
    ask(panel, seat, [ITEM], Status.RETURNED)
    assert panel.form.reason.hasFocus()
    assert panel.form.due_on.isVisible()
    QTest.keyClicks(panel.form.reason, "photo shows another window")
    press(panel.form.reason, Key.Key_Return)
    assert seat.status(ITEM) is Status.RETURNED
    assert seat.book.commitments([ITEM])[0].due_on is not None


def test_words_typed_are_there_again_when_the_form_was_left(panel: ItemPanel, seat: Seat) -> None:
    ask(panel, seat, [ITEM], Status.IN_PROGRESS)
    QTest.keyClicks(panel.form.note, "half a sentence")
    panel.show_item("A02@W1")
    assert not panel.form.isVisible()
    ask(panel, seat, [ITEM], Status.IN_PROGRESS)
    assert panel.form.note.toPlainText() == "half a sentence"


def test_down_takes_the_words_used_last_for_the_same_move(panel: ItemPanel, seat: Seat) -> None:
    for item in (ITEM, "A02@W1"):
        ask(panel, seat, [item], Status.IN_PROGRESS)
        if item == ITEM:
            QTest.keyClicks(panel.form.note, "posted")
        else:
            press(panel.form.note, Key.Key_Down)
        press(panel.form.note, Key.Key_Return)
    assert seat.book.history("commitment:A02@W1")[0].note == "posted"


def test_shift_enter_starts_a_line(panel: ItemPanel, seat: Seat) -> None:
    ask(panel, seat, [ITEM], Status.IN_PROGRESS)
    QTest.keyClicks(panel.form.note, "one")
    press(panel.form.note, Key.Key_Return, shift=True)
    QTest.keyClicks(panel.form.note, "two")
    press(panel.form.note, Key.Key_Return)
    assert seat.book.history(f"commitment:{ITEM}")[0].note == "one\ntwo"


def test_a_form_whose_state_changed_meanwhile_is_refused(panel: ItemPanel, seat: Seat) -> None:
    ask(panel, seat, [ITEM], Status.IN_PROGRESS)
    QTest.keyClicks(panel.form.note, "mine")
    seat.book.do(Move((ITEM,), Status.BLOCKED, reason="no printer"), books.CLERK)
    press(panel.form.note, Key.Key_Return)
    assert seat.status(ITEM) is Status.BLOCKED
    assert panel.form.error.isVisible()


def test_a_chief_proposes_and_the_bureau_declines(panel: ItemPanel, seat: Seat) -> None:
    seat.focus.sit(CHIEF)
    panel._on_wanted(Deed.PROPOSE)
    QTest.keyClicks(panel.form.reason, "no such business")
    press(panel.form.reason, Key.Key_Return)
    assert seat.book.commitments([ITEM])[0].proposal
    seat.focus.sit(BUREAU)
    panel.enter()
    panel._on_wanted(Deed.DECLINE)
    QTest.keyClicks(panel.form.reason, "it has")
    press(panel.form.reason, Key.Key_Return)
    assert not seat.book.commitments([ITEM])[0].proposal


def test_officer_due_date_and_note_are_written(panel: ItemPanel, seat: Seat) -> None:
    panel._on_wanted(Deed.OFFICER)
    QTest.keyClicks(panel.form.officer, "Wang")
    press(panel.form.officer, Key.Key_Return)
    panel.enter()
    panel._on_wanted(Deed.DUE)
    panel.form.send.click()
    panel.enter()
    panel._on_wanted(Deed.NOTE)
    QTest.keyClicks(panel.form.note, "seen on site")
    press(panel.form.note, Key.Key_Return)
    found = seat.book.commitments([ITEM])[0]
    assert (found.officer, found.status) == ("Wang", Status.NOT_STARTED)
    assert found.due_on is not None
    assert found.noted_on is not None


def test_unchanged_is_one_click(panel: ItemPanel, seat: Seat) -> None:
    panel.foot.buttons[-2].click()
    assert seat.book.commitments([ITEM])[0].confirmed_on == seat.book.clock.today()


def test_the_story_tells_who_did_what_and_what_became_of_it(panel: ItemPanel, seat: Seat) -> None:
    seat.bridge.do(Move((ITEM,), Status.IN_PROGRESS, note="posted", on_day=date(2026, 8, 30)))
    seat.bridge.undo()
    panel.enter()
    told = _words(panel)
    for word in ("Not started → In progress", "posted", "typed on 2026-09-01", "taken back", "takes back an earlier"):
        assert word in told


def test_a_past_day_offers_nothing_and_tells_the_story_up_to_it(panel: ItemPanel, seat: Seat) -> None:
    seat.bridge.do(Move((ITEM,), Status.IN_PROGRESS, note="posted"))
    seat.focus.look_at(date(2026, 8, 30))
    told = _words(panel)
    assert "A past day cannot be changed" in told
    assert "posted" not in told
    assert panel.foot.buttons == []


def test_another_units_window_says_whose_it_is(seat: Seat, qtbot: QtBot, tmp_path: Path) -> None:
    station = books.make(tmp_path / "s1.bianmin", "S1", hands=books.Hands())
    seat.bridge.close()
    seat.bridge.open(station)
    panel = ItemPanel(seat.focus, seat.bridge)
    show(qtbot, panel, 340, 800)
    panel.show_item("A01@W2")
    panel.enter()
    assert "This window is Two’s" in _words(panel)


def test_a_proposal_made_elsewhere_is_shown(panel: ItemPanel, seat: Seat) -> None:
    seat.bridge.do(ProposeNotApplicable((ITEM,), "none"))
    seat.focus.sit(CHIEF)
    seat.bridge.do(ProposeNotApplicable((ITEM,), "none"))
    assert "Proposed as not applicable" in _words(panel)
