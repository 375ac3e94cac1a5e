"""The ballot box: anonymous ratings of a day that is not over, kept on this computer until they are journaled together.

A box holds how often each answer was given and nothing else: no instant, no order, nobody's name. So there is nothing
by which a rating could be matched to a visitor, neither here nor in the journal (R09 of `rectification.csv`).
"""

import hashlib
import json
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

KIND = "ballot_box"


class Ballot(NamedTuple):
    """One answer: level 1 to 5, the codes of its reasons joined by `;`, and the way it was given."""

    level: int
    reasons: str
    way: str


@dataclass(frozen=True, slots=True)
class Box:
    """How often each answer was given. `salt` is random, and forgotten with the box."""

    salt: str
    answers: Counter[Ballot]

    def ballots(self) -> Iterator[tuple[str, Ballot]]:
        """Give every ballot under its id, which nobody can foresee.

        Where a backup brings back a box that was journaled already, its ballots have the same ids and count once.
        """
        for answer, times in self.answers.items():
            for number in range(times):
                told = json.dumps([self.salt, *answer, number])
                yield hashlib.sha256(told.encode()).hexdigest()[:20], answer


def key_of(day: date, window: str) -> str:
    """Return the key of the box of a window and day."""
    return f"{day.isoformat()}/{window}"


def place_of(key: str) -> tuple[date, str]:
    """Return day and window of a box."""
    day, _slash, window = key.partition("/")
    return date.fromisoformat(day), window


def adding(ballots: Iterable[Ballot]) -> Callable[[str | None], str]:
    """Return what puts ballots into a box, to be handed to `Book.keep`."""
    more = Counter(ballots)

    def added(standing: str | None) -> str:
        box = opened(standing) if standing else Box(secrets.token_hex(16), Counter())
        # In the order of the answers, so that not even the text tells which came last.
        return json.dumps([box.salt, sorted((list(answer), times) for answer, times in (box.answers + more).items())])

    return added


def opened(standing: str) -> Box:
    """Return a box as it was kept."""
    salt, answers = json.loads(standing)
    return Box(salt, Counter({Ballot(*answer): times for answer, times in answers}))


def closed_days(keys: Iterable[str], today: date) -> tuple[date, ...]:
    """Return the days before today of which boxes wait, by their keys, oldest first."""
    return tuple(sorted({day for day, _window in map(place_of, keys) if day < today}))
