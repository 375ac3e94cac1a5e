"""Both rates as they are printed: never one without the other."""

from desktop import texts
from desktop.models.totals import Tally

_PLACES = 1


def percent(part: int, whole: int) -> str:
    """Return a share with one decimal, rounded like every rate of the program; a dash where there is no denominator."""
    return texts.percent(part / whole if whole else None, _PLACES)


def rates(tally: Tally) -> tuple[str, str]:
    """Return 落实率 and 核验率 of a tally, which are always printed together."""
    return texts.percent(tally.in_place_rate, _PLACES), texts.percent(tally.verified_rate, _PLACES)
