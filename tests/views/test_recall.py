"""Words used before and the form that was open: kept in the book, offered again."""

import json
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.commands.progress import Move
from desktop.commands.settle import Redact
from desktop.models.book import Book
from desktop.models.vocabulary import Status
from desktop.views.bridge import KEY, KIND
from desktop.views.item.panel import ItemPanel
from desktop.views.offer import Offer, offer_form
from desktop.views.recall import KEPT
from desktop.views.unfinished import Filled, Unfinished, read
from tests import books
from tests.views.seat import Seat, ask, click, press, show

Key = Qt.Key
ITEM = "A01@W1"


@pytest.fixture
def panel(seat: Seat, qtbot: QtBot) -> ItemPanel:
    return _panel(seat, qtbot)


def _panel(seat: Seat, qtbot: QtBot) -> ItemPanel:
    made = ItemPanel(seat.focus, seat.bridge)
    show(qtbot, made, 340, 900)
    return made


def _note(panel: ItemPanel, seat: Seat, item: str, words: str) -> None:
    ask(panel, seat, [item], Status.IN_PROGRESS)
    panel.form.note.setPlainText(words)
    press(panel.form.note, Key.Key_Return)


# Words used before


def test_the_last_five_notes_are_gone_through_by_the_arrows_after_a_restart_too(
    panel: ItemPanel, seat: Seat, qtbot: QtBot
) -> None:
    for number in range(1, KEPT + 3):
        _note(panel, seat, f"A{number:02}@W1", f"note {number}")
    again = _panel(seat, qtbot)
    ask(again, seat, ["A09@W1"], Status.IN_PROGRESS)
    note, seen = again.form.note, list[str]()
    for _step in range(KEPT + 1):
        press(note, Key.Key_Down)
        seen.append(note.toPlainText())
    assert seen == ["note 7", "note 6", "note 5", "note 4", "note 3", "note 3"]
    for _step in range(KEPT):
        press(note, Key.Key_Up)
    assert note.toPlainText() == ""


def test_a_note_used_again_stands_first_and_once(panel: ItemPanel, seat: Seat, qtbot: QtBot) -> None:
    for item, words in (("A01@W1", "one"), ("A02@W1", "two"), ("A03@W1", "one")):
        _note(panel, seat, item, words)
    assert json.loads(seat.book.kept("recall", "move:in_progress:note") or "") == ["one", "two"]


def test_words_of_one_deed_are_not_offered_for_another(panel: ItemPanel, seat: Seat) -> None:
    _note(panel, seat, ITEM, "posted")
    ask(panel, seat, ["A02@W1"], Status.BLOCKED)
    press(panel.form.reason, Key.Key_Down)
    assert panel.form.reason.toPlainText() == ""


def test_arrows_stay_arrows_in_words_that_were_typed(panel: ItemPanel, seat: Seat) -> None:
    _note(panel, seat, ITEM, "posted")
    ask(panel, seat, ["A02@W1"], Status.IN_PROGRESS)
    QTest.keyClicks(panel.form.note, "mine")
    press(panel.form.note, Key.Key_Down)
    assert panel.form.note.toPlainText() == "mine"


def test_words_taken_away_for_good_are_offered_no_more(panel: ItemPanel, seat: Seat) -> None:
    _note(panel, seat, ITEM, "a name of somebody")
    stamp = seat.book.history(f"commitment:{ITEM}")[0].stamp
    seat.book.do(Redact(stamp, "names a citizen"), books.BUREAU)
    assert seat.book.kept("recall", "move:in_progress:note") is None


# The open form


def test_a_form_is_written_a_second_after_the_last_key_and_dropped_when_it_is_done(
    panel: ItemPanel, seat: Seat, qtbot: QtBot
) -> None:
    ask(panel, seat, [ITEM, "A02@W1"], Status.IN_PROGRESS)
    QTest.keyClicks(panel.form.note, "half a sen")
    qtbot.waitUntil(lambda: seat.book.kept(KIND, KEY) is not None, timeout=3000)
    kept = read(seat.book.kept(KIND, KEY))
    assert kept == Unfinished("move", (ITEM, "A02@W1"), {"in_progress": (ITEM, "A02@W1")}, Filled(note="half a sen"))
    press(panel.form.note, Key.Key_Return)
    assert seat.status(ITEM) is Status.IN_PROGRESS
    assert seat.book.kept(KIND, KEY) is None


def test_the_end_of_a_field_writes_it_at_once_and_escape_drops_it(panel: ItemPanel, seat: Seat) -> None:
    ask(panel, seat, [ITEM], Status.IN_PROGRESS)
    QTest.keyClicks(panel.form.note, "begun")
    press(panel.form.note, Key.Key_Tab)
    kept = read(seat.book.kept(KIND, KEY))
    assert kept is not None
    assert kept.filled.note == "begun"
    press(panel, Key.Key_Escape)
    assert seat.book.kept(KIND, KEY) is None


def test_a_telephone_number_is_not_kept_even_while_it_is_typed(panel: ItemPanel, seat: Seat) -> None:
    ask(panel, seat, [ITEM], Status.IN_PROGRESS)
    QTest.keyClicks(panel.form.note, "call 13912345678")
    press(panel.form.note, Key.Key_Tab)
    assert seat.book.kept(KIND, KEY) is None


def test_text_that_is_no_form_is_none() -> None:
    assert [read(text) for text in (None, "", "{", "[]", "3", '{"deed": "move"}')] == [None] * 6


def test_a_form_comes_back_from_its_text_as_it_was(tmp_path: Path) -> None:
    filled = Filled("a", "b", "c", date(2026, 10, 1), date(2026, 9, 1), (tmp_path / "photo.png",))
    form = Unfinished("move", ("A@W", "B@W"), {"blocked": ("A@W",), "in_progress": ("B@W",)}, filled)
    assert read(form.written()) == form


_CRASH = """
    import os, signal, sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from desktop.models.book import Book
    from desktop.models.vocabulary import Status
    from desktop.views.bridge import KEY, KIND, Bridge
    from desktop.views.focus import Focus
    from desktop.views.item.panel import ItemPanel
    from desktop.views.wish import Wish, weigh
    from tests import books

    program = QApplication([])
    focus = Focus(books.CLERK)
    bridge = Bridge(focus)
    bridge.open(Book.open(Path(sys.argv[1]), wait_ms=0))
    panel = ItemPanel(focus, bridge)
    panel.show()
    cell = focus.board.cell(0, 0)
    wish = weigh([cell], Status.IN_PROGRESS, focus.desk.role, bridge.scope)
    assert isinstance(wish, Wish)
    panel.ask(wish)
    QTest.keyClicks(panel.form.note, "the notice hangs at the")

    def die_once_it_is_written():
        if bridge.book.kept(KIND, KEY):
            os.kill(os.getpid(), signal.SIGKILL)

    timer = QTimer()
    timer.timeout.connect(die_once_it_is_written)
    timer.start(20)
    program.exec()
"""


def test_the_form_that_was_open_when_the_process_was_killed_is_offered_and_can_be_finished(
    seat: Seat, qtbot: QtBot
) -> None:
    path = seat.book.path
    seat.bridge.close()
    program = [sys.executable, "-c", textwrap.dedent(_CRASH), str(path)]
    done = subprocess.run(program, check=False, timeout=60, capture_output=True, cwd=Path(__file__).parents[3])
    assert done.returncode == -9, done.stderr.decode()
    seat.bridge.open(Book.open(path))
    panel, band = _panel(seat, qtbot), Offer()
    seat.focus.drilled.connect(lambda drill: panel.resume(drill.form))
    qtbot.addWidget(band)
    offer_form(band, seat.focus, seat.bridge)
    assert band.text == "The form you were filling: Action 1, “the notice hangs at the”"
    band.show()
    click(band.take)
    assert not band.isVisible()
    assert panel.form.note.toPlainText() == "the notice hangs at the"
    panel.form.note.appendPlainText("door")
    press(panel.form.note, Key.Key_Return)
    assert seat.bridge.book.history(f"commitment:{ITEM}")[0].note == "the notice hangs at the\ndoor"
    assert seat.bridge.book.kept(KIND, KEY) is None


def test_a_form_that_is_not_wanted_is_offered_no_more(seat: Seat, qtbot: QtBot) -> None:
    form = Unfinished("move", (ITEM, "A02@W1"), {"blocked": (ITEM, "A02@W1")}, Filled(reason="none"))
    seat.book.keep(KIND, KEY, form.written())
    band = Offer()
    qtbot.addWidget(band)
    offer_form(band, seat.focus, seat.bridge)
    assert band.text == "The form you were filling: Action 1 and others, 2 in all, “none”"
    click(band.drop)
    assert seat.book.kept(KIND, KEY) is None
    offer_form(band, seat.focus, seat.bridge)
    assert not band.isVisible()


@pytest.mark.parametrize("deed", ["unchanged", "note", "officer", "due"])
def test_every_deed_opens_again_as_it_was_left(panel: ItemPanel, seat: Seat, deed: str) -> None:
    filled = Filled(note="n", officer="Wang", due_on=date(2026, 12, 1))
    panel.resume(Unfinished(deed, (ITEM,), {}, filled))
    assert panel.form.isVisible()
    assert panel.form.asked is not None
    assert panel.form.asked.deed == deed
    assert panel.form.officer.text() == "Wang"


def test_a_form_for_what_is_there_no_more_says_so(panel: ItemPanel, seat: Seat) -> None:
    for deed, item in (("move", "A99@W1"), ("dance", ITEM)):
        panel.resume(Unfinished(deed, (item,), {"blocked": (item,)}, Filled()))
    assert seat.refused == ["What this form was for is no longer there."] * 2
    seat.bridge.do(Move((ITEM,), Status.BLOCKED, reason="no"))
    panel.resume(Unfinished("move", (ITEM,), {"blocked": (ITEM,)}, Filled()))
    assert seat.refused[-1] == "This is already Blocked."
