"""How the board is filtered and arranged, as a saved view keeps it, and the shipped views. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.i18n import _, mark
from desktop.models.board import Board
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.board.arrangement import COLUMN_GROUPS, ORDERS, ROW_GROUPS, Arrangement
from desktop.views.board.choice import Choice
from desktop.views.board.row_columns import KNOWN
from desktop.views.columns import Layout
from desktop.views.meanings import NO_MEASURE, code_of, codes, meaning_of
from desktop.views.shelf import View

OWN_UNIT = "@"
"""Stands in a view for the unit of whoever looks."""
_TEXTS = ("unit", "kind", "measure", "text", "category", "window", "action", "officer")


@dataclass(frozen=True, slots=True)
class BoardState:
    """Filters, arrangement and columns; `missing` are sentences about what a kept view names and is no longer there."""

    choice: Choice
    how: Arrangement
    layout: Layout
    missing: tuple[str, ...] = field(default=())


def shipped() -> tuple[View, ...]:
    """Return the views that every book has."""
    today = codes(Lamp.OVERDUE, Status.RETURNED, Status.RELAPSED)
    sets: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("all", mark("Everything"), {}),
        ("today", mark("To do today"), {"any_of": list(today)}),
        ("unreported", mark("Not reported, my unit"), {"sign": code_of(Mark.UNREPORTED), "unit": OWN_UNIT}),
        ("soon", mark("Due soon"), {"sign": code_of(Lamp.DUE_SOON)}),
        ("stale", mark("Stale"), {"sign": code_of(Lamp.STALE)}),
        ("blocked", mark("Blocked"), {"status": code_of(Status.BLOCKED)}),
        ("verify", mark("To be verified"), {"status": code_of(Status.IN_PLACE)}),
        ("disputed", mark("Disputed"), {"sign": code_of(Mark.DISPUTED)}),
    )
    return tuple(View(key, name, {"filters": filters}) for key, name, filters in sets)


def kept(state: BoardState) -> dict[str, Any]:
    """Return a state as a view keeps it."""
    choice, how = state.choice, state.how
    filters: dict[str, Any] = {name: getattr(choice, name) for name in _TEXTS if getattr(choice, name)}
    for name in ("status", "sign"):
        meaning = getattr(choice, name)
        filters |= {name: code_of(meaning)} if meaning is not None else {}
    for name in ("any_of", "hidden_actions", "hidden_windows"):
        listed = getattr(choice, name)
        filters |= {name: sorted(listed) if name != "any_of" else list(listed)} if listed else {}
    return {"filters": filters, "arrangement": written_arrangement(how), "columns": state.layout.kept()}


def read(view: Mapping[str, Any], board: Board, unit: str, now: BoardState) -> BoardState:
    """Return what a kept view shows on a board; `unit` is the person's own, `now` gives what the view leaves open."""
    choice, missing = _choice(view.get("filters") or {}, board, unit)
    how = view.get("arrangement")
    arranged = read_arrangement(how) if isinstance(how, dict) else now.how
    layout = Layout.read(view["columns"], KNOWN) if "columns" in view else now.layout
    return BoardState(choice, arranged, layout, missing)


def _choice(filters: Mapping[str, Any], board: Board, unit: str) -> tuple[Choice, tuple[str, ...]]:
    texts = {name: str(filters[name]) for name in _TEXTS if filters.get(name)}
    if texts.get("unit") == OWN_UNIT:
        texts["unit"] = unit
    gone = tuple(name for name, value in texts.items() if not _is_there(board, name, value))
    status, sign = meaning_of(filters.get("status")), meaning_of(filters.get("sign"))
    found = Choice(
        **{name: value for name, value in texts.items() if name not in gone},
        status=status if isinstance(status, Status) else None,
        sign=sign if isinstance(sign, Lamp | Mark) else None,
        any_of=tuple(code for code in filters.get("any_of") or () if meaning_of(code) is not None),
        hidden_actions=frozenset(map(str, filters.get("hidden_actions") or ())),
        hidden_windows=frozenset(map(str, filters.get("hidden_windows") or ())),
        held=None,
    )
    return found, tuple(_says(name, texts[name]) for name in gone)


def _is_there(board: Board, name: str, value: str) -> bool:
    catalogue = board.catalogue
    tables: Mapping[str, Mapping[str, object]] = {
        "unit": catalogue.units, "kind": catalogue.kinds, "measure": catalogue.measures,
        "category": catalogue.categories, "window": catalogue.windows, "action": catalogue.actions,
    }  # fmt: skip
    return not value or name not in tables or value in tables[name] or (name == "measure" and value == NO_MEASURE)


def _says(name: str, value: str) -> str:
    sentences = {
        "unit": _("The view names the unit {name}, which is no longer there; it is left out."),
        "kind": _("The view names the kind of window {name}, which is no longer there; it is left out."),
        "measure": _("The view names the measure {name}, which is no longer there; it is left out."),
        "category": _("The view names the category {name}, which is no longer there; it is left out."),
        "window": _("The view names the window {name}, which is no longer there; it is left out."),
        "action": _("The view names the action {name}, which is no longer there; it is left out."),
    }
    return sentences[name].format(name=value)


def written_arrangement(how: Arrangement) -> dict[str, Any]:
    """Return groups and order as they are kept."""
    return {name: getattr(how, name) for name in Arrangement.__slots__}


def read_arrangement(kept_as: Mapping[str, Any]) -> Arrangement:
    """Return groups and order as they were kept; what is unknown is as usual."""
    usual = Arrangement()
    allowed = {
        "group_rows": ROW_GROUPS, "group_columns": COLUMN_GROUPS, "sort_rows": ORDERS, "sort_columns": ORDERS,
        "rows_down": (False, True), "columns_down": (False, True),
    }  # fmt: skip
    read_as = {name: kept_as.get(name) for name in allowed}
    return Arrangement(**{
        name: value if value in allowed[name] else getattr(usual, name) for name, value in read_as.items()
    })  # fmt: skip
