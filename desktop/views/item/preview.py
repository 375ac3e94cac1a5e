"""What a change of many would do, before it is done: how many change, to what, and which stay as they are and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout

from desktop import texts
from desktop.i18n import _
from desktop.models.vocabulary import Status
from desktop.views import glyphs, theme
from desktop.views.anew import Anew
from desktop.views.item.ways import Asked
from desktop.views.labels import label
from desktop.views.wish import Left

_TILE = 18
_LOWEST = 96


class Preview(QScrollArea):
    """The counts of a change in short lines; they fill the panel and scroll where there are many."""

    def __init__(self) -> None:
        super().__init__()
        self._body = Anew()
        self._body.setProperty("kind", "clear")
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("What will change"))
        self.words = ""
        self.setMinimumHeight(theme.current().px(_LOWEST))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_change(self, asked: Asked) -> None:
        """Show what a change would do."""
        place = self._body.fresh()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(5)
        lines = [count_line(asked), *(part_line(part.to, len(part.commitments)) for part in asked.parts)]
        column.addWidget(label(lines[0], weight="strong"))
        for part, line in zip(asked.parts, lines[1:], strict=True):
            column.addLayout(self._part(part.to, line))
        if asked.left:
            column.addSpacing(4)
            column.addWidget(label(_("Left as they are"), type="small", weight="strong"))
        for one in asked.left:
            column.addWidget(label(left_line(one), type="small", tone="second" if one.is_quiet else ""))
        self.words = "\n".join([*lines, *map(left_line, asked.left)])
        self.setAccessibleDescription(self.words)
        column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _part(self, to: Status | None, line: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        if to is not None:
            tile = QLabel()
            tile.setPixmap(glyphs.tile(to, theme.current().px(_TILE), self.devicePixelRatioF()))
            row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(line, type="small"), 1)
        return row


def count_line(asked: Asked) -> str:
    """Return how many of how many will change."""
    n, of = len(asked.commitments), len(asked.commitments) + sum(one.number for one in asked.left)
    return _("{n} of {all} will change").format(n=n, all=of) if n < of else _("{n} will change").format(n=n)


def part_line(to: Status | None, number: int) -> str:
    """Return to what so many will change."""
    state = texts.status(to) if to is not None else _("Confirmed unchanged")
    return _("{state}: {n}").format(state=state, n=number)


def left_line(one: Left) -> str:
    """Return why so many stay as they are, and some of them by name."""
    line = _("{n}: {why}").format(n=one.number, why=one.why)
    return f"{line}\n{one.names}" if one.names and not one.is_quiet else line
