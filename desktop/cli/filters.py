"""Narrowing a list of commitments by what stands on the command line."""

import unicodedata
from collections.abc import Callable

from desktop.cli import values
from desktop.cli.call import Call
from desktop.models.catalogue import Catalogue
from desktop.models.commitment import Commitment

Keep = Callable[[Commitment], bool]


def of(call: Call, catalogue: Catalogue) -> list[Keep]:
    """Return a test for each filter that was given. Raises InputRefused for a code that is not there."""
    makers: dict[str, Callable[[str, Catalogue], Keep]] = {
        "unit": _of_unit, "window": _of_window, "kind": _of_kind, "status": _of_status, "lamp": _of_lamp,
        "measure": _of_measure, "category": _of_category, "text": _of_text,
    }  # fmt: skip
    given = {name: getattr(call.options, name) for name in makers}
    return [makers[name](value, catalogue) for name, value in given.items() if value is not None]


def _of_unit(value: str, catalogue: Catalogue) -> Keep:
    units = catalogue.under(values.one_of(value, catalogue.units, "--unit"))
    return lambda one: catalogue.windows[one.window].unit in units


def _of_window(value: str, catalogue: Catalogue) -> Keep:
    window = values.one_of(value, catalogue.windows, "--window")
    return lambda one: one.window == window


def _of_kind(value: str, catalogue: Catalogue) -> Keep:
    kind = values.one_of(value, catalogue.kinds, "--kind")
    return lambda one: catalogue.windows[one.window].kind == kind


def _of_status(value: str, _catalogue: Catalogue) -> Keep:
    status = values.status(value)
    return lambda one: one.status is status


def _of_lamp(value: str, _catalogue: Catalogue) -> Keep:
    lamp = values.lamp(value)
    return lambda one: bool(one.lamps & lamp)


def _of_measure(value: str, catalogue: Catalogue) -> Keep:
    measure = values.one_of(value, catalogue.measures, "--measure")
    return lambda one: measure in catalogue.actions[one.action].measures


def _of_category(value: str, catalogue: Catalogue) -> Keep:
    category = values.one_of(value, catalogue.categories, "--category")
    return lambda one: catalogue.actions[one.action].category == category


def _of_text(value: str, catalogue: Catalogue) -> Keep:
    wanted = _folded(value)

    def holds(one: Commitment) -> bool:
        action, window = catalogue.actions[one.action], catalogue.windows[one.window]
        words = (one.id, action.code, action.title_zh, action.title_en, window.name_zh, window.name_en, one.officer)
        return any(wanted in _folded(word) for word in words)

    return holds


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
