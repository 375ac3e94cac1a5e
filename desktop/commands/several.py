"""Several moves as one deed: pasted from a table, each cell to a state of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.commands.progress import Move
from desktop.models.desk import Desk
from desktop.models.draft import Draft
from desktop.models.reader import Reader


@dataclass(frozen=True, slots=True)
class MoveSeveral:
    """Moves to several states: one entry for each state, all or none, and one undo for all of them.

    Raises ValueError where one commitment stands in two of the moves.
    """

    moves: tuple[Move, ...]

    kind = "move"

    def __post_init__(self) -> None:
        keys = [key for move in self.moves for key in move.commitments]
        if len(keys) != len(set(keys)):
            raise ValueError("a commitment stands in two of the moves")

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft for each move. Raises RuleBroken where any of them may not be made."""
        return [draft for move in self.moves for draft in move.drafts(reader, desk)]
