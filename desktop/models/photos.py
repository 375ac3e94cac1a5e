"""Photos as they are kept: upright, without EXIF, GPS or comments, at most 1,600 px. Pillow is loaded when needed."""

import io
import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.models.refusals import InputRefused

if TYPE_CHECKING:
    from PIL.Image import Image as Photo

LONGEST = 1600
THUMBNAIL = 160
SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".heic", ".heif", ".avif"})
_FORMS = ("JPEG", "MPO", "PNG", "WEBP", "BMP", "GIF", "TIFF", "HEIF", "AVIF")
_LOSSLESS = frozenset({"PNG", "GIF"})


@dataclass(frozen=True, slots=True)
class Cover:
    """A black box over a part of the upright photo, in fractions of its width and height, 0 to 1."""

    left: float
    top: float
    right: float
    bottom: float


def cleaned(path: Path, covers: Sequence[Cover] = ()) -> tuple[bytes, str] | None:
    """Return the copy to be kept and its media type, None where the file is no photo.

    What lies under the covers is not in the copy: its pixels are black, not hidden.

    Raises InputRefused `photo_unreadable` or `photo_too_big` (name).
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.init()
    try:
        # Pillow warns of 90 megapixels, which telephones take, and refuses twice as many, which is a bomb.
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(path, formats=[form for form in _FORMS if form in Image.OPEN]) as photo,
        ):
            lossless = photo.format in _LOSSLESS
            photo.draft("RGB", (LONGEST, LONGEST))
            upright = ImageOps.exif_transpose(photo)
    except UnidentifiedImageError as error:
        if path.suffix.lower() in SUFFIXES:
            raise InputRefused("photo_unreadable", name=path.name) from error
        return None
    except Image.DecompressionBombError as error:
        raise InputRefused("photo_too_big", name=path.name) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise InputRefused("photo_unreadable", name=path.name) from error
    upright.thumbnail((LONGEST, LONGEST))
    mode = "RGBA" if lossless and upright.has_transparency_data else "RGB"
    bare = Image.new(mode, upright.size)
    bare.paste(upright.convert(mode))
    _blacken(bare, covers)
    out = io.BytesIO()
    if lossless:
        bare.save(out, "PNG", optimize=True)
        return out.getvalue(), "image/png"
    bare.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue(), "image/jpeg"


def _blacken(photo: "Photo", covers: Sequence[Cover]) -> None:
    """Fill the covers, each grown to whole pixels so that no edge shines through."""
    width, height = photo.size
    for one in covers:
        left, top = math.floor(one.left * width), math.floor(one.top * height)
        right, bottom = math.ceil(one.right * width), math.ceil(one.bottom * height)
        box = (max(0, left), max(0, top), min(width, right), min(height, bottom))
        if box[0] < box[2] and box[1] < box[3]:
            photo.paste((0, 0, 0, 255)[: len(photo.getbands())], box)


def thumbnail(content: bytes) -> bytes:
    """Return a kept photo as a small PNG."""
    from PIL import Image

    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as photo:
        photo.thumbnail((THUMBNAIL, THUMBNAIL))
        out = io.BytesIO()
        photo.save(out, "PNG")
    return out.getvalue()
