"""Lengths of time and cadences of an action in words."""

from desktop.i18n import LANGUAGES, _, mark, speaking
from desktop.models.vocabulary import Cadence

CADENCES = {
    Cadence.PER_CASE: mark("with every case"),
    Cadence.STANDING: mark("standing"),
    Cadence.DAILY: mark("daily"),
    Cadence.WEEKLY: mark("weekly"),
    Cadence.MONTHLY: mark("monthly"),
    Cadence.QUARTERLY: mark("quarterly"),
    Cadence.YEARLY: mark("yearly"),
}
_UNITS = {
    "on_the_spot": mark("on the spot"),
    "minute": mark("{n} minutes"),
    "hour": mark("{n} hours"),
    "day": mark("{n} days"),
    "workday": mark("{n} workdays"),
    "month": mark("{n} months"),
}


def cadence(one: Cadence) -> str:
    """Return how often an action is to be shown again."""
    return _(CADENCES[one])


def span(value: int | None, unit: str) -> str:
    """Return a length of time; empty where there is none, as it was written where the unit is unknown."""
    if not unit or (value is None and unit != "on_the_spot"):
        return ""
    return _(_UNITS[unit]).format(n=value) if unit in _UNITS else f"{value} {unit}"


def unit_words() -> dict[str, str]:
    """Return the words that stand after the number in a length of time, in every language, with the unit's code."""
    found: dict[str, str] = {}
    for spoken in LANGUAGES:
        with speaking(spoken):
            found |= {_(words).replace("{n}", "").strip(): unit for unit, words in _UNITS.items()}
    return found
