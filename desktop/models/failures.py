"""What the database engine says, told as a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

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
        said = str(error.orig).lower()
        code = next((code for words, code in _MEANINGS if words in said), None)
        if code is None:
            raise
        raise BookRefused(code, path=str(path)) from error
