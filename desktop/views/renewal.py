"""A board with some of its commitments brought up to date, without reading all of it again. No Qt."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from desktop.models.board import Board
from desktop.models.vocabulary import Lamp, Mark, Status


class Standing(Protocol):
    """What is read of a commitment to bring its place on a board up to date."""

    @property
    def action(self) -> str:
        """The action's id."""

    @property
    def window(self) -> str:
        """The window's id."""

    @property
    def status(self) -> Status:
        """The stored state."""

    @property
    def lamps(self) -> Lamp:
        """The computed warnings."""

    @property
    def marks(self) -> Mark:
        """The facts beside the state."""


def renewed(board: Board, commitments: Iterable[Standing], heard: int) -> Board:
    """Return the board with the present state, lamps and marks of some commitments, heard up to an arrival."""
    rows = {action.id: row for row, action in enumerate(board.actions)}
    columns = {window.id: column for column, window in enumerate(board.windows)}
    status, lamps, marks = bytearray(board.status), bytearray(board.lamps), bytearray(board.marks)
    for one in commitments:
        if one.action in rows and one.window in columns:
            at = rows[one.action] * len(board.windows) + columns[one.window]
            status[at], lamps[at], marks[at] = one.status.code, one.lamps, one.marks
    return replace(board, heard=heard, status=bytes(status), lamps=bytes(lamps), marks=bytes(marks))
