"""Paper ballots: keyed twice in digits alone; a difference is named and refused."""

import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.commands import ratings
from desktop.commands.progress import refuse_role
from desktop.models.ballot_box import Ballot
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.draft import Draft
from desktop.models.reader import Reader
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.satisfaction import LEVELS
from desktop.models.writing import Posted

Counts = tuple[int, ...]
"""How many ballots have each level, in the order of LEVELS: very satisfied first."""
MOST = 10_000
"""Ballots of one level, window and day: more is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two keyings of the same ballots differ: a window, a level, and both counts."""

    window: str
    level: int
    first: int
    second: int

    def __str__(self) -> str:
        return f"{self.level}★ {self.first} ≠ {self.second}"


def counted(text: str) -> Counts:
    """Read five counts with anything but digits between them, very satisfied first: `12 3 0 1 0`.

    Raises InputRefused `ballot_counts` (value, most).
    """
    plain = unicodedata.normalize("NFKC", text)
    parts = "".join(char if char.isascii() and char.isdigit() else " " for char in plain).split()
    if len(parts) != len(LEVELS) or any(len(part) > len(str(MOST)) or int(part) > MOST for part in parts):
        raise InputRefused("ballot_counts", value=text, most=MOST)
    return tuple(map(int, parts))


def tallied(text: str) -> Counts:
    """Read single ballots, one digit from 1 to 5 each, as they are turned over: `5543`.

    Raises InputRefused `ballot_digits` (value).
    """
    digits = "".join(unicodedata.normalize("NFKC", text).split())
    if not digits or set(digits) - {str(level) for level in LEVELS}:
        raise InputRefused("ballot_digits", value=text)
    return tuple(digits.count(str(level)) for level in LEVELS)


def differences(window: str, first: Counts, second: Counts) -> tuple[Difference, ...]:
    """Return where two keyings differ, empty where they agree."""
    both = zip(LEVELS, first, second, strict=True)
    return tuple(Difference(window, level, one, two) for level, one, two in both if one != two)


@dataclass(frozen=True, slots=True)
class PaperBallots:
    """Journal the paper ballots of a window on a day that is over, from the counts of two keyings."""

    window: str
    day: date
    first: Counts
    second: Counts

    kind = "paper_ballots"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken as `ballots`, as `ratings.rate` for the window, and `day_not_over`."""
        refuse_role(reader, desk)
        ratings.refuse_running_day(self.day, reader.today)
        ratings.refuse_window(reader.catalogue, self.window, self.day, reader.unit)
        changes = [
            change
            for ballot in self.ballots()
            for change in ratings.answered(secrets.token_hex(10), self.window, self.day, ballot)
        ]
        return [Draft(tuple(changes), self.day)]

    def ballots(self) -> list[Ballot]:
        """Return the ballots that both keyings agree on. Raises RuleBroken.

        `ballots_differ` (window, differences) or `no_ballots` (window).
        """
        found = differences(self.window, self.first, self.second)
        if found:
            raise RuleBroken("ballots_differ", window=self.window, differences=found)
        if not any(self.first):
            raise RuleBroken("no_ballots", window=self.window)
        return [
            Ballot(level, "", "paper") for level, times in zip(LEVELS, self.first, strict=True) for _n in range(times)
        ]


def take(book: Book, desk: Desk, papers: PaperBallots) -> Posted | None:
    """Take paper ballots in: those of today go into the ballot box (None), those of an earlier day into the journal."""
    if papers.day != book.clock.today():
        return book.do(papers, desk)
    ratings.drop(book, papers.window, papers.ballots())
    return None
