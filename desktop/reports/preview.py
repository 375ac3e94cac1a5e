"""Pages of a written PDF as pictures, for the printing dialog. Knows nothing of Qt."""

import threading
from pathlib import Path
from typing import NamedTuple

_ONE_AT_A_TIME = threading.Lock()
"""PDFium must not be entered by two threads at once (pypdfium2's documentation)."""


class Picture(NamedTuple):
    """A page as pixels: width, height, and four bytes a pixel in the order red, green, blue, alpha."""

    width: int
    height: int
    rgba: bytes


class Preview:
    """An opened PDF. Close it when the dialog goes; may be used from any one thread at a time."""

    def __init__(self, path: Path) -> None:
        import pypdfium2

        with _ONE_AT_A_TIME:
            self._document = pypdfium2.PdfDocument(path.read_bytes())
            self.pages = len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page (counted from 0) in points."""
        with _ONE_AT_A_TIME:
            width, height = self._document.get_page_size(page)
        return float(width), float(height)

    def render(self, page: int, width: int, *, grey: bool = False) -> Picture:
        """Return a page (counted from 0) as wide as `width` pixels; `grey` shows it as a mono printer would."""
        with _ONE_AT_A_TIME:
            sheet = self._document[page]
            bitmap = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True, grayscale=grey)
            image = bitmap.to_pil().convert("RGBA")
            bitmap.close()
            sheet.close()
        return Picture(image.width, image.height, image.tobytes())

    def close(self) -> None:
        """Let go of the file's contents."""
        with _ONE_AT_A_TIME:
            self._document.close()


def render(path: Path, page: int, width: int) -> Picture:
    """Return one page (counted from 0) of a PDF as wide as `width` pixels."""
    preview = Preview(path)
    try:
        return preview.render(page, width)
    finally:
        preview.close()
