"""One request of the practice book and the steps that it goes through."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from desktop.commands import ratings, requests_checks
from desktop.commands.requests import RegisterRequest
from desktop.commands.requests_effects import NOBODY, Said
from desktop.commands.requests_moves import CallBack, MoveRequest
from desktop.models import appraisal, request_rules
from desktop.models.ballot_box import Ballot
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.private_rows import Private
from desktop.models.reader import Reader
from desktop.models.request_rules import Applicant, Channel, RequestStatus
from desktop.models.vocabulary import Role

_WORKDAY = timedelta(days=1)


@dataclass(slots=True)
class Case:
    """A request in the making; `id` is given by the book when it is registered."""

    action: str
    window: str
    channel: Channel
    applicant: Applicant
    words: Private
    clerk: Desk
    chief: Desk
    level: int = 5
    id: str = field(default="")

    def register(self, book: Book) -> None:
        """Take it in."""
        deed = RegisterRequest(self.action, self.window, self.channel, self.applicant)
        (record,) = book.do(deed, self.clerk).records
        self.id = record.removeprefix("request:")

    def move(self, book: Book, origin: RequestStatus, to: RequestStatus, said: Said) -> None:
        """Make a move, as whoever may."""
        move = request_rules.find(origin, to)
        desk = self.clerk if move is not None and Role.CLERK in move.roles else self.chief
        book.do(MoveRequest((self.id,), to, said), desk)

    def ring(self, book: Book) -> None:
        """Call somebody who does not answer."""
        book.do(CallBack(self.id, NOBODY), self.clerk)


@dataclass(frozen=True, slots=True)
class RateByName:
    """A rating by name whose id does not come from the system's chance, so that equal seeds give equal books."""

    case: Case
    key: str
    ballot: Ballot

    kind = "request_move"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return what the move to rated writes."""
        one = requests_checks.standing(reader, desk, self.case.id)
        fields = {"status": RequestStatus.RATED, "level": str(self.ballot.level), "rating": self.key}
        told = ratings.answered(self.key, one.fields["window"], reader.today, self.ballot)
        mine = Change(f"rating:{self.key}", "request", one.id)
        return [Draft((*requests_checks.changes(one.id, dict(fields)), *told, mine))]


def ballot(chance: random.Random, level: int, way: str) -> Ballot:
    """Return an answer of a level with up to two of its reasons."""
    known = appraisal.reasons_of(level)
    return Ballot(level, appraisal.joined(chance.sample(known, chance.randint(0, 2))), way)


def at_work(chance: random.Random, day: datetime) -> datetime:
    """Return some minute in which a window is open, on a day or the next one that is no weekend."""
    while day.weekday() > 4:
        day += _WORKDAY
    hour = chance.choice((8, 9, 9, 10, 10, 11, 14, 14, 15, 15, 16))
    return day.replace(hour=hour, minute=chance.randint(31, 59) if hour == 8 else chance.randint(0, 59))
