"""The words of the offices' own ledgers: what their heads and their states mean."""

import csv
import re
from collections.abc import Sequence
from functools import cache

from desktop import paths
from desktop.exchange.columns import folded
from desktop.models.vocabulary import Status

FIELDS = ("action", "title", "window", "status", "on_day", "due_on", "officer", "note")
"""What a column of such a ledger can hold."""

_ASIDE = re.compile(r"[(（\[【].*?[)）\]】]")


@cache
def _words(kind: str) -> dict[str, str]:
    with (paths.resources() / "exchange" / "ledger_words.csv").open(encoding="utf-8", newline="") as file:
        return {folded(row["word"]): row["means"] for row in csv.DictReader(file) if row["kind"] == kind}


@cache
def _states() -> dict[str, Status]:
    found = {word: Status(means) for word, means in _words("status").items()}
    with (paths.resources() / "catalogue" / "status.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found |= {folded(row[name]): Status(row["code"]) for name in ("code", "name_zh", "name_en")}
    return found


def state(word: str) -> Status | None:
    """Return the state that a word of an office means, None for a word that nobody has explained."""
    return _states().get(folded(word)) or _states().get(folded(_ASIDE.sub("", word)))


def field_of(head: str) -> str:
    """Return the field that a head means, empty where it means none."""
    words = _words("column")
    return words.get(folded(head)) or words.get(folded(_ASIDE.sub("", head)), "")


def suggest(heads: Sequence[str]) -> dict[str, str]:
    """Return for each field the head that means it; of several the one whose word stands first in the list."""
    rank = {word: number for number, word in enumerate(_words("column"))}
    found: dict[str, tuple[int, str]] = {}
    for head in heads:
        field = field_of(head)
        place = rank.get(folded(head), len(rank))
        if field and place < found.get(field, (len(rank) + 1, ""))[0]:
            found[field] = (place, head)
    return {field: found[field][1] for field in FIELDS if field in found}
