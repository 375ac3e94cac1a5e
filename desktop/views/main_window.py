"""The window itself: size and place, the first paint, and what stands in it later.

It imports next to nothing, so that it is on the screen at once: the ground is painted in the colours of the theme, and
the frame with everything else comes right after. Nothing here may ask for the namespace `Qt`, not even by a brush or
`fillRect`: PySide then makes all of its hundred enums, which takes a sixth of the time of an empty window.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QMainWindow

from desktop.views.tokens import LIGHT, Tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.views.frame import Frame
    from desktop.views.page import Page
    from desktop.views.toast import Toast

_LEAST = (960, 500)
_USUAL = (1366, 768)
_WIDE = (1720, 960)
_ROOMY = 1500
_EDGE = 80
"""What a title bar and a task bar may take."""
_SIDEBAR, _HEAD = 200, 92
_TILE = 64


class MainWindow(QMainWindow):
    """The window of one book. `painted` once, after the first paint; `leaving` on close."""

    painted = Signal()
    leaving = Signal()

    def __init__(self, tokens: Tokens = LIGHT) -> None:
        super().__init__()
        self._tokens = tokens
        self._frame: Frame | None = None
        self._painted = False
        self.guard: Callable[[], object] | None = None
        """Called instead of closing, while citizens stand before the window; the end of the session passes it by."""
        self.setMinimumSize(*_LEAST)
        self.resize(*_USUAL)

    def hold(self, frame: "Frame") -> None:
        """Take the frame that stands in the window from now on."""
        self._frame = frame

    @property
    def frame(self) -> "Frame":
        """What stands in the window. Raises RuntimeError before `hold`."""
        if self._frame is None:
            raise RuntimeError("the window is still empty")
        return self._frame

    @property
    def page(self) -> "Page | None":
        """The page at the front, None before there is a board."""
        return self.frame.page

    @property
    def pages(self) -> tuple[str, ...]:
        """The ids of all pages, in the order of the sidebar."""
        return self.frame.pages

    @property
    def here(self) -> str:
        """The id of the page at the front."""
        return self.frame.here

    @property
    def toast(self) -> "Toast":
        """The message bar."""
        return self.frame.toast

    def go(self, page: str) -> None:
        """Bring a page to the front."""
        self.frame.go(page)

    def say(self, text: str) -> None:
        """Say something calmly over the page."""
        self.frame.say(text)

    def shape(self) -> str:
        """Return place and size of the window in base64, for the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def take_shape(self, shape: str) -> bool:
        """Take place and size from a former start. Return whether they could be used."""
        return bool(shape) and self.restoreGeometry(QByteArray.fromBase64(shape.encode()))

    def take_room(self) -> None:
        """Show itself: filling a small screen, on a larger one at the usual size within what is free of it."""
        room = self.screen().availableGeometry()
        if room.width() < _ROOMY:
            self.showMaximized()
        else:
            self.resize(min(_WIDE[0], room.width() - _EDGE), min(_WIDE[1], room.height() - _EDGE))
            self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of sidebar, head and page until the frame covers them."""
        if self._frame is None:
            painter = QPainter(self)
            tile = QPixmap(_TILE, _TILE)
            for colour, width, height in (
                (self._tokens.bg, self.width(), self.height()),
                (self._tokens.surface, self.width(), _HEAD),
                (self._tokens.sidebar, _SIDEBAR, self.height()),
            ):
                tile.fill(QColor(colour))
                painter.drawTiledPixmap(0, 0, width, height, tile)
            painter.end()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the application put things away, unless the window is guarded."""
        if self.guard is not None and not _is_session_ending():
            event.ignore()
            self.guard()
            return
        self.leaving.emit()
        super().closeEvent(event)


def _is_session_ending() -> bool:
    from PySide6.QtGui import QGuiApplication

    program = QGuiApplication.instance()
    return isinstance(program, QGuiApplication) and program.isSavingSession()
