"""The lines of one window's checklist, read from the book; their evidence is counted a few at a time."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.mine.rows import Item, ids, items

_COUNTED_AT_ONCE = 8


class Reading(QObject):
    """`items` are all lines of the window in printed order. `counted(dict of id to Item)` when evidence was counted."""

    counted = Signal(object)

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self._window = ""
        self.items: list[Item] = []
        self._counter = QTimer(self)
        self._counter.timeout.connect(self._count_some)

    def read(self, window: str) -> None:
        """Read the lines of a window anew."""
        board, self._window = self._focus.board, window
        wanted = ids(board, window)
        found = self._bridge.book.commitments(wanted, as_of=self._focus.as_of) if self._bridge.is_open else []
        self.items = items(board, window, found)
        self._counter.start(0)

    def renew(self, changed: frozenset[str]) -> dict[str, Item]:
        """Bring lines up to date and return those that were touched, by id; of many the evidence is counted later."""
        mine = [item.cell.id for item in self.items if item.cell.id in changed]
        if not mine:
            return {}
        found = self._bridge.book.commitments(mine, as_of=self._focus.as_of)
        read = items(self._focus.board, self._window, found)
        if len(mine) > _COUNTED_AT_ONCE:
            self._counter.start(0)
            return self._take({item.cell.id: item for item in read})
        return self._take({item.cell.id: replace(item, evidence=self._evidence(item)) for item in read})

    def _take(self, fresh: dict[str, Item]) -> dict[str, Item]:
        self.items = [fresh.get(item.cell.id, item) for item in self.items]
        return fresh

    def _evidence(self, item: Item) -> int:
        if item.commitment.evidence_on is None:
            return 0
        story = self._bridge.book.history(item.commitment.record, as_of=self._focus.as_of)
        return len({one.sha256 for told in story if not told.undone for one in told.evidence})

    def _count_some(self) -> None:
        """Count the evidence of a few lines, then let the screen go on."""
        waiting = [item for item in self.items if item.evidence is None][:_COUNTED_AT_ONCE]
        if not waiting or not self._bridge.is_open:
            self._counter.stop()
            return
        self.counted.emit(self._take({one.cell.id: replace(one, evidence=self._evidence(one)) for one in waiting}))
