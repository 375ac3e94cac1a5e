"""The lines of the list of bad ratings, and what they are filtered by. A clerk is not told whose request it was."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from desktop import texts
from desktop.i18n import mark
from desktop.models.catalogue import Catalogue
from desktop.models.rectification import BadRating
from desktop.models.vocabulary import Role
from desktop.models.workdays import Certainty
from desktop.texts import bad_ratings as words
from desktop.views.columns import Column
from desktop.views.satisfaction.table import Line

DAY, WINDOW, LEVEL, REASONS, KIND = "day", "window", "level", "reasons", "kind"
REQUEST, CONTACT, CORRECT, NEXT, STATE = "request", "contact", "correct", "next", "state"
KNOWN = (
    Column(DAY, mark("Day"), 88, number=True),
    Column(WINDOW, mark("Window"), 130),
    Column(LEVEL, mark("Level"), 112, fixed=True),
    Column(REASONS, mark("Reasons"), 110, wide=True),
    Column(KIND, mark("Given"), 70),
    Column(REQUEST, mark("Case number"), 160, usual=False),
    Column(CONTACT, mark("Call back by"), 96, number=True, usual=False),
    Column(CORRECT, mark("Put right by"), 96, number=True, usual=False),
    Column(NEXT, mark("Due next"), 88, number=True),
    Column(STATE, mark("State"), 150, fixed=True),
)
WHICH = {
    "open": mark("Not closed"),
    "overdue": mark("Overdue"),
    "appeal": mark("Appeal waits"),
    "named": mark("By name"),
    "anonymous": mark("Anonymous"),
    "all": mark("All bad ratings"),
}
"""What the list may be cut down to, by code."""
WAITING = frozenset({"open", "overdue", "appeal"})
"""Those of them that hold nothing closed."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The filters: a unit with those below it, one window, and one of WHICH."""

    unit: str = ""
    window: str = ""
    which: str = "open"


def known(role: Role) -> tuple[Column, ...]:
    """Return the columns for a role: only who corrects is told the number of a request."""
    return tuple(column for column in KNOWN if column.id != REQUEST or role is not Role.CLERK)


def kept(found: Iterable[BadRating], cut: Cut, windows: Collection[str], today: date) -> list[BadRating]:
    """Return what the filters let through; `windows` are those of the unit chosen. What is due first comes first."""
    wanted = (cut.window,) if cut.window else windows
    rest = [one for one in found if one.window in wanted and _passes(one, cut.which, today)]
    return sorted(rest, key=lambda one: (not one.is_open, _next(one) or date.max, one.day, one.id))


def _passes(one: BadRating, which: str, today: date) -> bool:
    return {
        "open": one.is_open or one.appeal == "open",
        "overdue": one.is_overdue(today),
        "appeal": one.appeal == "open",
        "named": one.is_named,
        "anonymous": not one.is_named,
    }.get(which, True)


def _next(one: BadRating) -> date | None:
    """Return the due date that it waits for next."""
    if one.is_named and one.contacted_on is None:
        return one.dues.contact_on
    return one.dues.correct_on


def line(one: BadRating, catalogue: Catalogue, today: date) -> Line:
    """Return a bad rating in words."""
    window = catalogue.windows.get(one.window)
    late, due = one.is_overdue(today), _next(one)
    shown = {
        DAY: one.day.isoformat(),
        WINDOW: texts.title(window) if window else one.window,
        LEVEL: words.level(one),
        REASONS: words.reasons(one),
        KIND: words.kind(one),
        REQUEST: texts.place(f"request:{one.request}").split(" ", 1)[-1] if one.request else "—",
        CONTACT: words.due(one.dues.contact_on, Certainty.OFFICIAL) if one.is_named else "—",
        CORRECT: words.due(one.dues.correct_on, one.dues.certainty),
        NEXT: words.due(due, Certainty.OFFICIAL) if one.is_open else "—",
        STATE: words.state(one, today),
    }
    tones = {STATE: "danger" if late else "text" if one.is_open else "text3", REASONS: "text2", KIND: "text2"}
    return Line(one.id, shown, one, {LEVEL: one.level}, tones)
