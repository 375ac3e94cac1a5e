"""The program's own line icons: SVG files of one colour, tinted from the tokens."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import paths
from desktop.views import theme


def folder() -> Path:
    """Return where the SVG files lie."""
    return paths.resources() / "icons"


@cache
def _source(name: str) -> bytes:
    return (folder() / f"{name}.svg").read_bytes()


@cache
def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Return an icon of `size` logical pixels in a colour value; raises FileNotFoundError for an unknown name."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, tint: str = "text2", active: str = "", size: int = 20) -> QIcon:
    """Return a QIcon tinted by the name of a token; `active` tints its checked state. Build anew on a theme change."""
    tokens = theme.current().tokens
    ratio, pixels = _finest(), theme.current().px(size)
    made = QIcon(pixmap(name, getattr(tokens, tint), pixels, ratio))
    if active:
        made.addPixmap(pixmap(name, getattr(tokens, active), pixels, ratio), QIcon.Mode.Normal, QIcon.State.On)
    return made


def _finest() -> float:
    """Return the pixel ratio of the finest screen, so that an icon is sharp on each."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)


def extent(size: int = 20) -> QSize:
    """Return the size of an icon at the text size in use."""
    pixels = theme.current().px(size)
    return QSize(pixels, pixels)
