"""The page of ratings by keys and clicks, over a real book: figures that can be believed, and who is told what."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.commands.ballots import PaperBallots
from desktop.commands.ratings import RateRequest
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.private_rows import Private
from desktop.models.request_rules import RequestStatus
from desktop.models.vocabulary import Role
from desktop.texts import satisfaction as words
from desktop.views import export, theme
from desktop.views.bridge import Bridge
from desktop.views.focus import Drill, Focus
from desktop.views.satisfaction.bad_rows import REQUEST, STATE, Cut
from desktop.views.satisfaction.figures import BAD, RANK, RATE, RATINGS
from desktop.views.satisfaction.limits_dialog import LimitsDialog
from desktop.views.satisfaction.rectify_dialog import RectifyDialog
from desktop.views.satisfaction.screen import RatingsScreen
from desktop.views.worker import Step
from tests import books, counter
from tests.views.seat import Seat, press, show

Key = Qt.Key
RATED = date(2026, 9, 1)
NAME, PHONE = "欧阳建国", "13800138000"


@pytest.fixture(scope="module")
def rated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station's book: 40 ballots at W1, 4 at W3, and one named bad rating of a request at W1."""
    path = tmp_path_factory.mktemp("rated") / "rated.bianmin"
    hands = books.Hands()
    book = counter.station(path, hands)
    key = counter.add(book, words=Private(NAME, PHONE, "1234", "窗口让我跑了三趟"))
    for to in (RequestStatus.ACCEPTED, RequestStatus.COMPLETED):
        counter.move(book, key, to)
    book.do(RateRequest(key, 1, ("113",)), books.CLERK)
    hands.go(days=1)
    for window, counts in (("W1", (20, 15, 3, 1, 1)), ("W3", (2, 1, 0, 1, 0))):
        book.do(PaperBallots(window, RATED, counts, counts), books.CHIEF)
    book.close()
    return path


@pytest.fixture
def seat(rated: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    i18n.use("en")
    theme.current().wear("light", 100)
    for file in rated.parent.glob("rated.bianmin*"):
        target = tmp_path / file.name
        shutil.copytree(file, target) if file.is_dir() else shutil.copy(file, target)
    hands = books.Hands()
    hands.go(days=2)
    book = Book.open(tmp_path / rated.name, clock=Clock(hands))
    focus = Focus(books.CHIEF)
    bridge = Bridge(focus)
    found = Seat(book, focus, bridge, hands)
    bridge.refused.connect(found.refused.append)
    bridge.done.connect(found.done.append)
    bridge.open(book)
    yield found
    bridge.close()
    i18n.use(i18n.DEFAULT)


@pytest.fixture
def screen(seat: Seat, qtbot: QtBot) -> RatingsScreen:
    made = RatingsScreen(seat.focus, seat.bridge)
    show(qtbot, made, 1160, 620)
    made.arrive()
    qtbot.waitUntil(lambda: bool(made.figures.lines))
    return made


def _named(screen: RatingsScreen) -> None:
    """Choose the rating by name among the bad ones."""
    screen.show_half("bad")
    key = next(line.key for line in screen.bad.model.lines if line.words["kind"] == "By name")
    screen.bad.list.choose(key)


def _form(screen: RatingsScreen, way: str) -> RectifyDialog:
    screen.bad._ask(way)
    [form] = [one for one in screen.findChildren(RectifyDialog) if one.isVisible()]
    return form


def _told(screen: QWidget) -> str:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what stood there before goes
    labels = " ".join(label.text() for label in screen.findChildren(QLabel))
    return f"{labels} {' '.join(one.accessibleName() for one in screen.findChildren(QWidget))}"


# Figures


def test_the_table_has_the_whole_on_top_and_says_how_all_is_counted(screen: RatingsScreen, seat: Seat) -> None:
    whole, *rest = screen.figures.lines
    found = seat.book.satisfaction(*screen.figures.days)
    assert whole.data == found.total
    assert [line.data for line in rest] == list(found.groups)
    assert whole.words[RATINGS] == "45"
    assert whole.words[RATE] == f"{41 / 45:.1%} ({words.interval(found.total)})"
    assert screen.figures.formula.text() == " ".join(words.formula(found))


def test_few_ratings_are_given_no_rank_and_the_number_that_lacks_is_said(screen: RatingsScreen) -> None:
    ranks = {line.key: line.words[RANK] for line in screen.figures.lines}
    assert ranks["W1"] == "1"
    assert ranks["W3"] == "n<30"


def test_another_span_and_another_grouping_are_read_at_once(screen: RatingsScreen, seat: Seat, qtbot: QtBot) -> None:
    body = screen.figures
    body.by.setCurrentIndex(body.by.findData("unit"))
    body.by.activated.emit(1)
    qtbot.waitUntil(lambda: [line.key for line in body.lines] == ["*", "S1"])
    body.span.setCurrentIndex(body.span.findData("last_month"))
    body.span.activated.emit(3)
    qtbot.waitUntil(lambda: body.lines[0].words[RATINGS] == "0")
    assert body.days == (date(2026, 8, 1), date(2026, 8, 31))


def test_a_head_sorts_and_the_whole_stays_on_top(screen: RatingsScreen) -> None:
    heads = screen.figures.list.horizontalHeader()
    heads.sectionClicked.emit(2)
    assert [line.key for line in screen.figures.lines] == ["*", "W3", "W1"]
    heads.sectionClicked.emit(2)
    assert [line.key for line in screen.figures.lines] == ["*", "W1", "W3"]


def test_enter_leads_to_the_bad_ratings_of_the_line_as_many_as_it_says(screen: RatingsScreen) -> None:
    screen.figures.list.choose("W1")
    number = next(line.words[BAD] for line in screen.figures.lines if line.key == "W1")
    press(screen.figures.list, Key.Key_Return)
    assert screen.half == "bad"
    assert len(screen.bad.model.lines) == int(number) == 3
    assert screen.step_back()
    assert screen.bad.cut == Cut()


def test_the_table_is_written_with_every_figure_and_the_formula(
    screen: RatingsScreen, seat: Seat, tmp_path: Path
) -> None:
    path = export.write(tmp_path / "s.xlsx", screen.shown(), seat.book, None, Step(lambda _share, _text: None))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(min_row=4, values_only=True)]
    found = seat.book.satisfaction(*screen.figures.days)
    assert rows[0][1:] == list(words.heads())
    assert [str(cell) for cell in rows[1][1:]] == list(words.cells(found.total))
    assert any(words.formula(found)[3] in row for row in rows)


def test_the_models_keep_the_rules(screen: RatingsScreen) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(body.model, mode) for body in (screen.figures, screen.bad)]
    screen.figures.list.horizontalHeader().sectionClicked.emit(1)
    screen.bad.choose(Cut(which="all"))
    assert len(testers) == 2


# Bad ratings


def test_what_is_due_first_stands_first_and_says_what_it_waits_for(screen: RatingsScreen) -> None:
    screen.show_half("bad")
    first = screen.bad.model.lines[0]
    assert first.words[STATE] == "Overdue: To be called back"
    assert [line.words[STATE] for line in screen.bad.model.lines[1:]] == ["To be put right"] * 3


def test_a_call_back_a_correction_and_their_words_are_done_by_keys(screen: RatingsScreen, seat: Seat) -> None:
    _named(screen)
    form = _form(screen, "call")
    press(form.words, Key.Key_Return)
    assert form.isVisible()
    assert "note" in form.problem.text().lower()
    QTest.keyClicks(form.words, "said sorry")
    press(form.words, Key.Key_Return)
    assert not form.isVisible()
    form = _form(screen, "correct")
    assert form.choice is not None
    form.choice.button("explained").click()
    QTest.keyClicks(form.words, "explained the rule")
    press(form.words, Key.Key_Return)
    one = next(one for one in seat.book.bad_ratings(Role.CHIEF) if one.is_named)
    assert (one.contacted_on, one.correction, one.is_open) == (date(2026, 9, 3), "explained", False)
    assert len(seat.done) == 2
    screen.bad.choose(Cut(which="named"))
    assert "explained the rule" in _told(screen.bad.panel)
    assert screen.figures.lines


def test_an_upheld_appeal_leaves_the_figures_and_stays_in_the_list(
    screen: RatingsScreen, seat: Seat, qtbot: QtBot
) -> None:
    _named(screen)
    for way, choice in (("appeal", None), ("review", True)):
        form = _form(screen, way)
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
    form = _form(screen, "correct")
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
    _named(screen)
    assert row.number in _told(screen.bad.panel)
    form = _form(screen, "call")
    QTest.keyClicks(form.words, "she was angry")
    press(form.words, Key.Key_Return)
    seat.focus.sit(books.CLERK)
    screen.bad.choose(Cut(which="all"))
    _named(screen)
    assert REQUEST not in {column.id for column in screen.bad.model.known}
    shown = f"{_told(screen)} {screen.shown().listing} {[dict(line.words) for line in screen.bad.model.lines]}"
    for secret in (row.number, row.id, "she was angry", NAME, PHONE):
        assert secret not in shown
    barred = {deed.id: deed.barred() for deed in screen.deeds() if deed.id.startswith("rectify.")}
    assert [key for key, why in barred.items() if not why] == ["rectify.appeal"]
    assert not screen.bad.panel.buttons["correct"].isEnabled()


def test_enter_leads_whoever_corrects_to_the_request_and_a_clerk_nowhere(screen: RatingsScreen, seat: Seat) -> None:
    asked: list[Drill] = []
    seat.focus.drilled.connect(asked.append)
    [row] = seat.book.requests().rows
    _named(screen)
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
        form = _form(screen, "correct")
        QTest.keyClicks(form.words, "put right")
        press(form.words, Key.Key_Return)
    numbers = []
    for which in ("open", "all", "open"):
        screen.bad.choose(Cut(which=which))
        numbers.append(len(screen.bad.model.lines))
    assert numbers == [1, 4, 1]


def test_a_chief_is_shown_no_name_and_no_telephone_either(screen: RatingsScreen) -> None:
    _named(screen)
    shown = f"{_told(screen)} {screen.shown().listing}"
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
    _named(screen)
    assert all(deed.barred() for deed in screen.deeds() if deed.id.startswith("rectify."))
