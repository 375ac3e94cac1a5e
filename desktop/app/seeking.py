"""Makes the search field of the window the palette, built when the keyboard is put there for the first time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.frame import Frame

if TYPE_CHECKING:
    from desktop.views.palette.palette import Palette


class Seeking(QObject):
    """Watches over the search field of a frame, also of the one that another language brings."""

    def __init__(self, program: QApplication, focus: Focus, bridge: Bridge, frame: Frame) -> None:
        super().__init__(frame)
        self._focus, self._bridge, self._frame = focus, bridge, frame
        self._palette: Palette | None = None
        self._field: QWidget | None = None
        program.focusChanged.connect(self._on_focus)
        bridge.opened.connect(self._on_book)

    @property
    def palette(self) -> "Palette":
        """The palette of the search field, built on first use."""
        field = self._frame.top.search
        if self._palette is None or self._field is not field:
            from desktop.app.targets import Targets
            from desktop.views.palette.palette import Palette

            offer = Targets(self._focus, self._bridge, self._frame).offer()
            self._palette, self._field = Palette(field, offer, self._give_back), field
            self._frame.top.sought.connect(self._palette.open)
        return self._palette

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is self._frame.top.search:
            self.palette.came_from(old)

    def _on_book(self) -> None:
        if self._palette is not None and self._field is self._frame.top.search:
            self._palette.finder.forget()

    def _give_back(self) -> None:
        if self._frame.page is not None:
            self._frame.page.arrive()
