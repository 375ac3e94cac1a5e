"""The figures of a unit, a window, a category, a measure or an action as facts, each with the way to its rows."""

from dataclasses import replace

from desktop import texts
from desktop.i18n import _
from desktop.models.totals import Tally
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.focus import Drill
from desktop.views.meanings import APPLICABLE, DONE, name_of
from desktop.views.office.sheet import Fact


def figures(tally: Tally | None, drill: Drill) -> list[Fact]:
    """Return both rates, the states and what is overdue, not reported, disputed; nothing where nothing is counted."""
    if tally is None or not sum(tally.counts.values()):
        return []
    states = [
        Fact(texts.status(status), str(tally.counts[status]), replace(drill, status=status))
        for status in Status
        if tally.counts[status]
    ]
    signs: tuple[tuple[Lamp | Mark, int], ...] = (
        (Lamp.OVERDUE, tally.overdue), (Lamp.STALE, tally.stale), (Mark.UNREPORTED, tally.unreported),
        (Mark.DISPUTED, tally.disputed),
    )  # fmt: skip

    def share(rate: float | None, count: int) -> str:
        words = _("{share} ({above} of {below})")
        return words.format(share=texts.percent(rate, 1), above=count, below=tally.applicable)

    verified = tally.counts[Status.VERIFIED]
    return [
        Fact("", _("Progress")),
        Fact(_("Applicable"), str(tally.applicable), replace(drill, any_of=APPLICABLE)),
        Fact(_("In-place rate"), share(tally.in_place_rate, tally.in_place), replace(drill, any_of=DONE)),
        Fact(_("Verified rate"), share(tally.verified_rate, verified), replace(drill, status=Status.VERIFIED)),
        *states,
        *(Fact(name_of(sign), str(count), replace(drill, sign=sign)) for sign, count in signs if count),
    ]
