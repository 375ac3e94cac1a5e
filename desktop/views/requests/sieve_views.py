"""The state of the register as a saved view keeps it, and the shipped views. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.i18n import mark
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort
from desktop.models.requests import OPEN
from desktop.views.columns import Layout
from desktop.views.requests.list_columns import KNOWN
from desktop.views.requests.sieve import ALL, CALL, ME, OVERDUE, RETURNED, TASKS, WEEK, Sieve
from desktop.views.shelf import View

_TEXTS = ("unit", "window", "task", "action", "channel", "applicant", "handler", "since", "until")
"""Not what is searched for: it may be a citizen's words, and a view stays in the book."""


@dataclass(frozen=True, slots=True)
class ListState:
    """What is shown and how."""

    sieve: Sieve = ALL
    sort: Sort = Sort.NEWEST
    layout: Layout = field(default_factory=lambda: Layout.usual(KNOWN))


def shipped() -> tuple[View, ...]:
    """Return the views that every book has. They stay at the window or unit that is looked at."""
    due = {"sort": Sort.DUE.value}
    sets: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("all", mark("Everything"), {"filters": {}, "sort": Sort.NEWEST.value}),
        ("mine", mark("My open requests"), {"filters": {"handler": ME, "states": list(OPEN)}, **due}),
        ("week", mark("Due this week"), {"filters": {"task": WEEK}, **due}),
        ("overdue", mark("Overdue"), {"filters": {"task": OVERDUE}, **due}),
        ("call", mark("To call back"), {"filters": {"task": CALL}, **due}),
        ("papers", mark("Awaiting papers"), {"filters": {"states": [RequestStatus.SUPPLEMENT.value]}, **due}),
        ("returned", mark("Returned to me"), {"filters": {"task": RETURNED}, **due}),
    )
    return tuple(View(key, name, state) for key, name, state in sets)


def kept(state: ListState) -> dict[str, Any]:
    """Return a state as a view keeps it."""
    sieve = state.sieve
    filters: dict[str, Any] = {name: getattr(sieve, name) for name in _TEXTS if getattr(sieve, name)}
    filters |= {"states": [one.value for one in RequestStatus if one in sieve.states]} if sieve.states else {}
    filters |= {"merged": True} if sieve.merged else {}
    return {"filters": filters, "sort": state.sort.value, "columns": state.layout.kept()}


def read(view: Mapping[str, Any], now: ListState, *, is_own: bool) -> ListState:
    """Return what a kept view shows; what it leaves open stays as it is now, what is unknown is left out.

    A shipped view names no window and no unit: those looked at stay.
    """
    given = view.get("filters")
    filters = given if isinstance(given, dict) else {}
    told = {name: str(filters[name]) for name in _TEXTS if filters.get(name)}
    if told.get("task", "") not in {"", *TASKS}:
        told.pop("task")
    if not is_own:
        told |= {"unit": now.sieve.unit, "window": now.sieve.window}
    known = {one.value for one in RequestStatus}
    states = frozenset(RequestStatus(one) for one in filters.get("states") or () if one in known)
    sort = view.get("sort")
    layout = Layout.read(view["columns"], KNOWN) if "columns" in view else now.layout
    return ListState(
        Sieve(**told, states=states, merged=bool(filters.get("merged"))),
        Sort(sort) if sort in {one.value for one in Sort} else now.sort, layout,
    )  # fmt: skip
