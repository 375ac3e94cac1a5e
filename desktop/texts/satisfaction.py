"""How the satisfaction figures are called and counted, the same on screen, paper and command line."""

from collections.abc import Mapping

from desktop.i18n import _, either
from desktop.models.catalogue import Catalogue
from desktop.models.satisfaction import Panel, Satisfaction
from desktop.texts import names


def group(catalogue: Catalogue, by: str, key: str | None) -> str:
    """Return what a group is called that is counted by window, unit, county or action."""
    if key is None:
        return _("Belongs to none")
    if by == "action":
        return names.title(catalogue.actions[key]) if key in catalogue.actions else key
    rows: Mapping[str, names.Named] = catalogue.windows if by == "window" else catalogue.units
    return names.title(rows[key]) if key in rows else key


def level(number: int) -> str:
    """Return the official name of a level, 5 to 1."""
    return either(*names.shipped("catalogue/appraisal", "level", "name")[str(number)])


def reason(code: str) -> str:
    """Return what a reason code means, in our wording; the code itself where it is of another list."""
    found = names.shipped("catalogue/appraisal_reasons", "code", "paraphrase").get(code)
    return either(*found) if found else code


def interval(one: Panel) -> str:
    """Return the 95 % interval of a group's satisfaction rate, a dash where there are no ratings."""
    if one.wilson_low is None or one.wilson_high is None:
        return "—"
    low, high = names.percent(one.wilson_low, 1), names.percent(one.wilson_high, 1)
    return _("{low} to {high}").format(low=low, high=high)


def rank(one: Panel) -> str:
    """Return a group's rank, a dash where none may be given."""
    return "—" if one.rank is None else str(one.rank)


def formula(found: Satisfaction) -> tuple[str, ...]:
    """Return how the figures are counted, one sentence each; they stand wherever the figures stand."""
    return (
        _("Response rate = ratings / completed cases; above 100% where visits outside the register were rated."),
        _("Satisfaction rate = ratings of level 3 to 5 / ratings."),
        _("Correction rate = bad ratings put right or explained, if by name also called back / bad ratings."),
        _(
            "Interval: with 95% confidence the rate lies within (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n), "
            "p = satisfaction rate, n = ratings, z = 1.96 (Wilson)."
        ),
        _("Ranked by satisfaction rate, equal rates alike; no rank for fewer than {n} ratings.").format(
            n=found.rank_least
        ),
        _("Ratings whose appeal was upheld are left out and counted apart: {n}.").format(n=found.total.left_out),
    )


def heads() -> tuple[str, ...]:
    """Return the heads of the columns that belong together: no figure of them is printed without the others."""
    return (
        _("Completed cases"), _("Ratings"), _("Response rate"), *map(level, (5, 4, 3, 2, 1)),
        _("Satisfaction rate"), _("95% interval"), _("Rank"), _("Bad ratings"), _("Put right"), _("Correction rate"),
        _("Left out"),
    )  # fmt: skip


def cells(one: Panel) -> tuple[str, ...]:
    """Return the figures of a group under `heads`."""
    return (
        str(one.cases), str(one.ratings), names.percent(one.response_rate, 1), *map(str, one.counts),
        names.percent(one.rate, 1), interval(one), rank(one), str(one.bad), str(one.corrected),
        names.percent(one.correction_rate, 1), str(one.left_out),
    )  # fmt: skip
