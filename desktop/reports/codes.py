"""A request's number for machines: Code 128 and QR, as PDF operators."""

from itertools import groupby

from reportlab.graphics.barcode import qrencoder
from reportlab.graphics.barcode.code128 import Code128


def bars(text: str) -> tuple[tuple[int, bool], ...]:
    """Return the bars (True) and gaps of a Code 128 in modules, without quiet zones. The text is printable ASCII."""
    code = Code128(text, humanReadable=0, quiet=0)
    code.validate()
    code.encode()
    return tuple((ord(char.lower()) - ord("a") + 1, char.isupper()) for char in code.decompose())


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the dark modules of a QR code row by row, error correction M."""
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return tuple(tuple(map(bool, row)) for row in code.modules)


def code128(text: str, corner: tuple[float, float], room: tuple[float, float], widest: float) -> str:
    """Return operators for a Code 128 with its lower left at `corner`, as high as `room` and at most as wide (points).

    A module is at most `widest` points. Around it ten modules are to be kept white (ISO/IEC 15417). Empty where the
    text is not printable ASCII.
    """
    if not (text.isascii() and text.isprintable() and text):
        return ""
    (x, y), (width, height) = corner, room
    found = bars(text)
    module = min(width / sum(wide for wide, _dark in found), widest)
    at, parts = x, []
    for wide, dark in found:
        if dark:
            parts.append(f"{at:.3f} {y:.2f} {wide * module:.3f} {height:.2f} re")
        at += wide * module
    return f"q 0 g {' '.join(parts)} f Q"


def qr(text: str, x: float, y: float, size: float) -> str:
    """Return operators for a QR code in a square of `size` points, lower left corner at (x, y).

    Around it four modules are to be kept white (ISO/IEC 18004).
    """
    rows = modules(text)
    module = size / len(rows)
    parts = []
    for down, row in enumerate(rows):
        across, low = 0, y + size - (down + 1) * module
        for dark, run in groupby(row):
            wide = len(tuple(run))
            if dark:
                left = x + across * module
                parts.append(f"{left:.3f} {low:.3f} {wide * module:.3f} {module:.3f} re")
            across += wide
    return f"q 0 g {' '.join(parts)} f Q"
