"""Python, the engine, folders, room and clock of this computer."""

import os
import shutil
import sys
import time
from pathlib import Path

from desktop import BUILT_ON, paths
from desktop.doctor.finding import Finding, Level
from desktop.i18n import _

OLDEST_PYTHON = (3, 11)
ROOM_MB = 500
"""Below this a book, its evidence and its backups soon have no room."""


def python() -> Finding:
    """Return whether this Python is new enough."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        return Finding(
            "python", Level.WRONG, _("Python {version} is too old; 3.11 or later is needed.").format(version=version)
        )
    return Finding("python", Level.FINE, _("Python {version} is suitable.").format(version=version))


def engine() -> Finding:
    """Return whether the database engine is there and free of the WAL-reset bug (SQLite before 3.51.3)."""
    try:
        from desktop.models import engine_version
    except ImportError as error:
        return Finding("engine", Level.WRONG, _("The database engine cannot be loaded: {why}.").format(why=error))
    version, oldest = engine_version.sqlite(), engine_version.oldest()
    words = {"version": ".".join(map(str, version)), "oldest": ".".join(map(str, oldest))}
    if version < oldest:
        sentence = _("SQLite {version} can damage a book in rare cases; {oldest} or later is needed.")
        return Finding("engine", Level.WRONG, sentence.format(**words))
    return Finding("engine", Level.FINE, _("SQLite {version} is suitable.").format(**words))


def folder() -> Finding:
    """Return whether the user's folder can be written."""
    place = paths.data()
    existing = next((p for p in (place, *place.parents) if p.exists()), place)
    if existing.is_dir() and os.access(existing, os.W_OK | os.X_OK):
        return Finding("folder", Level.FINE, _("The program's folder {place} can be written.").format(place=place))
    sentence = _("The program's folder {place} cannot be written; set BIANMIN_HOME to another one.")
    return Finding("folder", Level.WRONG, sentence.format(place=place))


def room(place: Path | None = None) -> Finding:
    """Return whether the disk under the user's folder has room."""
    place = place or paths.data()
    existing = next(p for p in (place, *place.parents) if p.exists())
    free = shutil.disk_usage(existing).free // 1_000_000
    if free < ROOM_MB:
        sentence = _("Only {free} MB are free on the disk of {place}; at least {needed} MB are advised.")
        return Finding("room", Level.WRONG, sentence.format(free=free, place=place, needed=ROOM_MB))
    return Finding("room", Level.FINE, _("{free} MB are free on the disk.").format(free=free))


def clock(now: float | None = None) -> Finding:
    """Return whether this computer's clock stands before the day on which the program was built."""
    today = time.strftime("%Y-%m-%d", time.localtime(now))
    if today < BUILT_ON:
        sentence = _("This computer's clock says {today}, before the program was built on {built}; set the date.")
        return Finding("clock", Level.WRONG, sentence.format(today=today, built=BUILT_ON))
    return Finding("clock", Level.FINE, _("This computer's clock says {today}.").format(today=today))
