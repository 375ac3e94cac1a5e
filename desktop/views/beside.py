"""The place for a panel beside a table: what the board and the checklist ask of it without knowing the item screen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from desktop.models.vocabulary import Status


class Beside(QFrame):
    """A panel beside a table of commitments.

    `left` when the keyboard is to go back to the table, `wanted` when something in it is asked for.
    """

    left = Signal()
    wanted = Signal()

    def show_item(self, commitment: str) -> None:
        """Show one commitment by its id; an empty text shows none."""

    def ask(self, commitments: Sequence[str], to: Status) -> None:
        """Ask for what a move of these commitments to a state needs, the first field ready for typing."""

    def enter(self) -> None:
        """Take the keyboard."""

    def step_back(self) -> bool:
        """Close a form, or give the keyboard back. Return whether there was anything of the kind."""
        return False
