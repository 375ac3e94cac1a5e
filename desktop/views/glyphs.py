"""The eight status shapes of `status.csv`, drawn as paths on filled tiles, and lamps as a character in the corner."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform
from PySide6.QtWidgets import QLabel

from desktop import texts
from desktop.i18n import _, language, mark
from desktop.models.vocabulary import Lamp, Status
from desktop.views import theme
from desktop.views.tokens import Tokens

_LAMPS = ((Lamp.OVERDUE, mark("O")), (Lamp.DUE_SOON, mark("D")), (Lamp.STALE, mark("S")))
_DISPUTED = mark("X")
_NONE = Lamp(0)


def _disc(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), radius, radius)
    return path


def _ring(radius: float, width: float) -> QPainterPath:
    return _disc(radius).subtracted(_disc(radius - width))


def _pie(start: float, sweep: float, radius: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, 0))
    path.arcTo(QRectF(-radius, -radius, 2 * radius, 2 * radius), start, sweep)
    path.closeSubpath()
    return path


def _shape(*corners: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    path.closeSubpath()
    return path


def _diamond(reach: float) -> QPainterPath:
    return _shape((0, -reach), (reach, 0), (0, reach), (-reach, 0))


@cache
def path(status: Status) -> QPainterPath:
    """Return the shape of a state, to be filled with its ink, in a square from -100 to 100."""
    shapes = {
        Status.NOT_STARTED: lambda: _ring(58, 19),
        Status.IN_PROGRESS: lambda: _ring(76, 18).united(_pie(90, 180, 76)),
        Status.BLOCKED: lambda: _shape((-76, -76), (76, -76), (76, 76), (-76, 76)),
        Status.IN_PLACE: lambda: _ring(82, 10).united(_pie(0, -270, 82)),
        Status.VERIFIED: lambda: _disc(68),
        Status.RETURNED: lambda: _diamond(100).subtracted(_diamond(54)),
        Status.RELAPSED: lambda: _shape((0, -78), (85, 68), (-85, 68)),
        Status.NOT_APPLICABLE: lambda: _shape((-68, -10), (68, -10), (68, 10), (-68, 10)),
    }
    return shapes[status]()


def lamp_mark(lamps: Lamp) -> str:
    """Return the character of the gravest lamp (overdue, due soon, stale) in the language in use, or an empty text."""
    return next((_(word) for lamp, word in _LAMPS if lamps & lamp), "")


class _Key(NamedTuple):
    status: Status
    size: int
    ratio: float
    lamp: str
    disputed: bool
    theme: str


_made: dict[_Key, QPixmap] = {}


def tile(status: Status, size: int, ratio: float, lamps: Lamp = _NONE, *, disputed: bool = False) -> QPixmap:
    """Return the tile of a state as a pixmap of `size` logical pixels at a device pixel ratio, cached per theme.

    A lamp stands as a character in the upper right corner, a dispute in the lower right one.
    """
    tokens = theme.current().tokens
    key = _Key(status, size, ratio, lamp_mark(lamps), disputed, f"{tokens.name} {language()}")
    if key not in _made:
        _made[key] = _render(key, tokens)
    return _made[key]


def show_on(label: QLabel, status: Status, size: int, lamps: Lamp = _NONE) -> None:
    """Show the tile of a state on a label, under its name."""
    label.setPixmap(tile(status, size, label.devicePixelRatioF(), lamps))
    label.setAccessibleName(texts.status(status))


def forget() -> None:
    """Drop every cached tile, as after a change of screen or theme."""
    _made.clear()


def _render(key: _Key, tokens: Tokens) -> QPixmap:
    pixels = round(key.size * key.ratio)
    made = QPixmap(pixels, pixels)
    made.setDevicePixelRatio(key.ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(0, 0, key.size, key.size), key.status, tokens, key.lamp, disputed=key.disputed)
    painter.end()
    return made


def paint(
    painter: QPainter, square: QRectF, status: Status, tokens: Tokens, lamp: str = "", *, disputed: bool = False
) -> None:
    """Paint a tile into a square: ground, shape, and corner characters."""
    colours = tokens.states[status]
    outlined = status in (Status.NOT_APPLICABLE, Status.NOT_STARTED)
    painter.setPen(QPen(QColor(tokens.border), 1) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.fill))
    inset = 0.5 if outlined else 0.0
    painter.drawRoundedRect(square.adjusted(inset, inset, -inset, -inset), 4, 4)
    crowded = bool(lamp) or disputed
    reach = square.width() * (0.0021 if crowded else 0.0034)
    shift = square.width() * (0.17 if crowded else 0.0)
    place = QTransform().translate(square.center().x() - shift, square.center().y() + (shift if lamp else 0))
    painter.fillPath(place.scale(reach, reach).map(path(status)), QColor(colours.ink))
    _corner(painter, square, lamp, colours.ink, Qt.AlignmentFlag.AlignTop)
    if disputed:
        _corner(painter, square, _(_DISPUTED), colours.ink, Qt.AlignmentFlag.AlignBottom)


def _corner(painter: QPainter, square: QRectF, text: str, ink: str, edge: Qt.AlignmentFlag) -> None:
    if not text:
        return
    font = theme.current().font()
    font.setPixelSize(max(8, round(square.width() * 0.4)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    room = square.adjusted(0, -1, -1, 1)
    painter.drawText(room, int(edge | Qt.AlignmentFlag.AlignRight), text)
