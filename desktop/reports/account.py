"""Sentences of the implementation report, every number out of the board; no count of an edition stands in them."""

from collections.abc import Sequence

from desktop import texts
from desktop.i18n import _
from desktop.models.totals import Tally
from desktop.models.vocabulary import Status
from desktop.reports.facts import ImplementationFacts
from desktop.reports.figures import Row
from desktop.reports.paper import day
from desktop.reports.rates import percent, rates


def subject(facts: ImplementationFacts) -> str:
    """Return what the file says it is about."""
    return _("As of {day}, catalogue {edition}").format(
        day=day(facts.board.as_of), edition=facts.board.catalogue.edition.id
    )


def overall(facts: ImplementationFacts, whole: Tally) -> list[str]:
    """Return the paragraphs of the first section: what is counted, both rates, what is open, what is uncertain."""
    return [_counted(facts, whole), _rated(facts, whole), _open(whole), _uncertain(facts, whole)]


def _counted(facts: ImplementationFacts, whole: Tally) -> str:
    catalogue = facts.board.catalogue
    return _(
        "This report rests on the catalogue “{title}” (edition {edition}). It lists {measures} measures, carried out by"
        " {actions} actions in {categories} categories. At {windows} service windows they make {all} commitments, one"
        " being one action at one window. {not_applicable} are confirmed as not applicable and stand outside the"
        " denominator; {applicable} have to be put in place."
    ).format(
        title=texts.title(catalogue.edition), edition=catalogue.edition.id, measures=len(catalogue.measures),
        actions=len(facts.board.actions), categories=len(catalogue.categories), windows=len(facts.board.windows),
        all=whole.applicable + whole.not_applicable, not_applicable=whole.not_applicable, applicable=whole.applicable,
    )  # fmt: skip


def _rated(facts: ImplementationFacts, whole: Tally) -> str:
    in_place, verified = rates(whole)
    return _(
        "As of {day}, {in_place} are in place: an in-place rate of {in_place_rate} ({in_place}/{applicable}). Of these"
        " {verified} were verified and closed by a higher level: a verified rate of {verified_rate}"
        " ({verified}/{applicable}). {waiting} are reported by the window itself and wait for verification."
    ).format(
        day=day(facts.board.as_of), in_place=whole.in_place, applicable=whole.applicable, in_place_rate=in_place,
        verified=whole.counts[Status.VERIFIED], verified_rate=verified, waiting=whole.counts[Status.IN_PLACE],
    )  # fmt: skip


def _open(whole: Tally) -> str:
    counts = whole.counts
    return _(
        "{open} are not yet in place: {in_progress} in progress, {not_started} not started, {blocked} blocked,"
        " {returned} returned, {relapsed} relapsed. {overdue} are overdue."
    ).format(
        open=whole.applicable - whole.in_place, in_progress=counts[Status.IN_PROGRESS],
        not_started=counts[Status.NOT_STARTED], blocked=counts[Status.BLOCKED], returned=counts[Status.RETURNED],
        relapsed=counts[Status.RELAPSED], overdue=whole.overdue,
    )  # fmt: skip


def _uncertain(facts: ImplementationFacts, whole: Tally) -> str:
    told = _(
        "{disputed} are disputed, because a change was overruled by someone who had not seen it; they are never counted"
        " as verified. {unreported} have not been reported on this month. {late} entries of earlier days were typed in"
        " afterwards."
    ).format(disputed=whole.disputed, unreported=whole.unreported, late=facts.late)
    return told + _(" The figures are incomplete.") if whole.unreported else told


def extremes(rows: Sequence[Row]) -> str:
    """Return the sentence that names the best and the last group, each with both rates."""
    rated = [row for row in rows if row.tally.applicable]
    if not rated:
        return _("There is nothing to count.")
    best = max(rated, key=lambda row: (row.tally.in_place_rate or 0.0, row.tally.verified_rate or 0.0))
    last = min(rated, key=lambda row: (row.tally.in_place_rate or 0.0, row.tally.verified_rate or 0.0))
    return _("The highest in-place rate is that of {best}; the lowest is that of {last}.").format(
        best=_both(best), last=_both(last)
    )


def _both(row: Row) -> str:
    tally = row.tally
    in_place, verified = rates(tally)
    return _("{name} ({in_place_rate}, {in_place}/{all}; verified rate {verified_rate}, {verified}/{all})").format(
        name=row.name, in_place_rate=in_place, in_place=tally.in_place, all=tally.applicable,
        verified_rate=verified, verified=tally.counts[Status.VERIFIED],
    )  # fmt: skip


def shared_measures() -> str:
    """Return the sentence that explains why the measures add up to more than the whole."""
    return _(
        "One action may carry out several measures and is counted under each of them, so the measures add up to more"
        " than the whole; the whole counts each commitment once."
    )


def problems(facts: ImplementationFacts) -> str:
    """Return the sentence before the table of problems."""
    if not facts.problems:
        return _("No commitment is blocked, returned, relapsed or overdue.")
    counts = {status: sum(p.status is status for p in facts.problems) for status in Status}
    late = sum(bool(p.due_on and p.due_on < facts.board.as_of) for p in facts.problems)
    return _(
        "{all} commitments stand in the way: {blocked} blocked, {returned} returned, {relapsed} relapsed; {late} of"
        " them are past their date. Each is listed with its reason."
    ).format(
        all=len(facts.problems), blocked=counts[Status.BLOCKED], returned=counts[Status.RETURNED],
        relapsed=counts[Status.RELAPSED], late=late,
    )  # fmt: skip


def attention(whole: Tally) -> list[str]:
    """Return numbered sentences on what comes next: due soon, stale, silent, not reported."""
    told = (
        _("{n} are due within three working days.").format(n=whole.due_soon),
        _("{n} were put in place, but their evidence is older than the interval set for them.").format(n=whole.stale),
        _("{n} have shown no progress for more than seven working days.").format(n=whole.silent),
        _("{n} ({rate} of the applicable) have not been reported on this month.").format(
            n=whole.unreported, rate=percent(whole.unreported, whole.applicable)
        ),
    )
    return [_("{number}) {text}").format(number=n, text=text) for n, text in enumerate(told, 1)]
