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


def right(word: str) -> str:
    """Return what would be right in place of a word that means no state: the nearest name, or all names."""
    names = [texts.status(one) for one in Status]
    near = difflib.get_close_matches(word.strip().casefold(), [name.casefold() for name in names], 1, 0.5)
    if near:
        name = next(name for name in names if name.casefold() == near[0])
        return _("Did you mean “{name}”?").format(name=name)
    listed = _(", ").join(f"{one.code} {texts.status(one)}" for one in Status)
    return _("Right would be: {states}.").format(states=listed)
