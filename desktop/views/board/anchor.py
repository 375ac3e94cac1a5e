"""Where a person stands on the board, by ids: selection, current commitment and scroll outlive another filling."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from desktop.views.board.pane import Pane

_FLAG = QItemSelectionModel.SelectionFlag
Block = tuple[tuple[str, ...], tuple[str, ...]]
"""A selected rectangle: ids of its actions and of its windows."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What was chosen, and how far from the upper left corner the current commitment stood, in pixels."""

    blocks: tuple[Block, ...]
    current: str
    row: int
    left: int
    top: int


def take(pane: Pane, current: str) -> Anchor:
    """Return where the person stands; `current` is the id of the commitment chosen for all screens."""
    view, board, scene = pane.grid_view, pane.grid.scene.board, pane.grid.scene
    here, index = pane.current(), view.currentIndex()
    blocks = tuple(
        (
            tuple(board.actions[scene.rows[row]].id for row in range(part.top(), part.bottom() + 1)),
            tuple(board.windows[scene.columns[at]].id for at in range(part.left(), part.right() + 1)),
        )
        for part in view.chosen_ranges()
    )
    if here is None or here.id != current:
        return Anchor((), current, index.row(), -1, -1)
    box = view.visualRect(index)
    return Anchor(blocks, current, index.row(), box.left(), box.top())


def hold(pane: Pane, anchor: Anchor) -> bool:
    """Put everything back that is still shown. Return whether the current commitment is."""
    view = pane.grid_view
    index = pane.grid.find(anchor.current, max(0, anchor.row))
    if not index.isValid():
        return False
    view.select(index.row(), index.column())
    if anchor.top >= 0:
        box = view.visualRect(index)
        across, down = view.horizontalScrollBar(), view.verticalScrollBar()
        across.setValue(across.value() + box.left() - anchor.left)
        down.setValue(down.value() + box.top() - anchor.top)
    if not view.viewport().rect().contains(view.visualRect(index)):
        view.scrollTo(index)
    _choose(pane, anchor.blocks)
    return True


def _choose(pane: Pane, blocks: tuple[Block, ...]) -> None:
    if len(blocks) == 1 and all(len(ids) == 1 for ids in blocks[0]):
        return
    scene, found = pane.grid.scene, QItemSelection()
    rows = {scene.board.actions[at].id: row for row, at in reversed(list(enumerate(scene.rows)))}
    columns = {scene.board.windows[at].id: column for column, at in enumerate(scene.columns)}
    for actions, windows in blocks:
        for down in _runs(actions, rows):
            for across in _runs(windows, columns):
                corners = (pane.grid.index(down.start, across.start), pane.grid.index(down.stop - 1, across.stop - 1))
                found.select(*corners)
    if found.count():
        pane.grid_view.selectionModel().select(found, _FLAG.ClearAndSelect)


def _runs(ids: Iterable[str], places: Mapping[str, int]) -> list[range]:
    """Return the stretches without a gap in which these ids stand now."""
    found: list[range] = []
    for at in sorted(places[one] for one in ids if one in places):
        if found and found[-1].stop == at:
            found[-1] = range(found[-1].start, at + 1)
        elif not found or at >= found[-1].stop:
            found.append(range(at, at + 1))
    return found
