"""Names about requests: states, moves, fields and their values, in the language in use."""

from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.texts import names
from desktop.texts.words_of_requests import FIELDS, NEEDS, UNITS

if TYPE_CHECKING:
    from desktop.models.request_rules import RequestMove, RequestNeed

_LIMITS = frozenset({"promise", "legal", "extension"})
_KIN = frozenset({"follows", "part_of", "same_as"})


def field(name: str) -> str:
    """Return the name of a field of a request."""
    return _(FIELDS[name]) if name in FIELDS else names.field(name)


def value(name: str, given: str | None) -> str:
    """Return a field's value in words; a dash where it is empty."""
    if not given:
        return "—"
    if name in _LIMITS:
        return limit(given)
    if name in _KIN:
        return given.rpartition("-")[0]
    return given.replace("T", " ") if name.endswith(("_at", "_on")) else names.value(name, given)


def limit(told: str) -> str:
    """Return a limit as its field has it, `10 workday`, in words; a dash where there is none."""
    n, _space, unit = told.partition(" ")
    if not told:
        return "—"
    return _(UNITS[unit]).format(n=n) if unit in UNITS else told


def need(one: "RequestNeed") -> str:
    """Return the name of what a move asks for."""
    return _(NEEDS[one])


def way(move: "RequestMove") -> str:
    """Return where a move leads and who may make it."""
    roles = _(" or ").join(names.role(role) for role in sorted(move.roles, key=lambda role: role.rank))
    return _("“{name}” ({roles})").format(name=names.value("status", move.to), roles=roles)
