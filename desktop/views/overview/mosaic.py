"""Where the panels of the overview stand: all on tabs, or side by side where the window is wide and high enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.overview.panels import Panel

_WIDE, _HIGH = 1250, 790
"""From this width of the page on, what is to be done and what changed stand at the right; from this height, stacked."""
_GRAND = (1900, 1080)
"""From this room on, nothing stands on tabs: the trend takes a column of its own."""
_SIDE, _GRAND_SIDE = 380, 430


class Shape(Enum):
    """The four arrangements."""

    TABS = "tabs"
    SIDE = "side"
    WHOLE = "whole"
    GRAND = "grand"


def shape_for(size: QSize, scale: float) -> Shape:
    """Return the arrangement for a page of a size at a text scale."""
    if size.width() < _WIDE * scale:
        return Shape.TABS
    if size.height() < _HIGH * scale:
        return Shape.SIDE
    is_grand = size.width() >= _GRAND[0] * scale and size.height() >= _GRAND[1] * scale
    return Shape.GRAND if is_grand else Shape.WHOLE


@dataclass(frozen=True, slots=True)
class Panels:
    """What stands on the overview."""

    today: Panel
    trend: Panel
    categories: Panel
    measures: Panel
    changes: Panel

    def all(self) -> tuple[Panel, ...]:
        """Return all of them, in the order of the tabs: what is to be done comes first."""
        return (self.today, self.trend, self.categories, self.measures, self.changes)


class Mosaic(QWidget):
    """The panels, placed by the room there is."""

    def __init__(self, panels: Panels) -> None:
        super().__init__()
        self._panels = panels
        self._shape: Shape | None = None
        self._tabs: list[QTabWidget] = []
        self._parts: list[QWidget] = []
        self._side: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)

    @property
    def tabs(self) -> tuple[QTabWidget, ...]:
        """The tab widgets in use, none when everything stands side by side."""
        return tuple(self._tabs)

    def fit(self, size: QSize) -> None:
        """Place the panels for a page of a size."""
        look = theme.current()
        shape = shape_for(size, look.size / 100)
        if shape is not self._shape:
            self._shape = shape
            self._arrange(shape)
        if self._side is not None:
            self._side.setFixedWidth(look.px(_GRAND_SIDE if shape is Shape.GRAND else _SIDE))

    def title_tabs(self) -> None:
        """Write the titles of the panels on their tabs."""
        for tabs in self._tabs:
            for number in range(tabs.count()):
                panel = tabs.widget(number)
                if isinstance(panel, Panel):
                    tabs.setTabText(number, panel.title.text())

    def show_panel(self, panel: Panel) -> None:
        """Bring a panel to the front."""
        for tabs in self._tabs:
            if tabs.indexOf(panel) >= 0:
                tabs.setCurrentWidget(panel)

    def _arrange(self, shape: Shape) -> None:
        here = self._panels
        for panel in here.all():
            panel.setParent(None)
        for old in self._parts:
            self._row.removeWidget(old)
            old.deleteLater()
        self._tabs, self._parts, self._side = [], [], None
        progress = (here.categories, here.measures)
        if shape is Shape.TABS:
            self._add(self._on_tabs(*here.all()))
        elif shape is Shape.SIDE:
            self._add(self._on_tabs(*progress, here.trend), 1)
            self._side = self._add(self._on_tabs(here.today, here.changes))
        elif shape is Shape.WHOLE:
            self._add(_stack((self._on_tabs(*progress), _card(here.trend)), (49, 51)), 1)
            self._side = self._add(_stack((_card(here.today), _card(here.changes)), (62, 38)))
        else:
            self._add(_stack((_card(here.categories), _card(here.measures)), (42, 50)), 23)
            self._add(_card(here.trend), 17)
            self._side = self._add(_stack((_card(here.today), _card(here.changes)), (58, 42)))
        self.title_tabs()

    def _add(self, part: QWidget, stretch: int = 0) -> QWidget:
        self._parts.append(part)
        self._row.addWidget(part, stretch)
        return part

    def _on_tabs(self, *panels: Panel) -> QFrame:
        card, tabs = QFrame(), QTabWidget()
        card.setProperty("kind", "card")
        tabs.setDocumentMode(True)
        tabs.setAccessibleName(_("Parts of the overview"))
        tabs.tabBar().setAccessibleName(tabs.accessibleName())
        column = QVBoxLayout(card)
        column.setContentsMargins(8, 6, 8, 4)
        column.addWidget(tabs)
        for panel in panels:
            panel.stand(on_tab=True)
            tabs.addTab(panel, panel.title.text())
        self._tabs.append(tabs)
        return card


def _card(panel: Panel) -> QFrame:
    card = QFrame()
    card.setProperty("kind", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(panel)
    panel.stand(on_tab=False)
    panel.show()
    return card


def _stack(parts: Sequence[QWidget], shares: tuple[int, ...]) -> QWidget:
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for part, share in zip(parts, shares, strict=True):
        column.addWidget(part, share)
    return ground
