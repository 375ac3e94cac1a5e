"""How far a bad rating has come, in words: the same on screen and command line."""

from datetime import date

from desktop.i18n import _
from desktop.models.rectification import BadRating
from desktop.models.workdays import Certainty
from desktop.texts import names
from desktop.texts import satisfaction as words


def level(one: BadRating) -> str:
    """Return the level with its digit."""
    return f"{one.level}★ {words.level(one.level)}"


def reasons(one: BadRating) -> str:
    """Return the reasons in one line, a dash where none was given."""
    return _("; ").join(map(words.reason, one.reasons)) or "—"


def kind(one: BadRating) -> str:
    """Return whether somebody can be called back."""
    return _("By name") if one.is_named else _("Anonymous")


def state(one: BadRating, today: date) -> str:
    """Return what a bad rating waits for, or how it ended; what is late says so first."""
    if one.appeal == "upheld":
        return _("Appeal upheld, left out")
    told = _("Appeal waits for its review") if one.appeal == "open" else _waits(one)
    return _("Overdue: {what}").format(what=told) if one.is_overdue(today) else told


def _waits(one: BadRating) -> str:
    if one.is_named and one.contacted_on is None:
        return _("To be called back") if one.corrected_on is None else _("Closed, but nobody was reached yet")
    if one.corrected_on is None:
        return _("To be put right")
    return names.value("correction", one.correction) if one.correction else _("Put right")


def due(on: date | None, certainty: Certainty) -> str:
    """Return a due date, marked where the calendar of its year is not final, or that there is no calendar."""
    if on is None:
        return _("no calendar")
    return _("{day} (provisional)").format(day=on.isoformat()) if certainty is Certainty.PROVISIONAL else on.isoformat()
