"""What every deed on a request asks first: is there such a request, is it this unit's, may this person do it."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from desktop.commands.progress import refuse_role
from desktop.models import request_numbers
from desktop.models.catalogue import ServiceAction, ServiceWindow
from desktop.models.desk import Desk
from desktop.models.dialects import cursor_of
from desktop.models.draft import Change
from desktop.models.reader import Reader
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.request_rules import RequestStatus
from desktop.models.vocabulary import Role

COUNTER_ROLES = frozenset({Role.CLERK, Role.CHIEF})
"""Who works at the counter (`roles.csv`); who may make which move stands in `request_transitions.csv`."""


class Standing(NamedTuple):
    """A request as it stands: id, fields (empty ones left out), state."""

    id: str
    fields: dict[str, str]
    status: RequestStatus


def refuse_others(desk: Desk) -> None:
    """Refuse whoever does not work at the counter."""
    if desk.role not in COUNTER_ROLES:
        raise RuleBroken("request_role", role=desk.role, roles=tuple(sorted(COUNTER_ROLES)))


def window_of(reader: Reader, desk: Desk, window_id: str) -> ServiceWindow:
    """Return a window for which this book may write. Raises RuleBroken `unknown_window`, `other_unit`."""
    catalogue = reader.catalogue
    if catalogue is None or window_id not in catalogue.windows:
        raise RuleBroken("unknown_window", code=window_id)
    window = catalogue.windows[window_id]
    if window.unit not in reader.scope():
        raise RuleBroken("other_unit", unit=window.unit, own=reader.unit)
    refuse_role(reader, desk)
    return window


def open_window(reader: Reader, desk: Desk, window_id: str) -> ServiceWindow:
    """Return a window at which something can be registered today. Raises RuleBroken `window_closed` too."""
    window = window_of(reader, desk, window_id)
    if not window.is_open(reader.today):
        raise RuleBroken("window_closed", window=window_id)
    return window


def action_at(reader: Reader, action_id: str, window: ServiceWindow) -> ServiceAction:
    """Return an action that is offered at a window. Raises RuleBroken `unknown_action`, `no_commitment`."""
    catalogue = reader.catalogue
    if catalogue is None or action_id not in catalogue.actions:
        raise RuleBroken("unknown_action", code=action_id)
    action = catalogue.actions[action_id]
    if window.kind not in action.kinds:
        raise RuleBroken("no_commitment", id=f"{action_id}@{window.id}", kind=window.kind)
    return action


def standing(reader: Reader, desk: Desk, typed: str) -> Standing:
    """Return a request that counts: `found`, and not merged away. Raises RuleBroken `request_merged` too."""
    one = found(reader, desk, typed)
    if one.fields.get("same_as"):
        raise RuleBroken("request_merged", id=one.id, into=one.fields["same_as"])
    return one


def found(reader: Reader, desk: Desk, typed: str) -> Standing:
    """Return the request of an id or a number, in any case, of a window for which this book may write.

    Raises RuleBroken `unknown_request`, `request_ambiguous` and what `window_of` raises.
    """
    key = _id_of(reader, typed)
    fields = reader.request(key) if key else {}
    if key is None or not fields:
        raise RuleBroken("unknown_request", id=typed)
    window_of(reader, desk, fields.get("window", ""))
    return Standing(key, fields, RequestStatus(fields["status"]))


def _id_of(reader: Reader, typed: str) -> str | None:
    if reader.request(typed):
        return typed
    windows = reader.catalogue.windows if reader.catalogue else ()
    found = [key for key in request_numbers.meant(cursor_of(reader.connection), typed, windows) if reader.request(key)]
    if len(found) > 1:
        raise RuleBroken("request_ambiguous", id=typed, right=tuple(found))
    return found[0] if found else None


def several(reader: Reader, desk: Desk, typed: Iterable[str]) -> list[Standing]:
    """Return requests, each once. Raises RuleBroken `nothing_chosen` for none, else what `standing` raises."""
    found = {one.id: one for one in (standing(reader, desk, each) for each in typed)}
    if not found:
        raise RuleBroken("nothing_chosen")
    return list(found.values())


def one_of(value: str, known: Collection[str], field: str) -> str:
    """Return a code that stands in a list. Raises InputRefused `unknown_value`."""
    if value not in known:
        raise InputRefused("unknown_value", value=value, field=field, right=tuple(known))
    return str(value)


def changes(key: str, fields: dict[str, str | None]) -> tuple[Change, ...]:
    """Return the changes of one request."""
    return tuple(Change(f"request:{key}", field, after) for field, after in fields.items())
