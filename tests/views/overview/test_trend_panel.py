from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.commands.progress import Move
from desktop.models.trend import Trend
from desktop.models.vocabulary import Status
from desktop.views.focus import Drill
from desktop.views.overview import series, trend_panel
from desktop.views.overview.multiples import grid
from desktop.views.overview.reading import lines
from desktop.views.overview.series import By, Step
from desktop.views.overview.trend_panel import TrendPanel
from tests.books import BUREAU
from tests.models.test_trend import DAY
from tests.properties.world import PROOF
from tests.sample import sample_board
from tests.views.seat import Seat, click, press, show

KEYS = ("A01@W1", "A02@W1", "A03@W2")


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


@pytest.fixture
def panel(seat: Seat, qtbot: QtBot) -> TrendPanel:
    """Return the trend of a book with three commitments reported in place on three days, one of them verified."""
    for key in KEYS:
        seat.bridge.do(Move((key,), Status.IN_PLACE, evidence=(PROOF,)))
        seat.hands.go(days=30)
    seat.book.do(Move(KEYS[:1], Status.VERIFIED, evidence=(PROOF,)), BUREAU)
    seat.hands.go(days=2)
    seat.focus.reload()
    made = TrendPanel(seat.focus, seat.bridge)
    show(qtbot, made, 1100, 420)
    qtbot.waitUntil(lambda: bool(made.chart.steps), timeout=5000)
    qtbot.waitUntil(lambda: made._job is None, timeout=5000)
    return made


def test_the_days_and_figures_are_those_of_the_boards(panel: TrendPanel, seat: Seat) -> None:
    panel.weeks.click()
    assert [step.day for step in panel.chart.steps][-1] == seat.focus.board.as_of
    for step in panel.chart.steps:
        board = seat.book.board(step.day)
        point = series.now(board)
        assert (step.in_place, step.applicable) == (point.total.in_place, point.total.applicable)


def test_arrows_walk_from_day_to_day_and_are_read_aloud(panel: TrendPanel) -> None:
    chart = panel.chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    last = len(chart.steps) - 1
    assert chart.at == last
    press(chart, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert chart.at == last - 2
    step = chart.steps[chart.at]
    assert f"({step.in_place}/{step.applicable})" in chart.accessibleDescription()
    assert step.day.isoformat() in chart.accessibleDescription()
    press(chart, Qt.Key.Key_Home, Qt.Key.Key_Left)
    assert chart.at == 0


def test_enter_and_a_click_look_at_the_day_and_c_compares_with_it(panel: TrendPanel, qtbot: QtBot) -> None:
    chart = panel.chart
    press(chart, Qt.Key.Key_Home)
    with qtbot.waitSignal(chart.day_asked) as looked:
        press(chart, Qt.Key.Key_Return)
    with qtbot.waitSignal(chart.compare_asked) as compared:
        press(chart, Qt.Key.Key_C)
    assert looked.args == compared.args == [chart.steps[0].day]
    place = chart.rect().center()
    place.setX(round(chart.x_of(2)))
    with qtbot.waitSignal(panel.day_asked) as clicked:
        click(chart, place)
    assert clicked.args == [chart.steps[2].day]


def test_a_small_chart_leads_to_its_rows(panel: TrendPanel, qtbot: QtBot) -> None:
    panel.by_county.click()
    small = panel.small
    assert [line.name for line in small.lines.lines] == ["One", "Two"]
    small.setFocus()
    with qtbot.waitSignal(panel.asked) as told:
        QTest.keyClick(small, Qt.Key.Key_Return)
    assert told.args == [Drill(unit="S1")]


def test_a_deed_moves_the_last_day_without_reading_the_journal_again(panel: TrendPanel, seat: Seat) -> None:
    before = panel.chart.steps
    seat.bridge.do(Move(("A05@W2",), Status.IN_PLACE, evidence=(PROOF,)))
    panel.fill()
    assert panel._job is None
    assert panel.chart.steps[-1].in_place == before[-1].in_place + 1
    assert panel.chart.steps[:-1] == before[:-1]


def test_another_span_is_read_anew(panel: TrendPanel, seat: Seat, qtbot: QtBot) -> None:
    first = seat.focus.board.as_of - 5 * DAY
    panel.begin(first)
    qtbot.waitUntil(lambda: len(panel.chart.steps) == 6, timeout=5000)
    assert panel.chart.steps[0].day == first
    assert first.isoformat() in panel.since.text()


def test_before_the_first_deed_there_is_nothing_to_draw(seat: Seat, qtbot: QtBot) -> None:
    day = seat.focus.board.as_of
    assert trend_panel.read(seat.book, day - 300 * DAY, day) == Trend((), None)
    made = TrendPanel(seat.focus, seat.bridge)
    show(qtbot, made, 700, 600)
    qtbot.waitUntil(lambda: "first deed" in made._empty.text(), timeout=5000)
    assert made.body.currentIndex() == 0


def test_groups_of_a_board_are_its_categories_and_counties() -> None:
    board = sample_board()
    point = series.now(board)
    by_category = series.groups((point,), board, By.CATEGORY)
    assert [line.drill for line in by_category] == [Drill(category=key) for key in board.catalogue.categories]
    for by in By:
        assert sum(line.steps[0].in_place for line in series.groups((point,), board, by)) == point.total.in_place


def test_a_reading_gives_both_rates_with_their_denominator() -> None:
    step = Step(date(2026, 11, 20), 30, 20, 40, 2)
    assert lines(step) == ("2026-11-20", "In-place rate  75.0%  (30/40)", "Verified rate  50.0%  (20/40)", "2 disputed")
    assert Step(date(2026, 11, 20), 0, 0, 0, 0).in_place_rate is None


def test_a_story_says_how_much_the_rate_rose() -> None:
    days = [date(2026, 11, 19) + n * timedelta(days=1) for n in (0, 1)]
    rising = series.Line("x", (Step(days[0], 10, 0, 40, 0), Step(days[1], 25, 5, 40, 0)), Drill())
    assert series.change(rising) == "+37.5"
    assert "+37.5" in series.story(rising)


@pytest.mark.parametrize("number", [1, 3, 16, 18, 25])
@pytest.mark.parametrize("size", [(560, 360), (735, 300), (860, 620), (430, 240)])
def test_small_charts_fill_the_room_or_scroll(number: int, size: tuple[int, int]) -> None:
    columns, height = grid(number, QSize(*size), 1.0)
    assert height >= 66
    assert columns * 138 <= size[0]
    if height > 66:
        assert -(-number // columns) * height <= size[1]
