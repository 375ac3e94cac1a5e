"""The ways in which a request may have every word: some said by the citizen, the others told by matter or number."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from sqlalchemy import ColumnElement, Connection, and_, literal_column, select

from desktop.models.dialects import SERVER
from desktop.models.private import PrivateStore
from desktop.models.records import KINDS
from desktop.models.request_words import Numbered, Sought
from desktop.models.requests import unindexed

MOST_OPEN = 4
"""Words that may be said or told either way; further ones are looked for in the words of each find."""

_HERE = KINDS["request"].table.c
TAIL_LENGTH = 5
"""Characters at the end of a number by which an index finds it: two letters and three digits."""
_TAIL_OF: ColumnElement[str] = literal_column(f"substr(number, -{TAIL_LENGTH})")


@dataclass(frozen=True, slots=True)
class Way:
    """Words that the citizen said, and words that the ledger tells."""

    said: tuple[Sought, ...]
    told: tuple[Sought, ...]

    @property
    def query(self) -> str:
        """What is looked for among citizens' words."""
        return " ".join(one.word for one in self.said)

    def is_told(self, key: str, matter: str) -> bool:
        """Say whether number and matter of a request hold what the ledger has to tell."""
        return all(one.in_ledger(key, matter) for one in self.told)


def ways(words: Sequence[Sought]) -> Iterator[Way]:
    """Give every way that may lead to a find; a request can be on several."""
    chosen = [one for one in words if not one.is_said][:MOST_OPEN]
    said = tuple(one for one in words if one.is_said)
    for answers in product((True, False), repeat=len(chosen)):
        pairs = list(zip(chosen, answers, strict=True))
        yield Way(
            said + tuple(one for one, is_said in pairs if is_said),
            tuple(one for one, is_said in pairs if not is_said),
        )


def rest(words: Sequence[Sought]) -> tuple[Sought, ...]:
    """Return the words that no way asks for."""
    return tuple([one for one in words if not one.is_said][MOST_OPEN:])


def few(connection: Connection, private: PrivateStore, way: Way, most: int) -> list[str] | None:
    """Return the ids of all requests that may be on a way, None where there are more than `most`."""
    if way.said:
        found = private.finds(way.query, most)
        return None if found is None else [record.removeprefix("request:") for record in found]
    return reached(connection, (condition for condition, _along in meanings(connection, way)), most)


def reached(connection: Connection, conditions: Iterable[ColumnElement[bool]], most: int) -> list[str] | None:
    """Return the ids of all requests that meet one of some conditions, None where there are more than `most`."""
    ids: list[str] = []
    for condition in conditions:
        query = select(_HERE.id).where(condition).limit(most - len(ids) + 1)
        ids += connection.execute(query).scalars()
        if len(ids) > most:
            return None
    return ids


Meaning = tuple[ColumnElement[bool], ColumnElement[bool] | None]
"""What an index finds; where that comes in no order, the same in a form that leaves the list its own order."""


def meanings(connection: Connection, way: Way) -> Iterator[Meaning]:
    """Give what finds all that the ledger tells of a way, and more: each walks an index of its own, each matter too."""
    plain = [one.matters for one in way.told if one.number == Numbered()]
    leading = way.told[0]
    for matter in sorted(frozenset.intersection(*plain) if plain else leading.matters):
        yield _HERE.matter == matter, None
    if not plain:
        both = (_numbers(connection, leading, _HERE.id), _numbers(connection, leading, unindexed(_HERE.id)))
        yield from zip(*both, strict=True)


def _numbers(connection: Connection, one: Sought, key: ColumnElement[str]) -> Iterator[ColumnElement[bool]]:
    number, is_indexed = one.number, key is _HERE.id and connection.dialect.name != SERVER
    for begins in number.begins:
        yield and_(key >= begins, key < f"{begins}~")
    on = (_HERE.registered_at >= number.day, _HERE.registered_at < f"{number.day}U") if number.day else ()
    if number.tail:
        # PostgreSQL counts from the beginning only; there the index is not laid.
        end = [_TAIL_OF.in_([number.tail[-TAIL_LENGTH:]])] if is_indexed else []
        yield and_(*end, _HERE.number.endswith(f"-{number.tail}"), *on)
    elif on:
        yield and_(*on)
