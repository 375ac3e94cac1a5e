"""The columns of the register and what each says of a request. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop import texts
from desktop.i18n import _, mark
from desktop.models.catalogue import Catalogue
from desktop.models.clock import beijing_day
from desktop.models.contacts import Contact
from desktop.models.request_sorts import Sort
from desktop.models.requests import OPEN, RequestRow
from desktop.texts import names, request_names
from desktop.views.columns import Column

NUMBER, STATE, MATTER, DUE, REGISTERED = "number", "state", "matter", "due", "registered"
KNOWN = (
    Column(NUMBER, mark("Case number"), 162, fixed=True),
    Column(STATE, mark("State"), 118),
    Column(MATTER, mark("Matter"), 130, wide=True),
    Column("name", mark("Applicant"), 76),
    Column(DUE, mark("Due date"), 142),
    Column("handler", mark("Handler"), 72),
    Column(REGISTERED, mark("Registered at"), 132),
    Column("window", mark("Window"), 128, usual=False),
    Column("channel", mark("Channel"), 96, usual=False),
    Column("applicant", mark("Kind of applicant"), 76, usual=False),
    Column("action", mark("Action"), 70, usual=False),
    Column("phone", mark("Telephone"), 116, usual=False),
    Column("closed", mark("Closed at"), 132, usual=False),
    Column("called", mark("Called back on"), 110, usual=False),
    Column("updated", mark("Last news"), 98, usual=False),
)
"""In the order of the model."""
SPARE = frozenset({REGISTERED})
"""Left out where there is little room and nobody chose the columns: the number says the day."""

SORTS: Mapping[str, tuple[Sort, Sort]] = {
    NUMBER: (Sort.NUMBER, Sort.NUMBER_DOWN),
    MATTER: (Sort.MATTER, Sort.MATTER_DOWN),
    DUE: (Sort.DUE, Sort.DUE_LAST),
    REGISTERED: (Sort.NEWEST, Sort.OLDEST),
    "window": (Sort.WINDOW, Sort.WINDOW_DOWN),
    "action": (Sort.ACTION, Sort.ACTION_DOWN),
}
"""By which columns the register can be sorted: along an index, whatever its size. The first is the usual way."""
NOBODY = Contact()


@dataclass(frozen=True, slots=True)
class Line:
    """One request as the register shows it; of the citizen only what may be seen by everybody in the house."""

    row: RequestRow
    contact: Contact = NOBODY


@dataclass(frozen=True, slots=True)
class Moment:
    """By what a line is judged: the minute, Beijing time, and the last day that counts as soon; empty for none."""

    now: str = ""
    soon_until: str = ""

    def lamp(self, row: RequestRow) -> str:
        """Return `overdue`, `soon` or an empty text."""
        if row.is_overdue(self.now):
            return "overdue"
        is_soon = row.status in OPEN and bool(row.due_on) and row.due_on[:10] <= self.soon_until
        return "soon" if is_soon else ""


def words(line: Line, catalogue: Catalogue, moment: Moment) -> dict[str, str]:
    """Return a line in words by the ids of the columns; empty where nothing is known."""
    row, contact = line.row, line.contact
    return {
        NUMBER: row.number,
        STATE: names.request_status(row.status),
        MATTER: matter(row, catalogue),
        "name": contact.name,
        DUE: _due(row, moment),
        "handler": row.handler,
        REGISTERED: _instant(row.registered_at),
        "window": _title(catalogue.windows, row.window),
        "channel": request_names.value("channel", row.channel) if row.channel else "",
        "applicant": request_names.value("applicant", row.applicant) if row.applicant else "",
        "action": catalogue.actions[row.action].code if row.action in catalogue.actions else row.action,
        "phone": contact.phone,
        "closed": _instant(row.closed_at),
        "called": _instant(row.called_on),
        "updated": _day_of(row.updated_stamp),
    }


def matter(row: RequestRow, catalogue: Catalogue) -> str:
    """Return what is asked for: the action's name in the language in use where the matter is the action itself."""
    action = catalogue.actions.get(row.action)
    is_action = action is not None and row.matter in {action.title_zh, action.title_en}
    return texts.title(action) if action is not None and is_action else row.matter


def _due(row: RequestRow, moment: Moment) -> str:
    said = {"overdue": _("overdue"), "soon": _("soon"), "": ""}[moment.lamp(row)]
    return "  ".join(filter(None, (_instant(row.due_on), said)))


def _title(table: Mapping[str, names.Named], key: str) -> str:
    return texts.title(table[key]) if key in table else key


def _instant(told: str) -> str:
    return told.replace("T", " ")


def _day_of(stamp: str) -> str:
    """Return the day of a stamp in Beijing."""
    return beijing_day(stamp).isoformat() if stamp else ""
