"""A table and the panel beside it, with a border that can be dragged; F9 folds the panel away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.deeds import Deed
from desktop.views.shapes import Shapes

_WIDE = 1250
_PANEL, _WIDE_PANEL = 316, 380
_LEAST, _LEAST_TABLE = 280, 420
_PART = "panel"
KEYS = "F9"


class Side(QSplitter):
    """The table takes what room there is; the panel keeps its width. `folded(bool)` when it is folded or opened.

    Width and folding are remembered, the same for every table.
    """

    folded = Signal(bool)

    def __init__(self, table: QWidget, panel: QWidget, shapes: Shapes) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._panel, self._shapes = panel, shapes
        self.setChildrenCollapsible(False)
        self.setHandleWidth(16)
        table.setMinimumWidth(_LEAST_TABLE)
        panel.setMinimumWidth(_LEAST)
        for part in (table, panel):
            self.addWidget(part)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.handle(1).setToolTip(_("Drag: another width of the panel · {key} folds it away").format(key=KEYS))
        self.handle(1).setAccessibleName(_("Border of the panel"))
        self.splitterMoved.connect(lambda _place, _number: self._remember())
        panel.setVisible(not self._shapes.of(_PART).get("folded", False))
        theme.current().changed.connect(self._place)

    def fold(self) -> None:
        """Fold the panel away, or open it again."""
        self._set(folded=self._panel.isVisible())

    def unfold(self) -> None:
        """Open the panel when something in it is asked for."""
        if not self._panel.isVisibleTo(self):
            self._set(folded=False)

    def deed(self) -> Deed:
        """Return the deed that folds and opens the panel."""
        return Deed("panel", _("Panel beside the table"), self.fold, KEYS, "view", 1)

    def _set(self, *, folded: bool) -> None:
        self._panel.setVisible(not folded)
        self._remember()
        self._place()
        self.folded.emit(folded)

    def _remember(self) -> None:
        """Keep the width as it is at a text size of 100 per cent."""
        there = round(self._panel.width() * 100 / theme.current().size)
        width = there if self._panel.isVisible() else self._shapes.of(_PART).get("width")
        shape = {"folded": self._panel.isHidden()}
        self._shapes.keep(_PART, {**shape, "width": width} if width else shape)

    def showEvent(self, event: QShowEvent) -> None:
        """Take over what was dragged or folded on another page."""
        super().showEvent(event)
        self._panel.setVisible(not self._shapes.of(_PART).get("folded", False))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        kept = self._shapes.of(_PART).get("width")
        look = theme.current()
        usual = _WIDE_PANEL if self.width() >= look.px(_WIDE) else _PANEL
        width = look.px(kept if isinstance(kept, int) else usual)
        room = self.width() - self.handleWidth()
        width = max(look.px(_LEAST), min(width, room - _LEAST_TABLE))
        self.setSizes([room - width, width])
