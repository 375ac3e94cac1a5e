"""Widgets one after another, on as many lines as they need."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_TOLD = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
"""Whether somebody showed or hid a widget, so that it is not only waiting to be painted first."""


class Flow(QWidget):
    """Places widgets by itself: PySide6 6.11 must not be asked for the items of a layout (see `anew.py`).

    What was hidden takes no room. It asks for the height of its lines by its minimum height: a form within a grid does
    not ask for a height by width.
    """

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._gap = gap
        self._parts: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, part: QWidget) -> None:
        """Put a widget at the end."""
        part.setParent(self)
        self._parts.append(part)
        self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        """Return the parts that were not hidden: a part that just joined is no less there for not being painted yet."""
        return [one for one in self._parts if not (one.isHidden() and one.testAttribute(_TOLD))]

    def sizeHint(self) -> QSize:
        sizes = [part.sizeHint() for part in self._shown()]
        width = sum(size.width() + self._gap for size in sizes) - self._gap
        return QSize(max(0, width), max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        width = max((part.sizeHint().width() for part in self._shown()), default=0)
        return QSize(width, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask anew for room: a hidden place does not hear that its parts have grown."""
        super().showEvent(event)
        self._place()
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Place anew when a part needs another room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return super().event(event)

    def _place(self) -> None:
        left = top = height = 0
        for part in self._shown():
            size = part.sizeHint()
            if left and left + size.width() > self.width():
                left, top, height = 0, top + height + self._gap, 0
            part.setGeometry(left, top, size.width(), size.height())
            left += size.width() + self._gap
            height = max(height, size.height())
        self.setFixedHeight(top + height)
