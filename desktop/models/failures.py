"""What the database engine says, told as a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from desktop.models.bare import meaning
from desktop.models.refusals import BookRefused


@contextmanager
def plainly(path: object) -> Iterator[None]:
    """Turn an error of the engine or of the driver below it into BookRefused; the transaction was rolled back."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        _refuse(path, error, error.orig if isinstance(error, DBAPIError) else error)
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
    code = meaning(path, said)
    if code is not None:
        raise BookRefused(code, path=str(path)) from error
