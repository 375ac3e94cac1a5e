"""Which database engine is in use, and which one is the oldest that is safe."""

from sqlcipher3 import dbapi2

from desktop.models.store import OLDEST_SQLITE


def sqlite() -> tuple[int, ...]:
    """Return the version of SQLite inside sqlcipher3."""
    return tuple(dbapi2.sqlite_version_info)


def oldest() -> tuple[int, ...]:
    """Return the oldest version that does not damage a book."""
    return OLDEST_SQLITE
