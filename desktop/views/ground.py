"""What the window stands on: the sidebar and, beside it, everything else; the sidebar folds where there is no room."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.sidebar import Sidebar

_NARROW = 1200
"""Under this width the room is the pages': what a screen of 1366 has left at a scale of 125 per cent is less."""


class Ground(QWidget):
    """Gives the column what it needs to be read whole; the sidebar keeps its names where that leaves room for them."""

    def __init__(self, sidebar: Sidebar, column: QVBoxLayout) -> None:
        super().__init__()
        self._sidebar, self._column = sidebar, column
        row = QHBoxLayout(self)
        for layout in (row, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        row.addWidget(sidebar)
        row.addLayout(column, 1)
        self._soon = QTimer(self)  # not `event`: to hear of each loads types that no start needs
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._divide)
        theme.current().changed.connect(self.divide_anew)

    def divide_anew(self) -> None:
        """Divide the room when what stands in the column has the size that it takes from now on."""
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room that there is now."""
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        needed = self._column.minimumSize().width() + self._sidebar.wide
        self._sidebar.fold(is_folded=self.width() < max(_NARROW, needed))
