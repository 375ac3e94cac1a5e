"""The columns of a checklist and what each says of a line. No Qt."""

from desktop import texts
from desktop.i18n import _, mark
from desktop.models.catalogue import Catalogue
from desktop.models.vocabulary import Lamp, Mark
from desktop.texts.promises import cadence, span
from desktop.views.columns import Column
from desktop.views.mine.rows import Item

REPORTED, STATUS, CODE, TITLE, SIGNS, DUE, EVIDENCE, CHANGED, OFFICER, SINCE, CADENCE, PROMISE, LEAD = range(13)
KNOWN = (
    Column("reported", mark("Month"), 52),
    Column("status", mark("Status"), 122),
    Column("code", mark("No."), 70),
    Column("title", mark("Action"), 200, fixed=True, wide=True),
    Column("signs", mark("Signs"), 118),
    Column("due", mark("Due date"), 98),
    Column("evidence", mark("Evidence"), 68),
    Column("changed", mark("Last news"), 98),
    Column("officer", mark("Officer in charge"), 96, usual=False),
    Column("since", mark("Status since"), 98, usual=False),
    Column("cadence", mark("Shown again"), 90, usual=False),
    Column("promise", mark("Promise"), 100, usual=False),
    Column("lead", mark("Lead department"), 120, usual=False),
)
"""In the order of the constants above, which are the places in the model."""


def words(item: Item, catalogue: Catalogue | None = None) -> tuple[str, ...]:
    """Return a line of the checklist in words, column by column; the department by name where it is known."""
    cell, one = item.cell, item.commitment
    signs = [texts.lamp(lamp) for lamp in Lamp if lamp & cell.lamps]
    signs += [texts.mark(mark) for mark in (Mark.DISPUTED, Mark.PROPOSED) if mark & cell.marks]
    lead = catalogue.units.get(cell.action.lead_dept) if catalogue is not None else None
    return (
        _("reported") if item.is_reported else _("not reported"),
        texts.status(cell.status),
        cell.action.code,
        texts.title(cell.action),
        " · ".join(signs),
        one.due_on.isoformat() if one.due_on else "",
        str(item.evidence) if item.evidence else "",
        item.changed_on.isoformat() if item.changed_on else "",
        one.officer,
        one.status_on.isoformat() if one.status_on else "",
        cadence(cell.action.cadence),
        span(cell.action.promise_value, cell.action.promise_unit),
        texts.title(lead) if lead is not None else cell.action.lead_dept,
    )
