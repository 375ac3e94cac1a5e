"""A sheet of facts about one thing: a title and rows of name and value, scrolled when long."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.views import theme


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value; without a name the value is a heading."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sheet says of one thing."""

    title: str
    kicker: str = ""
    rows: Sequence[Fact] = field(default_factory=tuple)


class Sheet(QFrame):
    """A card with the facts of what is chosen beside it."""

    def __init__(self, empty: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._empty = empty
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._area)
        self.say(None)

    def say(self, facts: Facts | None) -> None:
        """Show facts, or the sentence for nothing chosen."""
        self._area.setAccessibleName(facts.title if facts is not None else self._empty)
        self._area.setWidget(self._page(facts) if facts is not None else self._blank())

    def _blank(self) -> QWidget:
        label = QLabel(self._empty)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setProperty("tone", "third")
        label.setWordWrap(True)
        return label

    def _page(self, facts: Facts) -> QWidget:
        page = QWidget()
        page.setProperty("kind", "clear")
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(6)
        if facts.kicker:
            column.addWidget(_label(facts.kicker, "small", "third"))
        column.addWidget(_label(facts.title, "section"))
        column.addSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, theme.current().px(84))
        grid.setColumnStretch(1, 1)
        for number, fact in enumerate(facts.rows):
            _add(grid, number, fact)
        column.addLayout(grid)
        column.addStretch(1)
        return page


def _add(grid: QGridLayout, number: int, fact: Fact) -> None:
    if not fact.name:
        heading = _label(fact.value, "")
        heading.setProperty("weight", "strong")
        heading.setContentsMargins(0, theme.current().px(8), 0, 0)
        grid.addWidget(heading, number, 0, 1, 2)
        return
    grid.addWidget(_label(fact.name, "small", "second"), number, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(_label(fact.value or "—", ""), number, 1)


def _label(text: str, rank: str, tone: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("type", rank)
    label.setProperty("tone", tone)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
