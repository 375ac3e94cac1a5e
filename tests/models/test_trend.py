from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.commands.organization import EditWindow
from desktop.commands.progress import Move
from desktop.models import totals
from desktop.models.book import Book
from desktop.models.edition import EditionSource, entries_of
from desktop.models.refusals import Refusal, RuleBroken
from desktop.models.totals import Counts, Tally
from desktop.models.trend import Point
from desktop.models.vocabulary import Status
from tests.books import BUREAU, CHIEF, CLERK, Hands, make, meet, source
from tests.properties.world import KEYS, PROOF, World

DAY = timedelta(days=1)


def _plain(counts: Counts) -> tuple[str | None, dict[Status, int], int]:
    return counts.key, counts.counts, counts.disputed


def _same(groups: dict[str, Counts], of_board: tuple[Tally, ...]) -> None:
    assert [_plain(one) for one in groups.values()] == [_plain(one) for one in of_board]
    assert list(groups) == [one.key for one in of_board]


def _agrees(book: Book, point: Point) -> None:
    board = book.board(point.day)
    assert _plain(point.total) == _plain(totals.whole(board))
    _same(point.categories, totals.by_category(board).groups)
    _same(point.counties, totals.by_county(board).groups)


def _check(book: Book, *days: date) -> None:
    for point in book.trend(days).points:
        _agrees(book, point)


def _next_edition(day: date) -> EditionSource:
    """Return an edition that begins later: another category, an action less and one more."""
    first = source(3, 2)
    actions = [dict(row, category="C2") for row in first.sheets["actions"][1:]]
    actions.append(dict(actions[0], code="B01", title_zh="新举措"))
    categories = [{"code": "C1", "name_zh": "一类"}, {"code": "C2", "name_zh": "二类"}]
    sheets = {**first.sheets, "actions": actions, "categories": categories}
    return replace(first, version="test-2", from_day=day, sheets=sheets)


def _live(world: World, steps: list[int]) -> None:
    """Let a world go through a few random deeds, meetings, doubts and redactions."""
    for step in steps:
        book = world.chance.choice(world.books)
        deeds = (
            lambda book=book: _deed(world, book),
            lambda book=book: _deed(world, book),
            lambda: world.jump(world.chance.choice((60, 600, 1440 * 3))),
            lambda book=book: world.send(book, world.chance.choice(world.books), stage=True),
            lambda: world.turn(back=world.chance.random() < 0.5),
            lambda book=book: world.redact(book),
            world.doubt,
            lambda book=book: world.settle(book),
            lambda: _turn_window(world),
        )
        deeds[step]()


def _deed(world: World, book: Book) -> None:
    """Do something at a commitment that is there: its window may be closed, its action withdrawn."""
    there = [key for key in KEYS if book.commitments({key})]
    if there:
        world.deed(book, world.chance.choice(there))


def _turn_window(world: World) -> None:
    """Open a window later, or close it."""
    day = (world.now + world.chance.randint(-6, 2) * DAY).date().isoformat()
    field = world.chance.choice(("valid_from", "valid_to"))
    try:
        world.books[0].do(EditWindow(world.chance.choice(("W1", "W2")), {field: day}, "调整"), BUREAU)
    except Refusal:
        return


@settings(
    max_examples=5, deadline=None, database=None, derandomize=True, phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(seed=st.integers(0, 10**9), steps=st.lists(st.integers(0, 8), min_size=25, max_size=40))
def test_the_trend_is_what_the_boards_of_its_days_say(home: Path, seed: int, steps: list[int]) -> None:
    world = World(seed)
    try:
        world.books[0].merge(entries_of(_next_edition(world.now.date() + 5 * DAY)), "catalogue")
        _live(world, steps)
        today = world.books[0].clock.today()
        for book in world.books:
            _check(book, *(today - n * DAY for n in (40, 20, 12, 9, 7, 5, 3, 2, 1, 0)))
    finally:
        world.close()


def test_a_window_counts_from_the_day_it_opens_to_the_day_it_closes(tmp_path: Path) -> None:
    with closing(make(tmp_path / "a.book")) as book:
        book.do(EditWindow("W1", {"valid_from": "2026-08-20", "valid_to": "2026-08-25"}, "临时"), BUREAU)
        days = [date(2026, 8, day) for day in (19, 20, 25, 26)]
        points = book.trend(days).points
        assert [point.total.applicable for point in points] == [3, 6, 6, 3]
        assert [list(point.counties) for point in points] == [["S2"], ["S1", "S2"], ["S1", "S2"], ["S2"]]
        _check(book, *days)


def test_another_edition_brings_its_own_categories(tmp_path: Path) -> None:
    hands = Hands()
    with closing(make(tmp_path / "a.book", hands=hands)) as book:
        book.merge(entries_of(_next_edition(date(2026, 9, 5))), "catalogue")
        book.do(Move(("A02@W1",), Status.IN_PROGRESS, note="办"), CLERK)
        hands.go(days=9)
        before, after = book.trend([date(2026, 9, 4), date(2026, 9, 10)]).points
        assert list(before.categories) == ["C1"]
        assert (before.total.applicable, after.categories["C2"].applicable) == (6, 6)
        assert after.categories["C2"].counts[Status.IN_PROGRESS] == 1
        _agrees(book, before)
        _agrees(book, after)


def test_what_is_typed_later_counts_from_the_day_it_was_typed(tmp_path: Path) -> None:
    hands = Hands()
    with closing(make(tmp_path / "a.book", hands=hands)) as book:
        hands.go(days=10)
        book.do(Move(("A01@W1",), Status.IN_PROGRESS, note="办", on_day=date(2026, 9, 2)), CLERK)
        hands.go(days=1)
        days = (date(2026, 9, 3), date(2026, 9, 11), date(2026, 9, 12))
        begun = [point.total.counts[Status.IN_PROGRESS] for point in book.trend(days).points]
        assert begun == [0, 1, 1]
        _check(book, *days)


def test_a_disputed_verification_counts_as_in_place(tmp_path: Path) -> None:
    hands = Hands()
    with (
        closing(make(tmp_path / "a.book", hands=hands)) as bureau,
        closing(make(tmp_path / "b.book", "S1", hands=hands)) as station,
    ):
        station.do(Move(("A01@W1",), Status.IN_PLACE, evidence=(PROOF,)), CLERK)
        meet(bureau, station)
        station.do(Move(("A01@W1",), Status.IN_PROGRESS, reason="报早了"), CHIEF)
        bureau.do(Move(("A01@W1",), Status.VERIFIED, evidence=(PROOF,)), BUREAU)
        meet(bureau, station)
        hands.go(days=3)
        for book in (bureau, station):
            days = (date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 4))
            totals_ = [point.total for point in book.trend(days).points]
            assert [one.disputed for one in totals_] == [0, 1, 1]
            assert [one.counts[Status.IN_PLACE] for one in totals_] == [0, 1, 1]
            _check(book, *days)


def test_the_first_deed_says_when_the_trend_begins(tmp_path: Path) -> None:
    with closing(make(tmp_path / "a.book")) as book:
        assert book.trend([date(2026, 9, 1)]).begun is None
        book.do(Move(("A01@W1",), Status.IN_PROGRESS, note="办"), CLERK)
        assert book.trend([]).begun == date(2026, 9, 1)


def test_a_day_ahead_has_no_trend(tmp_path: Path) -> None:
    with closing(make(tmp_path / "a.book")) as book, pytest.raises(RuleBroken, match="future_day"):
        book.trend([date(2026, 9, 1), date(2026, 9, 2)])
