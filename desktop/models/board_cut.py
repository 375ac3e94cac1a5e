"""A part of a board: some actions, some windows, the same figures."""

from collections.abc import Collection

from desktop.models.board import Board


def cut(board: Board, actions: Collection[str] | None = None, windows: Collection[str] | None = None) -> Board:
    """Return the board of the named actions and windows alone, in printed order; None names all."""
    rows = [at for at, one in enumerate(board.actions) if actions is None or one.id in actions]
    columns = [at for at, one in enumerate(board.windows) if windows is None or one.id in windows]
    width = len(board.windows)
    cells = [row * width + column for row in rows for column in columns]
    return Board(
        board.catalogue, board.as_of, board.heard,
        tuple(board.actions[at] for at in rows), tuple(board.windows[at] for at in columns),
        *(bytes(map(part.__getitem__, cells)) for part in (board.status, board.lamps, board.marks)),
    )  # fmt: skip
