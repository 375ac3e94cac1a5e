"""Bad ratings by keys and clicks: what follows them, who may do it, and who is told what."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.vocabulary import Role
from desktop.views import pressing
from desktop.views.badges import Badges
from desktop.views.focus import Drill
from desktop.views.satisfaction.bad_rows import REQUEST, STATE, Cut
from desktop.views.satisfaction.figures import RATINGS
from desktop.views.satisfaction.limits_dialog import LimitsDialog
from desktop.views.satisfaction.screen import RatingsScreen
from tests import books
from tests.views.satisfaction.conftest import NAME, PHONE, RATED, form_of, named, told_of
from tests.views.seat import Seat, press

Key = Qt.Key


def test_what_is_due_first_stands_first_and_says_what_it_waits_for(screen: RatingsScreen) -> None:
    screen.show_half("bad")
    first = screen.bad.model.lines[0]
    assert first.words[STATE] == "Overdue: To be called back"
    assert [line.words[STATE] for line in screen.bad.model.lines[1:]] == ["To be put right"] * 3


def test_a_call_back_a_correction_and_their_words_are_done_by_keys(screen: RatingsScreen, seat: Seat) -> None:
    named(screen)
    form = form_of(screen, "call")
    press(form.words, Key.Key_Return)
    assert form.isVisible()
    assert "note" in form.problem.text().lower()
    QTest.keyClicks(form.words, "said sorry")
    press(form.words, Key.Key_Return)
    assert not form.isVisible()
    form = form_of(screen, "correct")
    assert form.choice is not None
    form.choice.button("explained").click()
    QTest.keyClicks(form.words, "explained the rule")
    press(form.words, Key.Key_Return)
    one = next(one for one in seat.book.bad_ratings(Role.CHIEF) if one.is_named)
    assert (one.contacted_on, one.correction, one.is_open) == (date(2026, 9, 3), "explained", False)
    assert len(seat.done) == 2
    screen.bad.choose(Cut(which="named"))
    assert "explained the rule" in told_of(screen.bad.panel)
    assert screen.figures.lines


def test_the_badge_of_the_page_counts_what_its_list_shows_as_overdue(
    screen: RatingsScreen, seat: Seat, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pressing, "_SETTLED_MS", 0)
    badges = Badges(seat.focus, seat.bridge)
    seat.focus.board_changed.emit()
    qtbot.waitUntil(lambda: badges.ratings() is not None)
    screen.bad.choose(Cut(which="overdue"))
    assert badges.ratings() == (str(len(screen.bad.model.lines)), "1 bad ratings overdue")
    named(screen)
    form = form_of(screen, "call")
    QTest.keyClicks(form.words, "said sorry")
    press(form.words, Key.Key_Return)
    qtbot.waitUntil(lambda: badges.ratings() is None)
    screen.bad.choose(Cut(which="overdue"))
    assert not screen.bad.model.lines


def test_an_upheld_appeal_leaves_the_figures_and_stays_in_the_list(
    screen: RatingsScreen, seat: Seat, qtbot: QtBot
) -> None:
    named(screen)
    for way, choice in (("appeal", None), ("review", True)):
        form = form_of(screen, way)
        if form.choice is not None:
            form.choice.button(choice).click()
        QTest.keyClicks(form.words, "meant another window")
        press(form.words, Key.Key_Return)
    screen.bad.choose(Cut(which="named"))
    assert [line.words[STATE] for line in screen.bad.model.lines] == ["Appeal upheld, left out"]
    qtbot.waitUntil(lambda: screen.figures.lines[0].words["left_out"] == "1")
    assert screen.figures.lines[0].words[RATINGS] == "44"


def test_an_unfounded_one_is_closed_but_was_not_put_right(screen: RatingsScreen, seat: Seat, qtbot: QtBot) -> None:
    screen.show_half("bad")
    screen.bad.list.choose(next(line.key for line in screen.bad.model.lines if line.words["kind"] == "Anonymous"))
    form = form_of(screen, "correct")
    assert form.choice is not None
    form.choice.button("unfounded").click()
    QTest.keyClicks(form.words, "no such visit")
    press(form.words, Key.Key_Return)
    assert seat.book.satisfaction(RATED, RATED).total.corrected == 0
    assert len(screen.bad.model.lines) == 3


def test_a_clerk_sees_neither_whose_request_it_was_nor_what_was_said_and_cannot_correct(
    screen: RatingsScreen, seat: Seat
) -> None:
    [row] = seat.book.requests().rows
    named(screen)
    assert row.number in told_of(screen.bad.panel)
    form = form_of(screen, "call")
    QTest.keyClicks(form.words, "she was angry")
    press(form.words, Key.Key_Return)
    seat.focus.sit(books.CLERK)
    screen.bad.choose(Cut(which="all"))
    named(screen)
    assert REQUEST not in {column.id for column in screen.bad.model.known}
    shown = f"{told_of(screen)} {screen.shown().listing} {[dict(line.words) for line in screen.bad.model.lines]}"
    for secret in (row.number, row.id, "she was angry", NAME, PHONE):
        assert secret not in shown
    barred = {deed.id: deed.barred() for deed in screen.deeds() if deed.id.startswith("rectify.")}
    assert [key for key, why in barred.items() if not why] == ["rectify.appeal"]
    assert not screen.bad.panel.buttons["correct"].isEnabled()


def test_enter_leads_whoever_corrects_to_the_request_and_a_clerk_nowhere(screen: RatingsScreen, seat: Seat) -> None:
    asked: list[Drill] = []
    seat.focus.drilled.connect(asked.append)
    [row] = seat.book.requests().rows
    named(screen)
    press(screen.bad.list, Key.Key_Return)
    assert asked == [Drill(request=row.id)]
    seat.focus.sit(books.CLERK)
    screen.bad.choose(Cut(which="named"))
    press(screen.bad.list, Key.Key_Return)
    assert len(asked) == 1


def test_what_is_closed_is_read_once_it_is_asked_for(screen: RatingsScreen, seat: Seat) -> None:
    screen.show_half("bad")
    for _time in range(3):
        screen.bad.list.choose(next(one.key for one in screen.bad.model.lines if one.words["kind"] == "Anonymous"))
        form = form_of(screen, "correct")
        QTest.keyClicks(form.words, "put right")
        press(form.words, Key.Key_Return)
    numbers = []
    for which in ("open", "all", "open"):
        screen.bad.choose(Cut(which=which))
        numbers.append(len(screen.bad.model.lines))
    assert numbers == [1, 4, 1]


def test_a_chief_is_shown_no_name_and_no_telephone_either(screen: RatingsScreen) -> None:
    named(screen)
    shown = f"{told_of(screen)} {screen.shown().listing}"
    assert NAME not in shown
    assert PHONE not in shown


def test_the_limits_are_the_bureaus_to_change(screen: RatingsScreen, seat: Seat, tmp_path: Path) -> None:
    screen.show_half("bad")
    assert not screen.bad.limits.isEnabled()
    seat.focus.sit(books.BUREAU)
    assert screen.bad.limits.isEnabled()
    screen.bad.ask_limits()
    [dialog] = [one for one in screen.findChildren(LimitsDialog) if one.isVisible()]
    dialog.boxes["rating_correct_workdays"].setValue(7)
    dialog.save.click()
    assert "bureau" in dialog.problem.text()  # the book is a station's, and who sits at it says the rest
    assert seat.book.rating_rules().correct_workdays == 5


def test_a_past_day_is_read_only(screen: RatingsScreen, seat: Seat) -> None:
    seat.focus.look_at(RATED)
    named(screen)
    assert all(deed.barred() for deed in screen.deeds() if deed.id.startswith("rectify."))
