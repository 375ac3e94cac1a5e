"""What is looked for in a scene: the ids of its commitments, and the part of the board that is handed over."""

from dataclasses import replace

from desktop.models.board_cut import cut
from desktop.views.board.choice import Choice, Scene, whole
from desktop.views.page import Shown


def commitments(scene: Scene) -> tuple[str, ...]:
    """Return the ids of what is looked for, each once, row by row."""
    places = ((row, column) for row in scene.actions for column in scene.columns)
    return tuple(cell.id for row, column in places if (cell := scene.lit_cell(row, column)) is not None)


def handed(scene: Scene) -> Shown:
    """Return rows and columns as the fields leave them, and the commitments that the legend leaves of them."""
    around = whole(scene)
    actions = {around.board.actions[row].id for row in around.rows}
    windows = {around.board.windows[column].id for column in around.columns}
    return Shown(cut(around.board, actions, windows), commitments(scene))


def hiding(choice: Choice, chosen: tuple[str, ...], what: str) -> Choice:
    """Return the choice with the actions, or the windows, of some commitments hidden."""
    actions = frozenset(one.partition("@")[0] for one in chosen)
    windows = frozenset(one.partition("@")[2] for one in chosen)
    if what == "actions":
        return replace(choice, hidden_actions=choice.hidden_actions | actions)
    return replace(choice, hidden_windows=choice.hidden_windows | windows)
