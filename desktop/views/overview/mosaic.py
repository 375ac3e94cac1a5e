"""Where the panels of the overview stand: all on tabs, or side by side where the window is wide and high enough."""

from enum import Enum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.overview.panels import Panel

_WIDE = 1250
"""From this width of the page on, changes and attention stand at the right."""
_HIGH = 790
_SIDE = 380


class Shape(Enum):
    """The three arrangements."""

    TABS = "tabs"
    SIDE = "side"
    WHOLE = "whole"


def shape_for(size: QSize, scale: float) -> Shape:
    """Return the arrangement for a page of a size at a text scale."""
    if size.width() < _WIDE * scale:
        return Shape.TABS
    return Shape.WHOLE if size.height() >= _HIGH * scale else Shape.SIDE


class Mosaic(QWidget):
    """Two panels of progress and two of lines, placed by the room there is."""

    def __init__(self, progress: tuple[Panel, Panel], lines: tuple[Panel, Panel]) -> None:
        super().__init__()
        self._progress, self._lines = progress, lines
        self._shape: Shape | None = None
        self._tabs: list[QTabWidget] = []
        self._parts: list[QWidget] = []
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
        for side in self._sides():
            side.setFixedWidth(look.px(_SIDE))

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

    def _sides(self) -> list[QWidget]:
        return self._parts[1:2]

    def _arrange(self, shape: Shape) -> None:
        for panel in (*self._progress, *self._lines):
            panel.setParent(None)
        for old in self._parts:
            self._row.removeWidget(old)
            old.deleteLater()
        self._tabs, self._parts = [], []
        if shape is Shape.TABS:
            self._add(self._on_tabs(*self._progress, *self._lines))
        elif shape is Shape.SIDE:
            self._add(self._on_tabs(*self._progress), 1)
            self._add(self._on_tabs(*reversed(self._lines)))
        else:
            self._add(_stack(self._progress, (42, 50)), 1)
            self._add(_stack(tuple(reversed(self._lines)), (58, 42)))
        self.title_tabs()

    def _add(self, part: QWidget, stretch: int = 0) -> None:
        self._parts.append(part)
        self._row.addWidget(part, stretch)

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


def _stack(panels: tuple[Panel, ...], shares: tuple[int, ...]) -> QWidget:
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for panel, share in zip(panels, shares, strict=True):
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(panel)
        panel.stand(on_tab=False)
        panel.show()
        column.addWidget(card, share)
    return ground
