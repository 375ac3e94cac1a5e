"""A sheet of facts about one thing: a title and rows of name and value, scrolled when long."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.focus import Drill
from desktop.views.links import Link, LinkButton, go_along


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value; without a name the value is a heading. A figure has a way down to its rows."""

    name: str
    value: str
    drill: Drill | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a sheet says of one thing."""

    title: str
    kicker: str = ""
    rows: Sequence[Fact] = field(default_factory=tuple)


class Sheet(QFrame):
    """A card with the facts of what is chosen beside it. `asked(Drill)` when a figure is pressed.

    All figures are one Tab stop; arrows go along.
    """

    asked = Signal(object)

    def __init__(self, empty: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._empty = empty
        self.links: list[LinkButton] = []
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
        self.links = []
        self._area.setWidget(self._page(facts) if facts is not None else self._blank())
        if self.links:
            QWidget.setTabOrder(self._area, self.links[0])

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
            self._add(grid, number, fact)
        column.addLayout(grid)
        column.addStretch(1)
        return page

    def _add(self, grid: QGridLayout, number: int, fact: Fact) -> None:
        if not fact.name:
            heading = _label(fact.value, "")
            heading.setProperty("weight", "strong")
            heading.setContentsMargins(0, theme.current().px(8), 0, 0)
            grid.addWidget(heading, number, 0, 1, 2)
            return
        if fact.drill is None:
            value = _label(fact.value or "—", "")
            value.setContentsMargins(3, 0, 0, 0)  # a link has so much room around its text
            grid.addWidget(_label(fact.name, "small", "second"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, number, 1)
        else:
            grid.addWidget(_label(fact.name, "small", "second"), number, 0)
            grid.addWidget(self._link(fact), number, 1, Qt.AlignmentFlag.AlignLeft)

    def _link(self, fact: Fact) -> LinkButton:
        button = LinkButton("body")
        button.say(Link(fact.value, fact.drill, f"{fact.name} {fact.value}"))
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self.links else Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.asked.emit(button.asks))
        button.stepped.connect(lambda step: self._go_along(button, step))
        self.links.append(button)
        return button

    def _go_along(self, here: LinkButton, step: int) -> None:
        go_along(self.links, here, step)
        focused = self.focusWidget()
        if focused is not None:
            self._area.ensureWidgetVisible(focused)


def _label(text: str, rank: str, tone: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("type", rank)
    label.setProperty("tone", tone)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
