"""How long citizens' data are kept after a request has ended, as the bureau may set it (`rule keep_months=N`)."""

from collections.abc import Mapping
from datetime import date

from desktop.models.refusals import RuleBroken

KEEP_MONTHS = "keep_months"
"""The name of the rule."""
MONTHS = 12
"""The default: a year covers review and complaint. No rule was found that names a time for contacts of requests."""

PLANNED = ("purge", "planned")
"""Where a purge stands among the local values until its entry is written."""
UNCLEAN = ("purge", "unclean")
"""Stands among the local values until no byte of what was deleted is left."""


def refuse_future(before: date, today: date) -> None:
    """Raise RuleBroken `future_day` for a day that is still to come: what ends until then is not known."""
    if before > today:
        raise RuleBroken("future_day", day=before, today=today)


def before(today: date, numbers: Mapping[str, int]) -> date:
    """Return the day before which a request must have ended for its data to go; `numbers` as `in_force` gives them."""
    year, month = divmod(today.year * 12 + today.month - 1 - numbers.get(KEEP_MONTHS, MONTHS), 12)
    beyond = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = date.fromordinal(beyond.toordinal() - 1)
    return last if today.day > last.day else last.replace(day=today.day)
