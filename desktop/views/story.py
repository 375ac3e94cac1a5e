"""A story on the screen, newest first: of a commitment, of a request, of calls."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.anew import Anew
from desktop.views.labels import label
from desktop.views.passage import Passage

_FIRST = 20
_TILE = 18
Show = Callable[[QLabel, Any, int], object]
"""Shows the tile of a state on a label, so many pixels large."""


class Story(Anew):
    """The passages of a story; the latest twenty at once, older ones on request. `nothing` is said of an empty one."""

    def __init__(self, name: str, show: Show, nothing: str = "") -> None:
        super().__init__()
        self._show, self._nothing = show, nothing
        self.setAccessibleName(name)

    def tell(self, passages: Sequence[Passage[Any]], shown: int = _FIRST) -> None:
        """Show a story given oldest first."""
        column = QVBoxLayout(self.fresh())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        if not passages and self._nothing:
            column.addWidget(_said(self._nothing, type="small", tone="third"))
        for one in list(reversed(passages))[:shown]:
            column.addWidget(self._passage(one))
        if len(passages) > shown:
            more = QPushButton(_("{n} earlier entries").format(n=len(passages) - shown))
            more.setProperty("kind", "quiet")
            more.clicked.connect(lambda: self.tell(passages, len(passages)))
            column.addWidget(more)

    def beside(self, one: Passage[Any]) -> Iterable[QWidget]:
        """Return what else stands under a passage."""
        del one
        return ()

    def _passage(self, one: Passage[Any]) -> QFrame:
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(_said(f"{one.when} · {one.by}", type="tiny", tone="third"))
        column.addLayout(self._deed(one))
        for words in one.words:
            column.addWidget(_said(words, type="small", tone="second"))
        if one.flags:
            column.addWidget(_said(" · ".join(one.flags), type="tiny", tone="warn"))
        for part in self.beside(one):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _deed(self, one: Passage[Any]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        if one.status is not None:
            tile = QLabel()
            self._show(tile, one.status, theme.current().px(_TILE))
            row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        deed = _said(one.deed, tone="third" if one.undone else "")
        font = deed.font()
        font.setStrikeOut(one.undone)
        deed.setFont(font)
        row.addWidget(deed, 1)
        return row


def _said(text: str, **properties: str) -> QLabel:
    made = label(text, **properties)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
