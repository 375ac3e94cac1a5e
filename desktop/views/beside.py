"""The place for a panel beside a table: what the board and the checklist ask of it without knowing the item screen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.views.unfinished import NOTHING, Filled, Unfinished
from desktop.views.wish import Wish


class Beside(QFrame):
    """A panel beside a table of commitments.

    `left` when the keyboard is to go back to the table, `wanted` when something in it is asked for.
    """

    left = Signal()
    wanted = Signal()

    def show_item(self, commitment: str) -> None:
        """Show one commitment by its id; an empty text shows none."""

    def ask(self, wish: Wish, filled: Filled = NOTHING) -> None:
        """Show what a change would do where it wants a look, and ask for what it needs, ready for typing."""

    def attach(self, commitments: Sequence[str], files: Sequence[Path]) -> None:
        """Take files as evidence: into the form that is open for these, or into one opened for a note on them."""

    def resume(self, form: Unfinished) -> None:
        """Open once more the form that was open when the program ended."""

    def enter(self) -> None:
        """Take the keyboard."""

    def step_back(self) -> bool:
        """Close a form, or give the keyboard back. Return whether there was anything of the kind."""
        return False
