"""The deeds that every window offers, whatever page is at the front."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from desktop.i18n import _, mark
from desktop.models.rights import Right
from desktop.models.vocabulary import Role
from desktop.views.deeds import Deed, go_keys
from desktop.views.keeper import barred
from desktop.views.page import Place

INTAKE = {
    "catalogue": mark("Import a catalogue…"),
    "ledger": mark("Take over the present ledger…"),
    "backup": mark("Back up now"),
    "restore": mark("Restore a backup…"),
    "ballots": mark("Paper ballots…"),
}
"""What can be brought into the book, or the book brought back from, by name."""
_KEYS = {"ballots": "Ctrl+Shift+B"}
_RIGHTS = {"catalogue": Right.IMPORT_CATALOGUE, "ledger": Right.TAKE_OVER, "restore": Right.RESTORE}


class Calls(NamedTuple):
    """What the usual deeds call."""

    open_book: Callable[[], object]
    practise: Callable[[], object]
    print_sheet: Callable[[], object]
    export: Callable[[], object]
    bring: Callable[[str], object]
    """Asks for one of `INTAKE`."""
    barred: Callable[[str], str]
    """Says why one of `INTAKE` is not for who sits here, empty where it is."""
    rate: Callable[[], object]
    shut: Callable[[], object]
    lock: Callable[[], object]
    switch: Callable[[], object]
    leave: Callable[[], object]
    undo: Callable[[], object]
    redo: Callable[[], object]
    go: Callable[[str], object]
    refresh: Callable[[], object]
    seek: Callable[[], object]
    pick_day: Callable[[], object]
    step_back: Callable[[], object]
    keys: Callable[[], object]
    states: Callable[[], object]
    manual: Callable[[], object]
    open_log: Callable[[], object]
    about: Callable[[], object]


def barred_wish(wish: str, role: Role) -> str:
    """Return why one of `INTAKE` is not for a role, in a sentence that says who may; empty where it is."""
    return barred(role, _RIGHTS[wish]) if wish in _RIGHTS else ""


def usual(calls: Calls, places: Sequence[Place]) -> tuple[Deed, ...]:
    """Return the deeds of a window with these pages, in the order of the menus."""
    return (*_file(calls), *_edit(calls), *_view(calls, places), *_help(calls))


def _file(calls: Calls) -> tuple[Deed, ...]:
    return (
        Deed("book.open", _("Open another book…"), calls.open_book, "Ctrl+O", "file", icon="folder"),
        Deed("book.practice", _("To the practice book, and back"), calls.practise, "Ctrl+Shift+P", "file", icon="eye"),
        Deed("print.sheet", _("Print progress sheet…"), calls.print_sheet, "Ctrl+P", "file", 1, "printer"),
        Deed("export", _("Write this view as a spreadsheet…"), calls.export, "Ctrl+E", "file", 1, "export"),
        *(_bring(calls, wish, text) for wish, text in INTAKE.items()),
        Deed("rate", _("Let citizens rate this window"), calls.rate, "Ctrl+F11", "file", 3, "star"),
        Deed("desk.shut", _("Cover the screen"), calls.shut, "F12", "file", 3, "eye"),
        Deed("desk.lock", _("Lock"), calls.lock, "Ctrl+L", "file", 3, "lock"),
        Deed("desk.switch", _("Switch person…"), calls.switch, "Ctrl+Shift+U", "file", 3, "user"),
        Deed("leave", _("Quit"), calls.leave, "Ctrl+Q", "file", 9),
    )


def _bring(calls: Calls, wish: str, text: str) -> Deed:
    barred = partial(calls.barred, wish)
    return Deed(f"bring.{wish}", _(text), partial(calls.bring, wish), _KEYS.get(wish, ""), "file", 2, barred=barred)


def _edit(calls: Calls) -> tuple[Deed, ...]:
    return (
        Deed("undo", _("Undo"), calls.undo, "Ctrl+Z", "edit", icon="undo"),
        Deed("redo", _("Redo"), calls.redo, "Ctrl+Y", "edit", icon="redo"),
        Deed("seek", _("Search"), calls.seek, "Ctrl+K", "edit", 1, "search"),
    )


def _view(calls: Calls, places: Sequence[Place]) -> tuple[Deed, ...]:
    pages = (
        Deed(f"go.{place.id}", _(place.title), partial(calls.go, place.id), go_keys(number), "view", 0, place.icon)
        for number, place in enumerate(places, 1)
    )
    return (
        *pages,
        Deed("day", _("Look at a past day…"), calls.pick_day, "Ctrl+D", "view", 1, "calendar"),
        Deed("refresh", _("Refresh"), calls.refresh, "F5", "view", 1, "refresh"),
        Deed("back", _("Close panel"), calls.step_back, "Esc", "view", 1),
    )


def _help(calls: Calls) -> tuple[Deed, ...]:
    return (
        Deed("keys", _("Keys"), calls.keys, "F1", "help", icon="info"),
        Deed("states", _("What the states mean"), calls.states, "Ctrl+F1", "help", icon="flag"),
        Deed("manual", _("User manual"), calls.manual, "Shift+F1", "help", icon="catalogue"),
        Deed("log", _("Open log folder"), calls.open_log, "", "help", 1, "folder"),
        Deed("about", _("About"), calls.about, "", "help", 1),
    )
