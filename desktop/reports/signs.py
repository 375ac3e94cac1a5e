"""Signs of states drawn as PDF paths, and the fills of chart segments. Nothing here needs a glyph of a font.

A state is told by its shape or pattern first and by its colour second, so that it can be read off a grey printer.
"""

from functools import cache

from desktop.models.vocabulary import Status

_ROUND = 0.5523
"""Control distance of the Bézier quarter that stands for a quarter circle."""


def _quarters(x: float, y: float, r: float) -> list[str]:
    """Return the four quarters of a circle counter-clockwise from its rightmost point."""
    k = r * _ROUND
    return [
        f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c",
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c",
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c",
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c",
    ]


def _ring(x: float, y: float, r: float, paint: str) -> str:
    return " ".join([f"{x + r:.2f} {y:.2f} m", *_quarters(x, y, r), "h", paint])


def _half(x: float, y: float, r: float) -> str:
    return " ".join([f"{x:.2f} {y + r:.2f} m", *_quarters(x, y, r)[1:3], "h f"])


def _three_quarters(x: float, y: float, r: float) -> str:
    _first, _second, third, fourth = _quarters(x, y, r)
    first = _quarters(x, y, r)[0]
    return " ".join([f"{x:.2f} {y:.2f} m {x - r:.2f} {y:.2f} l", third, fourth, first, "h f"])


def _polygon(points: list[tuple[float, float]], paint: str) -> str:
    (x, y), *rest = points
    return " ".join([f"{x:.2f} {y:.2f} m", *(f"{a:.2f} {b:.2f} l" for a, b in rest), "h", paint])


def shape(status: Status, x: float, y: float, r: float) -> str:
    """Return the operators that draw a state's sign around the centre (x, y) with radius `r`, in black."""
    return f"q 1 0 0 1 {x:.2f} {y:.2f} cm {_shape(status, r)} Q"


@cache
def _shape(status: Status, r: float) -> str:
    x = y = 0.0
    side = r * 0.86
    drawn = {
        Status.NOT_STARTED: lambda: _ring(x, y, r, "S"),
        Status.IN_PROGRESS: lambda: _ring(x, y, r, "S") + " " + _half(x, y, r),
        Status.BLOCKED: lambda: f"{x - side:.2f} {y - side:.2f} {2 * side:.2f} {2 * side:.2f} re f",
        Status.IN_PLACE: lambda: _ring(x, y, r, "S") + " " + _three_quarters(x, y, r),
        Status.VERIFIED: lambda: _ring(x, y, r, "B"),
        Status.RETURNED: lambda: _polygon([(x, y + r), (x + r, y), (x, y - r), (x - r, y)], "S"),
        Status.RELAPSED: lambda: _polygon([(x - r, y - side), (x + r, y - side), (x, y + r)], "f"),
        Status.NOT_APPLICABLE: lambda: f"{x - r:.2f} {y:.2f} m {x + r:.2f} {y:.2f} l S",
    }
    return f"0 g 0 G {max(0.5, r / 5):.2f} w {drawn[status]()}"


ORDER = (
    Status.VERIFIED, Status.IN_PLACE, Status.IN_PROGRESS, Status.NOT_STARTED,
    Status.BLOCKED, Status.RETURNED, Status.RELAPSED,
)  # fmt: skip
"""The states of applicable commitments from the left of a bar to the right."""

_PAINT = {
    Status.VERIFIED: ("0.66 0.86 0.78 rg", "", 0),
    Status.IN_PLACE: ("0.61 0.48 0.82 rg", "1 1 1 RG", 1),
    Status.IN_PROGRESS: ("0.50 0.70 0.90 rg", "1 1 1 RG", 2),
    Status.NOT_STARTED: ("1 1 1 rg", "", 0),
    Status.BLOCKED: ("0.29 0.35 0.41 rg", "", 0),
    Status.RETURNED: ("0.96 0.77 0.32 rg", "0.31 0.20 0 RG", 3),
    Status.RELAPSED: ("0.76 0.25 0.18 rg", "1 1 1 RG", 4),
    Status.NOT_APPLICABLE: ("1 1 1 rg", "", 0),
}
_PITCH = 3.2


def dark(status: Status) -> bool:
    """Whether a number on this state's fill has to be white."""
    return status in (Status.BLOCKED, Status.RELAPSED)


def fill(status: Status) -> str:
    """Return the fill of a state's segment as `#RRGGBB`."""
    parts = (float(part) for part in _PAINT[status][0].split()[:3])
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def segment(status: Status, x: float, y: float, width: float, height: float) -> str:
    """Return the operators of one bar segment: the state's fill, its pattern and a thin outline."""
    box = f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    paint, stroke, pattern = _PAINT[status]
    lines = _pattern(pattern, x, y, width, height)
    hatched = f" q {box} W n {stroke} 0.5 w {lines} S Q" if lines else ""
    return f"q {paint} {box} f{hatched} 0 G 0.4 w {box} S Q"


def _pattern(kind: int, x: float, y: float, width: float, height: float) -> str:
    """Return line segments over a box: 1 rising, 2 level, 3 falling, 4 crossed."""
    found = []
    steps = int((width + height) / _PITCH) + 1
    if kind in (1, 4):
        found += [_line(x + n * _PITCH - height, y, x + n * _PITCH, y + height) for n in range(steps)]
    if kind in (3, 4):
        found += [_line(x + n * _PITCH, y, x + n * _PITCH - height, y + height) for n in range(steps)]
    if kind == 2:
        found += [_line(x, y + n * _PITCH, x + width, y + n * _PITCH) for n in range(1, steps)
                  if n * _PITCH < height]  # fmt: skip
    return " ".join(found)


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l"
