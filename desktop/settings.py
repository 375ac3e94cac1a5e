"""The preferences of this computer: language, looks, who sits here, what was open last.

They lie in one small JSON file in the user's folder. Damaged or unknown values fall back to the defaults one by one; a
folder that cannot be written never stops the program.
"""

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from desktop import paths

THEMES = ("auto", "light", "dark")
TEXT_SIZES = (100, 115, 130)


@dataclass(slots=True)
class Settings:
    """The preferences in use. Change the fields, then `save`."""

    language: str = "zh"
    theme: str = "auto"
    """One of THEMES."""
    text_size: int = 100
    """Per cent of the normal size, one of TEXT_SIZES."""
    role: str = ""
    """Who acts here: a value of `Role`, empty until the first run has asked."""
    officer: str = ""
    last_book: str = ""
    geometry: str = ""
    """Size and place of the window as Qt saves them, in base64."""
    folders: dict[str, str] = field(default_factory=dict)
    """The folder used last for each purpose: `{"export": "/home/…"}`."""
    shapes: dict[str, Any] = field(default_factory=dict)
    """Columns, panels and their sizes, as `views/shapes.py` keeps them, with a version."""


def file() -> Path:
    """Return where the preferences lie."""
    return paths.data() / "settings.json"


def load() -> Settings:
    """Return the saved preferences; the defaults for what is missing, of another type or unreadable."""
    try:
        saved = json.loads(file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        saved = {}
    settings = Settings()
    if not isinstance(saved, dict):
        return settings
    for wanted in fields(Settings):
        value = saved.get(wanted.name)
        if type(value) is type(getattr(settings, wanted.name)):
            setattr(settings, wanted.name, value)
    return _within_bounds(settings)


def _within_bounds(settings: Settings) -> Settings:
    default = Settings()
    settings.theme = settings.theme if settings.theme in THEMES else default.theme
    settings.text_size = settings.text_size if settings.text_size in TEXT_SIZES else default.text_size
    settings.folders = {key: str(value) for key, value in settings.folders.items()}
    return settings


def save(settings: Settings) -> bool:
    """Write the preferences in one step; return False, and change nothing, when the folder cannot be written."""
    target = file()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_suffix(f".{os.getpid()}.part")
        with part.open("w", encoding="utf-8") as written:
            json.dump(asdict(settings), written, ensure_ascii=False, indent=2)
            written.flush()
            os.fsync(written.fileno())
        part.replace(target)
    except OSError:
        return False
    return True
