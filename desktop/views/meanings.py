"""States, lamps and marks as one kind of thing that a table can be filtered by: their codes and names. No Qt."""

from collections.abc import Iterable, Sequence

from desktop import texts
from desktop.i18n import _
from desktop.models.vocabulary import Lamp, Mark, Status

Meaning = Status | Lamp | Mark
NO_MEASURE = "-"
"""Stands, where a measure is asked for, for the actions that carry out none."""


def code_of(meaning: Meaning) -> str:
    """Return a text for keeping: `status:blocked`, `lamp:overdue`. A lamp and a mark of one bit are equal numbers."""
    if isinstance(meaning, Status):
        return f"status:{meaning.value}"
    return f"{'lamp' if isinstance(meaning, Lamp) else 'mark'}:{(meaning.name or '').lower()}"


_KNOWN: dict[str, Meaning] = {code_of(one): one for one in (*Status, *Lamp, *Mark)}


def meaning_of(code: object) -> Meaning | None:
    """Return what a code stands for, None where it is unknown."""
    return _KNOWN.get(code) if isinstance(code, str) else None


def name_of(meaning: Meaning) -> str:
    """Return the name in the language in use."""
    if isinstance(meaning, Status):
        return texts.status(meaning)
    return texts.lamp(meaning) if isinstance(meaning, Lamp) else texts.mark(meaning)


def codes(*meanings: Meaning) -> tuple[str, ...]:
    """Return the codes of some meanings."""
    return tuple(map(code_of, meanings))


APPLICABLE = codes(*(status for status in Status if status is not Status.NOT_APPLICABLE))
"""The denominator of both rates: every state but 不适用."""
DONE = codes(Status.IN_PLACE, Status.VERIFIED)
"""The numerator of 落实率."""
GRAVEST: tuple[Meaning, ...] = (
    Lamp.OVERDUE, Status.RETURNED, Status.RELAPSED, Mark.DISPUTED, Lamp.DUE_SOON, Lamp.STALE
)  # fmt: skip
"""Why a commitment needs somebody, the gravest first."""
ATTENTION = codes(*GRAVEST)
"""What needs somebody today."""


def name_of_any(found: Sequence[str]) -> str:
    """Return the name of “any of these”: a word of the trade where there is one, else all names."""
    named = {APPLICABLE: _("Applicable"), DONE: _("In place or verified"), ATTENTION: _("Needs attention")}
    return named.get(tuple(found)) or _(" or ").join(_names(found))


def _names(found: Iterable[str]) -> list[str]:
    return [name_of(one) for one in map(meaning_of, found) if one is not None]
