"""Requests that may be the same as one that is just being taken in: the same person, or near words, at the same window.

Only the newest of the last days are looked at, along the index over window and time, so a million requests cost no more
than a thousand. Words are compared by their pairs of characters, as the private index cuts them.
"""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from desktop.models import bigrams, contacts, request_clock, requests
from desktop.models.contacts import Contact
from desktop.models.private import PrivateStore
from desktop.models.private_rows import Private
from desktop.models.records import KINDS
from desktop.models.requests import RequestRow

DAYS = 30
LOOKED_AT = 1000
_NEAR, _NEAR_OF_ONE_MATTER = 0.5, 0.25
"""How many of the shorter text's pairs both must hold, of another matter and of the same."""
_FEWEST = 3
"""Pairs below which a text says too little to be near another."""
_LONGEST = 200
"""Characters of what is typed that are compared."""
_DIGITS = 7
_RECORD = "request:"


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
    known = _known(typed)
    if known == _Known(typed.action, "", "", ()):
        return []
    actions = _newest(connection, typed.window, now)
    kept = store.get_all([f"{_RECORD}{key}" for key in actions])
    found = []
    for record, said in kept.items():
        key = record.removeprefix(_RECORD)
        same = known.is_same_person(said)
        near = known.nearness(said.text)
        if same or near >= (_NEAR_OF_ONE_MATTER if actions[key] == typed.action else _NEAR):
            found.append((not same, -near, key))
    best = sorted(found)[:limit]
    rows = {row.id: row for row in requests.by_ids(connection, [key for _other, _near, key in best])}
    return [
        Similar(rows[key], contacts.of(kept[f"{_RECORD}{key}"]), -near, not other) for other, near, key in best
    ]  # fmt: skip


def _newest(connection: Connection, window: str, now: datetime) -> dict[str, str]:
    """Return ids of the newest requests at a window, with their actions: a thousand whole rows would take too long."""
    here = KINDS["request"].table.c
    since = request_clock.minute(now - timedelta(days=DAYS))[:10]
    query = select(here.id, here.action).where(
        here.window == window, here.registered_at >= since, here.status.is_not(None), here.same_as.is_(None)
    )
    newest = query.order_by(here.registered_at.desc(), here.id.desc()).limit(LOOKED_AT)
    return {str(row.id): str(row.action) for row in connection.execute(newest)}


@dataclass(frozen=True, slots=True)
class _Known:
    """What is typed, as it is compared: letters of the name, digits of the telephone, pairs of the words."""

    action: str
    name: str
    number: str
    pairs: tuple[str, ...]

    def is_same_person(self, said: Private) -> bool:
        """Say whether somebody has the same telephone or the same name, in whatever way both were written."""
        # Most are told apart by a part of what was typed; only the others are brought into one form.
        dialled = said.phone.replace(" ", "").replace("-", "")
        if self.number and self.number[-4:] in dialled and _number(said.phone) == self.number:
            return True
        return bool(self.name) and self.name[0] in said.name.casefold() and _name(said.name) == self.name

    def nearness(self, words: str) -> float:
        """Return how many of the shorter text's pairs both hold, from 0 to 1."""
        shorter = min(len(self.pairs), len(words) - 1)
        if shorter < _FEWEST:
            return 0.0
        folded = unicodedata.normalize("NFKC", words).casefold()
        return min(sum(map(folded.__contains__, self.pairs)) / shorter, 1.0)


def _known(typed: Typed) -> _Known:
    words = typed.words
    pairs = dict.fromkeys(pair for pair in bigrams.indexed(words.text[:_LONGEST]).split() if len(pair) > 1)
    return _Known(
        typed.action, _name(words.name), _number(words.phone), tuple(pairs) if len(pairs) >= _FEWEST else ()
    )  # fmt: skip


def _name(told: str) -> str:
    name = "".join(bigrams.runs(told))
    return name if len(name) > 1 else ""


def _number(told: str) -> str:
    digits = "".join(filter(str.isdigit, "".join(bigrams.runs(told))))
    return digits[-11:] if len(digits) >= _DIGITS else ""
