"""What the database engine says, told as a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from desktop.models.refusals import BookRefused

_MEANINGS = (
    ("locked", "busy"),
    ("busy", "busy"),
    ("full", "disk_full"),
    ("readonly", "read_only"),
    ("read-only", "read_only"),
    ("malformed", "damaged"),
    ("not a database", "not_a_book"),
    ("hmac", "damaged"),
    ("disk i/o", "disk_failed"),
    ("unable to open", "cannot_open"),
)


@contextmanager
def plainly(path: object) -> Iterator[None]:
    """Turn an error of the engine into BookRefused; the transaction around it has been rolled back."""
    try:
        yield
    except DBAPIError as error:
        _refuse(path, error, error.orig)
        raise


@contextmanager
def plainly_bare(path: object) -> Iterator[None]:
    """Turn an error of the driver itself into BookRefused."""
    try:
        yield
    except dbapi2.Error as error:
        _refuse(path, error, error)
        raise


def _refuse(path: object, error: BaseException, said: object) -> None:
    words = str(said).lower()
    code = next((code for part, code in _MEANINGS if part in words), None)
    if code is not None:
        raise BookRefused(code, path=str(path)) from error
