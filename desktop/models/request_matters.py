"""Matters of requests: which there are, and which a typed word means, by their writing or by pinyin."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from sqlalchemy import Connection

from desktop.models import keeping
from desktop.models.dialects import cursor_of
from desktop.search import pronouncing
from desktop.search.matching import Prepared, Speller, Word
from desktop.search.spelling import bare, sounding
from desktop.search.target import Grade, Target

KEPT = ("requests", f"readings-{pronouncing.FORM}")
"""Kind and key under which a book keeps the readings of its matters (`Book.keep`)."""
_PALETTE = ("palette", KEPT[1])
"""Where the palette keeps the readings of all names, those of the catalogue in force among them."""

_EVERY = """
WITH RECURSIVE every (matter) AS (
 SELECT min(matter) FROM request
 UNION ALL SELECT (SELECT min(request.matter) FROM request WHERE request.matter > every.matter) FROM every
  WHERE every.matter IS NOT NULL
) SELECT matter FROM every WHERE matter IS NOT NULL
"""


def matters(connection: Connection) -> list[str]:
    """Return every matter that was ever asked for, in order: a seek for each instead of a scan over all requests."""
    return [str(row[0]) for row in cursor_of(connection).execute(_EVERY).fetchall()]


def readings(connection: Connection) -> dict[str, str]:
    """Return the readings of matters that the book keeps; without them a matter is found as it is written."""
    return {**read(keeping.value(connection, *_PALETTE)), **read(keeping.value(connection, *KEPT))}


class Keeper(Protocol):
    """The book, as far as readings need it."""

    def unread_matters(self) -> list[str]:
        """Return what of the matters has no reading."""

    def keep(self, kind: str, key: str, value: keeping.Value) -> None:
        """Keep a local value."""


def learn(book: Keeper) -> bool:
    """Let a process of its own tell the readings that are missing, and keep them; say whether any came.

    Takes about a second the first time, then nothing. Raises what `Book.keep` raises.
    """
    missing = book.unread_matters()
    told = pronouncing.pronounced(missing) if missing else {}
    if told:
        book.keep(*KEPT, lambda kept: json.dumps({**read(kept), **told}))
    return bool(told)


def read(kept: str | None) -> dict[str, str]:
    """Return readings as they are kept; none where that cannot be read."""
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return {}
    return {str(name): str(said) for name, said in found.items()} if isinstance(found, dict) else {}


def unread(every: Iterable[str], known: Mapping[str, str]) -> list[str]:
    """Return the Chinese in matters of which no reading is known, as `pronouncing.pronounced` takes it."""
    return sorted({sounding(one) for one in every} - {"", *known})


def meant(word: str, every: Sequence[str], known: Mapping[str, str]) -> list[str]:
    """Return the matters that hold a word as it is written, or by initials or full pinyin of neighbouring syllables."""
    asked = bare(word)
    if not asked:
        return []
    meet = Word(asked).meet
    spelled = _spelled(tuple(every), tuple(sorted(known.items())))
    found = ((one.target.title, meet(one)) for one in spelled)
    return [title for title, met in found if met is not None and met.grade <= Grade.INNER]


@lru_cache(maxsize=4)
def _spelled(every: tuple[str, ...], known: tuple[tuple[str, str], ...]) -> list[Prepared]:
    speller = Speller(dict(known))
    return [speller.prepare(Target("matter", one, one)) for one in every]
