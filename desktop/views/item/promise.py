"""The promise of an action and its legal limit in words, the earlier one named. No Qt."""

from desktop.i18n import _
from desktop.models.catalogue import ServiceAction
from desktop.texts.promises import span

# Only to tell which of two limits comes earlier; a date is never computed from these.
_MINUTES = {"on_the_spot": 0, "minute": 1, "hour": 60, "day": 1440, "workday": 2016, "month": 43200}


def clock_start(action: ServiceAction) -> str:
    """Return from when the promise counts, in words."""
    words = {
        "acceptance": _("from acceptance"),
        "receipt": _("from receipt"),
        "request": _("from the request"),
        "period": _("in each period"),
        "close": _("from closing"),
        "event": _("from the event"),
        "made": _("from making"),
        "dispatch": _("from dispatch"),
        "rating": _("from the rating"),
    }
    return words.get(action.clock_from, "")


def promise(action: ServiceAction) -> str:
    """Return the promise in words; empty where the action promises no time."""
    parts = (span(action.promise_value, action.promise_unit), clock_start(action))
    return " · ".join(filter(None, parts)) if parts[0] else ""


def legal(action: ServiceAction) -> str:
    """Return the legal limit in words; empty where there is none."""
    return span(action.legal_value, action.legal_unit)


def earlier(action: ServiceAction) -> str:
    """Return which of promise and legal limit binds because it comes earlier; empty where there are not both."""
    if not action.promise_unit or not action.legal_unit:
        return ""
    ours = (action.promise_value or 0) * _MINUTES[action.promise_unit]
    law = (action.legal_value or 0) * _MINUTES[action.legal_unit]
    if ours == law:
        return _("both alike")
    return _("the promise is earlier and binds") if ours < law else _("the legal limit is earlier and binds")
