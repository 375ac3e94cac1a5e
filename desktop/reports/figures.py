"""Figures as tables: one row a group, both rates side by side, each count with its denominator."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from desktop import texts
from desktop.i18n import _, language
from desktop.models.catalogue import Catalogue
from desktop.models.totals import Tally, Totals
from desktop.models.vocabulary import Status
from desktop.reports import charts, signs
from desktop.reports.bigtable import BigTable, Column, Style
from desktop.reports.layout import MEASURE
from desktop.reports.rates import rates
from desktop.reports.typecase import TypeCase

_NUMBER = 36.0
_RATE = 44.0
_BAR = 56.0
_FEW = 30
"""Tables of fewer rows are not broken when a page can hold them."""
_STYLES = {"zh": Style(size=10.5, leading=14.0, head_size=10.0), "en": Style(size=9.0, leading=12.0, head_size=7.0)}


@dataclass(frozen=True, slots=True)
class Row:
    """One group of a table: its printed code, its name and its counts."""

    code: str
    name: str
    tally: Tally


def measure_rows(totals: Totals, catalogue: Catalogue) -> list[Row]:
    """Return the measures in the order of the edition; actions that carry out none come last."""
    rows = [Row(g.key, texts.title(catalogue.measures[g.key]), g) for g in totals.groups if g.key]
    rest = [Row("—", _("Actions that carry out no measure"), g) for g in totals.groups if g.key is None]
    return [*rows, *rest]


def category_rows(totals: Totals, catalogue: Catalogue) -> list[Row]:
    """Return the categories in the order of the edition."""
    return [Row(g.key, texts.title(catalogue.categories[g.key]), g) for g in totals.groups if g.key]


def unit_rows(totals: Totals, catalogue: Catalogue) -> list[Row]:
    """Return units with their counts, numbered."""
    keyed = [(g.key, g) for g in totals.groups if g.key]
    return [Row(str(n), texts.title(catalogue.units[key]), group) for n, (key, group) in enumerate(keyed, 1)]


def table(rows: Sequence[Row], head: str, total: Tally, case: TypeCase) -> BigTable:
    """Return a table of groups with the whole as its last row. `head` names the groups."""
    columns = (
        Column(_("No."), 32, centred=True),
        Column(head, MEASURE - 36 - 4 * _NUMBER - 2 * _RATE - _BAR),
        Column(_("Items due"), _NUMBER, centred=True),
        Column(_("In place"), _NUMBER, centred=True),
        Column(_("Verified"), _NUMBER, centred=True),
        Column(_("In-place rate"), _RATE, centred=True),
        Column(_("Verified rate"), _RATE, centred=True),
        Column(_("Progress bar"), _BAR, sign=charts.progress, sign_only=True),
        Column(_("Overdue"), _NUMBER + 4, centred=True),
    )
    told = [_cells(row.code, row.name, row.tally) for row in rows]
    told.append(_cells("", _("All commitments"), total))
    return BigTable(columns, told, case, _STYLES[language()], whole=len(rows) < _FEW)


def _cells(code: str, name: str, tally: Tally) -> tuple[str, ...]:
    in_place, verified = rates(tally)
    return (
        code, name, str(tally.applicable), str(tally.in_place), str(tally.counts[Status.VERIFIED]),
        in_place, verified, charts.progress_text(tally), str(tally.overdue),
    )  # fmt: skip


def reckoning(tally: Tally, case: TypeCase) -> BigTable:
    """Return the sum behind both rates: every state, how many, and what it counts into."""
    columns = (
        Column(_("State"), 150, sign=status_sign, indent=14),
        Column(_("Number"), 62, centred=True),
        Column(_("Counted into the denominator"), 78, centred=True),
        Column(_("Counted as in place"), 76, centred=True),
        Column(_("Counted as verified"), MEASURE - 366, centred=True),
    )
    rows = [_reckoned(status, tally.counts[status]) for status in (*signs.ORDER, Status.NOT_APPLICABLE)]
    whole = (
        _("Sum total"), str(tally.applicable + tally.not_applicable), str(tally.applicable), str(tally.in_place),
        str(tally.counts[Status.VERIFIED]),
    )  # fmt: skip
    return BigTable(columns, [*rows, whole], case, _STYLES[language()], whole=True)


def _reckoned(status: Status, count: int) -> tuple[str, ...]:
    def when(*, counted: bool) -> str:
        return str(count) if counted else "—"

    return (
        texts.status_in_full(status), str(count), when(counted=status is not Status.NOT_APPLICABLE),
        when(counted=status in (Status.IN_PLACE, Status.VERIFIED)), when(counted=status is Status.VERIFIED),
    )  # fmt: skip


def status_sign(text: str, x: float, middle: float, _width: float) -> str:
    """Draw the sign of the state whose name a cell holds; nothing for any other text."""
    status = _named(language()).get(text)
    return signs.shape(status, x + 4.5, middle, 3.6) if status else ""


@cache
def _named(_language: str) -> dict[str, Status]:
    return {name(status): status for status in Status for name in (texts.status, texts.status_in_full)}
