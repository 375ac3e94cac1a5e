"""The filters of the board in words, one for each, and the choice without one of them. No Qt."""

from dataclasses import replace

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Board
from desktop.views.board.choice import Choice
from desktop.views.meanings import NO_MEASURE, name_of, name_of_any

_EMPTY = Choice()


def words(choice: Choice, board: Board) -> list[tuple[str, str]]:
    """Return the name of each filter in force (a field of `Choice`) and what it lets through."""
    said = {
        "text": _("Text “{text}”").format(text=choice.text),
        "unit": _("Unit: {name}").format(name=_named(board.catalogue.units, choice.unit)),
        "window": _("Window: {name}").format(name=_named(board.catalogue.windows, choice.window)),
        "kind": _("Kind of window: {name}").format(name=_named(board.catalogue.kinds, choice.kind)),
        "category": _("Category: {name}").format(name=_named(board.catalogue.categories, choice.category)),
        "measure": _("Measure: {name}").format(name=_measure(board, choice.measure)),
        "action": _("Action: {name}").format(name=_action(board, choice.action)),
        "officer": _("Officer: {name}").format(name=choice.officer),
        "status": _("Status: {name}").format(name=name_of(choice.status)) if choice.status is not None else "",
        "sign": _("Sign: {name}").format(name=name_of(choice.sign)) if choice.sign is not None else "",
        "any_of": _("Only: {name}").format(name=name_of_any(choice.any_of)),
        "hidden_actions": _("{n} actions hidden").format(n=len(choice.hidden_actions)),
        "hidden_windows": _("{n} windows hidden").format(n=len(choice.hidden_windows)),
    }
    return [(name, text) for name, text in said.items() if getattr(choice, name) != getattr(_EMPTY, name)]


def without(choice: Choice, name: str) -> Choice:
    """Return the choice without one filter."""
    return replace(choice, **{name: getattr(_EMPTY, name)})


def _named(table: object, key: str) -> str:
    row = table.get(key) if isinstance(table, dict) else None
    return texts.title(row) if row is not None else key


def _measure(board: Board, key: str) -> str:
    return _("none") if key == NO_MEASURE else f"{key} {_named(board.catalogue.measures, key)}"


def _action(board: Board, key: str) -> str:
    action = board.catalogue.actions.get(key)
    return f"{action.code} {texts.title(action)}" if action is not None else key
