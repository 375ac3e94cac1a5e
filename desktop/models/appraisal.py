"""What may be answered to 好差评: five levels, the reason codes of each, and the ways of answering."""

import csv
from collections.abc import Iterable
from functools import cache

from desktop import paths
from desktop.models.refusals import InputRefused
from desktop.models.satisfaction import LEVELS

WAYS = ("counter", "paper", "call_back", "online")
"""How a rating was given: at the window, on paper, by telephone afterwards, online."""


@cache
def reasons() -> dict[str, int]:
    """Return the level of every reason code, in the order of `appraisal_reasons.csv`."""
    with (paths.resources() / "catalogue" / "appraisal_reasons.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: int(row["level"]) for row in csv.DictReader(file)}


def reasons_of(level: int) -> tuple[str, ...]:
    """Return the reason codes that a level may have."""
    return tuple(code for code, its in reasons().items() if its == level)


def refuse_answer(level: int, codes: Iterable[str], way: str) -> None:
    """Refuse what is no answer. Raises InputRefused `rating_level` (value), `rating_reason` (value, level, right)."""
    if level not in LEVELS:
        raise InputRefused("rating_level", value=level)
    for code in codes:
        if reasons().get(code) != level:
            raise InputRefused("rating_reason", value=code, level=level, right=reasons_of(level))
    if way not in WAYS:
        raise InputRefused("unknown_value", field="way", value=way, right=WAYS)


def joined(codes: Iterable[str]) -> str:
    """Return reason codes as the text of a field, each once and in order."""
    return ";".join(sorted(set(codes)))
