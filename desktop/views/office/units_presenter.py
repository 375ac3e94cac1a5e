"""What the units page says: the tree of units with their windows, and the facts of each. No Qt."""

from collections.abc import Mapping
from datetime import date

from desktop import texts
from desktop.i18n import _, language, mark
from desktop.models import totals
from desktop.models.board import Board
from desktop.models.catalogue import Catalogue, ServiceWindow, Unit
from desktop.models.totals import Tally
from desktop.views.choices import unit_tree
from desktop.views.focus import Drill
from desktop.views.office.figures import figures
from desktop.views.office.sheet import Fact, Facts
from desktop.views.office.tree import Branch

UNIT, WINDOW = "unit:", "window:"

KINDS = {
    "bureau": mark("City bureau"),
    "department": mark("Department"),
    "branch": mark("Branch bureau"),
    "county": mark("County bureau"),
    "zone": mark("Zone branch"),
    "station": mark("Police station"),
}


def branches(board: Board) -> tuple[Branch, ...]:
    """Return the tree of units, each with its own windows before the units below it."""
    catalogue = board.catalogue
    made: dict[str, Branch] = {}
    roots: list[Branch] = []
    for key, _depth in unit_tree(catalogue):
        unit = catalogue.units[key]
        made[key] = Branch(UNIT + key, texts.title(unit), _beside(catalogue, key), "units", _gone(unit, board.as_of))
        made[key].below = [_window(one, board.as_of) for one in catalogue.windows.values() if one.unit == key]
        (made[unit.parent].below if unit.parent in made else roots).append(made[key])
    return tuple(roots)


def _window(window: ServiceWindow, day: date) -> Branch:
    return Branch(WINDOW + window.id, texts.title(window), window.id, "window", _gone(window, day))


def _beside(catalogue: Catalogue, unit: str) -> str:
    under = catalogue.under(unit)
    count = sum(1 for window in catalogue.windows.values() if window.unit in under)
    return str(count) if count else ""


def _gone(row: Unit | ServiceWindow, day: date) -> bool:
    return (row.valid_to is not None and row.valid_to < day) or (row.valid_from is not None and row.valid_from > day)


def matching(catalogue: Catalogue, text: str) -> frozenset[str]:
    """Return the keys of units and windows with a text in code, name or telephone."""
    wanted = text.casefold()

    def fits(row: Unit | ServiceWindow) -> bool:
        return wanted in f"{row.id} {row.name_zh} {row.name_en} {row.phone}".casefold()

    units = {UNIT + row.id for row in catalogue.units.values() if fits(row)}
    return frozenset(units | {WINDOW + row.id for row in catalogue.windows.values() if fits(row)})


def facts(board: Board, key: str) -> Facts | None:
    """Return the facts of a unit or a window by its key in the tree."""
    catalogue = board.catalogue
    unit = catalogue.units.get(key.removeprefix(UNIT))
    if key.startswith(UNIT) and unit is not None:
        return _unit_facts(board, unit)
    window = catalogue.windows.get(key.removeprefix(WINDOW))
    return _window_facts(board, window) if key.startswith(WINDOW) and window is not None else None


def _unit_facts(board: Board, unit: Unit) -> Facts:
    catalogue = board.catalogue
    under = catalogue.under(unit.id)
    own = sum(1 for window in catalogue.windows.values() if window.unit == unit.id)
    every = sum(1 for window in catalogue.windows.values() if window.unit in under)
    rows = [
        Fact(_("Code"), unit.id),
        Fact(_("Kind"), _(KINDS[unit.kind]) if unit.kind in KINDS else unit.kind),
        Fact(_("Parent"), _name(catalogue.units, unit.parent)),
        Fact(_("Telephone"), unit.phone),
        *_validity(catalogue.units, unit),
        Fact(_("Windows"), _("{own} of its own, {every} with those below").format(own=own, every=every)),
        *figures(_tally_under(board, under), Drill(unit=unit.id)),
    ]
    return Facts(texts.title(unit), _("Unit"), rows)


def _window_facts(board: Board, window: ServiceWindow) -> Facts:
    catalogue = board.catalogue
    kind = catalogue.kinds.get(window.kind)
    found = (group for group in totals.by_window(board).groups if group.key == window.id)
    rows = [
        Fact(_("Code"), window.id),
        Fact(_("Kind"), texts.title(kind) if kind is not None else window.kind),
        Fact(_("Unit"), _name(catalogue.units, window.unit)),
        Fact(_("Telephone"), window.phone),
        Fact(_("Hours"), _hours(window)),
        *_validity(catalogue.windows, window),
        *figures(next(found, None), Drill(window=window.id)),
    ]
    return Facts(texts.title(window), _("Window"), rows)


def _hours(window: ServiceWindow) -> str:
    return window.hours_en if window.hours_en and language() == "en" else window.hours_zh


def _name(rows: Mapping[str, Unit | ServiceWindow], key: str) -> str:
    return texts.title(rows[key]) if key in rows else key


def _validity(rows: Mapping[str, Unit | ServiceWindow], row: Unit | ServiceWindow) -> list[Fact]:
    return [
        Fact(_("Valid from"), row.valid_from.isoformat() if row.valid_from else _("from the beginning")),
        Fact(_("Valid to"), row.valid_to.isoformat() if row.valid_to else _("without end")),
        Fact(_("Successor"), _name(rows, row.successor)),
    ]


def _tally_under(board: Board, under: frozenset[str]) -> Tally | None:
    """Return the tally of all windows of some units, from the one place where figures are counted."""
    columns = board.windows
    grouped = totals.by_window_groups(board, lambda at: ("in" if columns[at].unit in under else "out",), ("in",))
    return next((group for group in grouped.groups if group.key == "in"), None)
