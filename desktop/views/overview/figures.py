"""The figures at the top of the overview as plain values; they are shown before all that stands under them. No Qt."""

from collections.abc import Callable
from typing import NamedTuple

from desktop import texts
from desktop.i18n import _
from desktop.models.totals import Tally, Totals
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.focus import Drill
from desktop.views.meanings import APPLICABLE, DONE


class Figure(NamedTuple):
    """One of the seven counts, with the filter that shows its rows."""

    label: str
    value: int
    note: str
    status: Status | None
    grave: bool
    drill: Drill


class Rate(NamedTuple):
    """One of the two rates with its numerator and denominator."""

    label: str
    value: float | None
    above: int
    below: int
    note: str
    drills: tuple[Drill, Drill, Drill]
    """The rows behind numerator, denominator and note."""


def figures(by_window: Totals) -> tuple[Figure, ...]:
    """Return the seven counts: in place, verified, in progress, blocked, overdue, stale, not reported."""
    whole, windows = by_window.total, by_window.groups

    def state(label: str, status: Status) -> Figure:
        count = whole.counts[status]
        share = texts.percent(count / whole.applicable if whole.applicable else None)
        note = _("{share} of all").format(share=share)
        return Figure(label, count, note, status, grave=False, drill=Drill(status=status))

    def sign(label: str, count: Callable[[Tally], int], of: Lamp | Mark, *, grave: bool = False) -> Figure:
        where = sum(1 for window in windows if count(window))
        note = _("at {n} windows").format(n=where)
        return Figure(label, count(whole), note, None, grave and count(whole) > 0, Drill(sign=of))

    return (
        state(_("In place"), Status.IN_PLACE),
        state(_("Verified"), Status.VERIFIED),
        state(_("In progress"), Status.IN_PROGRESS),
        state(_("Blocked"), Status.BLOCKED),
        sign(_("Overdue"), lambda tally: tally.overdue, Lamp.OVERDUE, grave=True),
        sign(_("Stale"), lambda tally: tally.stale, Lamp.STALE),
        sign(_("Not reported"), lambda tally: tally.unreported, Mark.UNREPORTED),
    )


def rates(whole: Tally) -> tuple[Rate, Rate]:
    """Return 落实率 and 核验率 over the same denominator; the second says how many are disputed."""
    outside = _("{n} n/a").format(n=whole.not_applicable)
    disputed = _("{n} disputed").format(n=whole.disputed)
    applicable = Drill(any_of=APPLICABLE)
    return (
        Rate(
            _("In-place rate"), whole.in_place_rate, whole.in_place, whole.applicable, outside,
            (Drill(any_of=DONE), applicable, Drill(status=Status.NOT_APPLICABLE)),
        ),
        Rate(
            _("Verified rate"), whole.verified_rate, whole.counts[Status.VERIFIED], whole.applicable, disputed,
            (Drill(status=Status.VERIFIED), applicable, Drill(sign=Mark.DISPUTED)),
        ),
    )  # fmt: skip
