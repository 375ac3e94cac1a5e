"""Requests that may be the same as one that is just being taken in: the same person, or near words, at the same window.

Only the newest of the last days are looked at, along the index over window and time, so a million requests cost no more
than a thousand. Words are compared by their pairs of characters, as the private index cuts them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from desktop.models import bigrams, contacts, request_clock, requests
from desktop.models.contacts import Contact
from desktop.models.private import PrivateStore
from desktop.models.private_rows import Private
from desktop.models.requests import RequestFilter, RequestRow

DAYS = 30
LOOKED_AT = 1000
_NEAR, _NEAR_OF_ONE_MATTER = 0.5, 0.25
"""How many of the shorter text's pairs both must hold, of another matter and of the same."""
_FEWEST = 3
"""Pairs below which a text says too little to be near another."""
_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Similar:
    """A request near the one that is taken in: its row, its citizen masked, from 0 to 1 how near its words are.

    `same_person` where telephone or name are equal.
    """

    row: RequestRow
    contact: Contact
    nearness: float
    same_person: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """What is known so far of the request that is taken in."""

    window: str
    action: str
    words: Private


def similar(connection: Connection, store: PrivateStore, typed: Typed, now: datetime, limit: int) -> list[Similar]:
    """Return the nearest of the last 30 days, the nearest first: the same person, then near words. Some milliseconds.

    Nothing for a form that holds neither name, telephone nor words. Raises BookRefused as `PrivateStore.get_all` does.
    """
    if not (_name(typed.words) or _number(typed.words) or _pairs(typed.words)):
        return []
    since = request_clock.minute(now - timedelta(days=DAYS))[:10]
    wanted = RequestFilter(windows=frozenset({typed.window}), since=since)
    rows = requests.page(connection, requests.Asked(wanted, limit=LOOKED_AT)).rows
    kept = store.get_all([row.record for row in rows])
    found = [
        one for row in rows if (said := kept.get(row.record)) is not None and (one := _compared(typed, row, said))
    ]  # fmt: skip
    found.sort(key=lambda one: (not one.same_person, -one.nearness))
    return found[:limit]


def _compared(typed: Typed, row: RequestRow, said: Private) -> Similar | None:
    same = _same(_number(typed.words), _number(said)) or _same(_name(typed.words), _name(said))
    near = _nearness(_pairs(typed.words), _pairs(said))
    if same or near >= (_NEAR_OF_ONE_MATTER if row.action == typed.action else _NEAR):
        return Similar(row, contacts.of(said), near, same)
    return None


def _same(one: str, other: str) -> bool:
    return bool(one) and one == other


def _name(words: Private) -> str:
    name = "".join(bigrams.runs(words.name))
    return name if len(name) > 1 else ""


def _number(words: Private) -> str:
    digits = "".join(filter(str.isdigit, "".join(bigrams.runs(words.phone))))
    return digits[-11:] if len(digits) >= _DIGITS else ""


def _pairs(words: Private) -> frozenset[str]:
    found = frozenset(pair for pair in bigrams.indexed(words.text).split() if len(pair) > 1)
    return found if len(found) >= _FEWEST else frozenset()


def _nearness(one: frozenset[str], other: frozenset[str]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
