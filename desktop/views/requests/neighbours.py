"""What the register asks of the parts that are handed to it: the panel beside it, and the dialogs that it opens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QDialog, QWidget

from desktop.views.deeds import Deed


class Panel(Protocol):
    """The panel beside the register, a widget.

    `left` when the keyboard is to go back, `wanted` when something in it is asked for, `followed(id)` when it shows
    another request by itself, `slip_asked(id, kind)` for paper, `entry_asked` for a new request.
    """

    left: SignalInstance
    wanted: SignalInstance
    followed: SignalInstance
    slip_asked: SignalInstance
    entry_asked: SignalInstance

    def show_request(self, key: str, /) -> object:
        """Show one request by its id, none by an empty text."""

    def take(self, ids: Sequence[str], /) -> object:
        """Take the requests that are chosen, for deeds on several."""

    def enter(self) -> object:
        """Take the keyboard."""

    def choose(self, number: int, /) -> bool:
        """Make the move of a digit on what is chosen. Return whether there is one."""

    def step_back(self) -> bool:
        """Close a form, or give the keyboard back. Return whether there was anything of the kind."""

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with what is shown."""


Entry = Callable[[str, QWidget], QDialog]
"""Makes the dialog that takes requests in: at a window (an id, or empty), over a widget.

It has `registered(id)`, `open_asked(id)` and `slip_asked(id, kind)`.
"""
Slip = Callable[[str, str, QWidget], QDialog]
"""Makes the dialog that prints a slip: of a request by its id, of a kind, over a widget."""


@dataclass(frozen=True, slots=True)
class Dialogs:
    """The dialogs that the register opens; what is missing cannot be done there."""

    entry: Entry | None = None
    slip: Slip | None = None
