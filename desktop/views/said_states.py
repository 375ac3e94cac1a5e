"""States as people write them into a table: names in both languages, 1 to 8, the offices' words, signs. No Qt."""

import csv
import difflib
import unicodedata
from functools import cache

from desktop import paths, texts
from desktop.exchange import ledger_words
from desktop.i18n import _
from desktop.models.vocabulary import Status


@cache
def _signs() -> dict[str, Status]:
    with (paths.resources() / "catalogue" / "status.csv").open(encoding="utf-8", newline="") as file:
        return {row["symbol"]: Status(row["code"]) for row in csv.DictReader(file)}


def meant(word: str) -> Status | None:
    """Return the state that a word means, None for a word that means none."""
    plain = unicodedata.normalize("NFKC", word).strip()
    return texts.state_named(plain) or _signs().get(plain) or ledger_words.state(plain)


def nearest(word: str) -> Status | None:
    """Return the state whose name, in the language in use, is nearest to a word; None where none is near."""
    names = {texts.status(one).casefold(): one for one in Status}
    near = difflib.get_close_matches(word.strip().casefold(), names, 1, 0.5)
    return names[near[0]] if near else None


def all_names() -> str:
    """Return every state with its number, in one line."""
    return _(", ").join(f"{one.code} {texts.status(one)}" for one in Status)
