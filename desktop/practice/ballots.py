"""Anonymous ratings of two months, each day's journaled together in the evening, and what became of bad ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial

from desktop.commands import ratings
from desktop.commands.rectify import AppealRating, CorrectRating
from desktop.models.ballot_box import Ballot
from desktop.models.book import Book
from desktop.models.clock import BEIJING
from desktop.models.desk import Desk
from desktop.models.draft import Draft
from desktop.models.reader import Reader
from desktop.models.satisfaction import BAD
from desktop.models.vocabulary import Role
from desktop.practice.cases import ballot
from desktop.practice.year import DAY, Year

_LEVELS = (5,) * 60 + (4,) * 24 + (3,) * 10 + (2,) * 4 + (1,) * 2
_WAYS = ("counter",) * 7 + ("paper",) * 2 + ("online",)


@dataclass(frozen=True, slots=True)
class _Posted:
    """A day's ballots of a window, as `PostRatings` journals them, under ids that equal seeds repeat."""

    window: str
    day: date
    ballots: tuple[tuple[str, Ballot], ...]

    kind = "post_ratings"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        del reader, desk
        told = (ratings.answered(key, self.window, self.day, one) for key, one in sorted(self.ballots))
        return [Draft(tuple(change for changes in told for change in changes), self.day)]


def plan(year: Year) -> None:
    """Plan the ratings of some windows, most of them at the busy ones, on the workdays of eight weeks."""
    chance = year.chance
    others = [window for window in year.book.catalogue().windows if window not in year.busy]
    for window in (*year.busy, *chance.sample(others, 5)):
        often = 0.8 if window in year.busy else 0.08
        for ago in range(56, 1, -1):
            day = year.today - ago * DAY
            if day.weekday() < 5 and chance.random() < often:
                _plan_day(year, window, day)


def _plan_day(year: Year, window: str, day: date) -> None:
    chance = year.chance
    ballots = tuple(
        (f"{chance.getrandbits(80):020x}", ballot(chance, chance.choice(_LEVELS), chance.choice(_WAYS)))
        for _n in range(chance.choice((1, 1, 1, 2)))
    )
    at = datetime.combine(day + DAY, time(8, 20), BEIJING)
    deed = _Posted(window, day, ballots)
    desk, chief = year.desk(Role.CLERK), year.desk(Role.CHIEF)
    year.plan(at, partial(_do, deed=deed, desk=desk))
    for key, one in ballots:
        if one.level in BAD and (later := at + chance.randint(1, 5) * DAY).date() < year.today:
            is_wrong = chance.random() < 0.1
            put_right = (
                AppealRating(key, year.one("appealed")) if is_wrong else CorrectRating(key, year.one("corrected"))
            )
            year.plan(later, partial(_do, deed=put_right, desk=chief))


def _do(book: Book, *, deed: _Posted | AppealRating | CorrectRating, desk: Desk) -> None:
    book.do(deed, desk)
