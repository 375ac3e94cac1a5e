"""A year of sample work in the making: what is done when, by whom, in sample words."""

import csv
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from desktop import paths
from desktop.models.book import Book
from desktop.models.clock import BEIJING
from desktop.models.desk import Desk
from desktop.models.draft import Command
from desktop.models.journal import Evidence
from desktop.models.vocabulary import Role

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
NOON = time(12)

Act = Callable[[Book], object]


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed and its instant in Beijing; of equal instants the one that was planned first comes first."""

    at: datetime
    order: int
    act: Act


@dataclass(slots=True)
class Year:
    """What is planned, seeded, so that equal seeds give equal deeds. `today` is the day after the last of it."""

    book: Book
    today: date
    chance: random.Random
    words: dict[str, list[str]]
    proofs: tuple[Evidence, ...] = ()
    deeds: list[Deed] = field(default_factory=list)

    @property
    def busy(self) -> tuple[str, ...]:
        """The windows to which most citizens go: enough ratings there for a rank, no more than requests."""
        return tuple(self.book.catalogue().windows)[:2]

    def one(self, use: str) -> str:
        """Return one of the sample words for a use."""
        return self.chance.choice(self.words[use])

    def desk(self, role: Role) -> Desk:
        """Return somebody of a role."""
        return Desk(role, self.one(role))

    def add(self, day: date, desk: Desk, command: Command) -> None:
        """Plan a deed for noon of a day, the last one at most."""
        self.plan(datetime.combine(min(day, self.today - DAY), NOON, BEIJING), lambda book: book.do(command, desk))

    def plan(self, at: datetime, act: Act) -> None:
        """Plan anything for an instant."""
        self.deeds.append(Deed(at, len(self.deeds), act))


def words(name: str) -> dict[str, list[str]]:
    """Return the sample words of a file by their use."""
    found: dict[str, list[str]] = {}
    with (paths.resources() / "practice" / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["use"], []).append(row["zh"])
    return found
