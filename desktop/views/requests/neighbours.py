"""What the register asks of the parts that are handed to it: the panel beside it, the dialog that takes requests in."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QDialog, QWidget

from desktop.views.deeds import Deed


class Panel(Protocol):
    """What the register asks of the panel beside it, which is a widget."""

    left: SignalInstance
    wanted: SignalInstance

    def show_request(self, key: str, /) -> object:
        """Show one request by its id, none by an empty text."""

    def take(self, ids: Sequence[str], /) -> object:
        """Take the requests that are chosen, for deeds on several."""

    def enter(self) -> object:
        """Take the keyboard."""

    def step_back(self) -> bool:
        """Close a form, or give the keyboard back. Return whether there was anything of the kind."""

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with what is shown."""


Entry = Callable[[str, QWidget], QDialog]
"""Makes the dialog that takes a request in: at a window (an id, or empty), over a widget. It has `registered(id)`."""
