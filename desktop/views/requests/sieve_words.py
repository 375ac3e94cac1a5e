"""The filters of the register in words, one for each. No Qt."""

from desktop import texts
from desktop.i18n import _
from desktop.models.catalogue import Catalogue
from desktop.models.request_rules import RequestStatus
from desktop.texts import names, request_names
from desktop.views.requests.sieve import ALL, ME, TASKS, Sieve


def words(sieve: Sieve, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return the name of each filter in force (a field of `Sieve`) and what it lets through."""
    said = {
        "text": _("Text “{text}”").format(text=sieve.text),
        "unit": _("Unit: {name}").format(name=_title(catalogue.units, sieve.unit)),
        "window": _("Window: {name}").format(name=_title(catalogue.windows, sieve.window)),
        "states": _("State: {name}").format(name=_states(sieve)),
        "task": _(TASKS.get(sieve.task, "")) if sieve.task else "",
        "action": _("Action: {name}").format(name=_action(catalogue, sieve.action)),
        "channel": _("Channel: {name}").format(name=request_names.value("channel", sieve.channel)),
        "applicant": _("Kind of applicant: {name}").format(name=request_names.value("applicant", sieve.applicant)),
        "handler": _("Handler: {name}").format(name=_("myself") if sieve.handler == ME else sieve.handler),
        "since": _("Registered from {day}").format(day=sieve.since),
        "until": _("Registered until {day}").format(day=sieve.until),
        "merged": _("With those merged"),
    }
    return [(name, text) for name, text in said.items() if getattr(sieve, name) != getattr(ALL, name)]


def _states(sieve: Sieve) -> str:
    return _(" or ").join(names.request_status(one) for one in RequestStatus if one in sieve.states)


def _title(table: object, key: str) -> str:
    row = table.get(key) if isinstance(table, dict) else None
    return texts.title(row) if row is not None else key


def _action(catalogue: Catalogue, key: str) -> str:
    action = catalogue.actions.get(key)
    return f"{action.code} {texts.title(action)}" if action is not None else key
