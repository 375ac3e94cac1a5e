"""Photos as they are kept: upright, without EXIF, GPS or comments, at most 1,600 px. Pillow is loaded when needed."""

import io
import warnings
from pathlib import Path

from desktop.models.refusals import InputRefused

LONGEST = 1600
THUMBNAIL = 160
SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".heic", ".heif", ".avif"})
_FORMS = ("JPEG", "MPO", "PNG", "WEBP", "BMP", "GIF", "TIFF", "HEIF", "AVIF")
_LOSSLESS = frozenset({"PNG", "GIF"})


def cleaned(path: Path) -> tuple[bytes, str] | None:
    """Return the copy to be kept and its media type, None where the file is no photo.

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
    out = io.BytesIO()
    if lossless:
        bare.save(out, "PNG", optimize=True)
        return out.getvalue(), "image/png"
    bare.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue(), "image/jpeg"


def thumbnail(content: bytes) -> bytes:
    """Return a kept photo as a small PNG."""
    from PIL import Image

    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as photo:
        photo.thumbnail((THUMBNAIL, THUMBNAIL))
        out = io.BytesIO()
        photo.save(out, "PNG")
    return out.getvalue()
