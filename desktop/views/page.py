"""What every page of the window has in common, and how the window knows of a page before it is built."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.board import Board
from desktop.views.badges import Badge
from desktop.views.deeds import Deed
from desktop.views.focus import Drill

if TYPE_CHECKING:
    from desktop.views.worker import Step


class Listing(NamedTuple):
    """A list as a page shows it, in words: its title, its heads and its lines."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


class Shown(NamedTuple):
    """A part of the board that a page shows: the board cut down to it, and the ids of the commitments looked at.

    `listing` is what else the page lists of them, to be written as a sheet of its own.
    """

    board: Board
    commitments: tuple[str, ...]
    listing: Listing | None = None


class Writing(NamedTuple):
    """How a page writes its own list: the beginning of the file's name, and what writes a file in a job.

    Both kinds of file are offered, a workbook and CSV; the name says which is meant.
    """

    name: str
    write: Callable[[Path, "Step"], Path]


class Paper(NamedTuple):
    """A sheet that a page would have printed: its kind by code, of which window, of which days, by what grouped."""

    sheet: str
    window: str = ""
    first: date | None = None
    last: date | None = None
    by: str = ""


class Page(QWidget):
    """A page. What it does not override does nothing. A switch of language builds it anew.

    `paper_asked(Paper)` asks for a sheet to be looked at and printed.
    `asked(page id)` asks the window for another page; `subtitle_changed` when `subtitle()` says something new;
    `intake_asked` asks for one of `usual.INTAKE`; `deeds_changed` when `deeds()` gives others.
    """

    asked = Signal(str)
    paper_asked = Signal(object)
    subtitle_changed = Signal()
    intake_asked = Signal(str)
    deeds_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")

    def subtitle(self) -> str:
        """Return a text beside the title, empty for the usual one (as of, windows, actions)."""
        return ""

    def deeds(self) -> Sequence[Deed]:
        """Return what can be done on this page, for menus, palette and list of keys; asked once, when it is built."""
        return ()

    def arrive(self) -> None:
        """Do what is due when the page comes to the front."""

    def refresh(self) -> None:
        """Fill the page anew from the focus (F5)."""

    def look_for(self, drill: Drill) -> None:
        """Show the rows behind a figure of another page."""

    def search(self, text: str) -> bool:
        """Show what the search field asks for. Return whether this page did; otherwise the board does."""
        return False

    def shown(self) -> Shown | None:
        """Return what the page shows, to be written as a spreadsheet; None for the whole board."""
        return None

    def writing(self) -> Writing | None:
        """Return how the page writes its list by itself; None where `shown` says what is written."""
        return None

    def paper(self) -> Paper | None:
        """Return the sheet that printing means here, None for the progress sheet of a window."""
        return None

    def step_back(self) -> bool:
        """Close what lies on top (a panel, a filter) on Esc. Return whether there was something."""
        return False


class Place(NamedTuple):
    """A page in the register of the window: built when it is first visited."""

    id: str
    title: str
    """A marked message: `mark("Overview")`."""
    icon: str
    build: Callable[[], Page]
    drills: bool = False
    """Whether a drill or a search goes here."""
    below: bool = False
    """Whether it stands at the foot of the sidebar."""
    badge: Callable[[], Badge | None] | None = None
    """Counts what waits there on the board looked at; asked when there is one, and whenever it changes."""
