"""The story of a request on the screen, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop.i18n import _
from desktop.views import theme
from desktop.views.anew import Anew
from desktop.views.labels import label
from desktop.views.requests import state_tile
from desktop.views.requests.story_words import Passage

_FIRST = 20
_TILE = 18


class Story(Anew):
    """The passages of a story; the latest twenty at once, older ones on request."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def tell(self, passages: Sequence[Passage], shown: int = _FIRST) -> None:
        """Show a story given oldest first."""
        column = QVBoxLayout(self.fresh())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for one in list(reversed(passages))[:shown]:
            column.addWidget(_passage(one))
        if len(passages) > shown:
            more = QPushButton(_("{n} earlier entries").format(n=len(passages) - shown))
            more.setProperty("kind", "quiet")
            more.clicked.connect(lambda: self.tell(passages, len(passages)))
            column.addWidget(more)


def _passage(one: Passage) -> QFrame:
    frame = QFrame()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(_said(f"{one.when} · {one.by}", type="tiny", tone="third"))
    column.addLayout(_deed(one))
    for words in one.words:
        column.addWidget(_said(words, type="small", tone="second"))
    if one.flags:
        column.addWidget(_said(" · ".join(one.flags), type="tiny", tone="warn"))
    return frame


def _deed(one: Passage) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    if one.status is not None:
        tile = QLabel()
        state_tile.show_on(tile, one.status, theme.current().px(_TILE))
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
