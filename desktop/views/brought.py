"""Files that a person brings: dropped, copied in the file manager, or a picture on the clipboard."""

import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


def files(data: QMimeData) -> list[Path]:
    """Return the files that are dragged or copied; folders and addresses of the web are left out."""
    return [path for url in data.urls() if url.isLocalFile() and (path := Path(url.toLocalFile())).is_file()]


def with_picture(data: QMimeData) -> list[Path]:
    """Return the copied files or, where a picture was copied, a file made of it; empty where there is neither."""
    found = files(data)
    if found or not data.hasImage():
        return found
    image = data.imageData()
    path = _folder() / f"{_next():02}.png"
    return [path] if isinstance(image, QImage) and image.save(str(path)) else []


def forget(paths: Iterable[Path]) -> None:
    """Delete those of the files that were made here for a picture; all others are the person's."""
    for path in paths:
        if path.parent == _folder():
            path.unlink(missing_ok=True)


@cache
def _home() -> "tempfile.TemporaryDirectory[str]":
    """Return a folder that only this person can read, gone with the program."""
    return tempfile.TemporaryDirectory(prefix="bianmin-", ignore_cleanup_errors=True)


def _folder() -> Path:
    return Path(_home().name)


def _next() -> int:
    taken = [int(path.stem) for path in _folder().glob("*.png")]
    return max(taken, default=0) + 1
