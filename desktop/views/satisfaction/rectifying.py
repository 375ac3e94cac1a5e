"""What may be done about a bad rating, by whom, and the form of each deed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.commands.rectify import AppealRating, CallBackRater, CorrectRating, FindComplex, ReviewAppeal
from desktop.i18n import _, mark
from desktop.models.draft import Command
from desktop.models.rectification import CORRECTIONS, BadRating
from desktop.models.rights import Right
from desktop.models.vocabulary import Role
from desktop.texts import names
from desktop.views.keeper import barred


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form asks: its title, a hint, the choice by value and label (none for none), and the name of its words.

    `make(choice, words)` gives the deed.
    """

    title: str
    hint: str
    words: str
    make: Callable[[object, str], Command]
    choice: str = ""
    values: Sequence[tuple[object, str]] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One deed: its id, its name, its key, the right it needs (None for none), and its form for a rating."""

    id: str
    title: str
    keys: str
    right: Right | None
    form: Callable[[BadRating], Asked]
    unfit: Callable[[BadRating], str]
    """Why it cannot be done to a rating, empty where it can."""


def why_not(way: Way, role: Role, one: BadRating | None) -> str:
    """Return why a deed cannot be done by a role to a rating, empty where it can."""
    if one is None:
        return _("No bad rating is chosen.")
    return (barred(role, way.right) if way.right else "") or way.unfit(one)


def _call(one: BadRating) -> Asked:
    return Asked(
        _("Log a call-back"),
        _("Every attempt is kept: when, by whom, and what was said. The clock stops with the first that reaches them."),
        _("What was said, or why nobody was reached"),
        lambda reached, words: CallBackRater(one.id, bool(reached), words),
        _("Answer on the telephone"),
        ((True, _("Reached")), (False, _("Nobody reached"))),
    )


def _correct(one: BadRating) -> Asked:
    return Asked(
        _("Close the correction"),
        _("What is found unfounded is closed too, but it counts as a bad rating that was not put right."),
        _("What was done, and how it was answered"),
        lambda found, words: CorrectRating(one.id, words, None, str(found)),
        _("Result of the correction"),
        tuple((code, names.value("correction", code)) for code in CORRECTIONS),
    )


def _complex(one: BadRating) -> Asked:
    return Asked(
        _("Give the longer limit"),
        _("For what cannot be put right within the usual limit; the reason stays on record."),
        _("Reason"),
        lambda _choice, words: FindComplex(one.id, words),
    )


def _appeal(one: BadRating) -> Asked:
    return Asked(
        _("Appeal against this rating"),
        _("For what is mistaken or malicious. It counts until the appeal is upheld, and stays on record in any case."),
        _("Reason"),
        lambda _choice, words: AppealRating(one.id, words),
    )


def _review(one: BadRating) -> Asked:
    return Asked(
        _("Decide the appeal"),
        _("An upheld appeal takes the rating out of the statistics, not off the record."),
        _("Reason"),
        lambda upheld, words: ReviewAppeal(one.id, bool(upheld), words),
        _("Decision"),
        ((False, _("Dismiss it")), (True, _("Uphold it"))),
    )


WAYS = (
    Way("call", mark("Log a call-back…"), "F2", Right.RECTIFY, _call,
        lambda one: "" if one.is_named else _("It is anonymous: nobody can be called back.")),
    Way("correct", mark("Close the correction…"), "F3", Right.RECTIFY, _correct,
        lambda one: _("It is closed already.") if one.corrected_on else ""),
    Way("complex", mark("Give the longer limit…"), "Shift+F3", Right.RECTIFY, _complex,
        lambda one: _("It has the longer limit, or is closed.") if one.is_complex or one.corrected_on else ""),
    Way("appeal", mark("Appeal…"), "F6", None, _appeal,
        lambda one: _("There was an appeal already.") if one.appeal else ""),
    Way("review", mark("Decide the appeal…"), "F7", Right.RECTIFY, _review,
        lambda one: "" if one.appeal == "open" else _("No appeal waits for a review.")),
)  # fmt: skip
"""The deeds in the order of their work."""
