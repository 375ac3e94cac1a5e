"""Making books for the window, and keeping a second window off one."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QLockFile

from desktop import i18n, paths
from desktop.models.places import Place, key_of
from desktop.models.underway import Told

PRACTICE = "practice.bianmin"


def practice_path() -> Path:
    """Return where the practice book of this computer lies."""
    return paths.data() / PRACTICE


def make_practice(path: Path, today: date, told: Told) -> None:
    """Make the practice book. Takes some seconds. Raises BookRefused where something stands there already."""
    from desktop.practice import make

    path.parent.mkdir(parents=True, exist_ok=True)
    make(path, today, told=told)


def found(path: Path, unit: str) -> None:
    """Make an empty book for a unit with the shipped catalogue. Raises a Refusal for a bad place."""
    from desktop.exchange import catalogue_folder
    from desktop.exchange.catalogue_source import source
    from desktop.models.book import Book
    from desktop.models.edition import entries_of

    draft = catalogue_folder.read(paths.resources() / "catalogue")
    book = Book.create(path, unit)
    try:
        book.merge(entries_of(source(draft)), "catalogue")
    finally:
        book.close()


def shipped_units() -> list[tuple[str, str]]:
    """Return code and name of every unit of the shipped catalogue, for the first run."""
    from desktop.exchange import catalogue_folder

    draft = catalogue_folder.read(paths.resources() / "catalogue")
    name = "name_en" if i18n.language() == "en" else "name_zh"
    return [(row["code"], row[name]) for row in draft.rows("units")]


def window_lock(place: Place) -> QLockFile | None:
    """Lock a book against a second window; the command line may use it all the same. None when it is locked."""
    import hashlib

    folder = paths.data() / "windows"
    folder.mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(key_of(place).encode()).hexdigest()[:16]
    lock = QLockFile(str(folder / f"{name}.lock"))
    return lock if lock.tryLock(0) else None
