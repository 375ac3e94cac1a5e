"""What the database engine says, told as a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from desktop.models import dialects
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
    except Exception as error:
        # What a bare cursor of a server's driver raises; that driver is optional, so it cannot be named here.
        if hasattr(error, "sqlstate"):
            _refuse(path, error, error)
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
    code = dialects.meaning(said) if hasattr(said, "sqlstate") else meaning(path, said)
    if code is not None:
        raise BookRefused(code, path=str(path)) from error
