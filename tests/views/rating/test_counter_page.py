"""The rating page by digits and touches: what is sent is kept, and nothing else; only the house gets behind it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.app.application import Application
from desktop.commands import ratings
from desktop.models import ballot_box, recovery_key
from desktop.models.ballot_box import Ballot
from desktop.models.clock import Clock
from desktop.models.refusals import BookRefused, RuleBroken
from desktop.views import theme
from desktop.views.lock.page import LockPage
from desktop.views.rating.big_button import LEAST
from desktop.views.rating.counter_page import CounterPage
from desktop.views.rating.steps import Levels, Message, Reasons
from tests import books
from tests.views.conftest import program
from tests.views.lock.conftest import PIN, Hit, front, hit, page_of, staffed
from tests.views.lock.test_locking import names
from tests.views.seat import click, fresh, press, show

__all__ = ["fresh", "hit", "program", "staffed"]
Key = Qt.Key
Start = Callable[..., Application]


@dataclass
class Box:
    """Where the ratings of a test go; `refusals` are raised first, one each."""

    taken: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    refusals: list[Exception] = field(default_factory=list)

    def take(self, level: int, codes: Sequence[str]) -> None:
        if self.refusals:
            raise self.refusals.pop()
        self.taken.append((level, tuple(codes)))


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def page(box: Box, qtbot: QtBot) -> Iterator[CounterPage]:
    i18n.use("zh")
    theme.current().wear("light", 100)
    made = CounterPage(lambda: "窗1", box.take)
    show(qtbot, made, 1366, 768)
    yield made
    i18n.use(i18n.DEFAULT)


def test_a_digit_chooses_a_level_digits_its_reasons_and_enter_sends(page: CounterPage, box: Box) -> None:
    press(page, Key.Key_2, Key.Key_3, Key.Key_8, Key.Key_3, Key.Key_1, Key.Key_Return)
    assert box.taken == [(2, ("207", "214"))]
    assert isinstance(page.step, Message)
    page.pause.timeout.emit()
    assert isinstance(page.step, Levels)


def test_reasons_are_skipped_with_enter_and_a_second_enter_sends_nothing_more(page: CounterPage, box: Box) -> None:
    press(page, Key.Key_5, Key.Key_Return, Key.Key_Return, Key.Key_5, Key.Key_Return)
    assert box.taken == [(5, ())]


def test_a_stray_enter_or_blank_rates_nothing_wherever_the_keyboard_is(page: CounterPage, box: Box) -> None:
    for key in (Key.Key_Return, Key.Key_Space, Key.Key_Enter):
        QTest.keyClick(QApplication.focusWidget() or page, key)
        assert isinstance(page.step, Levels)
    press(page, Key.Key_4)
    QTest.keyClick(QApplication.focusWidget() or page, Key.Key_Return)
    assert box.taken == [(4, ())]


def test_a_finger_does_the_same(page: CounterPage, box: Box) -> None:
    click(page.step.buttons[4])
    click(page.step.buttons[1])
    assert isinstance(page.step, Reasons)
    click(page.step.send)
    assert box.taken == [(1, ("109",))]


def test_backspace_leads_back_to_the_levels_and_nothing_is_sent(page: CounterPage, box: Box) -> None:
    press(page, Key.Key_1, Key.Key_1, Key.Key_Backspace, Key.Key_4, Key.Key_Return)
    assert box.taken == [(4, ())]


def test_what_nobody_sends_is_dropped_and_the_next_citizen_finds_the_start(page: CounterPage, box: Box) -> None:
    press(page, Key.Key_1, Key.Key_2)
    assert page.patience.isActive()
    page.patience.timeout.emit()
    assert isinstance(page.step, Levels)
    assert not page.patience.isActive()
    assert box.taken == []


def test_the_other_language_keeps_what_is_chosen_and_lasts_for_one_citizen(page: CounterPage, box: Box) -> None:
    press(page, Key.Key_3, Key.Key_2, Key.Key_0)
    assert isinstance(page.step, Reasons)
    assert page.step.codes == ["308"]
    assert "Anonymous" in page.promise.text()
    press(page, Key.Key_Return)
    page.pause.timeout.emit()
    assert "匿名" in page.promise.text()
    assert i18n.language() == "zh"


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1920, 1080)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_target_is_large_enough_for_a_finger_and_named(
    page: CounterPage, qtbot: QtBot, size: QSize, language: str
) -> None:
    page.resize(size)
    if language == "en":
        press(page, Key.Key_0)
    for level in (Key.Key_5, Key.Key_1):
        QApplication.processEvents()
        for button in (*page.step.buttons, page.other):
            assert min(button.width(), button.height()) >= LEAST
            assert button.accessibleName()
        press(page, level)
        assert isinstance(page.step, Reasons)
        QApplication.processEvents()
        assert all(min(one.width(), one.height()) >= LEAST for one in (*page.step.buttons, page.step.send))
        assert page.rect().contains(page.step.geometry())
        press(page, Key.Key_Backspace)


def test_the_levels_differ_without_colour(page: CounterPage) -> None:
    grey = [one.grab().toImage().convertToFormat(QImage.Format.Format_Mono) for one in page.step.buttons]
    assert len({bytes(one.constBits()) for one in grey}) == 5
    assert [one.digit for one in page.step.buttons] == [5, 4, 3, 2, 1]


def test_a_busy_book_is_asked_again_and_the_rating_is_kept_once(page: CounterPage, box: Box, qtbot: QtBot) -> None:
    box.refusals = [BookRefused("busy"), BookRefused("busy")]
    press(page, Key.Key_4, Key.Key_Return)
    qtbot.waitUntil(lambda: box.taken == [(4, ())])
    assert isinstance(page.step, Message)


def test_a_rating_that_cannot_be_kept_is_said_so(page: CounterPage, box: Box) -> None:
    box.refusals = [RuleBroken("window_closed", window="W1")]
    press(page, Key.Key_4, Key.Key_Return)
    assert isinstance(page.step, Message)
    assert "未能" in page.step.question.text()


# Over the whole program


def _over(application: Application) -> CounterPage:
    application.preferences.settle("S1", "W1")
    application.counter.turn()
    page = application.counter.page
    assert page is not None
    return page


def test_the_page_covers_all_of_the_program_and_writes_into_the_box_alone(program: Start, hit: Hit) -> None:
    application = program()
    application.window.go("board")
    title = application.focus.board.actions[0].title_en
    page = _over(application)
    QApplication.processEvents()
    assert application.window.isFullScreen()
    assert title not in " ".join(names(QAccessible.queryAccessibleInterface(application.window)))
    shown = [one for one in application.window.findChildren(QWidget) if one.isVisible() and one is not page]
    assert all(page.isAncestorOf(one) for one in shown)
    before = len(application.bridge.book.entries())
    press(page, Key.Key_2, Key.Key_1, Key.Key_Return)
    book = application.bridge.book
    [kept] = book.all_kept(ballot_box.KIND).values()
    assert list(ballot_box.opened(kept).answers.elements()) == [Ballot(2, "207", "counter")]
    assert len(book.entries()) == before
    hit(application, Key.Key_F11)
    assert application.counter.page is None
    assert not application.window.isFullScreen()
    assert application.window.here == "board"


def test_keys_of_the_program_and_of_the_window_system_do_not_lead_behind_it(program: Start, hit: Hit) -> None:
    application = program()
    page = _over(application)
    hit(application, Key.Key_2)
    hit(application, Key.Key_L)
    hit(application, Key.Key_F12, Qt.KeyboardModifier.NoModifier)
    application.seating.lock()
    assert application.window.centralWidget() is page
    application.counter.leave()


def test_closing_the_window_under_the_page_only_asks_for_the_way_back(staffed: Application) -> None:
    _over(staffed)
    assert not staffed.window.close()
    page = staffed.window.centralWidget()
    assert isinstance(page, LockPage)
    assert not staffed.window.close()
    assert staffed.window.centralWidget() is page
    staffed.window.guard = None


def test_who_has_a_pin_is_asked_for_it_and_can_go_back(staffed: Application, hit: Hit, qtbot: QtBot) -> None:
    _over(staffed)
    hit(staffed, Key.Key_F11)
    click(page_of(staffed).leave)
    QApplication.processEvents()
    assert isinstance(staffed.window.centralWidget(), CounterPage)
    hit(staffed, Key.Key_F11)
    page_of(staffed).taken.emit(staffed.keeper.officers[0].id, "1111")
    assert isinstance(staffed.window.centralWidget(), LockPage)
    front(staffed, qtbot)
    page = page_of(staffed)
    QTest.keyClicks(page.seats.pin, PIN)
    press(page.seats.pin, Key.Key_Return)
    assert staffed.seating.page is None
    assert staffed.counter.page is None
    assert not staffed.window.isFullScreen()


def test_the_recovery_key_leads_behind_it_too(staffed: Application, hit: Hit) -> None:
    key = recovery_key.new()
    staffed.keeper.admission.use_recovery(staffed.focus.desk, key)
    _over(staffed)
    hit(staffed, Key.Key_F11)
    page_of(staffed).recovered.emit(staffed.keeper.officers[0].id, str(key), "6642")
    assert staffed.seating.page is None
    assert staffed.counter.page is None
    staffed.seating.lock()
    assert page_of(staffed).isVisible()


def test_without_a_window_of_ones_own_nobody_rates(program: Start) -> None:
    application = program()
    application.preferences.settle("", "")
    application.counter.turn()
    assert application.counter.page is None
    assert "settings" in application.window.toast._text.text()


def test_beside_the_window_the_page_has_a_screen_of_its_own_and_the_clerk_goes_on(program: Start) -> None:
    application = program()
    application.preferences.settle("S1", "W1")
    screen = application.window.screen()
    application.counter.show_beside(screen)
    page = application.counter.page
    assert page is not None
    assert page.isWindow()
    assert page.isFullScreen()
    assert application.seating.page is None
    application.counter.turn()
    assert application.counter.page is None


# Days that are over


def test_the_ratings_of_a_day_are_journaled_once_it_is_over(program: Start) -> None:
    application = program()
    hands = books.Hands(application.bridge.book.clock.now())
    book = application.bridge.book
    book.clock = Clock(hands)
    ratings.rate(book, "W1", 5)
    ratings.rate(book, "W2", 1, ["108"])
    application.counter.close_days()
    assert len(book.all_kept(ballot_box.KIND)) == 2
    hands.go(days=1)
    application.counter.close_days()
    assert book.all_kept(ballot_box.KIND) == {}
    assert book.satisfaction(book.clock.today() - timedelta(days=1), book.clock.today()).total.counts == (1, 0, 0, 0, 1)
    number = len(book.entries())
    application.counter.close_days()
    assert len(book.entries()) == number


def test_a_locked_desk_closes_no_day_before_somebody_sits_there(staffed: Application) -> None:
    book = staffed.bridge.book
    hands = books.Hands(book.clock.now())
    book.clock = Clock(hands)
    ratings.rate(book, "W1", 5)
    hands.go(days=1)
    staffed.seating.lock()
    staffed.counter.close_days()
    assert book.all_kept(ballot_box.KIND)
    staffed.seating.uncover()
    staffed.counter.close_days()
    assert book.all_kept(ballot_box.KIND) == {}
