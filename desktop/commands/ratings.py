"""Ratings (好差评): anonymous ones go into the ballot box and are journaled together when their day is over."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.commands.progress import refuse_role
from desktop.models import appraisal, ballot_box, ratings
from desktop.models.ballot_box import Ballot
from desktop.models.book import Book
from desktop.models.catalogue import Catalogue
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.reader import Reader
from desktop.models.refusals import RuleBroken
from desktop.models.writing import Posted

RATED = frozenset({"completed", "callback", "rated"})
"""States in which a request can be rated: it has its result, and is not being corrected or filed."""


def rate(book: Book, window: str, level: int, reasons: Sequence[str] = (), way: str = "counter") -> None:
    """Put one anonymous rating of today into the ballot box of a window; nothing is journaled yet.

    `level` is 1 to 5, `reasons` are codes of that level. Raises InputRefused for what is no answer, RuleBroken
    `unknown_window`, `window_closed` or `other_unit`.
    """
    appraisal.refuse_answer(level, reasons, way)
    drop(book, window, [Ballot(level, appraisal.joined(reasons), way)])


def drop(book: Book, window: str, ballots: Sequence[Ballot]) -> None:
    """Put ballots of today into the box of a window. Raises RuleBroken as `rate`."""
    catalogue, today = book.catalogue(), book.clock.today()
    refuse_window(catalogue, window, today, book.unit)
    book.keep(ballot_box.KIND, ballot_box.key_of(today, window), ballot_box.adding(ballots))


def refuse_window(catalogue: Catalogue | None, window: str, day: date, unit: str) -> None:
    """Refuse a window that is unknown, not open on a day, or not of the book's unit or one below it."""
    if catalogue is None or window not in catalogue.windows:
        raise RuleBroken("unknown_window", code=window)
    found = catalogue.windows[window]
    if not found.is_open(day):
        raise RuleBroken("window_closed", window=window)
    if found.unit not in catalogue.under(unit):
        raise RuleBroken("other_unit", unit=found.unit, own=unit)


def answered(key: str, window: str, day: date, ballot: Ballot) -> list[Change]:
    """Return the changes that write one rating under an id."""
    fields = {"window": window, "day": day.isoformat(), "level": str(ballot.level), "reasons": ballot.reasons or None,
              "way": ballot.way}  # fmt: skip
    return [Change(f"rating:{key}", name, value) for name, value in fields.items()]


@dataclass(frozen=True, slots=True)
class PostRatings:
    """Journal the ballots of a day that is over, one entry a window: one stamp for all, in the order of random ids.

    Nobody takes this back. The boxes go in the same transaction, so a crash posts a day once or not at all.
    """

    day: date

    kind = "post_ratings"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft for each window that has a box. Raises RuleBroken `day_not_over` (day, today)."""
        del desk  # Whoever opens the book next posts what waits; it says nothing about who was rated.
        refuse_running_day(self.day, reader.today)
        return list(self._drafts(reader))

    def _drafts(self, reader: Reader) -> Iterator[Draft]:
        for key, standing in reader.kept(ballot_box.KIND).items():
            day, window = ballot_box.place_of(key)
            if day == self.day:
                ballots = sorted(ballot_box.opened(standing).ballots())
                changes = [one for id_, ballot in ballots for one in answered(id_, window, day, ballot)]
                yield Draft(tuple(changes), day, forgets=((ballot_box.KIND, key),))


def refuse_running_day(day: date, today: date) -> None:
    """Refuse to journal ratings of a day that is not over: their time would tell who gave them."""
    if day >= today:
        raise RuleBroken("day_not_over", day=day, today=today)


def close_days(book: Book, desk: Desk) -> tuple[Posted, ...]:
    """Journal the ratings of every day that is over; at opening a book, and when the day turns while it is open."""
    days = ballot_box.closed_days(book.all_kept(ballot_box.KIND), book.clock.today())
    return tuple(book.do(PostRatings(day), desk) for day in days)


@dataclass(frozen=True, slots=True)
class RateRequest:
    """Write the rating that somebody gave of a request under their own name, with their consent.

    The only rating that is tied to a request, one for each (一事一评). The move of the request itself is another deed.
    """

    request: str
    level: int
    reasons: tuple[str, ...] = ()
    way: str = "call_back"
    on_day: date | None = None

    kind = "rate_request"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises as `rate`.

        And RuleBroken `rating_no_request`, `rating_too_early` or `rated_already` (request).
        """
        refuse_role(reader, desk)
        changes = named(reader, self.request, Ballot(self.level, ";".join(self.reasons), self.way), self.on_day)
        return [Draft(tuple(changes), self.on_day)]


def named(reader: Reader, request: str, ballot: Ballot, on_day: date | None = None) -> list[Change]:
    """Return the changes of a named rating, also for a deed that moves the request with it. Raises as `RateRequest`."""
    codes = [code for code in ballot.reasons.split(";") if code]
    appraisal.refuse_answer(ballot.level, codes, ballot.way)
    standing, day = reader.standing(f"request:{request}"), on_day or reader.today
    if not standing.get("window"):
        raise RuleBroken("rating_no_request", request=request)
    refuse_window(reader.catalogue, standing["window"], day, reader.unit)
    if standing.get("status") not in RATED:
        raise RuleBroken("rating_too_early", request=request)
    if ratings.rating_of(reader, request):
        raise RuleBroken("rated_already", request=request)
    key = secrets.token_hex(10)
    told = answered(key, standing["window"], day, ballot._replace(reasons=appraisal.joined(codes)))
    return [*told, Change(f"rating:{key}", "request", request)]
