"""Making a book of many parts beside its place: it is there whole or not at all, also after a power cut."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.models.disk import sync
from desktop.models.refusals import BookRefused
from desktop.models.store import refuse_bad_place

_MAKING = ".making"


@contextmanager
def aside(path: Path) -> Iterator[Path]:
    """Give a place beside `path` to make and close a book at; it is moved there when all went well, the book last.

    Open it there as a device named by hand: what the computer remembers by place would be of a place that goes.
    Raises BookRefused `exists`, or for a bad place.
    """
    refuse_bad_place(path)
    if path.exists():
        raise BookRefused("exists", path=str(path))
    place = path.with_name(path.name + _MAKING)
    _clear(place)
    try:
        yield place
        parts = sorted(place.parent.glob(f"{place.name}*"), reverse=True)
        for file in (file for part in parts for file in (part, *part.rglob("*")) if file.is_file()):
            sync(file)
        for part in parts:
            part.replace(path.with_name(path.name + part.name.removeprefix(place.name)))
    finally:
        _clear(place)


def _clear(place: Path) -> None:
    for part in place.parent.glob(f"{place.name}*"):
        if part.is_dir():
            shutil.rmtree(part)
        else:
            part.unlink()
