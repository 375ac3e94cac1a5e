"""The ways in which a request may have every word: some said by the citizen, the others told by matter or number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from sqlalchemy import ColumnElement, Connection, and_, literal_column, select

from desktop.models.dialects import SERVER
from desktop.models.private import PrivateStore
from desktop.models.records import KINDS
from desktop.models.request_words import Numbered, Sought

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
    ids: list[str] = []
    for condition in meanings(connection, way):
        query = select(_HERE.id).where(condition).limit(most - len(ids) + 1)
        ids += connection.execute(query).scalars()
        if len(ids) > most:
            return None
    return ids


def meanings(connection: Connection, way: Way) -> Iterator[ColumnElement[bool]]:
    """Give what finds all that the ledger tells of a way, and more: each walks an index of its own, each matter too."""
    plain = [one.matters for one in way.told if one.number == Numbered()]
    if plain:
        for matter in sorted(frozenset.intersection(*plain)):
            yield _HERE.matter == matter
        return
    leading = way.told[0]
    for matter in sorted(leading.matters):
        yield _HERE.matter == matter
    yield from _in_numbers(connection, leading)


def _in_numbers(connection: Connection, one: Sought) -> Iterator[ColumnElement[bool]]:
    """Give what finds a word as a number."""
    number = one.number
    for begins in number.begins:
        yield and_(_HERE.id >= begins, _HERE.id < f"{begins}~")
    on = (_HERE.registered_at >= number.day, _HERE.registered_at < f"{number.day}U") if number.day else ()
    if number.tail:
        yield and_(*_ends(connection, number.tail), *on)
    elif on:
        yield and_(*on)


def _ends(connection: Connection, tail: str) -> list[ColumnElement[bool]]:
    exactly = [_HERE.number.endswith(f"-{tail}")]
    # PostgreSQL counts from the beginning only; there the index is not laid.
    return exactly if connection.dialect.name == SERVER else [_TAIL_OF.in_([tail[-TAIL_LENGTH:]]), *exactly]
