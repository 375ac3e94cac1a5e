"""The register of deeds: whatever can be done in the window, by name. Menus, palette and list of keys read it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from desktop.i18n import _, mark

MENUS = {
    "file": mark("&File"),
    "edit": mark("&Edit"),
    "item": mark("&Item"),
    "view": mark("&View"),
    "help": mark("&Help"),
}
"""The menus by name, in their order."""


def _free() -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done. Texts are in the language in use: a switch of language makes all deeds anew."""

    id: str
    """For instance `print.sheet`; unique among the deeds that hold at one time."""
    title: str
    run: Callable[[], object]
    keys: str = ""
    """The key that does it everywhere in the window while the deed holds, as Qt writes it: `Ctrl+P`."""
    menu: str = ""
    """One of `MENUS`; empty for a deed that stands in the palette and in the list of keys alone."""
    section: int = 0
    """Deeds of a menu with another section stand behind a line."""
    icon: str = ""
    hint: str = ""
    """The key that a table or a form listens to itself, for people to read: `1`."""
    barred: Callable[[], str] = _free
    """Why it cannot be done here and now, as a sentence that says who may or what is missing; empty when it can."""

    @property
    def shown_key(self) -> str:
        """The key as people read it, empty when there is none."""
        return native(self.keys) if self.keys else self.hint


def native(keys: str) -> str:
    """Return a key as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def tip(title: str, keys: str) -> str:
    """Return the tip of a button: what it does, and by which key."""
    return _("{deed} ({key})").format(deed=title.rstrip("…"), key=native(keys)) if keys else title


def go_keys(number: int) -> str:
    """Return the key of the page with this number, counted from one; there are nine."""
    return f"Ctrl+{number}" if number <= 9 else ""


class Register(QObject):
    """What can be done: the deeds of the window, always, and those of the page at the front.

    `changed` when another page brought other deeds; `refused(text)` when a deed was asked for that cannot be done.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, usual: Sequence[Deed]) -> None:
        super().__init__()
        self._usual = tuple(usual)
        self._page: tuple[Deed, ...] = ()

    @property
    def usual(self) -> tuple[Deed, ...]:
        """The deeds of the window."""
        return self._usual

    @property
    def page(self) -> tuple[Deed, ...]:
        """The deeds of the page at the front."""
        return self._page

    @property
    def all(self) -> tuple[Deed, ...]:
        """Every deed that holds now, those of the page first."""
        return (*self._page, *self._usual)

    def show_page(self, deeds: Sequence[Deed]) -> None:
        """Take the deeds of the page that came to the front."""
        self._page = tuple(deeds)
        self.changed.emit()

    def find(self, key: str) -> Deed | None:
        """Return the deed of an id that holds now, None when there is none."""
        return next((deed for deed in self.all if deed.id == key), None)

    def do(self, deed: Deed) -> bool:
        """Do a deed. Return whether it could be; why not is said."""
        why = deed.barred()
        if why:
            self.refused.emit(why)
            return False
        deed.run()
        return True
